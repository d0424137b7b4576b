import { randomBytes } from 'node:crypto';
import type { Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import { seal, unseal } from '../../../platform/vault/seal.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { deleteLateForm, findLateForm, insertLateForm } from '../persistence/late-form-store.ts';

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
  );
  await insertLateForm(tx, { id, personId, path: form.path, sealed }, at, since(at));
  return `${id}.${key.toString('base64url')}`;
}

/** Gives the form back to the person who wrote it. Asked for by anybody else, it is destroyed. */
export async function takeLateForm(
  tx: Tx<'accounts.late_form'>,
  ticket: string,
  personId: string,
  at: Date,
): Promise<LateForm | undefined> {
  const [id, key] = ticket.split('.');
  if (!id || !key || !isUuid(id)) return undefined;
  const row = await findLateForm(tx, id, since(at));
  if (!row) return undefined;
  const plain =
    row.personId === personId ? unseal(Buffer.from(key, 'base64url'), row.sealed, context(id, personId)) : undefined;
  if (!plain) {
    await deleteLateForm(tx, id);
    return undefined;
  }
  return { path: row.path, ...(JSON.parse(plain.toString('utf8')) as Omit<LateForm, 'path'>) };
}

/** Throws a late form away. */
export async function dropLateForm(tx: Tx<'accounts.late_form'>, ticket: string): Promise<void> {
  const id = ticket.split('.')[0] ?? '';
  if (isUuid(id)) await deleteLateForm(tx, id);
}
