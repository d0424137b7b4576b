import type { Tx } from '../../../platform/db/transact.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { organisationNames } from '../persistence/register-query.ts';
import {
  type OverlapRow,
  overlap,
  ownLines,
  type WorklistFilter,
  type WorklistRow,
  waitingMessages,
  worklist,
} from '../persistence/worklist-query.ts';
import { ANSWER_TO_REGISTER, REGISTRATION_MESSAGES } from './registration-names.ts';
import { AT_A_TIME } from './take-in.ts';

type Tables =
  | 'registration.record'
  | 'registration.delivery'
  | 'registration.candidate'
  | 'exchange.message'
  | 'organisations.organisation';

export const PAGE_SIZE = 50;

export interface WorklistView {
  readonly rows: readonly (WorklistRow & { readonly reporterName: string })[];
  readonly total: number;
  /** There are more than `total`. */
  readonly isMore: boolean;
  readonly pages: number;
  /** How many wait to be taken in; at most one more than are taken in at a time. */
  readonly waiting: number;
}

/** One page of what reporters sent. Nothing is opened. */
export async function readWorklist(
  tx: Tx<Tables>,
  actor: Actor,
  filter: WorklistFilter,
  page: number,
): Promise<WorklistView> {
  const { organisationId: tenantId } = actor;
  const kinds = [...REGISTRATION_MESSAGES, ANSWER_TO_REGISTER].map(({ kind }) => kind);
  const waiting = await waitingMessages(tx, tenantId, kinds, AT_A_TIME + 1);
  const { rows, total, isMore } = await worklist(tx, tenantId, filter, {
    offset: (page - 1) * PAGE_SIZE,
    size: PAGE_SIZE,
  });
  const names = await organisationNames(
    tx,
    rows.map(({ reporterOrganisationId }) => reporterOrganisationId),
  );
  return {
    rows: rows.map((row) => ({
      ...row,
      reporterName: names.get(row.reporterOrganisationId) ?? 'Onbekende organisatie',
    })),
    total,
    isMore,
    pages: Math.max(1, Math.ceil(total / PAGE_SIZE), isMore ? lastKnown(page, rows.length) : 1),
    waiting: waiting.length,
  };
}

/** Of a list that is longer than was counted: a page with something on it is there, and after a full one there may be a next. */
const lastKnown = (page: number, shown: number): number => (shown === 0 ? 1 : shown === PAGE_SIZE ? page + 1 : page);

export interface ListsView {
  readonly overlap: readonly OverlapRow[];
  readonly lines: Awaited<ReturnType<typeof ownLines>>;
}

/** How many persons stand on which lists: the overlap that estimates are made of. */
export async function readLists(tx: Tx<Tables>, actor: Actor): Promise<ListsView> {
  return {
    overlap: await overlap(tx, actor.organisationId),
    lines: await ownLines(tx, actor.organisationId),
  };
}
