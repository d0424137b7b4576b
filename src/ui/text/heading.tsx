import type { ComponentChildren } from 'preact';

/** A heading. Level 1 belongs to `Page`, which writes it from its title: use 2, 3 and 4. */
export function Heading(props: { level: 1 | 2 | 3 | 4; id?: string | undefined; children: ComponentChildren }) {
  const Tag = `h${props.level}` as const;
  return (
    <Tag class={`utrecht-heading-${props.level}`} id={props.id}>
      {props.children}
    </Tag>
  );
}
