import type { Block } from './document-tree.ts';

/** What nobody recorded yet. */
export const TO_FILL_IN = 'nog in te vullen';

export const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
export const subheading = (text: string): Block => ({ kind: 'heading', level: 3, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** A list, or a sentence when there is nothing to list. */
export const list = (items: readonly string[], none: string): Block =>
  items.length > 0 ? { kind: 'list', items } : paragraph(none);

/** A table, or a sentence when it would have no rows. */
export const table = (
  caption: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  none: string,
): Block => (rows.length > 0 ? { kind: 'table', caption, header, rows } : paragraph(none));
