import type { DomainTime, Tx } from '../../../platform/db/transact.ts';
import { newId, newSecret } from '../../../platform/ids/uuid.ts';
import { newClientKey, type PublicKey } from '../../../platform/openid/client-key.ts';
import type { Asked, Attempt } from '../../../platform/openid/relying-party.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { type Identity, type IdentityClaims, type IdentityRefusal, judgeIdentity } from '../domain/identity.ts';
import {
  endProvider,
  type IdentityProvider,
  insertProvider,
  openClientKey,
  providerById,
  providerOfIssuer,
  providerOfOrganisation,
  publicKeysOf,
  runningProviders,
} from '../persistence/identity-provider-store.ts';
import { everWorkedAt, insertPersonOfIdentity, personOfIdentity } from '../persistence/identity-store.ts';
import { membershipsOf } from '../persistence/membership-store.ts';
import { insertRole } from '../persistence/role-store.ts';
import { endSessionsOfProvider } from '../persistence/session-store.ts';
import { insertAttempt, type SignInAttempt, takeAttempt } from '../persistence/sign-in-attempt-store.ts';
import { type Admission, type EntryRefusal, enterAnew, enterAs, roleToBeginIn } from './enter-as.ts';
import { hashOf } from './sessions.ts';

export type { IdentityProvider } from '../persistence/identity-provider-store.ts';
export type { SignInAttempt } from '../persistence/sign-in-attempt-store.ts';

type People = 'accounts.session' | 'accounts.membership' | 'accounts.person' | 'accounts.identity' | Providers;
type Providers = 'accounts.identity_provider' | 'organisations.organisation';

/** How long somebody may take at her identity provider, in seconds of real time. */
export const ATTEMPT_SECONDS = 15 * 60;
/** The role of everybody who works at a municipality, at her first sign-in: she can pass on a signal and no more. */
const FIRST_ROLE: Role = 'medewerker';

export const providersRunning = (tx: Tx<Providers>) => runningProviders(tx);
export const findProvider = (tx: Tx<Providers>, code: string) => providerOfOrganisation(tx, code);
export const providerOf = (tx: Tx<Providers>, of: { readonly providerId: string }) => providerById(tx, of.providerId);
export const providerWithIssuer = (tx: Tx<Providers>, issuer: string) => providerOfIssuer(tx, issuer);
export const publishedKeys = (tx: Tx<Providers>, code: string) => publicKeysOf(tx, code);
export const clientKeyOf = (tx: Tx<'accounts.identity_provider' | 'vault.dossier_key'>, provider: IdentityProvider) =>
  openClientKey(tx, provider.id);

/** Municipalities and regions whose people can sign in by name; of others the code stands in a letter, not on a public page. */
export async function organisationsToChoose(tx: Tx<Providers>): Promise<readonly { code: string; name: string }[]> {
  const all = await runningProviders(tx);
  return all
    .filter(({ organisationKind: kind }) => kind === 'gemeente' || kind === 'veiligheidsregio')
    .map(({ organisationCode, organisationName }) => ({ code: organisationCode, name: organisationName }));
}

/** What is asked of this provider: who somebody is, and for a step-up that she proves herself anew. */
export function askedOf(
  provider: IdentityProvider,
  { redirectUri, stepUp }: { readonly redirectUri: string; readonly stepUp: boolean },
): Asked {
  const { strongLevels: levels, stepUpBy } = provider;
  return { redirectUri, ...(stepUp && { stepUp: { levels, by: stepUpBy } }) };
}

/** Keeps a sign-in that was begun. @returns what the browser keeps of it */
export async function keepAttempt(
  tx: Tx<'accounts.sign_in_attempt'>,
  begun: Attempt & {
    readonly provider: IdentityProvider;
    readonly back: string;
    readonly sessionId: string | undefined;
  },
  at: Date,
): Promise<string> {
  const browser = newSecret(32);
  await insertAttempt(
    tx,
    {
      stateHash: hashOf(begun.state),
      browserHash: hashOf(browser),
      providerId: begun.provider.id,
      nonce: begun.nonce,
      verifier: begun.verifier,
      back: begun.back,
      sessionId: begun.sessionId,
    },
    at,
    new Date(at.getTime() - ATTEMPT_SECONDS * 1000),
  );
  return browser;
}

/** The sign-in that this answer belongs to, taken out: a second answer finds nothing, nor does one in another browser. */
export async function takeBegun(
  tx: Tx<'accounts.sign_in_attempt'>,
  answer: { readonly state: string; readonly browser: string },
  at: Date,
): Promise<SignInAttempt | undefined> {
  const notBefore = new Date(at.getTime() - ATTEMPT_SECONDS * 1000);
  return takeAttempt(tx, hashOf(answer.state), hashOf(answer.browser), notBefore);
}

