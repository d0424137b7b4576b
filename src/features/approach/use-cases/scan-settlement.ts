import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { bodyInWords, POLICY_ELEMENT } from '../domain/adoption.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { elementById, type Framework } from '../domain/framework.ts';
import { levelsOn } from '../domain/levels.ts';
import {
  type Answer,
  differencesOf,
  factOf,
  isPublishable,
  knownElements,
  missingOf,
  type Scan,
  settledAnswer,
} from '../domain/scan.ts';
import { loadContents, type ScanContents, saveChoice } from '../persistence/scan-contents-store.ts';
import { closeScan, loadOpenScan } from '../persistence/scan-store.ts';
import { publishElement, publishLevels, unpublishElement } from '../persistence/standing-store.ts';
import { type RenewTables, renewAnchoring } from './anchoring.ts';
import { currentFacts, reportFact } from './facts.ts';
import { frameworkOf } from './framework-editions.ts';
import { aboutScan, colleagueOf, type NotOpen, SCAN_WRITERS, type ScanDone, type ScanTables } from './scan.ts';
import { askedSubject, questionSubject } from './scan-respondents.ts';

/** The owner's choice where respondents differ; over the answers she saw. */
export async function chooseAnswer(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: { readonly element: string; readonly respondentId: string; readonly seen: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<ScanDone, NotOpen | { readonly code: 'not-the-owner' | 'no-difference' | 'edit-conflict' }>> {
  const scan = await loadOpenScan(tx, actor.organisationId, 'forUpdate');
  if (!scan) return err({ code: 'scan-not-open' });
  if (!(await maySettle(tx, actor, scan, time))) return err({ code: 'not-the-owner' });
  const { answers, choices } = await loadContents(tx, actor.organisationId, scan.id);
  const differences = differencesOf(frameworkOf(scan.framework), answers, choices);
  const difference = differences.find(({ element }) => element === input.element);
  if (!difference?.answers.some(({ respondentId }) => respondentId === input.respondentId))
    return err({ code: 'no-difference' });
  if (difference.seen !== input.seen) return err({ code: 'edit-conflict' });
  await saveChoice(tx, actor.organisationId, scan.id, {
    ...input,
    chosenByName: actor.personName,
    chosenAt: time.now,
  });
  return ok(aboutScan(scan));
}

/** The owner settles; when she no longer works here, whoever leads scans. */
async function maySettle(tx: Tx<ScanTables>, actor: Actor, scan: Scan, time: DomainTime): Promise<boolean> {
  if (scan.ownerId === actor.membershipId) return true;
  return SCAN_WRITERS.includes(actor.role) && !(await colleagueOf(tx, actor, scan.ownerId, time));
}

export type SettleRefusal =
  | NotOpen
  | { readonly code: 'not-the-owner' | 'differences-open' | 'reason-missing' | 'scan-empty' | 'edit-conflict' };

/**
 * Settles the scan: each element that was answered becomes a fact, what the country sees of it is published, and what was still
 * asked of people is taken back. Open differences, and "niet van toepassing" without a reason, come first.
 */
export async function settleScan(
  tx: Tx<ScanTables | RenewTables | 'approach.theme_level'>,
  actor: Actor,
  input: { readonly seenVersion: number },
  time: DomainTime,
): Promise<Result<ScanDone, SettleRefusal>> {
  const tenantId = actor.organisationId;
  const scan = await loadOpenScan(tx, tenantId, 'forUpdate');
  if (!scan) return err({ code: 'scan-not-open' });
  if (!(await maySettle(tx, actor, scan, time))) return err({ code: 'not-the-owner' });
  if (scan.version !== input.seenVersion) return err({ code: 'edit-conflict' });
  const framework = frameworkOf(scan.framework);
  const contents = await loadContents(tx, tenantId, scan.id);
  const settled = settledAnswers(framework, contents);
  if (settled === 'differences') return err({ code: 'differences-open' });
  if (settled.some((answer) => missingOf(answer, true) === 'reason')) return err({ code: 'reason-missing' });
  const before = await currentFacts(tx, tenantId);
  const known = knownElements(before, [], time.today);
  if (settled.length === 0 && known.size === 0) return err({ code: 'scan-empty' });
  for (const answer of settled) {
    // what another part of the product knows better is not said twice
    if (known.has(answer.element)) continue;
    const fact = factOf(answer, scan.id, actor.personName, time.today);
    await reportFact(tx, tenantId, fact, time);
    if (elementById(framework, answer.element)?.isIbp) await publishAnswer(tx, tenantId, answer, time);
  }
  await renewAnchoring(tx, tenantId, time);
  const levels = levelsOn(framework, await currentFacts(tx, tenantId), time.today);
  const themes = levels.map(({ theme, level }) => ({ theme: theme.id, level }));
  await publishLevels(tx, tenantId, framework.id, themes, time.today);
  await closeScan(tx, tenantId, scan.id, time.now);
  for (const { membershipId } of contents.respondents)
    await withdrawDeadlines(tx, tenantId, askedSubject(scan, membershipId), time.now);
  for (const { element, askedById } of contents.questions)
    await withdrawDeadlines(tx, tenantId, questionSubject(scan, element, askedById), time.now);
  return ok(aboutScan(scan));
}

function settledAnswers(framework: Framework, { answers, choices }: ScanContents): readonly Answer[] | 'differences' {
  const differences = differencesOf(framework, answers, choices);
  if (differences.some(({ choice }) => choice === undefined)) return 'differences';
  const grouped = Map.groupBy(answers, ({ element }) => element);
  return framework.elements.flatMap(({ id }) => {
    const difference = differences.find(({ element }) => element === id);
    return settledAnswer(grouped.get(id) ?? [], difference) ?? [];
  });
}

/** Publishes what the country may see of an answer, and takes back what it saw before when it may see nothing. */
async function publishAnswer(tx: Tx<RenewTables>, tenantId: string, answer: Answer, time: DomainTime): Promise<void> {
  const { element, state, evidence, regionId } = answer;
  // who it is here publishes itself, by the record; that the region has somebody for it stands in no record
  if (element === FOCAL_POINT_ELEMENT && state !== 'regional')
    return unpublishElement(tx, tenantId, element, time, 'regional');
  // what the region decided is no policy of this municipality before it decides itself, which publishes itself
  if (element === POLICY_ELEMENT && state === 'regional') return;
  if (!isPublishable(answer)) return unpublishElement(tx, tenantId, element, time);
  await publishElement(tx, tenantId, {
    element,
    state: state as 'present' | 'working' | 'regional',
    decidedOn: (evidence.decidedOn ?? evidence.documentOn)!,
    lapsesOn: evidence.validUntil!,
    evidenceKind:
      state === 'regional'
        ? 'regio'
        : evidence.fileId
          ? 'besluit-met-document'
          : evidence.link
            ? 'besluit-met-vindplaats'
            : 'besluit',
    regionId,
    adoptingBody: element === POLICY_ELEMENT ? bodyInWords(evidence.adoptingBody) : undefined,
    publishedAt: time.now,
  });
}
