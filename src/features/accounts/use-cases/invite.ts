import { z } from 'zod';
import { APPROVAL_HOURS, type ApprovalKind } from '../../../platform/approvals/approval-kind.ts';
import {
  type ApprovalTables,
  type RequestRefusal,
  requestApproval,
} from '../../../platform/approvals/request-approval.ts';
import { realNow } from '../../../platform/clock/real-time.ts';
import type { DomainTime, Done, Tx } from '../../../platform/db/transact.ts';
import { newId, newRandomBytes } from '../../../platform/ids/uuid.ts';
import { colleaguesOf } from '../../../platform/members/members.ts';
import { addDays, type PlainDate, plainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type Actor, ROLES, type Role } from '../../../shared-kernel/role.ts';
import {
  CODE_HOURS,
  CODE_SIGNS,
  codeFrom,
  INVITATION_DAYS,
  type Invite,
  type InviteRefusal,
  judgeInvite,
  judgeOperatorInvite,
  ROLE_DECIDERS,
  standingOf,
} from '../domain/invitation.ts';
import { type OrganisationKind, ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import {
  closeInvitation,
  entranceOf,
  holdInvitation,
  type Invitation,
  insertInvitation,
  invitationsOf,
  saveCode,
} from '../persistence/invitation-store.ts';
import { hashOf } from './sessions.ts';

export type { Invitation } from '../persistence/invitation-store.ts';

type Tables =
  | 'accounts.invitation'
  | 'accounts.membership'
  | 'accounts.identity_provider'
  | 'organisations.organisation';

const SUBJECT = 'accounts.invitation';
const later = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);

/** What is asked: who comes in, as what, and until when. */
export interface InvitePerson {
  readonly personName: string;
  readonly role: Role;
  /** The last day of a substitute. */
  readonly lastDay?: PlainDate | undefined;
}

/** Letting somebody new in where no identity provider does: asked by who manages the organisation, agreed by somebody else. */
export const INVITE_PERSON: ApprovalKind<InvitePerson> = {
  kind: 'accounts.invite-person',
  label: 'Iemand uitnodigen',
  effect:
    'Daarna kan een functioneel beheerder een code maken. Wie de code heeft, komt in deze rol binnen, met alles wat die rol mag zien.',
  payload: z.object({
    personName: z.string().min(1).max(120),
    role: z.enum(ROLES),
    lastDay: z
      .string()
      .refine((text) => plainDate(text) !== undefined)
      .transform((text) => text as PlainDate)
      .optional(),
  }) as z.ZodType<InvitePerson>,
  show: ({ personName, role, lastDay }) => [
    { label: 'Wie', value: personName },
    { label: 'Rol', value: ROLE_DESCRIPTIONS[role].label },
    { label: 'Tot en met', value: lastDay ? writeDutchDate(lastDay) : 'geen einddatum' },
  ],
  requesters: ['beheerder'],
  deciders: ROLE_DECIDERS,
  hours: APPROVAL_HOURS,
  async execute(tx, request, _decider, time) {
    const { tenantId: organisationId } = request;
    const { personName, role, lastDay } = request.payload;
    const invite = { role, lastDay, reason: request.reason };
    const judged = judgeInvite(invite, await entranceOf(tx, organisationId), time.today);
    if (!judged.ok) return judged;
    const [id, at] = [newId(), realNow()];
    await insertInvitation(tx, {
      id,
      organisationId,
      role,
      personName,
      validUntil: lastDay && addDays(lastDay, 1),
      invitedByName: request.requestedBy.name,
      at,
      lapsesAt: later(at, INVITATION_DAYS * 24),
    });
    return ok({ subject: { kind: SUBJECT, id } });
  },
};

/** Asks a second person to agree that somebody new comes in. */
export async function askToInvite(
  tx: Tx<Tables | ApprovalTables>,
  actor: Actor,
  invite: Invite & { readonly personName: string },
  time: DomainTime,
): Promise<Result<Done, InviteRefusal | RequestRefusal>> {
  const judged = judgeInvite(invite, await entranceOf(tx, actor.organisationId), time.today);
  if (!judged.ok) return judged;
  const { role } = judged.value;
  const { personName, lastDay } = invite;
  return requestApproval(
    tx,
    INVITE_PERSON,
    actor,
    {
      // one request at a time for the same role of somebody of this name
      subject: { kind: SUBJECT, id: `${personName.toLowerCase()} ${role}` },
      payload: { personName, role, lastDay },
      reason: invite.reason.trim(),
    },
    time,
  );
}

