import { describedBy, type FieldProps, fieldId, keptValue, LabelledField } from './field.tsx';

/** One line of text. `width` shows how long an answer is expected to be. A password is never sent back. */
export function TextField(
  props: FieldProps & {
    type?: 'text' | 'email' | 'tel' | 'url' | 'password' | 'search' | undefined;
    inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined;
    autocomplete?: string | undefined;
    width?: 'short' | 'medium' | 'full' | undefined;
    spellcheck?: boolean | undefined;
  },
) {
  const invalid = props.errors?.[props.name] ? ' utrecht-textbox--invalid' : '';
  const numeric = props.inputMode === 'numeric' || props.inputMode === 'decimal' ? ' utrecht-textbox--numeric' : '';
  return (
    <LabelledField {...props}>
      <input
        class={`utrecht-textbox utrecht-textbox--html-input ib-width-${props.width ?? 'full'}${numeric}${invalid}`}
        id={fieldId(props.name, props.nth)}
        name={props.name}
        // the types of Preact know inputs one type at a time
        {...({ type: props.type ?? 'text' } as { type: 'text' })}
        inputMode={props.inputMode}
        autocomplete={props.autocomplete}
        spellcheck={props.spellcheck}
        value={props.type === 'password' ? '' : keptValue(props.values, props.name)}
        {...describedBy(props)}
      />
    </LabelledField>
  );
}
