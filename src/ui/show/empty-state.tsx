import type { ComponentChildren } from 'preact';

/** What stands where a list will come: why it is empty, what it is for, and the next step. */
export function EmptyState(props: { title: string; children: ComponentChildren; next?: ComponentChildren }) {
  return (
    <div class="ib-empty ib-flow">
      <p class="ib-empty__title">{props.title}</p>
      {typeof props.children === 'string' ? <p>{props.children}</p> : props.children}
      {props.next ? <div class="utrecht-action-group">{props.next}</div> : null}
    </div>
  );
}
