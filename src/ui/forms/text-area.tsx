import { describedBy, type FieldProps, fieldId, keptValue, LabelledField } from './field.tsx';

/** Several lines of text. */
export function TextArea(props: FieldProps & { rows?: number | undefined; maxLength?: number | undefined }) {
  const invalid = props.errors?.[props.name] ? ' utrecht-textarea--invalid' : '';
  return (
    <LabelledField {...props}>
      <textarea
        class={`utrecht-textarea utrecht-textarea--html-textarea${invalid}`}
        id={fieldId(props.name, props.nth)}
        name={props.name}
        rows={props.rows ?? 5}
        maxLength={props.maxLength}
        value={keptValue(props.values, props.name)}
        {...describedBy(props)}
      />
    </LabelledField>
  );
}
