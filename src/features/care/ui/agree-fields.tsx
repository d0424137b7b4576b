import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { AGREED_MANNERS } from '../domain/cases/full-file.ts';
import type { Choice } from './case-words.ts';
import { AGREED_WORDS } from './full-words.ts';

/** When, in which language and how something was talked through with the person. */
export function AgreeFields(props: {
  languages: readonly Choice[];
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const field = { values: props.values, errors: props.errors };
  return (
    <>
      <DateField {...field} name="besprokenOp" label="Op welke dag?" />
      <SelectField {...field} name="besprokenTaal" label="In welke taal?" choices={props.languages} />
      <Radios
        {...field}
        name="besprokenHoe"
        label="Hoe?"
        choices={AGREED_MANNERS.map((value) => ({ value, label: AGREED_WORDS[value] }))}
      />
    </>
  );
}
