import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import {
  completeDeadlines,
  type DeadlineTables,
  setDeadline,
  withdrawDeadlines,
} from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { type Colleague, colleaguesOf } from '../../../platform/members/members.ts';
import { addDays } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { isArranged } from '../domain/fact.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { elementById, type Framework } from '../domain/framework.ts';
import { levelsOn } from '../domain/levels.ts';
import { offerHolds } from '../domain/region-offer.ts';
import {
  type Answer,
  type AnswerFacts,
  type AnswerRefusal,
  checkEvidence,
  differencesOf,
  type Evidence,
  factOf,
  knownElements,
  missingOf,
  NO_EVIDENCE,
  type Scan,
  settledAnswer,
} from '../domain/scan.ts';
import { loadOffers, loadOwnRegions } from '../persistence/region-offer-store.ts';
import {
  closeQuestions,
  closeScan,
  finishRespondent,
  insertRespondent,
  insertScan,
  loadContents,
  loadOpenScan,
  openDeadlineOf,
  type ScanContents,
  saveAnswer,
  saveChoice,
  saveQuestion,
} from '../persistence/scan-store.ts';
import { publishElement, publishLevels, unpublishElement } from '../persistence/standing-store.ts';
import { type RenewTables, renewAnchoring } from './anchoring.ts';
import { currentFacts, reportFact } from './facts.ts';
import { frameworkOf } from './framework-editions.ts';
import { holdEvidence } from './keep-evidence.ts';

export type ScanTables =
  | 'approach.scan'
  | 'approach.scan_respondent'
  | 'approach.scan_answer'
  | 'approach.scan_question'
  | 'approach.scan_choice'
  | 'approach.fact'
  | 'approach.region_offer'
  | 'files.file'
  | 'organisations.region_membership'
  | 'organisations.organisation'
  | DeadlineTables;

/** Who leads a scan, and may always answer in it. */
export const SCAN_WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];

/** Somebody was asked to answer the scan. */
export const SCAN_ASKED = 'approach.scan-asked';
/** A colleague does not know, and asks. */
export const SCAN_QUESTION = 'approach.scan-question';
/** The colleague answered. */
export const SCAN_ANSWERED = 'approach.scan-answered';

/** Two weeks to answer, with a reminder. [design: In Beeld] */
const DAYS_TO_ANSWER = 14;
const REMIND_DAYS_AHEAD = [DAYS_TO_ANSWER, 3, 0];

interface Done {
  readonly subject: { readonly kind: 'approach.scan'; readonly id: string };
}
const about = (scan: { readonly id: string }): Done => ({ subject: { kind: 'approach.scan', id: scan.id } });

type NotOpen = { readonly code: 'scan-not-open' };
type NotYours = { readonly code: 'not-asked' };

/** Opens a scan over an edition of the framework; there is one open scan at a time. */
export async function openScan(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: { readonly framework: Framework },
  { now }: DomainTime,
): Promise<Result<Done, { readonly code: 'scan-already-open' }>> {
  const scan: Scan = {
    id: newId(),
    framework: input.framework.id,
    ownerId: actor.membershipId,
    ownerName: actor.personName,
    openedAt: now,
    settledAt: undefined,
    version: 1,
  };
  if (!(await insertScan(tx, actor.organisationId, scan))) return err({ code: 'scan-already-open' });
  return ok(about(scan));
}

/** Asks a colleague to answer: becomes a deadline for that person, who is told at once. */
export async function inviteRespondent(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: { readonly membershipId: string },
  time: DomainTime,
): Promise<Result<Done, NotOpen | { readonly code: 'unknown-colleague' | 'already-asked' }>> {
  const scan = await loadOpenScan(tx, actor.organisationId, 'forShare');
  if (!scan) return err({ code: 'scan-not-open' });
  const colleague = await colleagueOf(tx, actor, input.membershipId, time);
  if (!colleague) return err({ code: 'unknown-colleague' });
  const { membershipId, name } = colleague;
  if (membershipId === scan.ownerId) return err({ code: 'already-asked' });
  const isNew = await insertRespondent(tx, actor.organisationId, scan.id, { membershipId, name, at: time.now });
  if (!isNew) return err({ code: 'already-asked' });
  await ask(
    tx,
    actor,
    colleague,
    { kind: SCAN_ASKED, subject: askedSubject(scan, membershipId), path: '/aanpak/scan', parameters: {} },
    time,
  );
  return ok(about(scan));
}

