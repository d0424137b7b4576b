import type { ComponentChildren } from 'preact';
import { Heading } from '../text/heading.tsx';

/** A part of the gallery. */
export function Section(props: { title: string; children: ComponentChildren }) {
  return (
    <>
      <Heading level={2}>{props.title}</Heading>
      {props.children}
    </>
  );
}
