import { type KeySource, KeysUnavailable, SealBroken } from './key-source.ts';
import { KeyFileError, type MasterKey, masterKeyOf } from './master-key.ts';
import { seal, unseal } from './seal.ts';

const WRAPPING = 'tenant-keys';

/** The name by which a sealed key remembers its master key; says nothing about it. */
export function masterKeyId(key: MasterKey): string {
  return `bestand:${key.derive('sleutelcontrole').toString('base64url').slice(0, 16)}`;
}

/**
 * The master keys of a key file, one a line: first the one of today, then those that some key is still sealed under.
 * @throws KeyFileError when a line is not a key; `where` says which file.
 */
export function keyRingOf(text: string, where: string): readonly [MasterKey, ...MasterKey[]] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const [first, ...rest] = lines.map((line) => masterKeyOf(line, where));
  return [first ?? masterKeyOf('', where), ...rest];
}

/**
 * The key ring as a source. It is read anew for every use and let go at once, so that the master key stays in memory no longer
 * than it takes, and a rotation by another process is seen without a restart.
 */
export function ringSource(read: () => Promise<string>, where: string): KeySource {
  const ring = async () => {
    try {
      return keyRingOf(await read(), where);
    } catch (error) {
      throw new KeysUnavailable(error instanceof KeyFileError ? error.message : `${where} is niet te lezen`, {
        cause: error,
      });
    }
  };
  return {
    async currentId() {
      return masterKeyId((await ring())[0]);
    },
    async wrap(keys) {
      const [current] = await ring();
      const under = current.derive(WRAPPING);
      const id = masterKeyId(current);
      return keys.map(({ context, key }) => ({ context, wrapped: seal(under, key, context), masterKeyId: id }));
    },
    async unwrap(keys) {
      const known = new Map((await ring()).map((key) => [masterKeyId(key), key.derive(WRAPPING)]));
      return keys.map(({ context, wrapped, masterKeyId: id }) => {
        const under = known.get(id);
        if (!under) throw new KeysUnavailable(`${where} heeft de hoofdsleutel ${id} niet`);
        const key = unseal(under, wrapped, context);
        if (!key) throw new SealBroken(`${context} does not open under its master key`);
        return key;
      });
    },
  };
}
