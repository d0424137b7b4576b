import type { ComponentChildren } from 'preact';

/** One primary action a page; the others are secondary, or subtle when they are rarely wanted. */
export type Emphasis = 'primary' | 'secondary' | 'subtle';

export function buttonClass(emphasis: Emphasis = 'secondary'): string {
  return `utrecht-button utrecht-button--${emphasis === 'subtle' ? 'subtle' : `${emphasis}-action`}`;
}

/** A button outside a form's own submit button. */
export function Button(props: {
  emphasis?: Emphasis | undefined;
  type?: 'button' | 'submit' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <button class={buttonClass(props.emphasis)} type={props.type ?? 'button'} name={props.name} value={props.value}>
      {props.children}
    </button>
  );
}

/** A link that looks like a button, for the next step that is only a page. */
export function ButtonLink(props: { href: string; emphasis?: Emphasis | undefined; children: ComponentChildren }) {
  return (
    <a class={`${buttonClass(props.emphasis)} ib-button-link`} href={props.href}>
      {props.children}
    </a>
  );
}

/** Buttons beside each other, the primary one first. */
export function ActionGroup(props: { children: ComponentChildren }) {
  return <div class="utrecht-action-group">{props.children}</div>;
}
