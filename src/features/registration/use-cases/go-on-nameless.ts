import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { openDossier } from '../../../platform/dossiers/give-access.ts';
import { withdrawConsent } from '../../../platform/exchange/consent.ts';
import { newRandomId } from '../../../platform/ids/uuid.ts';
import { eraseAtOnce } from '../../../platform/retention/erase-at-once.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { consentsOf } from '../persistence/consent-store.ts';
import { moveHelpRequests } from '../persistence/help-request-store.ts';
import { insertRegistration, openRegistration, sealedRegistration } from '../persistence/registration-store.ts';
import { keepDraft } from './draft-registration.ts';
import { type Asking, heldRegistration, type NotThere } from './held-registration.ts';
import { registrationEraser } from './registration-erasers.ts';
import { REGISTRATION_SUBJECT, registrationPath } from './registration-names.ts';
import { reporterKinds } from './reporter-kinds.ts';

export type NamelessRefusal =
  | NotThere
  | { readonly code: 'sent-before' | 'not-named' | 'erasure-held' | 'other-reporter' };

/**
 * Goes on without a name with a draft that had one: the name, the day of birth and every consent for it are erased as at the end of a
 * term, with the key they were sealed under; the other answers are sealed anew under another key. It keeps its code, so that what leads
 * to it still does. A request for help keeps its own consent, and what it holds.
 */
export async function goOnNameless(
  tx: AnyTx,
  asking: Asking,
  input: { readonly code: string },
  time: DomainTime,
): Promise<Result<Done, NamelessRefusal>> {
  const { actor } = asking;
  const { organisationId: tenantId } = actor;
  const held = await heldRegistration(tx, asking, input.code, time);
  if (!held.ok) return held;
  const named = held.value;
  if (named.sentOn !== undefined) return err({ code: 'sent-before' });
  if (named.route === 'nameless') return err({ code: 'not-named' });
  const kinds = await reporterKinds(tx, actor);
  const reporterType = kinds.includes(named.reporterType) ? named.reporterType : kinds[0];
  if (!reporterType) return err({ code: 'other-reporter' });
  const found = await sealedRegistration(tx, tenantId, input.code);
  const opened = found && (await openRegistration(tx, found));
  if (!opened) return err({ code: 'not-found' });
  for (const { id } of await consentsOf(tx, tenantId, named.id)) await withdrawConsent(tx, tenantId, id, time.now);
  const subject = { kind: REGISTRATION_SUBJECT, id: named.id };
  if (!(await eraseAtOnce(tx, tenantId, subject, registrationEraser, time))) return err({ code: 'erasure-held' });
  const id = newRandomId();
  const nameless = { ...named, id, dossierId: id, route: 'nameless' as const, reporterType, version: 1 };
  const path = registrationPath(named.code);
  await openDossier(tx, actor, { id, kind: REGISTRATION_SUBJECT, activity: 'VA-07', path }, time);
  const content = { ...opened.content, isKmarSub3: opened.content.isKmarSub3 && reporterType === 'KMAR' };
  await insertRegistration(tx, tenantId, nameless, content, undefined);
  await moveHelpRequests(tx, tenantId, named.id, id);
  await keepDraft(tx, actor, nameless, time);
  return ok({ subject: { kind: REGISTRATION_SUBJECT, id } });
}
