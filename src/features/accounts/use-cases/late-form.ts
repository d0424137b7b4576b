import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { seal, unseal } from '../../../platform/vault/seal.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Sealed } from '../../../shared-kernel/sealed.ts';
import { deleteLateForms, findLateForm, insertLateForm } from '../persistence/late-form-store.ts';

/** How long a late form waits for its writer, in seconds of real time. */
export const LATE_FORM_SECONDS = 3600;

/** A form as it was sent: where it went, in which role, and what stood in it. */
export interface LateForm {
  readonly path: string;
  readonly membershipId: string;
  readonly fields: Readonly<Record<string, string>>;
}

const context = (id: string, personId: string) => `late-form:${id}:${personId}`;
const since = (at: Date) => new Date(at.getTime() - LATE_FORM_SECONDS * 1000);

/** Seals a form that came after its writer's session had ended. @returns the ticket for her browser's cookie: id and key. */
export async function keepLateForm(
  tx: Tx<'accounts.late_form'>,
  personId: string,
  form: LateForm,
  at: Date,
): Promise<string> {
  const id = newId();
  const key = randomBytes(32);
  const sealed = seal(
    key,
    Buffer.from(JSON.stringify({ membershipId: form.membershipId, fields: form.fields })),
    context(id, personId),
  ) as Uint8Array as Sealed<'accounts.late_form.sealed'>;
  await insertLateForm(tx, { id, personId, path: form.path, sealed }, at, since(at));
  return `${id}.${key.toString('base64url')}`;
}

/** People who work at one browser one after the other: the forms of the last so many of them wait there. */
const MOST_TICKETS = 3;
const BETWEEN = '~';

/** The tickets that a browser holds, the newest first. */
export const ticketsIn = (cookie: string | undefined): readonly string[] =>
  (cookie ?? '').split(BETWEEN).filter(Boolean).slice(0, MOST_TICKETS);

/** What a browser keeps: these tickets, the newest first. */
export const ticketsAs = (tickets: readonly string[]): string => tickets.slice(0, MOST_TICKETS).join(BETWEEN);

/**
 * Gives the last form back to the person who wrote it, of those that wait at her browser. For anybody else there is none: it stays
 * sealed for its writer until its hour is over.
 */
export async function takeLateForm(
  tx: Tx<'accounts.late_form'>,
  tickets: readonly string[],
  personId: string,
  at: Date,
): Promise<LateForm | undefined> {
  for (const ticket of tickets) {
    const [id, key] = ticket.split('.');
    if (!id || !key || !isUuid(id)) continue;
    const row = await findLateForm(tx, { id, personId }, since(at));
    const plain = row && unseal(Buffer.from(key, 'base64url'), row.sealed, context(id, personId));
    if (plain) return { path: row.path, ...(JSON.parse(plain.toString('utf8')) as Omit<LateForm, 'path'>) };
  }
  return undefined;
}

/** Throws away what this person wrote; what waits for somebody else stays. @returns the tickets that are left. */
export async function dropLateForms(
  tx: Tx<'accounts.late_form'>,
  tickets: readonly string[],
  personId: string,
): Promise<readonly string[]> {
  const ids = tickets.map((ticket) => ticket.split('.')[0] ?? '');
  const dropped = await deleteLateForms(tx, ids.filter(isUuid), personId);
  return tickets.filter((_ticket, index) => !dropped.includes(ids[index]!));
}
