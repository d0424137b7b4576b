import type { ComponentChildren } from 'preact';

/** A link. A link to another site says so in its text; nothing opens a new window. */
export function Link(props: {
  href: string;
  rel?: string | undefined;
  /** It leads to what is on the page already: the chosen one of several. */
  isCurrent?: boolean | undefined;
  children: ComponentChildren;
}) {
  return (
    <a
      class="utrecht-link utrecht-link--html-a"
      href={props.href}
      rel={props.rel}
      aria-current={props.isCurrent ? 'true' : undefined}
    >
      {props.children}
    </a>
  );
}