const askedSubject = (scan: Scan, membershipId: string) => ({
  kind: 'approach.scan-respondent',
  id: `${scan.id} ${membershipId}`,
});
const questionSubject = (scan: Scan, element: string, askedById: string) => ({
  kind: 'approach.scan-question',
  id: `${scan.id} ${element} ${askedById}`,
});

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
): Promise<Result<Done, SaveRefusal>> {
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
  return ok(about(scan));
}

/** The owner, whoever was asked and whoever leads scans answer everything; a colleague who was asked one thing, that. */
export function mayAnswer(
  scan: Scan,
  { respondents, questions }: Pick<ScanContents, 'respondents' | 'questions'>,
  actor: Actor,
  element?: string,
): boolean {
  return (
    scan.ownerId === actor.membershipId ||
    SCAN_WRITERS.includes(actor.role) ||
    respondents.some(({ membershipId }) => membershipId === actor.membershipId) ||
    (element !== undefined &&
      questions.some((question) => question.element === element && question.colleagueId === actor.membershipId))
  );
}

async function keepAnswer(
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

/** Who leads scans and answers without being asked, becomes visible as a respondent. */
async function joinWriter(tx: Tx<ScanTables>, actor: Actor, scan: Scan, { now }: DomainTime): Promise<void> {
  if (scan.ownerId === actor.membershipId || !SCAN_WRITERS.includes(actor.role)) return;
  const me = { membershipId: actor.membershipId, name: actor.personName, at: now };
  await insertRespondent(tx, actor.organisationId, scan.id, me);
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
  await ask(
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

/** Sets the deadline of a colleague, and tells her now rather than at the first reminder. */
async function ask(
  tx: Tx<ScanTables>,
  actor: Actor,
  colleague: Colleague,
  what: {
    readonly kind: string;
    readonly subject: { readonly kind: string; readonly id: string };
    readonly path: string;
    readonly parameters: Readonly<Record<string, string>>;
  },
  time: DomainTime,
): Promise<void> {
  const tenantId = actor.organisationId;
  const { membershipId, personId } = colleague;
  const dueOn = addDays(time.today, DAYS_TO_ANSWER);
  const deadline = { ...what, tenantId, dueOn, assigneeId: membershipId, substituteId: undefined };
  await setDeadline(tx, { ...deadline, alarmDaysAhead: REMIND_DAYS_AHEAD }, time);
  const deadlineId = await openDeadlineOf(tx, tenantId, what.kind, what.subject);
  await notify(
    tx,
    { tenantId, membershipId, personId, deadlineId, kind: what.kind, path: what.path, level: 1 },
    time.now,
  );
}

async function colleagueOf(
  tx: Tx<ScanTables>,
  actor: Actor,
  membershipId: string,
  { today }: DomainTime,
): Promise<Colleague | undefined> {
  const colleagues = await colleaguesOf(tx, actor.organisationId, today);
  return colleagues.find((colleague) => colleague.membershipId === membershipId);
}

/** Somebody is ready with what she was asked. */
export async function finishAnswering(
  tx: Tx<ScanTables>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<Done, NotOpen | NotYours>> {
  const scan = await loadOpenScan(tx, actor.organisationId, 'forShare');
  if (!scan) return err({ code: 'scan-not-open' });
  const { respondents } = await loadContents(tx, actor.organisationId, scan.id);
  if (!respondents.some(({ membershipId }) => membershipId === actor.membershipId)) return err({ code: 'not-asked' });
  await finishRespondent(tx, actor.organisationId, scan.id, actor.membershipId, time.now);
  await completeDeadlines(tx, actor.organisationId, askedSubject(scan, actor.membershipId), time.now);
  return ok(about(scan));
}

/** Something that exists already, and which elements it answers: nobody is asked those again. */
export interface ExistingInput {
  readonly kind: 'document' | 'region';
  readonly regionId: string | undefined;
  readonly evidence: Evidence;
  readonly elements: readonly string[];
}

/** Records what exists already: each element it covers is answered with it, where the actor said nothing herself yet. */
export async function noteExisting(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: ExistingInput,
  time: DomainTime,
): Promise<
  Result<
    Done,
    NotOpen | NotYours | AnswerRefusal | { readonly code: 'unknown-element' | 'unknown-region' | 'edit-conflict' }
  >
> {
  const scan = await loadOpenScan(tx, actor.organisationId, 'forShare');
  if (!scan) return err({ code: 'scan-not-open' });
  const contents = await loadContents(tx, actor.organisationId, scan.id);
  if (!mayAnswer(scan, contents, actor)) return err({ code: 'not-asked' });
  const checked = checkEvidence(input.evidence, time.today);
  if (!checked.ok) return checked;
  const regions = await loadOwnRegions(tx, actor.organisationId, time.today);
  if (input.regionId !== undefined && !regions.some(({ id }) => id === input.regionId))
    return err({ code: 'unknown-region' });
  const framework = frameworkOf(scan.framework);
  if (input.elements.some((element) => !elementById(framework, element))) return err({ code: 'unknown-element' });
  for (const element of input.elements) {
    const kept = await keepExisting(tx, actor, scan, contents, element, input, time);
    if (kept === 'conflict') return err({ code: 'edit-conflict' });
  }
  await joinWriter(tx, actor, scan, time);
  return ok(about(scan));
}

async function keepExisting(
  tx: Tx<ScanTables>,
  actor: Actor,
  scan: Scan,
  contents: ScanContents,
  element: string,
  input: Omit<ExistingInput, 'elements'>,
  time: DomainTime,
): Promise<'saved' | 'same' | 'conflict'> {
  const own = contents.answers.find((each) => each.element === element && each.respondentId === actor.membershipId);
  if (own?.origin === 'asked') return 'same';
  const facts: AnswerFacts = {
    state: input.kind === 'region' ? 'regional' : 'present',
    evidence: input.evidence,
    regionId: input.kind === 'region' ? input.regionId : undefined,
    reason: undefined,
    remark: undefined,
  };
  const given = { element, facts, seenVersion: own?.version ?? 0, origin: input.kind };
  return keepAnswer(tx, actor, scan, contents, given, time);
}

/** Takes over what the regions of the municipality say they arrange: those elements are answered with the region's evidence. */
export async function takeOverOffers(
  tx: Tx<ScanTables>,
  actor: Actor,
  time: DomainTime,
): Promise<Result<Done, NotOpen | NotYours | { readonly code: 'edit-conflict' | 'nothing-offered' }>> {
  const scan = await loadOpenScan(tx, actor.organisationId, 'forShare');
  if (!scan) return err({ code: 'scan-not-open' });
  const contents = await loadContents(tx, actor.organisationId, scan.id);
  if (!mayAnswer(scan, contents, actor)) return err({ code: 'not-asked' });
  const framework = frameworkOf(scan.framework);
  const regions = await loadOwnRegions(tx, actor.organisationId, time.today);
  const offers = (
    await loadOffers(
      tx,
      regions.map(({ id }) => id),
    )
  ).filter((offer) => offerHolds(offer, time.today) && elementById(framework, offer.element));
  if (offers.length === 0) return err({ code: 'nothing-offered' });
  for (const { element, regionId, title, link, adoptingBody, decidedOn, validUntil } of offers) {
    const evidence = { ...NO_EVIDENCE, title, link, adoptingBody, decidedOn, validUntil };
    const input = { kind: 'region', regionId, evidence } as const;
    if ((await keepExisting(tx, actor, scan, contents, element, input, time)) === 'conflict')
      return err({ code: 'edit-conflict' });
  }
  await joinWriter(tx, actor, scan, time);
  return ok(about(scan));
}

/** The owner's choice where respondents differ; over the answers she saw. */
export async function chooseAnswer(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: { readonly element: string; readonly respondentId: string; readonly seen: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, NotOpen | { readonly code: 'not-the-owner' | 'no-difference' | 'edit-conflict' }>> {
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
  return ok(about(scan));
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
): Promise<Result<Done, SettleRefusal>> {
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
    if (elementById(framework, answer.element)?.isIbp) await publishAnswer(tx, tenantId, answer, fact.lapsesOn, time);
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
  return ok(about(scan));
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

async function publishAnswer(
  tx: Tx<'approach.standing'>,
  tenantId: string,
  { element, state, evidence, regionId }: Answer,
  lapsesOn: ReturnType<typeof factOf>['lapsesOn'],
  { now, today }: DomainTime,
): Promise<void> {
  // the record of the focal point publishes itself
  if (element === FOCAL_POINT_ELEMENT) return;
  if (!isArranged(state) || !lapsesOn) return unpublishElement(tx, tenantId, element);
  await publishElement(tx, tenantId, {
    element,
    state: state as 'present' | 'working' | 'regional',
    decidedOn: evidence.decidedOn ?? evidence.documentOn ?? today,
    lapsesOn,
    evidenceKind:
      state === 'regional'
        ? 'regio'
        : evidence.fileId
          ? 'besluit-met-document'
          : evidence.link
            ? 'besluit-met-vindplaats'
            : evidence.title
              ? 'besluit'
              : 'opgave',
    regionId,
    publishedAt: now,
  });
}
