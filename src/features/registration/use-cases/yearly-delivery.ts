import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ApprovalKind } from '../../../platform/approvals/approval-kind.ts';
import { type ApprovalState, approvalStateOf } from '../../../platform/approvals/read-approvals.ts';
import {
  type ApprovalTables,
  type RequestRefusal,
  requestApproval,
} from '../../../platform/approvals/request-approval.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { anonymise, K, type YearlyTable, yearlyPerson } from '../domain/yearly-delivery.ts';
import { liveCounts } from '../persistence/history-store.ts';
import {
  countReports,
  holdYear,
  insertYearly,
  markApproved,
  openYear,
  receiptsOf,
  renewYearly,
  type YearlyDelivery,
  yearlyContent,
  yearlyDeliveries,
  yearlyDelivery,
  yearlyMark,
} from '../persistence/yearly-store.ts';
import { YEARLY_MESSAGE, YEARLY_SUBJECT, yearlyPath } from './registration-names.ts';

type Table = 'registration.yearly_delivery';
type Sources = 'registration.record' | 'registration.delivery' | 'exchange.message';

/** So many reports are opened in one deed at most; the register counts some thousand a year. */
const MOST_REPORTS = 10_000;
/** Two weeks: the second person reads the table, and may want to ask. */
const HOURS = 14 * 24;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The deliveries of this register, and the years that are over in which somebody was reported. */
export async function readYearly(tx: Tx<Table | Sources>, actor: Actor, { today }: DomainTime) {
  const { organisationId: tenantId } = actor;
  const counted = await liveCounts(tx, tenantId);
  const thisYear = Number(today.slice(0, 4));
  const receipts = await receiptsOf(tx, tenantId, YEARLY_MESSAGE.kind);
  const deliveries = await yearlyDeliveries(tx, tenantId);
  return {
    deliveries: deliveries.map((each) => ({ ...each, receivedAt: receipts.get(each.id) })),
    years: counted.flatMap(({ year, persons }) => (year < thisYear && persons > 0 ? [year] : [])).toReversed(),
  };
}

/** One delivery with the text that is sent, and how the request about it stands; undefined when it is not of this register. */
export async function readOneYearly(
  tx: Tx<Table | 'approvals.request' | 'approvals.decision'>,
  actor: Actor,
  id: string,
  { now }: DomainTime,
): Promise<{ delivery: YearlyDelivery; content: string; asked: ApprovalState | undefined } | undefined> {
  const { organisationId: tenantId } = actor;
  const delivery = isUuid(id) ? await yearlyDelivery(tx, tenantId, id) : undefined;
  if (!delivery) return undefined;
  return {
    delivery,
    content: await yearlyContent(tx, tenantId, id),
    asked: await approvalStateOf(tx, tenantId, YEARLY_DELIVERY.kind, id, now),
  };
}

export type PrepareRefusal =
  | { readonly code: 'year-not-over' | 'too-few-persons' | 'year-too-large' | 'correction-needs-reason' }
  | { readonly code: 'delivered-before'; readonly earlierId: string };

/**
 * Makes the table about a year that is over. Nothing goes out. The very same that was delivered is refused with where that stands;
 * another about a year that was delivered is a correction, with why. Made twice without anything changed it is one.
 */
export async function prepareYearly(
  tx: Tx<Table | Sources | 'vault.dossier_key'>,
  actor: Actor,
  input: {
    readonly year: number;
    readonly correctionReason: string;
    /** The table in the words that are sent. */
    readonly write: (year: number, table: YearlyTable) => string;
  },
  time: DomainTime,
): Promise<Result<Done, PrepareRefusal>> {
  const { organisationId: tenantId, personName } = actor;
  const { year } = input;
  if (year >= Number(time.today.slice(0, 4))) return err({ code: 'year-not-over' });
  if ((await countReports(tx, tenantId, year)) > MOST_REPORTS) return err({ code: 'year-too-large' });
  const { mark, persons, leftOut } = await openYear(tx, tenantId, year);
  const table = anonymise(persons.map(yearlyPerson));
  if (!table) return err({ code: 'too-few-persons' });
  const content = input.write(year, table);
  const made = await holdYear(tx, tenantId, year);
  const same = made.find((each) => each.sha256 === sha256(content));
  if (same?.approvedAt) return err({ code: 'delivered-before', earlierId: same.id });
  const nth = 1 + made.filter(({ approvedAt }) => approvedAt).length;
  if (nth > 1 && input.correctionReason === '') return err({ code: 'correction-needs-reason' });
  const now = {
    nth,
    sourceMark: mark,
    leftOut,
    folded: table.folded,
    correctionReason: nth > 1 ? input.correctionReason : undefined,
    preparedBy: personName,
    preparedAt: time.now,
  };
  if (same) await renewYearly(tx, tenantId, same.id, now);
  const id = same?.id ?? newId();
  if (!same) {
    const counts = { year, k: K, sha256: sha256(content), rows: table.rows.length, persons: table.persons };
    const isLaid = await insertYearly(tx, tenantId, { ...now, ...counts, id, content });
    if (!isLaid)
      return ok({ subject: { kind: YEARLY_SUBJECT, id: await idOfSame(tx, tenantId, year, counts.sha256) } });
  }
  return ok({ subject: { kind: YEARLY_SUBJECT, id } });
}

