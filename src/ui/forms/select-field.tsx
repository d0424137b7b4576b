import type { Translated } from '../../shared-kernel/language.ts';
import { useLanguage } from '../language.tsx';
import { describedBy, type FieldProps, fieldId, keptValue, LabelledField } from './field.tsx';

const CHOOSE: Translated<string> = { nl: 'Maak een keuze', en: 'Choose one' };

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
}

/** A choice from a longer list. With `searchable` the browser may turn it into a box to type in. */
export function SelectField(
  props: FieldProps & {
    choices: readonly Choice[];
    searchable?: boolean | undefined;
    placeholder?: string | undefined;
  },
) {
  const choose = CHOOSE[useLanguage()];
  const chosen = keptValue(props.values, props.name);
  const invalid = props.errors?.[props.name] ? ' utrecht-select--invalid' : '';
  return (
    <LabelledField {...props}>
      <select
        class={`utrecht-select utrecht-select--html-select${invalid}`}
        id={fieldId(props.name, props.nth)}
        name={props.name}
        data-autocomplete={props.searchable ? '' : undefined}
        {...describedBy(props)}
      >
        <option value="">{props.placeholder ?? choose}</option>
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === chosen}>
            {choice.label}
          </option>
        ))}
      </select>
    </LabelledField>
  );
}
