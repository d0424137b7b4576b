import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { elementById } from '../domain/framework.ts';
import {
  type AnswerOutcome,
  type Needed,
  neededToConfirm,
  type PublicFact,
  type RejectReason,
} from '../domain/public-fact.ts';
import { standingOn } from '../domain/standing.ts';
import type { StatementFacts, StatementRefusal } from '../domain/statement.ts';
import {
  insertAnswer,
  loadPublicFact,
  openPublicFacts,
  type PublicFactTables,
} from '../persistence/public-fact-store.ts';
import { awaitTurn, standingsOf } from '../persistence/standing-query.ts';
import type { RenewTables } from './anchoring.ts';
import { silenceSources } from './close-sources.ts';
import { currentFramework } from './framework-editions.ts';
import { turnOf } from './public-facts.ts';
import { recordStatement } from './statement.ts';

type Tables = RenewTables | PublicFactTables | 'files.file' | 'organisations.region_membership';

/** Who says for the municipality whether a public source is right. */
export const ANSWERERS: readonly Role[] = ['beleidsmedewerker', 'aandachtsfunctionaris', 'teamleider'];

interface Done {
  readonly subject: { readonly kind: 'approach.public-fact'; readonly id: string };
}

/** A public source as its municipality sees it. */
export interface KnownPublicly extends PublicFact {
  /** What confirming still asks; undefined when it cannot be confirmed. */
  readonly needed: Needed | undefined;
}

/** What public sources say of the actor's municipality, where its own word does not hold today. Through the door `own`. */
export async function readKnownPublicly(
  tx: Tx<PublicFactTables | 'approach.standing' | 'approach.standing_support' | 'approach.region_offer'>,
  { organisationId }: Pick<Actor, 'organisationId'>,
  { today }: Pick<DomainTime, 'today'>,
): Promise<readonly KnownPublicly[]> {
  const facts = await openPublicFacts(tx, { municipalityId: organisationId });
  if (facts.length === 0) return [];
  const own = await standingsOf(tx, organisationId);
  return facts
    .filter(({ element }) => ['lapsed', 'unknown'].includes(standingOn(own.get(element), today)))
    .map((fact) => ({ ...fact, needed: neededToConfirm(fact, today) }));
}

/** How many sources wait for a word of this person: none for whoever does not say it for the municipality. */
export async function sourcesWaiting(
  tx: Tx<PublicFactTables | 'approach.standing' | 'approach.standing_support' | 'approach.region_offer'>,
  actor: Actor,
  time: Pick<DomainTime, 'today'>,
): Promise<number> {
  return ANSWERERS.includes(actor.role) ? (await readKnownPublicly(tx, actor, time)).length : 0;
}

/** Which source, in the version that was seen. */
export interface Seen {
  readonly id: string;
  readonly seenVersion: number;
}

export type AnswerRefusal = {
  readonly code: 'not-found' | 'source-withdrawn' | 'edit-conflict' | 'answered-before';
};

/**
 * The source in the version that was seen, held until the transaction ends: who corrects or withdraws it waits, and so does a
 * colleague who answers it at the same moment.
 */
async function holdSource(
  tx: Tx<Tables>,
  actor: Actor,
  { id, seenVersion }: Seen,
  answer: { readonly outcome: AnswerOutcome; readonly reason?: RejectReason },
  now: Date,
): Promise<Result<PublicFact, AnswerRefusal>> {
  await awaitTurn(tx, turnOf(id));
  const fact = await loadPublicFact(tx, id, { municipalityId: actor.organisationId });
  if (!fact) return err({ code: 'not-found' });
  if (fact.withdrawnOn !== undefined) return err({ code: 'source-withdrawn' });
  if (fact.version !== seenVersion) return err({ code: 'edit-conflict' });
  const { outcome, reason } = answer;
  const isFirst = await insertAnswer(tx, actor.organisationId, {
    factId: id,
    factVersion: seenVersion,
    outcome,
    reason,
    at: now,
  });
  return isFirst ? ok(fact) : err({ code: 'answered-before' });
}

