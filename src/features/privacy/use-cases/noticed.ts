import type { AnyTx, DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { notify } from '../../../platform/deadlines/notify.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { MailTables } from '../../../platform/mail/outbox.ts';
import { colleaguesOf, namesOf } from '../../../platform/members/members.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import { type HourOfUse, noticesIn } from '../domain/noticed.ts';
import { forgetNotices, hoursOfUse, keepNotice, type NoticedRow, noticedIn } from '../persistence/noticed-store.ts';

/** Something stands out in how somebody uses the product. */
export const NOTICED = 'privacy.noticed';
export const NOTICED_PATH = '/privacyloket/opvallend';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const KEPT_DAYS = 365;
/** Who hears it: the security officer, or who guards the privacy where there is none. Never a line manager. */
const HEARERS = ['ciso', 'fg'] as const satisfies readonly Role[];

type Tables = 'privacy.noticed' | 'deadlines.notification' | 'accounts.membership' | MailTables;

/** Enters as one organisation, or with `undefined` to read the logs of all. */
export type EnterFor = <T>(
  tenantId: string | undefined,
  run: (tx: AnyTx, time: DomainTime) => Promise<T>,
) => Promise<T>;

/**
 * Looks through what was logged between two moments of real time, of every organisation, and tells what stands out: each hour of
 * somebody once, however often it is looked at. @returns how much was new
 */
export async function noticeUse(
  enterFor: EnterFor,
  logged: { readonly from: Date; readonly until: Date },
): Promise<number> {
  let told = 0;
  for (const hour of hoursIn(logged)) {
    const hours = await enterFor(undefined, (tx) => hoursOfUse(tx, hour));
    for (const [tenantId, theirs] of byTenant(hours))
      told += await enterFor(tenantId, (tx, time) => tellOf(tx, tenantId, theirs, time));
  }
  return told;
}

/** The whole hours that touch a stretch of time: what was done in one is counted at once, and never more than that. */
function hoursIn({ from, until }: { readonly from: Date; readonly until: Date }) {
  const first = Math.floor(from.getTime() / HOUR_MS);
  const last = Math.ceil(until.getTime() / HOUR_MS);
  return Array.from({ length: last - first }, (_, n) => ({
    from: new Date((first + n) * HOUR_MS),
    until: new Date((first + n + 1) * HOUR_MS),
  }));
}

function byTenant(hours: readonly HourOfUse[]): ReadonlyMap<string, readonly HourOfUse[]> {
  const found = new Map<string, HourOfUse[]>();
  for (const hour of hours)
    if (noticesIn(hour).length > 0) found.set(hour.tenantId, [...(found.get(hour.tenantId) ?? []), hour]);
  return found;
}

/** Keeps what stands out, and tells it to whoever guards and is not the one it is about: one message, however much it was. */
async function tellOf(
  tx: Tx<Tables>,
  tenantId: string,
  hours: readonly HourOfUse[],
  { now, today }: DomainTime,
): Promise<number> {
  await forgetNotices(tx, tenantId, new Date(now.getTime() - KEPT_DAYS * DAY_MS));
  const about = new Set<string>();
  let kept = 0;
  for (const hour of hours)
    for (const notice of noticesIn(hour))
      if (await keepNotice(tx, hour, { ...notice, id: newId() }, now)) {
        about.add(hour.personId);
        kept += 1;
      }
  if (kept === 0) return 0;
  const guards = await colleaguesOf(tx, tenantId, today, HEARERS);
  // one hears of another: who is the only one it is about, hears nothing
  const may = guards.filter(({ personId }) => about.size > 1 || !about.has(personId));
  const officers = may.filter(({ role }) => role === 'ciso');
  for (const { membershipId, personId } of officers.length > 0 ? officers : may)
    await notify(tx, { tenantId, membershipId, personId, kind: NOTICED, path: NOTICED_PATH, level: 1 }, now);
  return kept;
}

/** Something that stood out, with who it was. */
export interface Noticed extends NoticedRow {
  readonly personName: string | undefined;
}

/** What stood out in the organisation of who asks, with the names of who works or worked there. Looking is itself a deed. */
export async function readNoticed(
  tx: Tx<'privacy.noticed' | 'accounts.membership'>,
  actor: Actor,
  page: { readonly skip: number; readonly take: number },
): Promise<Done & { readonly rows: readonly Noticed[]; readonly total: number }> {
  const { rows, total } = await noticedIn(tx, actor.organisationId, actor, page);
  const names = await namesOf(tx, actor.organisationId, [...new Set(rows.map(({ personId }) => personId))]);
  return {
    rows: rows.map((row) => ({ ...row, personName: names.get(row.personId) })),
    total,
    subject: { kind: 'audit.log', id: actor.organisationId },
  };
}
