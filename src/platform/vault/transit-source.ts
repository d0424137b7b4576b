import { readFile } from 'node:fs/promises';
import { type BareKey, type KeySource, KeysUnavailable, SealBroken, type WrappedKey } from './key-source.ts';

/** How long a key service may take to answer, in milliseconds. A page waits no longer than this for its keys. */
export const KEY_SERVICE_PATIENCE_MS = 2_000;

export interface TransitOptions {
  /** Address of the engine, e.g. 'https://kluis.gemeente.nl/v1/transit'. */
  readonly url: string;
  /** Name of the key in it. */
  readonly keyName: string;
  /** Read anew for every call, so that a token that is renewed needs no restart. */
  readonly token: () => Promise<string>;
  readonly patienceMs?: number;
}

interface BatchResult {
  readonly ciphertext?: string;
  readonly plaintext?: string;
  readonly error?: string;
}

/** The token in this file, without its line end. */
export function tokenFrom(file: string): () => Promise<string> {
  return async () => (await readFile(file, 'utf8')).trim();
}

/** Is a key with this mark sealed by the key service? */
export function isSealedByService(masterKeyId: string): boolean {
  return masterKeyId.startsWith('dienst:');
}

/** What an installation with this key service remembers of it; says nothing secret. */
export function serviceMark(keyName: string): string {
  return `dienst:${keyName}`;
}

/**
 * A key service that speaks the interface of the transit engine of OpenBao: the master key never leaves it, it seals and opens in
 * batches, and every sealed key says which version of the master key sealed it. What a key is for goes along as associated data.
 */
export function transitSource(options: TransitOptions): KeySource {
  const { url, keyName, token, patienceMs = KEY_SERVICE_PATIENCE_MS } = options;
  const idOf = (version: string | number) => `${serviceMark(keyName)}:v${version}`;

  async function ask(path: string, body?: object): Promise<{ status: number; data: Record<string, unknown> }> {
    try {
      const response = await fetch(`${url}/${path}`, {
        method: body ? 'POST' : 'GET',
        headers: { 'X-Vault-Token': await token(), ...(body && { 'Content-Type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
      const answer = (await response.json()) as { data?: Record<string, unknown> };
      return { status: response.status, data: answer.data ?? {} };
    } catch (error) {
      // what the service said may name keys: only that it did not answer goes on
      throw new KeysUnavailable('the key service does not answer', { cause: error });
    }
  }

  async function batch(path: string, input: readonly object[]): Promise<readonly BatchResult[]> {
    const { status, data } = await ask(`${path}/${encodeURIComponent(keyName)}`, { batch_input: input });
    const results = data.batch_results;
    // 400 comes with results: then some item was refused, and the item says so
    if ((status === 200 || status === 400) && Array.isArray(results) && results.length === input.length)
      return results as BatchResult[];
    throw new KeysUnavailable(`the key service answers ${status}`);
  }

  return {
    async wrap(keys: readonly BareKey[]) {
      const results = await batch(
        'encrypt',
        keys.map(({ context, key }) => ({ plaintext: key.toString('base64'), associated_data: base64(context) })),
      );
      return results.map(({ ciphertext }, index) => {
        const version = /^vault:v(\d+):/.exec(ciphertext ?? '')?.[1];
        if (!ciphertext || !version) throw new KeysUnavailable('the key service seals nothing');
        return { context: keys[index]!.context, wrapped: Buffer.from(ciphertext), masterKeyId: idOf(version) };
      });
    },
    async unwrap(keys: readonly WrappedKey[]) {
      const results = await batch(
        'decrypt',
        keys.map(({ context, wrapped }) => ({
          ciphertext: wrapped.toString('utf8'),
          associated_data: base64(context),
        })),
      );
      return results.map(({ plaintext }, index) => {
        const key = Buffer.from(plaintext ?? '', 'base64');
        if (key.length !== 32) throw new SealBroken(`${keys[index]!.context} does not open at the key service`);
        return key;
      });
    },
    async currentId() {
      const { status, data } = await ask(`keys/${encodeURIComponent(keyName)}`);
      if (status !== 200 || typeof data.latest_version !== 'number')
        throw new KeysUnavailable(`the key service answers ${status}`);
      return idOf(data.latest_version);
    },
  };
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
