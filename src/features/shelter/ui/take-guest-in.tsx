import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import type { Placement } from '../domain/placement.ts';

/** Takes in what was told of who comes, and goes on to read it. */
export function TakeGuestIn(props: { frame: PageFrame; placement: Placement; formKey: string }) {
  return (
    <Form
      frame={props.frame}
      action={`/opvang/plaatsingen/${props.placement.id}/wie`}
      idempotencyKey={`${props.formKey}g`}
      label="Lees wie er komt"
    >
      <SubmitButton emphasis="secondary">Lees wie er komt</SubmitButton>
    </Form>
  );
}
