import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { EVIDENCE_LEVELS, EXPLOITATION_FORMS, LICENCES, PRACTICE_TYPES } from '../domain/practice.ts';
import { GuessFields } from './guess-fields.tsx';
import { choicesOf, LIBRARY_CRUMBS } from './library-page.tsx';

export interface TellForm {
  readonly frame: PageFrame;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly sawName: boolean;
  readonly formKey: string;
  readonly elements: readonly { readonly id: string; readonly title: string }[];
}

/** Telling what was done: a first time. */
export function TellPage(props: TellForm) {
  return (
    <Page
      frame={props.frame}
      title="Vertel wat u deed"
      lead="Ook wat niet werkte: daar leren anderen evenveel van. VNG kijkt het na; daarna leest iedereen die met In Beeld werkt het."
      errors={props.errors}
      breadcrumbs={LIBRARY_CRUMBS}
    >
      <TellFields {...props} action="/praktijk" />
    </Page>
  );
}

/** The fields of a practice, also to send it in again. */
export function TellFields(props: TellForm & { readonly action: string }) {
  const field = { values: props.values, errors: props.errors };
  return (
    <Form frame={props.frame} action={props.action} idempotencyKey={props.formKey} label="Voorbeeld insturen">
      <HiddenField name="versie" value={String(props.values.versie ?? '0')} />
      <Heading level={2}>Wat deed u?</Heading>
      <SelectField {...field} name="soort" label="Wat is het?" choices={choicesOf(PRACTICE_TYPES)} />
      <TextField {...field} name="titel" label="Titel" description="Zeg in één zin wat het is." />
      <TextArea {...field} name="probleem" label="Wat was het probleem?" rows={3} />
      <TextArea {...field} name="wat" label="Wat deed u?" rows={5} />
      <TextArea {...field} name="effect" label="Wat leverde het op?" rows={3} />
      <TextArea
        {...field}
        name="omdat"
        label="Waarom werkte het niet?"
        optional="alleen als het niet werkte"
        rows={3}
      />
      <Heading level={2}>Voor wie zoekt</Heading>
      <SelectField
        {...field}
        name="onderdeel"
        label="Bij welk onderdeel helpt het?"
        placeholder="Geen onderdeel"
        optional
        searchable
        choices={props.elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
      />
      <Checkboxes
        errors={props.errors}
        values={{
          vormen: String(props.values.vormen ?? '')
            .split(' ')
            .filter(Boolean),
        }}
        name="vormen"
        label="Bij welke vormen van uitbuiting?"
        description="Kiest u niets, dan geldt het voor alle vormen."
        optional
        choices={choicesOf(EXPLOITATION_FORMS)}
      />
      <Radios {...field} name="bewijs" label="Hoe zeker is het?" choices={choicesOf(EVIDENCE_LEVELS)} />
      <DateField {...field} name="datum" label="Wanneer was het zo?" />
      <TextField
        {...field}
        name="kosten"
        label="Kosten per jaar in euro’s"
        inputMode="numeric"
        width="short"
        optional
      />
      <TextField {...field} name="uren" label="Uren per jaar" inputMode="numeric" width="short" optional />
      <TextField
        {...field}
        name="functie"
        label="Naar wie kan iemand vragen?"
        description="Een functie, geen naam. Bijvoorbeeld: beleidsmedewerker veiligheid."
        optional
      />
      <TextArea
        {...field}
        name="documenten"
        label="Documenten"
        description="Op elke regel de titel en dan het adres, bijvoorbeeld: Beleidsplan 2026 https://www.voorbeeld.nl/plan"
        rows={3}
        optional
      />
      <Radios {...field} name="licentie" label="Mogen anderen het gebruiken?" choices={choicesOf(LICENCES)} />
      <Heading level={2}>Niemand herkenbaar</Heading>
      <GuessFields {...field} sawName={props.sawName} />
      <SubmitButton>Stuur in</SubmitButton>
    </Form>
  );
}
