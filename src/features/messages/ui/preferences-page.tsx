import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';

const CHOICES = [
  { value: 'direct', label: 'Meteen', description: 'Zodra er iets voor u klaarstaat.' },
  { value: 'dag', label: 'Eén keer per dag', description: 'Om 8 uur, als er iets voor u klaarstaat.' },
  { value: 'uit', label: 'Nooit', description: 'U ziet het dan alleen op uw overzicht.' },
];

/** Where and when one wants mail. */
export function PreferencesPage(props: {
  frame: PageFrame;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  /** Her role reads the questions of peers, so she may get them by mail. */
  mayChooseWeekly: boolean;
  isBounced: boolean;
  isSaved: boolean;
}) {
  const { frame, values, errors } = props;
  const status = props.isSaved ? (
    <Alert kind="ok" title="uw keuze is opgeslagen" />
  ) : props.isBounced ? (
    <Alert kind="warning" title="e-mail aan dit adres komt niet aan">
      <p>Wij sturen niets meer tot u een ander adres invult.</p>
    </Alert>
  ) : undefined;
  return (
    <Page
      frame={frame}
      title="E-mail van In Beeld"
      errors={errors}
      status={status}
      breadcrumbs={[{ href: '/overzicht', label: 'Overzicht' }]}
      lead={`In onze e-mail staat niet waar het over gaat, alleen dat er iets klaarstaat. U leest het pas als u bent ingelogd.${
        props.mayChooseWeekly ? ' Eén e-mail is anders: de vragen van collega’s, als u die zelf aanzet.' : ''
      }`}
    >
      <Form frame={frame} action="/voorkeuren" idempotencyKey={props.formKey}>
        <TextField
          name="epost"
          label="Uw e-mailadres"
          description="Kies een adres dat alleen u leest."
          type="email"
          autocomplete="email"
          values={values}
          errors={errors}
        />
        <Radios name="wanneer" label="Wanneer wilt u e-mail?" choices={CHOICES} values={values} errors={errors} />
        {props.mayChooseWeekly && (
          <Checkbox
            name="weekbrief"
            label="Stuur mij elke week de vragen van collega’s"
            description="Op maandag om 8 uur, als er iets nieuws is. De vragen en antwoorden staan in de e-mail zelf, zoals u ze in Praktijk leest. VNG keek na of er geen zaak of persoon in staat. Deze e-mail komt ook als u hierboven Nooit kiest."
            values={values}
            errors={errors}
          />
        )}
        <SubmitButton>Bewaar uw keuze</SubmitButton>
      </Form>
      <p>
        Opent u een bericht niet binnen drie werkdagen? Dan gaat het ook naar uw vervanger, en daarna naar uw
        teamleider. Zo blijft er niets liggen.
      </p>
    </Page>
  );
}
