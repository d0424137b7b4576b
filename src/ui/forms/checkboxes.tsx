import { ChoiceOptions } from './choice-options.tsx';
import {
  Description,
  describedBy,
  ErrorMessage,
  type FieldProps,
  fieldId,
  GroupedField,
  keptValue,
  keptValues,
} from './field.tsx';
import type { Choice } from './select-field.tsx';

/** Any number of choices out of a few. */
export function Checkboxes(props: FieldProps & { choices: readonly Choice[] }) {
  return (
    <GroupedField {...props}>
      <ChoiceOptions
        type="checkbox"
        name={props.name}
        nth={props.nth}
        choices={props.choices}
        chosen={keptValues(props.values, props.name)}
      />
    </GroupedField>
  );
}

/** One yes or no, such as a confirmation. Sends `value` ('ja' unless told) when ticked. */
export function Checkbox(props: FieldProps & { value?: string | undefined }) {
  const value = props.value ?? 'ja';
  const invalid = props.errors?.[props.name] ? ' utrecht-form-field--invalid' : '';
  return (
    <div class={`utrecht-form-field${invalid}`}>
      <ErrorMessage {...props} />
      <div class="ib-option">
        <input
          class="utrecht-checkbox ib-tick"
          type="checkbox"
          id={fieldId(props.name, props.nth)}
          name={props.name}
          value={value}
          checked={keptValue(props.values, props.name) === value}
          {...describedBy(props)}
        />
        <label class="utrecht-form-label utrecht-form-label--checkbox" for={fieldId(props.name, props.nth)}>
          {props.label}
        </label>
        <Description {...props} />
      </div>
    </div>
  );
}
