import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { type ShelterContact, saveContact, shelterContacts } from '../persistence/contact-store.ts';
import { CONTACT_SUBJECT } from './shelter-names.ts';

/** The number of one shelter: the own one, or of a place through the door `published`. */
export async function readContact(tx: Tx<'shelter.contact'>, tenantId: string): Promise<ShelterContact | undefined> {
  return (await shelterContacts(tx, [tenantId])).get(tenantId);
}

/** Of the shelters behind these; through the door `published`. */
export const readContacts = (tx: Tx<'shelter.contact'>, of: readonly { readonly tenantId: string }[]) =>
  shelterContacts(
    tx,
    of.map(({ tenantId }) => tenantId),
  );

/** Says on which number whoever places calls the own shelter. */
export async function changeContact(
  tx: Tx<'shelter.contact'>,
  actor: Actor,
  contact: ShelterContact,
  { now }: DomainTime,
): Promise<Result<Done, { readonly code: 'edit-conflict' }>> {
  if (!(await saveContact(tx, actor.organisationId, contact, now))) return err({ code: 'edit-conflict' });
  return ok({ subject: { kind: CONTACT_SUBJECT, id: actor.organisationId } });
}
