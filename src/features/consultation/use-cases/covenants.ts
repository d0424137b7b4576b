import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { type DeadlineTables, setDeadline, withdrawDeadlines } from '../../../platform/deadlines/set-deadline.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type FactTables, reportFact } from '../../approach/index.ts';
import {
  type Covenant,
  type CovenantRefusal,
  type CovenantState,
  checkCovenant,
  covenantOn,
  elementsOf,
  inForce,
  type Party,
} from '../domain/covenant.ts';
import { type PartyType, partyTypeOf, soundsLike } from '../domain/party.ts';
import { covenantsOf, endCovenant, insertCovenant } from '../persistence/covenant-store.ts';
import { type KnownOrganisation, organisationsById, organisationsOn } from '../persistence/organisation-query.ts';
import { COVENANT_SUBJECT, COVENANTS_PATH, NOTICES } from './consultation-names.ts';

export type CovenantTables =
  | 'consultation.covenant'
  | 'consultation.covenant_party'
  | 'organisations.organisation'
  | DeadlineTables
  | FactTables;

/** Three months, a month and a week before it ends, and on the day. [design: In Beeld] */
const WARN_DAYS_AHEAD = [90, 30, 7, 0] as const;
const REVIEW_DAYS_AHEAD = [30, 0] as const;
/** As many as an organisation will ever hold; the facts of the approach speak of all of them. */
const ALL = { limit: 1_000, offset: 0 } as const;

export interface CovenantInput
  extends Pick<Covenant, 'kind' | 'title' | 'purpose' | 'basis' | 'validFrom' | 'validUntil' | 'reviewOn'> {
  /** Organisations of In Beeld, by their code. */
  readonly codes: readonly string[];
  /** One that does not work with In Beeld. */
  readonly others: readonly { readonly name: string; readonly type: PartyType }[];
}

export type RecordCovenantRefusal = CovenantRefusal | { readonly code: 'unknown-organisation' | 'sounds-like-other' };

/** Writes a covenant or a processing agreement down, warns before it ends, and tells the approach what it arranges. */
export async function recordCovenant(
  tx: Tx<CovenantTables>,
  actor: Actor,
  input: CovenantInput,
  time: DomainTime,
): Promise<Result<Done, RecordCovenantRefusal>> {
  const tenantId = actor.organisationId;
  const known = await organisationsOn(tx, time.today);
  const parties: Party[] = [];
  for (const code of new Set(input.codes)) {
    const organisation = known.find((each) => each.code === code);
    if (!organisation || organisation.id === tenantId) return err({ code: 'unknown-organisation' });
    parties.push({ organisationId: organisation.id, name: organisation.name, type: partyTypeOf(organisation) });
  }
  for (const { name, type } of input.others) {
    const sounds = soundsLike(name);
    if (sounds !== undefined && sounds !== type) return err({ code: 'sounds-like-other' });
    parties.push({ organisationId: undefined, name, type });
  }
  const { codes: _codes, others: _others, ...terms } = input;
  const may = checkCovenant({ ...terms, parties }, time.today);
  if (!may.ok) return may;
  const id = newId();
  const covenant: Covenant = { ...terms, parties, id, endedOn: undefined, recordedByName: actor.personName };
  await insertCovenant(tx, tenantId, covenant);
  const deadline = {
    tenantId,
    subject: { kind: COVENANT_SUBJECT, id },
    path: COVENANTS_PATH,
    parameters: { naam: covenant.title },
    assigneeId: actor.membershipId,
    substituteId: undefined,
  };
  const { validUntil, reviewOn } = covenant;
  await setDeadline(
    tx,
    { ...deadline, kind: NOTICES.covenantLapses, dueOn: validUntil, alarmDaysAhead: WARN_DAYS_AHEAD },
    time,
  );
  await setDeadline(
    tx,
    { ...deadline, kind: NOTICES.covenantReview, dueOn: reviewOn, alarmDaysAhead: REVIEW_DAYS_AHEAD },
    time,
  );
  await tellApproach(tx, actor, [...elementsOf(parties).keys()], time);
  return ok({ subject: { kind: COVENANT_SUBJECT, id } });
}

