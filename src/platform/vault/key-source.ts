/** A key of 32 bytes on its way to be sealed under the master key; `context` says whose it is, and it opens for nothing else. */
export interface BareKey {
  readonly context: string;
  readonly key: Buffer;
}

/** A key as it is kept: sealed, and under which master key. */
export interface WrappedKey {
  readonly context: string;
  readonly wrapped: Buffer;
  readonly masterKeyId: string;
}

/**
 * Where the master key is: in a file beside the program, or with a key service that never gives it away. It seals the keys of
 * organisations and nothing else, and is never asked inside a transaction.
 */
export interface KeySource {
  /** Seals keys under the master key of today. @throws KeysUnavailable */
  wrap(keys: readonly BareKey[]): Promise<readonly WrappedKey[]>;
  /** Opens keys, under whichever master key they were sealed. @throws KeysUnavailable, SealBroken */
  unwrap(keys: readonly WrappedKey[]): Promise<readonly Buffer[]>;
  /** Under which master key new keys are sealed. @throws KeysUnavailable */
  currentId(): Promise<string>;
}

/** The master key cannot be reached: nothing that is sealed opens now. The page says so; what is public goes on. */
export class KeysUnavailable extends Error {
  readonly code = 'keys-unavailable';
}

/** Sealed bytes do not open where they stand: they were changed, or they come from another row, column or organisation. */
export class SealBroken extends Error {
  readonly code = 'seal-broken';
}

/** One source for what the ring sealed and what the service sealed, so that going from one to the other needs no standstill. */
export function eitherSource(
  ring: KeySource,
  service: KeySource,
  isService: (masterKeyId: string) => boolean,
): KeySource {
  return {
    wrap: (keys) => service.wrap(keys),
    currentId: () => service.currentId(),
    async unwrap(keys) {
      const [ofRing, ofService] = [
        keys.filter((k) => !isService(k.masterKeyId)),
        keys.filter((k) => isService(k.masterKeyId)),
      ];
      const opened = new Map<WrappedKey, Buffer>();
      for (const [source, some] of [
        [ring, ofRing],
        [service, ofService],
      ] as const) {
        if (some.length === 0) continue;
        for (const [index, key] of (await source.unwrap(some)).entries()) opened.set(some[index]!, key);
      }
      return keys.map((key) => opened.get(key)!);
    },
  };
}
