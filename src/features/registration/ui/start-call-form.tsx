import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import type { CallTask } from '../domain/call.ts';
import { CALL_TASK_WORDS } from './call-words.ts';

/** That what was typed may look like a name, and is none: asked only when it does. */
export function LookedThrough(props: { values: FieldValues; errors?: FieldErrors | undefined }) {
  const isAsked = ['gaatOver', 'nogVragen'].some(
    (field) => String(props.values[field] ?? '').trim() !== '' && props.errors?.[field]?.includes('naam'),
  );
  return isAsked || props.values.nagekeken === 'ja' ? (
    <Checkbox {...props} name="nagekeken" label="Ik keek het na: er staat geen naam in" />
  ) : null;
}

/** The telephone rings: one field to begin with. */
export function StartCallForm(props: {
  frame: PageFrame;
  task: CallTask;
  formKey: string;
  values?: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { values = {}, errors } = props;
  return (
    <Form
      frame={props.frame}
      action={`${CALL_TASK_WORDS[props.task].path}/nieuw`}
      idempotencyKey={props.formKey}
      autocomplete="off"
      label="Begin een gesprek"
    >
      <TextArea
        values={values}
        errors={errors}
        name="gaatOver"
        label="Waar gaat het over?"
        description="In een paar woorden. Noem geen naam."
        rows={2}
      />
      <LookedThrough values={values} errors={errors} />
      <SubmitButton>Begin het gesprek</SubmitButton>
    </Form>
  );
}
