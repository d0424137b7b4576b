import { keepLedger } from '../../src/platform/audit/reveal.ts';
import { type AnyTx, type DomainTime, type Entry, enter } from '../../src/platform/db/transact.ts';
import {
  deliverMessage,
  messagesIn,
  moveMessage,
  type NewMessage,
  readMessage,
} from '../../src/platform/exchange/message.ts';
import { layMessageKinds } from '../../src/platform/exchange/message-kind.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { lendKeys } from '../../src/platform/vault/lending.ts';
import { createVault, type Vault } from '../../src/platform/vault/vault.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import { TEST_KEYS } from './app.ts';
import { anOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';

export const CONTENT = Buffer.from('voorbeeld van een bericht');

/** A kind that anybody may send, and one that is carried only with consent. */
export const KIND = 'proef';
export const CONSENT_KIND = 'proef-met-toestemming';

/** Two organisations that nobody else knows, and what they do to each other. */
export class ExchangeWorld {
  readonly vault: Vault;

  private constructor(
    readonly database: TestDatabase,
    readonly sender: string,
    readonly receiver: string,
  ) {
    this.vault = createVault(database.kysely, TEST_KEYS);
  }

  static async make(database: TestDatabase): Promise<ExchangeWorld> {
    await layMessageKinds(database.admin as unknown as AnyTx, [
      { kind: KIND, label: 'Proef', activity: 'VA-09', data: ['D2'], requiresConsent: false },
      { kind: CONSENT_KIND, label: 'Proef met toestemming', activity: 'VA-08', data: ['D4'], requiresConsent: true },
    ]);
    const [sender, receiver] = [(await anOrganisation(database)).id, (await anOrganisation(database)).id];
    return ExchangeWorld.between(database, sender, receiver);
  }

  /** Between two organisations that are there. */
  static async between(database: TestDatabase, sender: string, receiver: string): Promise<ExchangeWorld> {
    const world = new ExchangeWorld(database, sender, receiver);
    await Promise.all([world.vault.keysFor(sender), world.vault.keysFor(receiver)]);
    return world;
  }

  /** In a transaction of this organisation, with its keys. */
  async as<T>(
    tenantId: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<T>,
    entry: Partial<Entry> = {},
  ): Promise<T> {
    const keys = await this.vault.keysFor(tenantId || this.sender);
    return enter(this.database.kysely, { door: 'own', tenantId, ...entry }, (tx, time) => {
      lendKeys(tx, keys);
      keepLedger(tx);
      return run(tx, time);
    });
  }

  async agree(one: string, other: string, kind = KIND, until = '2099-01-01'): Promise<string> {
    const id = newId();
    await this.database.admin
      .insertInto('exchange.agreement')
      .values({
        tenant_id: one,
        id,
        counterpart_id: other,
        kind,
        basis: 'voorbeeld',
        valid_from: day('2020-01-01'),
        valid_until: day(until),
      })
      .execute();
    return id;
  }

  async agreeBoth(until?: string, kind = KIND): Promise<void> {
    await this.agree(this.sender, this.receiver, kind, until);
    await this.agree(this.receiver, this.sender, kind, until);
  }

  message(change: Partial<NewMessage> = {}): NewMessage {
    return { id: newId(), receiverId: this.receiver, kind: KIND, basis: 'voorbeeld', content: CONTENT, ...change };
  }

  send(message: NewMessage, from = this.sender, at?: Date) {
    return this.as(from, (tx, time) => deliverMessage(tx, message, time), at ? { at } : {});
  }

  /** Sends a message that must go. */
  async sent(change: Partial<NewMessage> = {}): Promise<NewMessage> {
    const message = this.message(change);
    const outcome = await this.send(message);
    if (!outcome.ok) throw new Error(`not sent: ${outcome.error.code}`);
    return message;
  }

  move(tenant: string, id: string, action: Parameters<typeof moveMessage>[1]['action'], at?: Date) {
    return this.as(tenant, (tx, time) => moveMessage(tx, { id, action }, time), at ? { at } : {});
  }

  read(tenant: string, box: 'in' | 'out', id: string) {
    return this.as(tenant, (tx) => readMessage(tx, tenant, box, id, 'nobody'));
  }

  async stateFor(tenant: string, box: 'in' | 'out') {
    return (await this.as(tenant, (tx, time) => messagesIn(tx, tenant, box, time.today)))[0]?.state;
  }
}

export const refusal = (code: string) => ({ ok: false, error: { code } });