export type ConfirmRefusal =
  | AnswerRefusal
  | StatementRefusal
  | { readonly code: 'named-by-record' | 'decided-too-long-ago' };

/**
 * "Klopt, neem over": the source becomes a fact of the municipality, with the day and the address that everybody could read already,
 * by the same use case as every statement. What the source does not say, the municipality fills in.
 */
export async function confirmPublicFact(
  tx: Tx<Tables>,
  actor: Actor,
  input: Seen & Pick<StatementFacts, 'validUntil' | 'adoptingBody'>,
  time: DomainTime,
): Promise<Result<Done, ConfirmRefusal>> {
  const held = await holdSource(tx, actor, input, { outcome: 'bevestigd' }, time.now);
  if (!held.ok) return held;
  const fact = held.value;
  if (fact.element === FOCAL_POINT_ELEMENT) return err({ code: 'named-by-record' });
  const needed = neededToConfirm(fact, time.today);
  if (!needed) return err({ code: 'decided-too-long-ago' });
  const { title, link, decidedOn } = fact;
  return state(
    tx,
    actor,
    fact,
    {
      title,
      link,
      decidedOn,
      validUntil: needed.end ? input.validUntil : fact.validUntil,
      adoptingBody: fact.adoptingBody ?? input.adoptingBody,
    },
    time,
  );
}

/** How it really is, as the municipality mends it. */
export interface Mended {
  readonly title: string;
  readonly link: string;
  readonly decidedOn: StatementFacts['asOf'];
  readonly validUntil: StatementFacts['validUntil'];
  readonly adoptingBody: StatementFacts['adoptingBody'];
}

/** "Klopt niet helemaal": the municipality says how it is, and that becomes its fact. */
export async function mendPublicFact(
  tx: Tx<Tables>,
  actor: Actor,
  input: Seen & { readonly mended: Mended },
  time: DomainTime,
): Promise<Result<Done, ConfirmRefusal>> {
  const held = await holdSource(tx, actor, input, { outcome: 'aangepast' }, time.now);
  if (!held.ok) return held;
  if (held.value.element === FOCAL_POINT_ELEMENT) return err({ code: 'named-by-record' });
  return state(tx, actor, held.value, input.mended, time);
}

async function state(
  tx: Tx<Tables>,
  actor: Actor,
  fact: PublicFact,
  { title, link, decidedOn, validUntil, adoptingBody }: Mended,
  time: DomainTime,
): Promise<Result<Done, ConfirmRefusal>> {
  const element = elementById(currentFramework(), fact.element);
  const stated = await recordStatement(
    tx,
    actor,
    {
      element: fact.element,
      state: 'present',
      sentence: `${element?.title ?? fact.element}: staat in een openbare bron, door de gemeente bevestigd.`,
      adoptingBody,
      asOf: decidedOn,
      validUntil,
      evidenceTitle: title,
      evidenceLink: link,
      evidenceFileId: undefined,
      isInPublicSource: true,
    },
    time,
  );
  if (!stated.ok) return stated;
  await silenceWhenAnswered(tx, actor, time);
  return ok({ subject: { kind: 'approach.public-fact', id: fact.id } });
}

/** The last source that waited has its answer: nobody is asked any more. */
async function silenceWhenAnswered(tx: Tx<Tables>, actor: Actor, time: DomainTime): Promise<void> {
  if ((await readKnownPublicly(tx, actor, time)).length === 0) await silenceSources(tx, actor.organisationId, time);
}

/** "Klopt niet": the source is shown to nobody any more, and VNG sees why. */
export async function rejectPublicFact(
  tx: Tx<Tables>,
  actor: Actor,
  input: Seen & { readonly reason: RejectReason },
  time: DomainTime,
): Promise<Result<Done, AnswerRefusal>> {
  const held = await holdSource(tx, actor, input, { outcome: 'onjuist', reason: input.reason }, time.now);
  if (!held.ok) return held;
  await silenceWhenAnswered(tx, actor, time);
  return ok({ subject: { kind: 'approach.public-fact', id: input.id } });
}
