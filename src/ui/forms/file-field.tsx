import { describedBy, type FieldProps, fieldId, LabelledField } from './field.tsx';

/** A file to send along; its form needs `multipart`. A browser cannot keep the choice when the form comes back. */
export function FileField(props: FieldProps & { accept?: string | undefined; multiple?: boolean | undefined }) {
  return (
    <LabelledField {...props}>
      <input
        class="ib-file"
        id={fieldId(props.name, props.nth)}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        {...describedBy(props)}
      />
    </LabelledField>
  );
}