/** A code, shown this once. */
export interface MadeCode {
  readonly code: string;
  readonly expiresAt: Date;
}

function newCode(at: Date): MadeCode & { readonly stored: { readonly hash: Buffer; readonly expiresAt: Date } } {
  const code = codeFrom(newRandomBytes(CODE_SIGNS));
  const expiresAt = later(at, CODE_HOURS);
  return { code, expiresAt, stored: { hash: hashOf(code), expiresAt } };
}

/** Makes the code of an invitation; one that it had works no more. `at` is real time. */
export async function makeCode(
  tx: Tx<Tables>,
  actor: Actor,
  { id }: { readonly id: string },
  at: Date,
): Promise<Result<Done & MadeCode, { readonly code: 'not-found' | 'invitation-over' | 'has-provider' }>> {
  const { organisationId } = actor;
  const invitation = await holdInvitation(tx, organisationId, id);
  // an administrator whom the operator lets in gets her code from the operator
  if (invitation?.invitedByName === undefined) return err({ code: 'not-found' });
  if (!['waits', 'has-code'].includes(standingOf(invitation, at)) || invitation.lapsesAt <= at)
    return err({ code: 'invitation-over' });
  if ((await entranceOf(tx, organisationId)).hasProvider) return err({ code: 'has-provider' });
  const { stored, ...made } = newCode(at);
  await saveCode(tx, organisationId, id, stored);
  return ok({ subject: { kind: SUBJECT, id }, ...made });
}

/** Takes an invitation back that nobody used: its code works no more. */
export async function withdrawInvitation(
  tx: Tx<Tables>,
  actor: Actor,
  { id }: { readonly id: string },
  at: Date,
): Promise<Result<Done, { readonly code: 'not-found' | 'invitation-over' }>> {
  const invitation = await holdInvitation(tx, actor.organisationId, id);
  if (!invitation) return err({ code: 'not-found' });
  if (!['waits', 'has-code'].includes(standingOf(invitation, at))) return err({ code: 'invitation-over' });
  await closeInvitation(tx, actor.organisationId, id, { withdrawnAt: at });
  return ok({ subject: { kind: SUBJECT, id } });
}

/** The invitations of the actor's organisation, the newest first, and whether it may invite at all. */
export async function readInvitations(
  tx: Tx<Tables>,
  actor: Actor,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly rows: readonly Invitation[]; readonly found: number; readonly hasProvider: boolean }> {
  const { hasProvider } = await entranceOf(tx, actor.organisationId);
  return { ...(await invitationsOf(tx, actor.organisationId, page)), hasProvider };
}

/** The roles that somebody may be asked in for, and whether anybody may be asked in here. */
export async function inviteChoices(
  tx: Tx<Tables>,
  actor: Actor,
): Promise<{ readonly roles: readonly Role[]; readonly hasProvider: boolean }> {
  const { kind, hasProvider } = await entranceOf(tx, actor.organisationId);
  return {
    roles: ROLES.filter((role) => ROLE_DESCRIPTIONS[role].heldIn.includes(kind as OrganisationKind)),
    hasProvider,
  };
}

/** Makes a code with which an administrator of an organisation comes in: by who operates the installation. `at` is real time. */
export async function inviteAdministrator(
  tx: Tx<Tables>,
  asked: { readonly organisationId: string; readonly accessLost: boolean },
  time: DomainTime,
  at: Date,
): Promise<Result<MadeCode, { readonly code: 'has-provider' | 'unknown-role' | 'can-invite-themselves' }>> {
  const { organisationId } = asked;
  const deciders = await colleaguesOf(tx, organisationId, time.today, ROLE_DECIDERS);
  const judged = judgeOperatorInvite(
    {
      ...(await entranceOf(tx, organisationId)),
      deciders: new Set(deciders.map(({ personId }) => personId)).size,
    },
    asked,
  );
  if (!judged.ok) return judged;
  const { stored, ...made } = newCode(at);
  await insertInvitation(tx, {
    id: newId(),
    organisationId,
    role: 'beheerder',
    at,
    lapsesAt: made.expiresAt,
    code: stored,
  });
  return ok(made);
}
