import type { ComponentChildren } from 'preact';
import type { PageFrame } from '../page.tsx';
import { HiddenField } from './hidden-field.tsx';

/**
 * A form that changes something. Adds the CSRF token and the key that makes sending twice the same as sending once.
 * Checking is the server's: the browser's own bubbles are off, so that every error stands in the summary.
 */
export function Form(props: {
  frame: PageFrame;
  action: string;
  /** New for every form that is shown, the same when it comes back with errors. */
  idempotencyKey: string;
  multipart?: boolean | undefined;
  /** 'off' on shared devices: forms about people keep nothing in the browser. */
  autocomplete?: 'on' | 'off' | undefined;
  label?: string | undefined;
  /** A passkey is asked or made before the form is sent, by src/ui/client/passkey.ts: the question as the standard writes it. */
  passkey?: { readonly kind: 'use' | 'make'; readonly question: object } | undefined;
  children: ComponentChildren;
}) {
  return (
    <form
      class="ib-form"
      method="post"
      action={props.action}
      encType={props.multipart ? 'multipart/form-data' : undefined}
      autocomplete={props.autocomplete}
      aria-label={props.label}
      noValidate
      data-guard
      data-passkey={props.passkey?.kind}
      data-passkey-question={props.passkey && JSON.stringify(props.passkey.question)}
    >
      {props.frame.csrf ? <HiddenField name="_csrf" value={props.frame.csrf} /> : null}
      <HiddenField name="_sleutel" value={props.idempotencyKey} />
      {props.children}
    </form>
  );
}
