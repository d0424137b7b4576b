import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { type Colleague, colleaguesOf } from '../../../platform/members/members.ts';
import { dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { Fact } from '../domain/fact.ts';
import { elementById, type Framework } from '../domain/framework.ts';
import { offerHolds, type RegionOffer } from '../domain/region-offer.ts';
import { type Difference, differencesOf, type Known, knownElements, type Scan, takeableOf } from '../domain/scan.ts';
import { loadOffers, loadOwnRegions } from '../persistence/region-offer-store.ts';
import { endedQuestion, loadContents, type ScanContents } from '../persistence/scan-contents-store.ts';
import { loadOpenScan, loadSettledScans } from '../persistence/scan-store.ts';
import { currentFacts } from './facts.ts';
import { frameworkOf } from './framework-editions.ts';
import { mayAnswer, SCAN_WRITERS, type ScanTables } from './scan.ts';

export type { Colleague, ScanContents };

export interface Region {
  readonly id: string;
  readonly name: string;
}

/** An open scan as one person sees it. */
export interface OpenScan extends ScanContents {
  readonly scan: Scan;
  readonly framework: Framework;
  /** What need not be asked, and what it is. */
  readonly known: ReadonlyMap<string, Known>;
  /** What the scan before this one said, by element. */
  readonly earlier: ReadonlyMap<string, Fact>;
  /** What that scan settled with evidence that still holds, and the actor did not answer yet. */
  readonly takeable: readonly string[];
  readonly differences: readonly Difference[];
  readonly colleagues: readonly Colleague[];
  readonly regions: readonly Region[];
  /** What the regions say they arrange, of what nobody took over yet. */
  readonly offers: readonly RegionOffer[];
  /** She leads it: settles, chooses, invites. */
  readonly isOwner: boolean;
  readonly mayAnswerAll: boolean;
  readonly mayAnswer: (element: string) => boolean;
}

/** The open scan of the actor's organisation; undefined when there is none. */
export async function readOpenScan(
  tx: Tx<ScanTables>,
  actor: Actor,
  { today }: DomainTime,
): Promise<OpenScan | undefined> {
  const tenantId = actor.organisationId;
  const scan = await loadOpenScan(tx, tenantId);
  if (!scan) return undefined;
  const framework = frameworkOf(scan.framework);
  const contents = await loadContents(tx, tenantId, scan.id);
  const facts = await currentFacts(tx, tenantId);
  const colleagues = await colleaguesOf(tx, tenantId, today);
  const regions = uniqueRegions(await loadOwnRegions(tx, tenantId, today));
  const offers = await loadOffers(
    tx,
    regions.map(({ id }) => id),
  );
  const known = knownElements(facts, contents.answers, today);
  const ownerIsHere = colleagues.some(({ membershipId }) => membershipId === scan.ownerId);
  return {
    scan,
    framework,
    ...contents,
    known,
    takeable: takeableOf(framework, facts, contents.answers, known, actor.membershipId, today),
    earlier: new Map(facts.filter(({ source }) => source === 'scan').map((fact) => [fact.element, fact])),
    differences: differencesOf(framework, contents.answers, contents.choices),
    colleagues: colleagues.filter(({ membershipId }) => membershipId !== actor.membershipId),
    regions,
    offers: offers.filter(
      (offer) =>
        offerHolds(offer, today) &&
        elementById(framework, offer.element) &&
        !contents.answers.some(({ element, origin }) => element === offer.element && origin !== 'asked'),
    ),
    isOwner: scan.ownerId === actor.membershipId || (!ownerIsHere && SCAN_WRITERS.includes(actor.role)),
    mayAnswerAll: mayAnswer(scan, contents, actor),
    mayAnswer: (element) => mayAnswer(scan, contents, actor, element),
  };
}

/** What the actor was asked about an element in a scan that was settled before she answered. */
export async function readEndedQuestion(tx: Tx<ScanTables>, actor: Actor, element: string) {
  const colleagueId = actor.membershipId;
  const ended = await endedQuestion(tx, actor.organisationId, { element, colleagueId });
  const asked = ended && elementById(frameworkOf(ended.framework), element);
  return asked && { element: asked, askedByName: ended.askedByName, settledOn: dutchDay(ended.settledAt) };
}

/** The day on which the last scan was settled. */
export async function lastSettledOn(tx: Tx<ScanTables>, actor: Actor): Promise<PlainDate | undefined> {
  const [last] = await loadSettledScans(tx, actor.organisationId, 1);
  return last && dutchDay(last.settledAt);
}

/** A region can be one's safety region and more: named once. */
export function uniqueRegions(regions: readonly Region[]): readonly Region[] {
  return [...new Map(regions.map(({ id, name }) => [id, { id, name }])).values()];
}