export type SignInRefusal = IdentityRefusal | EntryRefusal;

/**
 * Lets somebody in whom her identity provider named. At her first sign-in at a municipality she becomes `medewerker` there and
 * nothing more; elsewhere somebody who manages the organisation gives her a role first. Whose role was ended gets none back by
 * signing in again. A step-up goes on in the role of its session, under a new secret, and only for the same person.
 */
export async function admitIdentity(
  tx: Tx<People>,
  answer: {
    readonly provider: IdentityProvider;
    readonly claims: IdentityClaims;
    readonly attempt: SignInAttempt;
    readonly device: string;
  },
  time: DomainTime,
  at: Date,
): Promise<Result<Admission, SignInRefusal>> {
  const { provider, attempt } = answer;
  const stepUp = attempt.sessionId !== undefined;
  const judged = judgeIdentity(answer.claims, provider, { stepUp }, at);
  if (!judged.ok) return judged;
  const identity = judged.value;
  const known = await personOfIdentity(tx, identity);
  const { device } = answer;
  const by = { providerId: provider.id, providerSession: identity.providerSession, strongAt: identity.strongAt };
  // the answer comes from another site, so without the cookie of the session: that of the attempt says which browser it is
  if (attempt.sessionId !== undefined)
    return enterAnew(tx, { personId: known, sessionId: attempt.sessionId }, { by, device }, at);
  const personId = known ?? newId();
  if (!known) await insertPersonOfIdentity(tx, { ...identity, id: personId, email: identity.email ?? '', at });
  const isFirst = await takeFirstRole(tx, provider, personId, identity, time);
  const held = await roleToBeginIn(tx, personId, await membershipsOf(tx, personId, provider.id));
  if (!held) return err({ code: isFirst ? 'no-role-here' : await whyNone(tx, provider, personId) });
  return enterAs(tx, held, { by, device }, at);
}

/** At a municipality, who never worked there by our books becomes `medewerker`. @returns whether she did */
async function takeFirstRole(
  tx: Tx<People>,
  provider: IdentityProvider,
  personId: string,
  { name }: Identity,
  { today }: DomainTime,
): Promise<boolean> {
  const { organisationId, organisationKind } = provider;
  if (organisationKind !== 'gemeente' || (await everWorkedAt(tx, personId, organisationId))) return false;
  await insertRole(tx, { id: newId(), organisationId, personId, name, role: FIRST_ROLE, validFrom: today });
  return true;
}

async function whyNone(tx: Tx<People>, provider: IdentityProvider, personId: string) {
  return (await everWorkedAt(tx, personId, provider.organisationId)) ? 'role-ended' : 'no-role-here';
}

/** Ends the sessions that an identity provider wants to end: of one of its own sessions, or all of somebody. @returns how many */
export async function endAsProviderAsks(
  tx: Tx<'accounts.session' | 'accounts.identity'>,
  provider: IdentityProvider,
  asked: { readonly subject?: string; readonly session?: string; readonly madeAt: Date },
  at: Date,
): Promise<number> {
  return endSessionsOfProvider(tx, { ...asked, providerId: provider.id, issuer: provider.issuer }, at);
}

/** A provider that can be used: what somebody who sets the installation up gives. */
export interface ProviderSettings {
  readonly organisationId: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly strongLevels: readonly string[];
  readonly stepUpBy: 'acr' | 'acrs';
}

/**
 * Registers the identity provider of an organisation, in the place of the one it had, with a new key of ours. Through the door `own`
 * with the organisation's keys lent. Whoever came in by the former one goes on until the session ends.
 */
export async function registerProvider(
  tx: Tx<'accounts.identity_provider' | 'vault.dossier_key'>,
  settings: ProviderSettings,
  at: Date,
): Promise<Result<{ readonly publicKey: PublicKey }, { readonly code: 'issuer-of-another' }>> {
  const { privateKey, publicKey } = await newClientKey();
  await endProvider(tx, settings.organisationId, at);
  const isLaid = await insertProvider(tx, { ...settings, id: newId(), publicKey, privateKey, at });
  privateKey.fill(0);
  return isLaid ? ok({ publicKey }) : err({ code: 'issuer-of-another' });
}

/** Ends the identity provider of an organisation: nobody comes in by it any more. @returns whether there was one */
export const endProviderOf = (tx: Tx<'accounts.identity_provider'>, organisationId: string, at: Date) =>
  endProvider(tx, organisationId, at);
