import type { ComponentChildren } from 'preact';

/** More about something, closed until asked for. Works without script. Nothing that everyone must read belongs in it. */
export function Disclosure(props: { summary: string; open?: boolean | undefined; children: ComponentChildren }) {
  return (
    <details class="ib-details" open={props.open}>
      <summary>{props.summary}</summary>
      <div class="ib-flow">{props.children}</div>
    </details>
  );
}
