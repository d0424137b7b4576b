import { randomUUID } from 'node:crypto';
import { type CryptoKey, exportSPKI, generateKeyPair, SignJWT } from 'jose';
import type { Actor } from '../../src/shared-kernel/role.ts';
import type { TestApp, Visitor } from './app.ts';
import type { TestDatabase } from './database.ts';

export interface RegisteredSystem {
  readonly id: string;
  readonly privateKey: CryptoKey;
}

/** Registers a system as the administrator does. @returns what it proves itself with, and what she filled in */
export async function registerSystem(
  database: TestDatabase,
  app: TestApp,
  administrator: Actor,
  name: string,
): Promise<RegisteredSystem & { readonly sleutel: string; readonly visitor: Visitor }> {
  const visitor = await app.visitor(administrator);
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const form = await visitor.form('/beheer/koppelingen/nieuw');
  const sleutel = await exportSPKI(publicKey);
  const answer = await visitor.send({ ...form, fields: { ...form.fields, naam: name, sleutel } });
  if (answer.headers.location !== '/beheer/koppelingen?opgeslagen') throw new Error(`not registered: ${answer.body}`);
  const { id } = await database.admin
    .selectFrom('accounts.system_client')
    .select('id')
    .where('organisation_id', '=', administrator.organisationId)
    .where('name', '=', name)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { id, privateKey, sleutel, visitor };
}

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** What a system sends for a token, with a proof of its own; `claims` go over those of a good proof. */
export async function proofOf({ id, privateKey }: RegisteredSystem, claims: object = {}) {
  const at = Math.floor(Date.now() / 1000);
  const good = {
    iss: id,
    sub: id,
    aud: 'https://localhost:80/koppelingen/token',
    jti: randomUUID(),
    iat: at,
    exp: at + 60,
  };
  const assertion = await new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
  return { grant_type: 'client_credentials', client_assertion_type: ASSERTION_TYPE, client_assertion: assertion };
}

export const askToken = (app: TestApp, fields: Readonly<Record<string, string>>) =>
  app.server.inject({
    method: 'POST',
    url: '/koppelingen/token',
    headers: { 'x-forwarded-proto': 'https', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  });
