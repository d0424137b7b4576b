import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import { type AnswersInput, type AnswersRefusal, checkAnswers } from '../domain/leaving.ts';
import { type MovedOn, statusOf } from '../domain/signal-status.ts';
import { insertAnswers } from '../persistence/leaving-store.ts';
import { type FollowUpTables, followUp } from './follow-up.ts';
import { type Asking, type HeldTables, heldReport, type NotThere } from './held-report.ts';
import { REPORT_SUBJECT } from './signal-names.ts';

export type LeavingAnswerRefusal =
  | NotThere
  | MovedOn
  | AnswersRefusal
  | { readonly code: 'about-a-place' | 'holds-number' };

/** Records the four answers that come before a signal about a person leaves, over those of before. */
export async function answerBeforeLeaving(
  tx: Tx<HeldTables | FollowUpTables | 'vault.dossier_key'>,
  asking: Asking,
  input: AnswersInput & { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, LeavingAnswerRefusal>> {
  const { actor } = asking;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  if (report.kind === 'location') return err({ code: 'about-a-place' });
  if (statusOf(report) === 'closed') return err({ code: 'signal-moved-on' });
  const checked = checkAnswers(input, time.today);
  if (!checked.ok) return checked;
  if (guardText(input.notToldBecause ?? '').numbers.length > 0) return err({ code: 'holds-number' });
  await insertAnswers(tx, actor, report, newId(), input, time.today);
  await followUp(tx, actor.organisationId, report, time);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}
