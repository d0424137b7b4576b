import { Checkbox, Checkboxes } from '../forms/checkboxes.tsx';
import { DateField } from '../forms/date-field.tsx';
import { FileField } from '../forms/file-field.tsx';
import { Form } from '../forms/form.tsx';
import { Radios } from '../forms/radios.tsx';
import { SelectField } from '../forms/select-field.tsx';
import { StepCount } from '../forms/step-count.tsx';
import { SubmitButton } from '../forms/submit-button.tsx';
import { ColumnHelp, TableForm, WrongRows } from '../forms/table-form.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { TextField } from '../forms/text-field.tsx';
import type { PageFrame } from '../page.tsx';
import { ActionGroup } from '../text/button.tsx';
import { ERRORS, KEPT, MUNICIPALITIES } from './samples.ts';
import { Section } from './section.tsx';

/** A form that came back with errors. */
export function FormSection({ frame }: { frame: PageFrame }) {
  return (
    <Section title="Formulier">
      <Form frame={frame} action="#formulier" idempotencyKey="voorbeeld" label="Voorbeeldformulier" multipart>
        <StepCount step={2} of={5} />
        <TextField name="naam" label="Naam van de aanpak" values={KEPT} errors={ERRORS} />
        <DateField
          name="vanaf"
          label="Geldig vanaf"
          description="De dag waarop het college besluit."
          values={KEPT}
          errors={ERRORS}
        />
        <SelectField name="gemeente" label="Gemeente" choices={MUNICIPALITIES} values={KEPT} searchable />
        <Radios
          name="regio"
          label="Werkt u samen met de regio?"
          values={KEPT}
          choices={[
            { value: 'ja', label: 'Ja' },
            { value: 'nee', label: 'Nee', description: 'U kunt later alsnog aansluiten.' },
          ]}
        />
        <Checkboxes
          name="vormen"
          label="Over welke vormen gaat het?"
          optional
          values={KEPT}
          choices={[
            { value: 'seksueel', label: 'Seksuele uitbuiting' },
            { value: 'arbeid', label: 'Arbeidsuitbuiting' },
            { value: 'crimineel', label: 'Criminele uitbuiting' },
          ]}
        />
        <TextArea name="toelichting" label="Toelichting" values={KEPT} errors={ERRORS} />
        <FileField name="besluit" label="Besluit" description="Een pdf van ten hoogste 10 MB." optional />
        <Checkbox name="akkoord" label="Ik heb alles gecontroleerd" values={{}} />
        <ActionGroup>
          <SubmitButton>Stel de aanpak vast</SubmitButton>
          <SubmitButton emphasis="secondary" name="bewaar" value="ja">
            Bewaar en ga later verder
          </SubmitButton>
        </ActionGroup>
      </Form>
    </Section>
  );
}

const COLUMN_NAMES = { naam: 'Naam', dag: 'Gevolgd op' } as const;
const EXAMPLE = 'voorbeeld';
const WRONG = [
  {
    line: 3,
    name: 'Noor Fictief',
    problems: [{ column: 'dag', code: EXAMPLE }],
  },
] as const;

/** A table of many rows that is read first: what to give, and what was wrong with it. */
export function TableSection({ frame }: { frame: PageFrame }) {
  return (
    <Section title="Tabel inlezen">
      <TableForm frame={frame} action="#tabel" values={{}} formKey="voorbeeld-tabel" />
      <ColumnHelp names={COLUMN_NAMES} help={{ naam: 'van de medewerker', dag: 'de dag van de training' }} />
      <WrongRows
        rows={WRONG}
        columns={[{ header: 'Naam', cell: ({ name }) => name }]}
        names={COLUMN_NAMES}
        texts={{ [EXAMPLE]: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' }}
      />
    </Section>
  );
}
