import type { ComponentChildren } from 'preact';

/** What somebody else said, word for word, with who and when; `children` may draw it. */
export function Quotation(props: { text: ComponentChildren; by: ComponentChildren; children?: ComponentChildren }) {
  return (
    <figure class="ib-quote">
      {props.children}
      <blockquote>
        <p>{props.text}</p>
      </blockquote>
      <figcaption>{props.by}</figcaption>
    </figure>
  );
}
