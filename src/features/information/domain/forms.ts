import type { Translated } from '../../../shared-kernel/language.ts';

/** Where something comes from: a law, a public source that was read, or general knowledge still to be verified. */
export type Mark = 'law' | 'found' | 'own';

/** A form of trafficking. The law is moving, so forms are content and no list in the code. */
export interface TraffickingForm
  extends Translated<{
    readonly name: string;
    readonly what: string;
    readonly kinds: readonly string[];
    /** Where a municipality meets it. */
    readonly where: string;
  }> {
  readonly code: string;
  readonly mark: Mark;
  readonly source: string;
}

/** A law that changes, or is about to. */
export interface LawInMotion extends Translated<{ readonly title: string; readonly text: string }> {
  readonly id: string;
  /** Null: nobody checked it. */
  readonly isInForce: boolean | null;
  readonly mark: Mark;
  readonly source: string;
}

export interface FormsEdition {
  readonly forms: readonly TraffickingForm[];
  readonly law: readonly LawInMotion[];
}
