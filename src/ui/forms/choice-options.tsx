import { fieldId } from './field.tsx';
import type { Choice } from './select-field.tsx';

/** The choices of one question as buttons to tick: `checkbox` for any number of them, `radio` for one. */
export function ChoiceOptions(props: {
  readonly type: 'checkbox' | 'radio';
  readonly name: string;
  readonly nth?: string | undefined;
  readonly choices: readonly Choice[];
  readonly chosen: readonly string[];
  readonly inline?: boolean | undefined;
}) {
  const id = fieldId(props.name, props.nth);
  const box = props.type === 'radio' ? 'utrecht-radio-button' : 'utrecht-checkbox';
  return (
    <>
      {props.choices.map((choice, index) => {
        const own = index === 0 ? id : `${id}-${index + 1}`;
        return (
          <div class={props.inline ? 'ib-option ib-option--inline' : 'ib-option'} key={choice.value}>
            <input
              class={`${box} ib-tick`}
              type={props.type}
              id={own}
              name={props.name}
              value={choice.value}
              checked={props.chosen.includes(choice.value)}
              aria-describedby={choice.description ? `${own}-uitleg-keuze` : undefined}
            />
            <label class={`utrecht-form-label utrecht-form-label--${props.type}`} for={own}>
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
    </>
  );
}
