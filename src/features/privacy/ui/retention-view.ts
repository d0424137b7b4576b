import type { HoldGround } from '../../../shared-kernel/hold-ground.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';

/** One rule of the table of terms, with how it stands here. Periods are ISO 8601. */
export interface RuleView {
  readonly proposed: {
    readonly id: string;
    readonly activity: string;
    readonly what: string;
    readonly starts: string;
    readonly period: string | null;
    readonly source: string;
    readonly alternatives: readonly { readonly period: string; readonly source: string }[];
    readonly mark: 'law' | 'found' | 'own' | 'design';
  };
  readonly standing:
    | {
        readonly settled:
          | {
              readonly period: string;
              readonly category: string;
              readonly askedByName: string;
              readonly agreedByName: string;
              readonly settledAt: Date;
            }
          | undefined;
        readonly kept: number;
        readonly soon: number;
        readonly late: number;
      }
    | undefined;
}

/** A record that is counted, without what it says. */
export interface CountedView {
  readonly id: string;
  readonly subjectKind: string;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | undefined;
  readonly heldUntil: PlainDate | undefined;
}

/** What kept a record longer, once. */
export interface HoldView {
  readonly ground: HoldGround;
  readonly untilOn: PlainDate;
  readonly laidByName: string;
  readonly laidAt: Date;
  readonly liftedByName: string | undefined;
  readonly liftedAt: Date | undefined;
}

/** One line of the declaration of destruction. */
export interface ErasedView {
  readonly id: string;
  readonly what: string;
  readonly subjectKind: string;
  readonly period: string;
  readonly category: string;
  readonly startsOn: PlainDate;
  readonly erasedAt: Date;
  readonly erased: Readonly<Record<string, number>>;
}
