import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Statement {
  readonly id: string;
  readonly verb: { readonly id: string };
  readonly timestamp: string;
  readonly [field: string]: unknown;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += piece;
  return text;
}

/**
 * A learning platform as cmi5 and xAPI 1.0.3 describe it, as far as a course meets it: a token that is given once, documents of state
 * and of the person, and statements that are refused when they are none. It listens on a port of its own.
 */
export async function receivingEndpoint() {
  const documents = new Map<string, string>();
  const statements: Statement[] = [];
  const tokens = new Map<string, boolean>();
  const refused: string[] = [];

  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://localhost');
    const answer = (status: number, body?: unknown) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json', 'X-Experience-API-Version': '1.0.3' })
        .end(body === undefined ? undefined : JSON.stringify(body));
    const text = await bodyOf(request);
    if (url.pathname === '/token') {
      const token = url.searchParams.get('t') ?? '';
      const isFresh = request.method === 'POST' && tokens.get(token) === false;
      if (isFresh) tokens.set(token, true);
      return answer(200, isFresh ? { 'auth-token': token } : { 'error-code': '1', 'error-text': 'used before' });
    }
    const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ');
    const refuse = (status: number, why: string) => {
      refused.push(`${request.method} ${url.pathname}: ${why}`);
      return answer(status, { why });
    };
    if (scheme !== 'Basic' || tokens.get(token) !== true) return refuse(401, 'no token that was given');
    if (request.headers['x-experience-api-version'] !== '1.0.3') return refuse(400, 'no version of xAPI');
    if (url.pathname === '/xapi/activities/state' || url.pathname === '/xapi/agents/profile') {
      const key = `${url.pathname}?${[...url.searchParams].sort().join('&')}`;
      if (request.method === 'PUT') {
        documents.set(key, text);
        return answer(204);
      }
      const found = documents.get(key);
      return found === undefined ? answer(404) : answer(200, JSON.parse(found));
    }
    if (url.pathname === '/xapi/statements' && request.method === 'POST') {
      const given = [JSON.parse(text)].flat() as Statement[];
      for (const statement of given) {
        const actor = statement.actor as { account?: { homePage?: string; name?: string }; mbox?: string };
        if (!UUID.test(statement.id)) return refuse(400, 'a statement has no id');
        if (!actor?.account?.name || actor.mbox) return refuse(400, 'the actor has no account');
        if (Number.isNaN(Date.parse(statement.timestamp))) return refuse(400, 'a statement has no time');
        if (!(statement.object as { id?: string })?.id) return refuse(400, 'a statement is about nothing');
      }
      statements.push(...given);
      return answer(
        200,
        given.map(({ id }) => id),
      );
    }
    if (url.pathname === '/xapi/statements' && request.method === 'GET')
      return answer(200, { statements: [...statements].reverse(), more: '' });
    return refuse(404, 'nothing here');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    endpoint: `${origin}/xapi/`,
    refused,
    /** An address at which a token may be fetched, once. */
    fetchAddress() {
      const token = Buffer.from(randomUUID()).toString('base64');
      tokens.set(token, false);
      return `${origin}/token?${new URLSearchParams({ t: token })}`;
    },
    /** A token of the platform itself. */
    ownToken() {
      const token = Buffer.from(randomUUID()).toString('base64');
      tokens.set(token, true);
      return token;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}
