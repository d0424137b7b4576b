import type { ComponentChildren } from 'preact';
import { Shape } from './shape.tsx';

/** What stands on the page after sending: that it arrived, under which code, and (children) what happens next. */
export function Confirmation(props: { title: string; code?: string | undefined; children?: ComponentChildren }) {
  return (
    <div class="ib-confirmation ib-flow">
      <p class="ib-confirmation__title">
        <Shape kind="ok" />
        {props.title}
      </p>
      {props.code ? (
        <p>
          Uw code is <strong class="ib-confirmation__code">{props.code}</strong>
        </p>
      ) : null}
      {props.children}
    </div>
  );
}
