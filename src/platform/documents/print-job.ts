import type { DocumentTree } from './document-tree.ts';

export type DocumentFormat = 'docx' | 'pdf';

/** One document to make. */
export interface PrintJob {
  readonly id: number;
  readonly format: DocumentFormat;
  readonly tree: DocumentTree;
}

/** The file, or why there is none. */
export type Printed =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly problem: string };
