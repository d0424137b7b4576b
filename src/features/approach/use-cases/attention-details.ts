import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import { loadActionTitles } from '../persistence/plan-store.ts';
import { ANCHORING_LAPSES, type AnchoringTables, readAnchoring } from './anchoring.ts';
import type { Attention } from './attention.ts';
import { ACTION_DUE } from './plan-actions.ts';

/** A deadline as the home page has it. */
interface Waiting {
  readonly kind: string;
  readonly subjectId: string | undefined;
  readonly urgency: string;
}

/** What a deadline may not keep itself, since what people typed may name somebody: read when it is shown, to who may read it. */
export interface AttentionDetails {
  /** By id of the action. */
  readonly actionTitles: ReadonlyMap<string, string>;
  /** The tests that do not pass today, where the home page says that anchoring lapsed: '6. Raad op de hoogte'. */
  readonly failedTests: readonly string[];
}

/** Reads what the home page says besides: nothing when nothing of it is asked. Door `own`. */
export async function readAttentionDetails(
  tx: Tx<AnchoringTables | 'approach.plan_action'>,
  actor: Actor,
  waiting: readonly Waiting[],
  attention: Attention | undefined,
  time: Pick<DomainTime, 'today'>,
): Promise<AttentionDetails> {
  const actions = waiting.flatMap(({ kind, subjectId }) => (kind === ACTION_DUE && subjectId ? [subjectId] : []));
  const actionTitles = await loadActionTitles(tx, actor.organisationId, actions);
  const hasLapsed =
    waiting.some(({ kind, urgency }) => kind === ANCHORING_LAPSES && urgency === 'overdue') ||
    (attention?.of === 'keeper' &&
      attention.lapses.some(({ element, isLapsed }) => element === ANCHORING_ELEMENT && isLapsed));
  const tests = hasLapsed ? (await readAnchoring(tx, actor, time)).tests : [];
  const failedTests = tests.flatMap(({ isPassed, test }) => (isPassed ? [] : [`${test.number}. ${test.title}`]));
  return { actionTitles, failedTests };
}
