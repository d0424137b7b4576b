import { type FieldProps, fieldId, GroupedField, keptValue } from './field.tsx';
import type { Choice } from './select-field.tsx';

/** One choice out of a few, all in sight. */
export function Radios(props: FieldProps & { choices: readonly Choice[]; inline?: boolean | undefined }) {
  const id = fieldId(props.name);
  const chosen = keptValue(props.values, props.name);
  return (
    <GroupedField {...props}>
      {props.choices.map((choice, index) => {
        const own = index === 0 ? id : `${id}-${index + 1}`;
        return (
          <div class={props.inline ? 'ib-option ib-option--inline' : 'ib-option'} key={choice.value}>
            <input
              class="utrecht-radio-button ib-tick"
              type="radio"
              id={own}
              name={props.name}
              value={choice.value}
              checked={choice.value === chosen}
              aria-describedby={choice.description ? `${own}-uitleg-keuze` : undefined}
            />
            <label class="utrecht-form-label utrecht-form-label--radio" for={own}>
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
