import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { isArranged } from '../domain/fact.ts';
import { elementById } from '../domain/framework.ts';
import { offerHolds } from '../domain/region-offer.ts';
import {
  type AnswerFacts,
  type AnswerRefusal,
  checkEvidence,
  type Evidence,
  hasEvidence,
  NO_EVIDENCE,
  type Scan,
} from '../domain/scan.ts';
import { loadOffers, loadOwnRegions } from '../persistence/region-offer-store.ts';
import { loadContents, type ScanContents } from '../persistence/scan-contents-store.ts';
import { loadOpenScan } from '../persistence/scan-store.ts';
import { frameworkOf } from './framework-editions.ts';
import {
  aboutScan,
  joinWriter,
  mayAnswer,
  type NotOpen,
  type NotYours,
  type ScanDone,
  type ScanTables,
} from './scan.ts';
import { keepAnswer } from './scan-answers.ts';

/** Something that exists already, and which elements it answers: nobody is asked those again. */
export interface ExistingInput {
  readonly kind: 'document' | 'region';
  readonly regionId: string | undefined;
  readonly evidence: Evidence;
  readonly elements: readonly string[];
}

/** What became of it, element by element. */
export interface NotedExisting extends ScanDone {
  /** The actor answered these herself in a way that this does not show, or with evidence of its own: left as they were. */
  readonly leftAlone: readonly string[];
}

/**
 * Records what exists already: each element it covers is answered with it. Where the actor said herself that it is there, without
 * showing it, this becomes the evidence of her answer; what she answered otherwise is left alone, and said.
 */
export async function noteExisting(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: ExistingInput,
  time: DomainTime,
): Promise<
  Result<
    NotedExisting,
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
  const leftAlone: string[] = [];
  for (const element of input.elements) {
    const kept = await keepExisting(tx, actor, scan, contents, element, input, time);
    if (kept === 'conflict') return err({ code: 'edit-conflict' });
    if (kept === 'left-alone') leftAlone.push(element);
  }
  await joinWriter(tx, actor, scan, time);
  return ok({ ...aboutScan(scan), leftAlone });
}

async function keepExisting(
  tx: Tx<ScanTables>,
  actor: Actor,
  scan: Scan,
  contents: ScanContents,
  element: string,
  input: Omit<ExistingInput, 'elements'>,
  time: DomainTime,
): Promise<'saved' | 'same' | 'conflict' | 'left-alone'> {
  const own = contents.answers.find((each) => each.element === element && each.respondentId === actor.membershipId);
  if (own?.origin === 'asked') {
    if (!isArranged(own.state) || hasEvidence(own.evidence)) return 'left-alone';
    const regionId = own.state === 'regional' ? (own.regionId ?? input.regionId) : undefined;
    const facts = { ...own, evidence: input.evidence, regionId };
    return keepAnswer(tx, actor, scan, contents, { element, facts, seenVersion: own.version, origin: 'asked' }, time);
  }
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

/** Takes over what the regions of the municipality say they arrange of these elements: they are answered with the region's evidence. */
export async function takeOverOffers(
  tx: Tx<ScanTables>,
  actor: Actor,
  input: { readonly elements: readonly string[] },
  time: DomainTime,
): Promise<Result<NotedExisting, NotOpen | NotYours | { readonly code: 'edit-conflict' | 'nothing-offered' }>> {
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
  ).filter(
    (offer) =>
      input.elements.includes(offer.element) && offerHolds(offer, time.today) && elementById(framework, offer.element),
  );
  if (offers.length === 0) return err({ code: 'nothing-offered' });
  const leftAlone: string[] = [];
  for (const { element, regionId, title, link, adoptingBody, decidedOn, validUntil } of offers) {
    const evidence = { ...NO_EVIDENCE, title, link, adoptingBody, decidedOn, validUntil };
    const input = { kind: 'region', regionId, evidence } as const;
    const kept = await keepExisting(tx, actor, scan, contents, element, input, time);
    if (kept === 'conflict') return err({ code: 'edit-conflict' });
    if (kept === 'left-alone') leftAlone.push(element);
  }
  await joinWriter(tx, actor, scan, time);
  return ok({ ...aboutScan(scan), leftAlone });
}
