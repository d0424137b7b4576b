import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Meeting, SaidOfPerson } from './meeting.ts';
import { isEnforcement, type PartyType } from './party.ts';

/** Why the chair keeps something that was brought in from the agenda: a closed list, so that nothing about a person stands in it. */
export const REFUSALS_BY_CHAIR = ['other-purpose', 'ground-unclear', 'no-time', 'other-table'] as const;
export type RefusalByChair = (typeof REFUSALS_BY_CHAIR)[number];
/** The same when the table itself does: who investigates sits there, it is over, or who brought it does not take part. */
export type BroughtRefusal = RefusalByChair | 'belongs-elsewhere' | 'meeting-closed' | 'not-at-table';

/** Why it was taken back by who brought it. */
export type TakenBack = 'consent' | 'not-needed';

/** So many items of one organisation may wait at one table. [design: In Beeld] */
export const MOST_BROUGHT = 20;

/** May this be brought in by an organisation of this type? Who investigates brings no person, whoever else sits at the table. */
export function mayBringIn(
  by: PartyType,
  item: { readonly aboutPerson: boolean; readonly waiting: number },
  table: { readonly isOver: boolean },
): Result<true, { readonly code: 'belongs-elsewhere' | 'meeting-closed' | 'too-many-items' }> {
  if (table.isOver) return err({ code: 'meeting-closed' });
  if (item.aboutPerson && isEnforcement(by)) return err({ code: 'belongs-elsewhere' });
  if (item.waiting >= MOST_BROUGHT) return err({ code: 'too-many-items' });
  return ok(true);
}

/** What comes of something that came in, without anybody opening it; undefined when the chair may look at it. */
export function turnedDownBy(
  meeting: Pick<Meeting, 'kind' | 'state'> | undefined,
  brought: { readonly aboutPerson: boolean; readonly isAtTable: boolean },
  enforcement: readonly PartyType[],
): BroughtRefusal | undefined {
  if (meeting?.kind !== 'care' || !brought.isAtTable) return 'not-at-table';
  if (meeting.state === 'closed') return 'meeting-closed';
  return brought.aboutPerson && enforcement.length > 0 ? 'belongs-elsewhere' : undefined;
}

/** Something that was brought in, as the chair finds it beside the agenda: nothing of what it says. */
export interface BroughtIn {
  readonly id: string;
  readonly senderId: string;
  readonly aboutPerson: boolean;
  readonly at: Date;
  /** The chair can read and answer it. */
  readonly isWaiting: boolean;
  /** The same, or it did not come in yet. */
  readonly isOpen: boolean;
}

/** The same for who brought it. */
export interface OwnBrought {
  readonly id: string;
  readonly aboutPerson: boolean;
  readonly at: Date;
  readonly state: 'waiting' | 'accepted' | 'refused' | 'withdrawn';
  readonly why: string | undefined;
  /** Undefined when it was taken back or erased. */
  readonly topic: string | undefined;
  readonly person: SaidOfPerson | undefined;
}
