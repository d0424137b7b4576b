import type { ComponentChildren } from 'preact';
import { buttonClass, type Emphasis } from '../text/button.tsx';

/** Sends the form. Its text says what happens: 'Stel vast', not 'OK'. */
export function SubmitButton(props: {
  emphasis?: Emphasis | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Another deed with the same answers: where this button sends them instead of where the form does. */
  action?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <button
      class={`${buttonClass(props.emphasis ?? 'primary')} utrecht-button--submit`}
      type="submit"
      name={props.name}
      value={props.value}
      formAction={props.action}
    >
      {props.children}
    </button>
  );
}
