import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import { completeDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { elementById, type Framework } from '../domain/framework.ts';
import { type Answer, type AnswerFacts, type AnswerRefusal, checkEvidence, type Scan } from '../domain/scan.ts';
import { loadOwnRegions } from '../persistence/region-offer-store.ts';
import {
  closeQuestions,
  loadContents,
  type ScanContents,
  saveAnswer,
  saveQuestion,
} from '../persistence/scan-contents-store.ts';
import { loadOpenScan } from '../persistence/scan-store.ts';
import { frameworkOf } from './framework-editions.ts';
import { holdEvidence } from './keep-evidence.ts';
import {
  aboutScan,
  colleagueOf,
  joinWriter,
  mayAnswer,
  type NotOpen,
  type NotYours,
  SCAN_ANSWERED,
  SCAN_QUESTION,
  type ScanDone,
  type ScanTables,
} from './scan.ts';
import { askColleague, questionSubject } from './scan-respondents.ts';

/** One answer as it comes in: what was filled in, over the version that was seen (0: none). */
export interface GivenAnswer {
  readonly element: string;
  readonly seenVersion: number;
  readonly facts: AnswerFacts;
  /** With "weet ik niet": who might know. */
  readonly askColleagueId?: string | undefined;
}

/** A refusal of one of the answers names its element. */
export type SaveRefusal =
  | NotOpen
  | NotYours
  | ((
      | AnswerRefusal
      | {
          readonly code:
            | 'edit-conflict'
            | 'unknown-element'
            | 'unknown-region'
            | 'unknown-colleague'
            | 'asks-herself'
            | 'evidence-not-found';
        }
    ) & { readonly element: string });

/**
 * Saves answers of the actor, all or none. An answer that is the same as what stands is left alone. Somebody who was only asked
 * about one element answers that one; the answer closes the question and goes back to whoever asked.
 */
export async function saveAnswers(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: { readonly answers: readonly GivenAnswer[] },
  time: DomainTime,
): Promise<Result<ScanDone, SaveRefusal>> {
  const scan = await loadOpenScan(tx, actor.organisationId, 'forShare');
  if (!scan) return err({ code: 'scan-not-open' });
  const framework = frameworkOf(scan.framework);
  const contents = await loadContents(tx, actor.organisationId, scan.id);
  const regions = await loadOwnRegions(tx, actor.organisationId, time.today);
  for (const given of input.answers) {
    const { element, facts } = given;
    if (!elementById(framework, element)) return err({ code: 'unknown-element', element });
    if (!mayAnswer(scan, contents, actor, element)) return err({ code: 'not-asked' });
    const checked = checkEvidence(facts.evidence, time.today);
    if (!checked.ok) return err({ ...checked.error, element });
    if (facts.regionId !== undefined && !regions.some(({ id }) => id === facts.regionId))
      return err({ code: 'unknown-region', element });
    if (!(await holdEvidence(tx, actor, facts.evidence.fileId, time)))
      return err({ code: 'evidence-not-found', element });
    const saved = await keepAnswer(tx, actor, scan, contents, { ...given, origin: 'asked' }, time);
    if (saved === 'conflict') return err({ code: 'edit-conflict', element });
    if (facts.state === 'unknown' && given.askColleagueId !== undefined) {
      const asked = await askAbout(tx, actor, scan, framework, element, given.askColleagueId, time);
      if (!asked.ok) return err({ ...asked.error, element });
    }
    if (facts.state !== 'unknown') await answerQuestions(tx, actor, scan, contents, element, time);
  }
  await joinWriter(tx, actor, scan, time);
  return ok(aboutScan(scan));
}

/** Keeps one answer of the actor over the version she saw; left alone when it says the same. */
export async function keepAnswer(
  tx: Tx<ScanTables>,
  actor: Actor,
  scan: Scan,
  contents: ScanContents,
  given: GivenAnswer & { readonly origin: Answer['origin'] },
  { now }: DomainTime,
): Promise<'saved' | 'same' | 'conflict'> {
  const current = contents.answers.find(
    (answer) => answer.element === given.element && answer.respondentId === actor.membershipId,
  );
  if (current && isSame(current, given.facts)) return 'same';
  if ((current?.version ?? 0) !== given.seenVersion) return 'conflict';
  const answer: Answer = {
    ...given.facts,
    element: given.element,
    respondentId: actor.membershipId,
    respondentName: actor.personName,
    origin: given.origin,
    version: given.seenVersion + 1,
    answeredAt: now,
  };
  return (await saveAnswer(tx, actor.organisationId, scan.id, answer)) ? 'saved' : 'conflict';
}

function isSame(current: Answer, facts: AnswerFacts): boolean {
  const plain = ({ state, evidence, regionId, reason, remark }: AnswerFacts) =>
    JSON.stringify([state, Object.entries(evidence).sort(), regionId, reason, remark]);
  return plain(current) === plain(facts);
}

async function askAbout(
  tx: Tx<ScanTables>,
  actor: Actor,
  scan: Scan,
  framework: Framework,
  element: string,
  colleagueId: string,
  time: DomainTime,
): Promise<Result<void, { readonly code: 'unknown-colleague' | 'asks-herself' }>> {
  if (colleagueId === actor.membershipId) return err({ code: 'asks-herself' });
  const colleague = await colleagueOf(tx, actor, colleagueId, time);
  if (!colleague) return err({ code: 'unknown-colleague' });
  await saveQuestion(tx, actor.organisationId, scan.id, {
    element,
    askedById: actor.membershipId,
    askedByName: actor.personName,
    colleagueId,
    colleagueName: colleague.name,
    answeredAt: undefined,
    askedAt: time.now,
  });
  await askColleague(
    tx,
    actor,
    colleague,
    {
      kind: SCAN_QUESTION,
      subject: questionSubject(scan, element, actor.membershipId),
      path: `/aanpak/scan/onderdeel/${element}`,
      parameters: { onderdeel: `${element} ${elementById(framework, element)!.title}` },
    },
    time,
  );
  return ok(undefined);
}

async function answerQuestions(
  tx: Tx<ScanTables>,
  actor: Actor,
  scan: Scan,
  contents: ScanContents,
  element: string,
  time: DomainTime,
): Promise<void> {
  const open = contents.questions.filter(
    (question) =>
      question.element === element && question.colleagueId === actor.membershipId && question.answeredAt === undefined,
  );
  if (open.length === 0) return;
  await closeQuestions(tx, actor.organisationId, scan.id, { element, colleagueId: actor.membershipId }, time.now);
  for (const { askedById } of open) {
    await completeDeadlines(tx, actor.organisationId, questionSubject(scan, element, askedById), time.now);
    const asker = await colleagueOf(tx, actor, askedById, time);
    if (!asker) continue;
    await notify(
      tx,
      {
        tenantId: actor.organisationId,
        membershipId: asker.membershipId,
        personId: asker.personId,
        kind: SCAN_ANSWERED,
        path: `/aanpak/scan/onderdeel/${element}`,
        level: 1,
      },
      time.now,
    );
  }
}
