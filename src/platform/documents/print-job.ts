import type { CardTree } from './card-tree.ts';
import type { DocumentTree } from './document-tree.ts';
import type { CardFold } from './write-card.ts';

export type DocumentFormat = 'docx' | 'pdf';

/** One document or card to make. */
export type PrintJob =
  | { readonly id: number; readonly format: DocumentFormat; readonly tree: DocumentTree }
  | { readonly id: number; readonly format: 'card'; readonly card: CardTree; readonly fold: CardFold };

/** The file, or why there is none. */
export type Printed =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string };
