import { ChoiceOptions } from './choice-options.tsx';
import { type FieldProps, GroupedField, keptValue } from './field.tsx';
import type { Choice } from './select-field.tsx';

/** One choice out of a few, all in sight. */
export function Radios(props: FieldProps & { choices: readonly Choice[]; inline?: boolean | undefined }) {
  return (
    <GroupedField {...props}>
      <ChoiceOptions
        type="radio"
        name={props.name}
        nth={props.nth}
        choices={props.choices}
        chosen={[keptValue(props.values, props.name)]}
        inline={props.inline}
      />
    </GroupedField>
  );
}
