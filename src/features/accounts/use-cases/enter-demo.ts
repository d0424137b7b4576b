import type { Tx } from '../../../platform/db/transact.ts';
import { newId, newSecret } from '../../../platform/ids/uuid.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type Actor, isRole, ROLES, type Role } from '../../../shared-kernel/role.ts';
import { carriersToday } from '../../organisations/index.ts';
import { demoName } from '../domain/demo-name.ts';
import { type OrganisationKind, ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import {
  addDemoMember,
  demoMembership,
  demoMemberships,
  demoPersonLeft,
  firstOrganisation,
  type Membership,
  organisationByCode,
} from '../persistence/membership-store.ts';
import { insertToken } from '../persistence/token-store.ts';
import { hashOf, startSession } from './sessions.ts';

type Tables = 'accounts.membership' | 'accounts.person' | 'organisations.organisation' | 'organisations.succession';

/** Which demo person somebody wants to be. */
export interface DemoChoice {
  readonly role: string;
  readonly organisation: string | undefined;
  readonly number: number;
}

export type DemoRefusal = { readonly code: 'unknown-demo-person'; readonly reason: string };

/** A fictional person in one role. */
export type DemoPerson = Membership;

/** Everybody who can sign in to the demo. */
export async function demoPersons(tx: Tx<Tables>): Promise<readonly Membership[]> {
  return demoMemberships(tx);
}

/**
 * Finds the demo person for a role in an organisation. Any number from 1 to 9 exists in every place where the role exists:
 * who was not there yet comes into being now.
 */
export async function chooseDemoPerson(
  tx: Tx<Tables>,
  choice: DemoChoice,
  today: PlainDate,
): Promise<Result<Membership, DemoRefusal>> {
  const refuse = (reason: string) => err({ code: 'unknown-demo-person' as const, reason });
  if (!isRole(choice.role)) return refuse(`Deze rol bestaat niet. Kies een van: ${ROLES.join(', ')}.`);
  if (!Number.isInteger(choice.number) || choice.number < 1 || choice.number > 9)
    return refuse('Kies een nummer van 1 tot en met 9.');
  const kinds = ROLE_DESCRIPTIONS[choice.role].heldIn;
  const organisation = choice.organisation
    ? await organisationToday(tx, choice.organisation, today)
    : await firstOrganisation(tx, kinds[0]!);
  if (!organisation)
    return refuse(
      'Deze organisatie bestaat niet. Kies een code, bijvoorbeeld GM0014. Alle codes staan in /demo/personen.json.',
    );
  if (!kinds.includes(organisation.kind as OrganisationKind)) {
    return refuse(
      `De rol ${choice.role} bestaat niet bij ${organisation.name}. Deze rol bestaat bij: ${kinds.join(', ')}.`,
    );
  }
  const known = await demoMembership(tx, choice.role, organisation.code, choice.number);
  if (known) return ok(known);
  if (await demoPersonLeft(tx, organisation.id, choice.role, choice.number))
    return refuse('Deze persoon werkt hier niet meer. Kies een ander nummer.');
  await addDemoMember(tx, { ...newDemoMember(organisation, choice.role, choice.number), from: today });
  return ok((await demoMembership(tx, choice.role, organisation.code, choice.number))!);
}

/** The organisation with this code; when it was taken over, the one that carries it on. */
async function organisationToday(tx: Tx<Tables>, code: string, today: PlainDate) {
  const organisation = await organisationByCode(tx, code);
  if (!organisation) return undefined;
  const [carrier] = await carriersToday(tx, organisation.id, today);
  return carrier && { ...carrier, kind: organisation.kind, partnerKind: organisation.partnerKind };
}

/** A fictional person for a place, ready to be stored. */
export function newDemoMember(
  organisation: { readonly id: string; readonly code: string; readonly partnerKind: string | null },
  role: Role,
  number: number,
) {
  const name = demoName(organisation.code, role, number);
  return {
    personId: newId(),
    membershipId: newId(),
    organisationId: organisation.id,
    name,
    role,
    number,
    // which kind of reporter or partner: that of the organisation
    kind: role === 'aanmelder' || role === 'ketenpartner' ? organisation.partnerKind : null,
    email: `${role}.${number}.${organisation.code.toLowerCase()}@fictief.invalid`,
  };
}

/** How long a demo token lives, in seconds of real time. */
export const TOKEN_SECONDS = 3600;

/** A bearer token for the interface between systems, with the rights of this demo person. */
export async function issueDemoToken(
  tx: Tx<Tables | 'accounts.access_token'>,
  choice: DemoChoice,
  today: PlainDate,
  at: Date,
) {
  const person = await chooseDemoPerson(tx, choice, today);
  if (!person.ok) return person;
  const token = newSecret(32);
  const scope = 'api';
  await insertToken(tx, {
    tokenHash: hashOf(token),
    membershipId: person.value.id,
    scope,
    at,
    expiresAt: new Date(at.getTime() + TOKEN_SECONDS * 1000),
  });
  return ok({
    token,
    scope,
    actor: actorOf(person.value),
    subject: { kind: 'accounts.access-token', id: person.value.id },
  });
}

/** Opens a session for a demo person. */
export async function signInToDemo(
  tx: Tx<Tables | 'accounts.session'>,
  choice: DemoChoice,
  device: string,
  today: PlainDate,
  at: Date,
) {
  const person = await chooseDemoPerson(tx, choice, today);
  if (!person.ok) return person;
  const session = await startSession(
    tx,
    { personId: person.value.personId, membershipId: person.value.id, device, isDemo: true },
    at,
  );
  return ok({
    token: session.token,
    actor: actorOf(person.value),
    subject: { kind: 'accounts.session', id: session.id },
  });
}

function actorOf(member: Membership): Actor {
  const role = member.role as Role;
  return { ...member, membershipId: member.id, role, scope: ROLE_DESCRIPTIONS[role].scope };
}