/** A colleague made the very same at the same moment: hers stands. */
async function idOfSame(tx: Tx<Table>, tenantId: string, year: number, digest: string): Promise<string> {
  const made = await holdYear(tx, tenantId, year);
  return made.find((each) => each.sha256 === digest)!.id;
}

/** Exactly what is agreed with: the digest of the text that goes out. */
const Payload = z.strictObject({
  levering: z.uuid(),
  jaar: z.int(),
  nummer: z.int().min(1),
  rijen: z.int(),
  mensen: z.int(),
  k: z.int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
type Payload = z.output<typeof Payload>;

export type AskYearlyRefusal = { readonly code: 'not-found' | 'approved-before' | 'source-changed' } | RequestRefusal;

/** Asks a second registrar to agree with exactly this text. */
export async function askYearly(
  tx: Tx<Table | Sources | ApprovalTables>,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
  time: DomainTime,
): Promise<Result<Done, AskYearlyRefusal>> {
  const { organisationId: tenantId } = actor;
  const delivery = isUuid(input.id) ? await yearlyDelivery(tx, tenantId, input.id) : undefined;
  if (!delivery) return err({ code: 'not-found' });
  if (delivery.approvedAt) return err({ code: 'approved-before' });
  if (delivery.sourceMark !== (await yearlyMark(tx, tenantId, delivery.year))) return err({ code: 'source-changed' });
  const payload = {
    levering: delivery.id,
    jaar: delivery.year,
    nummer: delivery.nth,
    rijen: delivery.rows,
    mensen: delivery.persons,
    k: delivery.k,
    sha256: delivery.sha256,
  };
  const subject = { kind: YEARLY_SUBJECT, id: delivery.id };
  return requestApproval(tx, YEARLY_DELIVERY, actor, { subject, payload, reason: input.reason }, time);
}

/**
 * The yearly delivery to the National Rapporteur, by two registrars. Agreeing makes it the delivery of that year, once: only when the
 * text is still the one that was read, nothing of what it is made of changed, and no other delivery of the year came between.
 */
export const YEARLY_DELIVERY: ApprovalKind<Payload> = {
  kind: 'registration.deliver-yearly',
  label: 'Jaarlevering aan de Nationaal Rapporteur',
  effect: 'De tabel staat daarna vast als levering over dat jaar, en mag naar de Nationaal Rapporteur.',
  payload: Payload,
  show: ({ levering, jaar, nummer, rijen, mensen, k, sha256: digest }) => [
    { label: 'Jaar', value: String(jaar) },
    { label: 'Soort', value: nummer === 1 ? 'eerste levering' : `correctie, levering ${nummer}` },
    { label: 'Rijen', value: `${rijen}, samen ${mensen} mensen` },
    { label: 'Kleinste groep', value: `elke rij staat voor ten minste ${k} mensen` },
    { label: 'Lees de tabel op', value: yearlyPath(levering) },
    { label: 'Controlegetal van de tabel', value: digest },
  ],
  requesters: ['comensha-registratie'],
  deciders: ['comensha-registratie'],
  hours: HOURS,
  async execute(tx, { tenantId, payload, requestedBy }, decider, time) {
    const made = await holdYear(tx, tenantId, payload.jaar);
    const delivery = made.find(({ id }) => id === payload.levering);
    if (!delivery) return err({ code: 'not-found' });
    if (delivery.approvedAt) return err({ code: 'approved-before' });
    const text = await yearlyContent(tx, tenantId, delivery.id);
    if (sha256(text) !== payload.sha256 || delivery.nth !== payload.nummer) return err({ code: 'source-changed' });
    if (delivery.sourceMark !== (await yearlyMark(tx, tenantId, payload.jaar))) return err({ code: 'source-changed' });
    if (made.filter(({ approvedAt }) => approvedAt).length !== delivery.nth - 1)
      return err({ code: 'delivery-overtaken' });
    const by = { asked: requestedBy.name, approved: decider.personName, at: time.now };
    await markApproved(tx, tenantId, delivery.id, by);
    return ok({ subject: { kind: YEARLY_SUBJECT, id: delivery.id } });
  },
};
