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
  const id = fieldId(props.name);
  const chosen = keptValues(props.values, props.name);
  return (
    <GroupedField {...props}>
      {props.choices.map((choice, index) => {
        const own = index === 0 ? id : `${id}-${index + 1}`;
        return (
          <div class="ib-option" key={choice.value}>
            <input
              class="utrecht-checkbox ib-tick"
              type="checkbox"
              id={own}
              name={props.name}
              value={choice.value}
              checked={chosen.includes(choice.value)}
              aria-describedby={choice.description ? `${own}-uitleg-keuze` : undefined}
            />
            <label class="utrecht-form-label utrecht-form-label--checkbox" for={own}>
              {choice.label}
            </label>
            {choice.description ? (
              <p class="ib-option__description" id={`${own}-uitleg-keuze`}>
                {choice.description}
              </p>
            ) : null}
          </div>
        );
      })}
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
          id={fieldId(props.name)}
          name={props.name}
          value={value}
          checked={keptValue(props.values, props.name) === value}
          {...describedBy(props)}
        />
        <label class="utrecht-form-label utrecht-form-label--checkbox" for={fieldId(props.name)}>
          {props.label}
        </label>
        <Description {...props} />
      </div>
    </div>
  );
}
