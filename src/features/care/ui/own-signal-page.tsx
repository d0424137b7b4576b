import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { CASES_PATH, caseTrail } from './case-words.ts';

/** Begins a case from a signal of the own municipality: which person, and why she is opened now. */
export function OwnSignalPage(props: {
  frame: PageFrame;
  code: string;
  persons: readonly { readonly id: string; readonly recordedOn: PlainDate }[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, persons, values, errors } = props;
  const [first] = persons;
  return (
    <Page
      frame={frame}
      title={`Begin een dossier uit signaal ${code}`}
      breadcrumbs={[
        ...caseTrail(undefined),
        { href: `/meldingen/${code}/personen`, label: `Wie het is: signaal ${code}` },
      ]}
      errors={errors}
      lead="U opent wie het is met een reden. De naam en hoe de persoon te bereiken is, staan daarna in het dossier ingevuld."
    >
      {first ? (
        <Form
          frame={frame}
          action={`${CASES_PATH}/nieuw/signaal/${code}/openen`}
          idempotencyKey={props.formKey}
          autocomplete="off"
          label="Begin een dossier"
        >
          <Radios
            values={{ persoonId: first.id, ...values }}
            errors={errors}
            name="persoonId"
            label="Over wie gaat het?"
            choices={persons.map(({ id, recordedOn }, index) => ({
              value: id,
              label: `Persoon ${index + 1}, vastgelegd op ${writeDutchDate(recordedOn)}`,
            }))}
          />
          <TextArea
            values={values}
            errors={errors}
            name="reden"
            label="Waarom moet u dit nu weten?"
            description="Minstens 20 tekens, zonder naam. De FG ziet uw reden."
            rows={2}
          />
          <SubmitButton>Vul het dossier in</SubmitButton>
        </Form>
      ) : (
        <EmptyState title="Er is nog niemand vastgelegd">
          Vraag de aandachtsfunctionaris wie het is, of begin een dossier zonder naam.
        </EmptyState>
      )}
    </Page>
  );
}
