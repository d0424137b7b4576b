import type { ComponentChildren } from 'preact';
import { Shape } from './shape.tsx';

/** Whom to call when somebody is in danger: above everything else on a page, and calm. */
export function Emergency(props: { children: ComponentChildren }) {
  return (
    <p class="ib-emergency">
      <Shape kind="warning" />
      <strong>{props.children}</strong>
    </p>
  );
}
