import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * A form token: the public id of the session, a nonce that makes it different on every page (so that compression gives nothing
 * away), and a keyed hash of both. The session id in it lets a form that arrives after the session ended find its owner.
 */
export function csrfToken(sessionId: string, secret: string): string {
  const nonce = randomBytes(9).toString('base64url');
  return `${sessionId}.${nonce}.${sign(sessionId, nonce, secret)}`;
}

/** The session a token says it belongs to; undefined when it does not look like a token. Proves nothing yet. */
export function sessionIdOf(token: unknown): string | undefined {
  return typeof token === 'string' ? /^([0-9a-f-]{36})\.[\w-]{12}\.[\w-]{43}$/.exec(token)?.[1] : undefined;
}

/** True when the token was made for this session with this secret. */
export function csrfHolds(token: unknown, sessionId: string, secret: string): boolean {
  if (sessionIdOf(token) !== sessionId) return false;
  const [, nonce, signature] = (token as string).split('.') as [string, string, string];
  return timingSafeEqual(Buffer.from(signature), Buffer.from(sign(sessionId, nonce, secret)));
}

function sign(sessionId: string, nonce: string, secret: string): string {
  return createHmac('sha256', secret).update(`${sessionId}.${nonce}`).digest('base64url');
}
