import type { ComponentChildren } from 'preact';

/** A document on screen as it will be on paper: white, also in the dark, with its own title (level 2) and its mark on top. */
export function Sheet(props: {
  id: string;
  title: string;
  /** Such as 'Voorbeeldgegevens, niet echt'. */
  mark?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <article class="ib-sheet ib-flow" aria-labelledby={props.id}>
      {props.mark ? <p class="ib-sheet__mark">{props.mark}</p> : null}
      <h2 class="utrecht-heading-2" id={props.id}>
        {props.title}
      </h2>
      {props.children}
    </article>
  );
}
