import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId } from '../../../platform/ids/uuid.ts';
import type { MadeKey } from '../../../platform/passkeys/passkey-answers.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import { isRole, type Role } from '../../../shared-kernel/role.ts';
import { isCodeOf, readCode, standingOf } from '../domain/invitation.ts';
import { type OrganisationKind, ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { insertPerson } from '../persistence/identity-store.ts';
import { closeInvitation, type OpenInvitation, openInvitation } from '../persistence/invitation-store.ts';
import { membershipsOf } from '../persistence/membership-store.ts';
import { insertPasskey, passkeyByCredential } from '../persistence/passkey-store.ts';
import { insertRole } from '../persistence/role-store.ts';
import { type Admission, type EntryRefusal, enterAs } from './enter-as.ts';
import type { TakenAttempt } from './passkey-questions.ts';
import { hashOf } from './sessions.ts';

type Invitations = 'accounts.invitation' | 'accounts.identity_provider' | 'organisations.organisation';
type People = 'accounts.session' | 'accounts.membership' | 'accounts.person' | 'accounts.passkey' | Invitations;

/** What somebody with a code is let in as. */
export interface Entry {
  readonly invitationId: string;
  readonly organisationName: string;
  readonly role: Role;
  /** As two people agreed; undefined: she says so herself. */
  readonly personName: string | undefined;
}

/**
 * The invitation behind a code as it was typed. Wrong, old, used, taken back, or of an organisation that has an identity provider
 * by now: undefined, after the same question to the database. `at` is real time.
 */
export async function entryOfCode(tx: Tx<Invitations>, typed: string, at: Date): Promise<Entry | undefined> {
  return asEntry(await openInvitation(tx, { codeHash: hashOf(readCode(typed)) }), at);
}

/** The same invitation again, for who is on her way in. */
export async function entryOfInvitation(tx: Tx<Invitations>, id: string, at: Date): Promise<Entry | undefined> {
  return asEntry(await openInvitation(tx, { id }), at);
}

function asEntry(found: OpenInvitation | undefined, at: Date): Entry | undefined {
  const role = found && roleOf(found, at);
  return role && { ...found, invitationId: found.id, role };
}

/** The role of an invitation with a code that can be used; undefined when it cannot. */
function roleOf(invitation: OpenInvitation, at: Date): Role | undefined {
  const { role, hasProvider, organisationKind } = invitation;
  if (standingOf(invitation, at) !== 'has-code' || hasProvider || !isRole(role)) return undefined;
  return ROLE_DESCRIPTIONS[role].heldIn.includes(organisationKind as OrganisationKind) ? role : undefined;
}

export type AcceptRefusal = EntryRefusal | { readonly code: 'invitation-over' | 'passkey-known' };

/**
 * Lets somebody in with the code that she has and the key that she made: from now on she is a person with this role, and her code is
 * worth nothing. Of two who use one code at once the first comes in.
 */
export async function acceptInvitation(
  tx: Tx<People>,
  accepted: {
    readonly attempt: TakenAttempt;
    readonly key: MadeKey & { readonly name: string };
    readonly device: string;
  },
  time: DomainTime,
  at: Date,
): Promise<Result<Admission, AcceptRefusal>> {
  const { attempt, key, device } = accepted;
  const { invitationId, personId } = attempt;
  const invitation = invitationId ? await openInvitation(tx, { id: invitationId }, true) : undefined;
  const role = invitation && roleOf(invitation, at);
  const name = invitation?.personName ?? attempt.personName;
  // a code that was made anew meanwhile ends what was begun with the one before
  if (!role || !personId || !name || !isCodeOf(invitation, attempt.begunAt)) return err({ code: 'invitation-over' });
  const { organisationId, id } = invitation;
  const validUntil = invitation.validUntil;
  if (validUntil !== undefined && validUntil <= time.today) return err({ code: 'invitation-over' });
  // a refusal keeps what was done before it: so this is asked first
  if (await passkeyByCredential(tx, key.credentialId)) return err({ code: 'passkey-known' });
  await insertPerson(tx, { id: personId, name, email: attempt.email ?? '' });
  if (!(await insertPasskey(tx, { ...key, id: newId(), personId, at })))
    throw new Error('this key was laid twice at once');
  await insertRole(tx, { id: newId(), organisationId, personId, name, role, validFrom: time.today, validUntil });
  await closeInvitation(tx, organisationId, id, { usedAt: at });
  const held = (await membershipsOf(tx, personId, undefined))[0];
  const by = { providerId: undefined, providerSession: undefined, strongAt: at };
  return held ? enterAs(tx, held, { by, device }, at) : err({ code: 'no-role-here' });
}
