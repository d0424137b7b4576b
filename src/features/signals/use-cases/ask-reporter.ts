import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import type { DeadlineTables } from '../../../platform/deadlines/set-deadline.ts';
import { peopleExcludedFrom } from '../../../platform/dossiers/people-excluded.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { guardText, type NumberFound } from '../../../shared-kernel/text-guard.ts';
import { type MovedOn, statusOf, stepFrom } from '../domain/signal-status.ts';
import { answerQuestion, insertQuestion, questionsFor, type WaitingQuestion } from '../persistence/question-store.ts';
import { type Asking, type HeldTables, heldReport, type NotThere } from './held-report.ts';
import { REPORT_SUBJECT, waitingPath } from './signal-names.ts';
import { ANSWERED, ASKED } from './signal-texts.ts';

type Tables = HeldTables | DeadlineTables | 'signals.question' | 'vault.dossier_key';

export type NumberRefusal = { readonly code: 'text-holds-number'; readonly found: NumberFound };
export type AskRefusal = NotThere | MovedOn | NumberRefusal | { readonly code: 'reporter-not-here' | 'text-may-name' };

/** Asks whoever passed a signal on. She may not read signals about persons, so the question names nobody. */
export async function askReporter(
  tx: Tx<Tables>,
  asking: Asking,
  input: { readonly code: string; readonly question: string },
  time: DomainTime,
): Promise<Result<Done, AskRefusal>> {
  const { actor } = asking;
  const held = await heldReport(tx, asking, input.code, time);
  if (!held.ok) return held;
  const report = held.value;
  const step = stepFrom(statusOf(report), 'ask');
  if (!step.ok) return step;
  const guarded = guardText(input.question);
  const [found] = guarded.numbers;
  if (found) return err({ code: 'text-holds-number', found });
  if (guarded.looksLikeName) return err({ code: 'text-may-name' });
  const colleagues = await colleaguesOf(tx, actor.organisationId, time.today);
  const reporter = colleagues.find(({ personId }) => personId === report.reporterPersonId);
  if (!reporter) return err({ code: 'reporter-not-here' });
  const { personId, membershipId } = reporter;
  await insertQuestion(
    tx,
    actor,
    { ...report, reporterPersonId: personId },
    { id: newRandomId(), question: input.question, on: time.today },
  );
  const message = { tenantId: actor.organisationId, membershipId, personId, kind: ASKED, level: 1 } as const;
  await notify(tx, { ...message, path: '/meldingen/mijn' }, time.now);
  return ok({ subject: { kind: REPORT_SUBJECT, id: report.id } });
}

/** What the focal point asked this colleague and waits for. */
export async function questionsForMe(
  tx: Tx<'signals.question' | 'signals.signal_report'>,
  actor: Actor,
): Promise<readonly WaitingQuestion[]> {
  return questionsFor(tx, actor.organisationId, actor.personId);
}

/** Answers a question about a signal of one's own. What is said is sealed and read by the focal point alone. */
export async function answer(
  tx: Tx<Tables>,
  actor: Actor,
  input: { readonly questionId: string; readonly answer: string },
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'answered-before' } | NumberRefusal>> {
  const { organisationId: tenantId } = actor;
  const question = (await questionsFor(tx, tenantId, actor.personId)).find(({ id }) => id === input.questionId);
  if (!question) return err({ code: 'not-found' });
  const [found] = guardText(input.answer).numbers;
  if (found) return err({ code: 'text-holds-number', found });
  if (!(await answerQuestion(tx, tenantId, question, input.answer, time.today)))
    return err({ code: 'answered-before' });
  const officers = await colleaguesOf(tx, tenantId, time.today, ['aandachtsfunctionaris']);
  const excluded = await peopleExcludedFrom(tx, tenantId, question.dossierId, time.now);
  const path = waitingPath(question.reportId);
  for (const { membershipId, personId } of officers.filter((each) => !excluded.has(each.personId)))
    await notify(tx, { tenantId, membershipId, personId, kind: ANSWERED, path, level: 1 }, time.now);
  return ok({ subject: { kind: REPORT_SUBJECT, id: question.reportId } });
}
