import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';

/** Asks why somebody must read a dossier that is not hers, and says what follows. */
export function BreakGlassPage(props: {
  frame: PageFrame;
  action: string;
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { values, errors } = props;
  return (
    <Page
      frame={props.frame}
      title="Noodtoegang tot een dossier"
      lead="Dit dossier is niet aan u toegewezen. Is er nu gevaar, en kan niemand anders helpen? Dan kunt u het kort lezen."
      errors={errors}
    >
      <Alert kind="warning">
        <p>Is iemand in direct gevaar? Bel eerst 112.</p>
      </Alert>
      <Heading level={2}>Wat er gebeurt</Heading>
      <BulletList
        items={[
          'U kunt dit ene dossier lezen, en niets erin veranderen.',
          'Twee collega’s en de functionaris gegevensbescherming (FG) horen het meteen.',
          'Alles wat u intussen doet, wordt in het logboek gemerkt.',
          'Na de gekozen tijd gaat het dossier vanzelf weer dicht.',
          'Binnen drie werkdagen wordt beoordeeld of het nodig was.',
        ]}
      />
      <Form
        frame={props.frame}
        action={props.action}
        idempotencyKey={props.formKey}
        label="Noodtoegang"
        autocomplete="off"
      >
        <TextArea
          name="reden"
          label="Waarom is dit nu nodig?"
          description="Ten minste twintig tekens. Noem geen namen van mensen die hulp krijgen: uw collega’s en de FG lezen dit."
          rows={4}
          maxLength={1000}
          values={values}
          errors={errors}
        />
        <Radios
          name="minuten"
          label="Hoe lang hebt u nodig?"
          inline
          values={values}
          errors={errors}
          choices={[
            { value: '15', label: '15 minuten' },
            { value: '30', label: '30 minuten' },
            { value: '60', label: '60 minuten' },
          ]}
        />
        <SubmitButton>Open het dossier met noodtoegang</SubmitButton>
      </Form>
    </Page>
  );
}
