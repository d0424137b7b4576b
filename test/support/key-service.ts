/**
 * A key service for tests, in a process of its own: what an installation asks of the transit engine of OpenBao (encrypt, decrypt and
 * rotate in batches, keys with versions), and nothing more. Keys live in a file, so that it can be stopped and started again.
 *
 *   node test/support/key-service.ts FILE PORT
 *
 * `POST /double` {slow: milliseconds, refuse: status} makes it slow or unwilling.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

export const TOKEN = 'proef-token';
const [file, port] = process.argv.slice(2) as [string, string];
const mood = { slow: 0, refuse: 0 };

type Versions = string[];
const load = (): Record<string, Versions> => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {});
const save = (keys: Record<string, Versions>) => writeFileSync(file, JSON.stringify(keys));

interface Item {
  readonly plaintext?: string;
  readonly ciphertext?: string;
  readonly associated_data?: string;
}

function encrypt(versions: Versions, item: Item) {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(versions.at(-1)!, 'base64'), nonce);
  cipher.setAAD(Buffer.from(item.associated_data ?? '', 'base64'));
  const body = Buffer.concat([cipher.update(Buffer.from(item.plaintext!, 'base64')), cipher.final()]);
  return {
    ciphertext: `vault:v${versions.length}:${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')}`,
  };
}

function decrypt(versions: Versions, item: Item) {
  const [, version, text] = /^vault:v(\d+):(.+)$/.exec(item.ciphertext ?? '') ?? [];
  const key = versions[Number(version) - 1];
  if (!key || !text) return { error: 'invalid ciphertext' };
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), bytes.subarray(0, 12));
  decipher.setAAD(Buffer.from(item.associated_data ?? '', 'base64')).setAuthTag(bytes.subarray(12, 28));
  try {
    const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    return { plaintext: plain.toString('base64') };
  } catch {
    return { error: 'cipher: message authentication failed' };
  }
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = JSON.parse(Buffer.concat(chunks).toString() || '{}') as { batch_input?: Item[] } & Partial<typeof mood>;
  const say = (status: number, data: object) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ data }));
  };
  if (request.url === '/double') return say(200, Object.assign(mood, body));
  if (mood.slow) await setTimeout(mood.slow);
  if (mood.refuse) return say(mood.refuse, {});
  if (request.headers['x-vault-token'] !== TOKEN) return say(403, {});
  const [, verb, name, more] =
    /^\/v1\/transit\/(encrypt|decrypt|keys)\/([\w-]+)(\/rotate)?$/.exec(request.url ?? '') ?? [];
  if (!verb || !name) return say(404, {});
  const keys = load();
  keys[name] ??= [randomBytes(32).toString('base64')];
  const versions = keys[name];
  if (more && request.method === 'POST') versions.push(randomBytes(32).toString('base64'));
  save(keys);
  if (verb === 'keys')
    return say(200, {
      name,
      type: 'aes256-gcm96',
      latest_version: versions.length,
      min_decryption_version: 1,
      keys: Object.fromEntries(versions.map((_, index) => [index + 1, 0])),
    });
  const results = (body.batch_input ?? []).map((item) => (verb === 'encrypt' ? encrypt : decrypt)(versions, item));
  say(results.some((each) => 'error' in each) ? 400 : 200, { batch_results: results });
}

createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
}).listen(Number(port), '127.0.0.1', function (this: { address(): unknown }) {
  console.log(`klaar ${(this.address() as { port: number }).port}`);
});
