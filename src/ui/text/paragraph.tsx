import type { ComponentChildren } from 'preact';

/** A paragraph; `lead` opens a page, `small` is for notes. */
export function Paragraph(props: { kind?: 'lead' | 'small' | undefined; children: ComponentChildren }) {
  return <p class={`utrecht-paragraph${props.kind ? ` utrecht-paragraph--${props.kind}` : ''}`}>{props.children}</p>;
}

/** A list of short points. */
export function BulletList(props: { items: readonly ComponentChildren[] }) {
  return (
    <ul class="utrecht-unordered-list">
      {props.items.map((item, index) => (
        <li class="utrecht-unordered-list__item" key={index}>
          {item}
        </li>
      ))}
    </ul>
  );
}
