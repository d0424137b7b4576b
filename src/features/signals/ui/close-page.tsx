import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { CLOSE_REASON_WORDS, choicesOf } from './signal-words.ts';

/** Asking a second person to agree that a signal is closed. */
export function ClosePage(props: {
  frame: PageFrame;
  code: string;
  mayClose: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, code, values, errors } = props;
  return (
    <Page
      frame={frame}
      title={`Sluit signaal ${code}`}
      breadcrumbs={[
        { href: '/meldingen', label: 'Meldingen' },
        { href: `/meldingen/${code}`, label: `Signaal ${code}` },
      ]}
      errors={errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
      lead="Een tweede persoon leest de code en uw reden, en stemt in. Daarna is het signaal gesloten."
    >
      {props.mayClose ? (
        <Form
          frame={frame}
          action={`/meldingen/${code}/sluiten`}
          idempotencyKey={props.formKey}
          autocomplete="off"
          label="Sluit dit signaal"
        >
          <Radios
            values={values}
            errors={errors}
            name="waarom"
            label="Waarom sluit u dit signaal?"
            choices={choicesOf(CLOSE_REASON_WORDS)}
          />
          <TextArea
            values={values}
            errors={errors}
            name="reden"
            label="Licht het toe voor uw collega"
            description="Uw collega ziet de inhoud van het signaal niet. Noem geen naam, geen adres en geen nummer."
            rows={3}
          />
          <SubmitButton>Vraag om te sluiten</SubmitButton>
        </Form>
      ) : (
        <Paragraph>Dit signaal kan nu niet worden gesloten: weeg het eerst, of het is al gesloten.</Paragraph>
      )}
    </Page>
  );
}
