import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ProcedureTable } from '../domain/terms/term-table.ts';
import { TERMS_PATH } from './term-words.tsx';

/** A form as it was sent, with what is wrong beside each field. */
export interface TermsForm {
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
}

/** Asks for the dates of a clock. No person is in it, and nothing is kept. */
export function TermsCalculator(props: {
  frame: PageFrame;
  table: readonly ProcedureTable[];
  form: TermsForm;
  formKey: string;
}) {
  const choices = props.table.flatMap(({ name, clocks }) =>
    clocks
      .filter(({ term }) => term.kind !== 'unknown')
      .map((clock) => ({ value: clock.id, label: clock.name === name ? name : `${name}: ${clock.name}` })),
  );
  return (
    <>
      <Paragraph>
        Kies een klok en vul een dag in. Noem geen personen: wij bewaren niets van wat u hier invult.
      </Paragraph>
      <Form
        frame={props.frame}
        action={TERMS_PATH}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Bereken een termijn"
      >
        <SelectField {...props.form} name="klok" label="Welke klok?" choices={choices} />
        <DateField
          {...props.form}
          name="dag"
          label="Welke dag?"
          description="De dag waarop de klok begint. Staat de laatste dag in een brief of op een vergunning? Neem dan die dag over."
        />
        <DateField
          {...props.form}
          name="nagelezen"
          label="Dezelfde dag, nagelezen door een collega"
          description="Gaat de brief over bezwaar of beroep? Laat een collega de brief ook lezen en de dag invullen."
          optional="alleen bij een brief"
        />
        <SubmitButton>Bereken de laatste dag</SubmitButton>
      </Form>
    </>
  );
}
