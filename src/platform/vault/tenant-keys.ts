import { createHmac } from 'node:crypto';
import { KeysUnavailable } from './key-source.ts';

/** What a key of an organisation is for; each purpose has keys of its own. */
export const KEY_PURPOSES = ['dossier', 'index', 'pseudonym', 'signing', 'exchange'] as const;
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

export interface TenantKey {
  readonly id: string;
  readonly purpose: KeyPurpose;
  readonly state: 'coming' | 'active' | 'former';
  readonly key: Buffer;
}

/**
 * The open keys of one organisation, lent for one deed. They are in memory for at most thirty seconds and are then overwritten,
 * whoever still holds them; asked after that, they refuse.
 */
export class TenantKeys {
  readonly #keys: readonly TenantKey[];
  readonly #lentToo: Buffer[] = [];
  #isWiped = false;

  constructor(
    readonly tenantId: string,
    keys: readonly TenantKey[],
  ) {
    this.#keys = keys;
  }

  /** The key with this id, whatever its state; undefined when this organisation has none such. @throws KeysUnavailable once wiped */
  byId(id: string): Buffer | undefined {
    this.#refuseWhenWiped();
    return this.#keys.find((each) => each.id === id)?.key;
  }

  /** The key in use for a purpose. @throws KeysUnavailable once wiped */
  active(purpose: KeyPurpose): TenantKey {
    this.#refuseWhenWiped();
    return this.#keys.find((each) => each.purpose === purpose && each.state === 'active')!;
  }

  /** The key in use first, then those before it: to recognise what was marked under an earlier one. */
  everyOne(purpose: KeyPurpose): readonly TenantKey[] {
    this.#refuseWhenWiped();
    const former = this.#keys.filter((each) => each.purpose === purpose && each.state === 'former');
    return [this.active(purpose), ...former];
  }

  /** A secret of 32 bytes of this organisation for one use, the same for as long as its signing key is. */
  secretFor(use: string): Buffer {
    return this.wipeWithUs(createHmac('sha256', this.active('signing').key).update(`secret:${use}`).digest());
  }

  /** Overwrites this key too, when these are. */
  wipeWithUs(key: Buffer): Buffer {
    this.#refuseWhenWiped();
    this.#lentToo.push(key);
    return key;
  }

  wipe(): void {
    this.#isWiped = true;
    for (const { key } of this.#keys) key.fill(0);
    for (const key of this.#lentToo.splice(0)) key.fill(0);
  }

  #refuseWhenWiped(): void {
    if (this.#isWiped) throw new KeysUnavailable('these keys were lent more than thirty seconds ago');
  }
}
