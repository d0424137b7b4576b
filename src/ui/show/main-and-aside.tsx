import type { ComponentChildren } from 'preact';

/** A detail page: what happened and what to do on the left, the facts on the right; under each other on a narrow screen. */
export function MainAndAside(props: { aside: ComponentChildren; asideLabel: string; children: ComponentChildren }) {
  return (
    <div class="ib-split">
      <div class="ib-flow">{props.children}</div>
      <section class="ib-split__aside ib-flow" aria-label={props.asideLabel}>
        {props.aside}
      </section>
    </div>
  );
}
