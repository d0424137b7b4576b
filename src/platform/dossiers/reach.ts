import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { addMonths, dutchDay } from '../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import type { DomainTime, Tx } from '../db/transact.ts';
import type { Decision, Facts, Policy, Question, Reach } from '../policy/policy.ts';
import { type AccessLine, holds, LONG_CLOSED_MONTHS } from './judge-access.ts';

export type DossierTables = 'privacy.dossier' | 'privacy.dossier_access';

/** A dossier as one person stands towards it. */
export interface Reached {
  readonly id: string;
  readonly kind: string;
  readonly activity: string;
  readonly path: string;
  readonly openedAt: Date;
  readonly closedAt: Date | undefined;
  readonly isLongClosed: boolean;
  /** How she reaches it now; undefined when she does not. */
  readonly reach: Reach | undefined;
  /** Her lines, also those that ended. */
  readonly lines: readonly AccessLine[];
}

/** Strongest first: who is assigned does not need a broken glass. */
const ORDER: readonly Reach[] = ['assigned', 'substitute', 'break-glass'];

/**
 * The dossier and how this person reaches it, in one statement. Undefined when it is not there, is another organisation's, or is
 * hidden from her because she is excluded: the database itself gives the same nothing for all three.
 */
export async function reachOf(
  tx: Tx<DossierTables>,
  actor: Pick<Actor, 'organisationId' | 'personId' | 'emergency'>,
  dossierId: string,
  time: DomainTime,
): Promise<Reached | undefined> {
  const rows = await tx
    .selectFrom('privacy.dossier as d')
    .leftJoin('privacy.dossier_access as a', (join) =>
      join
        .onRef('a.tenant_id', '=', 'd.tenant_id')
        .onRef('a.dossier_id', '=', 'd.id')
        .on('a.person_id', '=', actor.personId),
    )
    .select(['d.kind', 'd.activity', 'd.path', 'd.opened_at', 'd.closed_at'])
    .select(['a.id as line', 'a.kind as access', 'a.from_at', 'a.until_at'])
    .where('d.tenant_id', '=', actor.organisationId)
    .where('d.id', '=', dossierId)
    .execute();
  const [dossier] = rows;
  if (!dossier) return undefined;
  const lines = rows.flatMap(({ line, access, from_at, until_at }): AccessLine[] =>
    line && access && from_at
      ? [{ id: line, kind: access as AccessLine['kind'], from: from_at, until: until_at ?? undefined }]
      : [],
  );
  const held = lines.filter((line) => holds(line, time.now));
  // the second belt of the policy in the database, which is asked first
  if (held.some(({ kind }) => kind === 'excluded')) return undefined;
  const closedAt = dossier.closed_at ?? undefined;
  return {
    id: dossierId,
    kind: dossier.kind,
    activity: dossier.activity,
    path: dossier.path,
    openedAt: dossier.opened_at,
    closedAt,
    isLongClosed: closedAt !== undefined && addMonths(dutchDay(closedAt), LONG_CLOSED_MONTHS) <= time.today,
    // a broken glass counts in the session that broke it, which shows so on every page
    reach: ORDER.find((reach) =>
      held.some(({ kind, id }) => kind === reach && (kind !== 'break-glass' || id === actor.emergency?.id)),
    ),
    lines,
  };
}

export type ReachRefusal = {
  /** Not there, hidden from her, or not hers: one answer for whoever asks. */
  readonly code: 'not-found';
  /** For the decision log: what the policy said; undefined when the dossier is not there. */
  readonly because?: Exclude<Decision, { allowed: true }>['code'];
};

/** What somebody wants to do with a dossier. The facts of the dossier itself are found; others come along. */
export interface Asked {
  readonly dossierId: string;
  readonly letter: Question['letter'];
  readonly dataClass: Question['dataClass'];
  readonly purpose: string;
  readonly facts?: Omit<Facts, 'reach' | 'isLongClosed' | 'isExcluded' | 'isOwnOrganisation'>;
}

/** What the dossier says about this person, for the policy. */
export function factsOf(reached: Reached): Pick<Facts, 'reach' | 'isLongClosed' | 'isOwnOrganisation'> {
  return { reach: reached.reach, isLongClosed: reached.isLongClosed, isOwnOrganisation: true };
}

/**
 * The question every feature with dossiers asks before it opens or changes one: may this person do this, with this class of data,
 * for this purpose? Whoever may not gets 'not-found', the same as for a dossier that does not exist.
 */
export async function askDossier(
  tx: Tx<DossierTables>,
  policy: Policy,
  actor: Actor,
  asked: Asked,
  time: DomainTime,
): Promise<Result<Reached, ReachRefusal>> {
  const reached = await reachOf(tx, actor, asked.dossierId, time);
  if (!reached) return err({ code: 'not-found' });
  const { letter, dataClass, purpose } = asked;
  const facts = { ...asked.facts, ...factsOf(reached) };
  const decision = policy.decide({ who: actor.role, letter, dataClass, purpose, facts });
  return decision.allowed ? ok(reached) : err({ code: 'not-found', because: decision.code });
}

/**
 * A condition for lists: the dossier in this column is one that the person works on now. Exclusion needs no condition: rows of
 * such a dossier are not there.
 */
export function worksOn(dossierColumn: string, actor: Actor, now: Date): RawBuilder<SqlBool> {
  return sql<SqlBool>`exists (
    select from privacy.dossier_access reaching
    where reaching.tenant_id = ${actor.organisationId} and reaching.person_id = ${actor.personId}
      and reaching.dossier_id = ${sql.ref(dossierColumn)} and reaching.kind in ('assigned', 'substitute')
      and reaching.from_at <= ${now} and (reaching.until_at is null or reaching.until_at > ${now}))`;
}