/** Ends one today. New persons need another; what was shared on it stays where it is. */
export async function endCovenantToday(
  tx: Tx<CovenantTables>,
  actor: Actor,
  id: string,
  time: DomainTime,
): Promise<Result<Done, { readonly code: 'not-found' | 'already-over' }>> {
  const tenantId = actor.organisationId;
  const [covenant] = await covenantsOf(tx, tenantId, { id, limit: 1, offset: 0 });
  if (!covenant) return err({ code: 'not-found' });
  if (covenantOn(covenant, time.today) === 'over') return err({ code: 'already-over' });
  if (!(await endCovenant(tx, tenantId, id, time.today))) return err({ code: 'already-over' });
  await withdrawDeadlines(tx, tenantId, { kind: COVENANT_SUBJECT, id }, time.now);
  await tellApproach(tx, actor, [...elementsOf(covenant.parties).keys()], time);
  return ok({ subject: { kind: COVENANT_SUBJECT, id } });
}

/** Tells the approach of a municipality how it stands with these elements: by what holds longest, or that nothing holds any more. */
async function tellApproach(
  tx: Tx<CovenantTables>,
  actor: Actor,
  elements: readonly string[],
  time: DomainTime,
): Promise<void> {
  const tenantId = actor.organisationId;
  if (!(await hasApproach(tx, tenantId))) return;
  const holding = (await covenantsOf(tx, tenantId, ALL)).filter((each) => inForce(each, time.today));
  for (const element of elements) {
    const speaking = holding.filter(({ parties }) => elementsOf(parties).has(element));
    const [longest] = speaking;
    const names = [...new Set(speaking.flatMap(({ parties }) => elementsOf(parties).get(element) ?? []))];
    await reportFact(
      tx,
      tenantId,
      {
        element,
        source: 'collaboration',
        state: longest ? 'present' : 'absent',
        asOf: longest ? longest.validFrom : time.today,
        lapsesOn: longest?.validUntil,
        statement: longest
          ? `Er is een afspraak met ${names.join(', ')}, tot ${writeDutchDate(longest.validUntil)}.`
          : 'De afspraak is beëindigd.',
        evidenceTitle: longest?.title ?? 'Convenanten in In Beeld',
        subjectId: longest?.id,
        reportedBy: actor.personName,
      },
      time,
    );
  }
}

export type CovenantView = Covenant & { readonly state: CovenantState };

/** A page of covenants, with how each stands today. */
export async function readCovenants(
  tx: Tx<'consultation.covenant' | 'consultation.covenant_party'>,
  actor: Actor,
  page: { readonly limit: number; readonly offset: number },
  today: PlainDate,
): Promise<readonly CovenantView[]> {
  const covenants = await covenantsOf(tx, actor.organisationId, page);
  return covenants.map((covenant) => ({ ...covenant, state: covenantOn(covenant, today) }));
}

/** Whether what is agreed counts in an approach of one's own: only a municipality has one. */
export const hasApproach = async (tx: Tx<'organisations.organisation'>, tenantId: string): Promise<boolean> =>
  (await organisationsById(tx, [tenantId])).get(tenantId)?.kind === 'gemeente';

/** The covenants on which a table can be held today. */
export async function covenantsInForce(
  tx: Tx<'consultation.covenant' | 'consultation.covenant_party'>,
  actor: Actor,
  today: PlainDate,
): Promise<readonly Covenant[]> {
  return (await covenantsOf(tx, actor.organisationId, ALL)).filter((each) => inForce(each, today));
}

/** With whom something can be agreed or who can be asked: every organisation that exists today, but one's own. */
export async function otherOrganisations(
  tx: Tx<'organisations.organisation'>,
  actor: Actor,
  today: PlainDate,
): Promise<readonly KnownOrganisation[]> {
  return (await organisationsOn(tx, today)).filter(({ id }) => id !== actor.organisationId);
}
