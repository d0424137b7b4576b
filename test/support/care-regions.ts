import { runEverythingDue } from '../../src/app/due-work.ts';
import { moveClock } from '../../src/platform/clock/domain-clock.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { createVault } from '../../src/platform/vault/vault.ts';
import { day } from '../../src/shared-kernel/plain-date.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { aCase } from './a-case.ts';
import { TEST_KEYS, type TestApp, type Visitor } from './app.ts';
import { anActor, anOrganisation, type TestOrganisation } from './builders.ts';
import type { TestDatabase } from './database.ts';
import { openGate } from './open-gate.ts';

export const CASES = '/zorgcoordinatie/dossiers';
export const INBOX = '/zorgcoordinatie/verwijzingen';
export const SHARE_CONSENT = { gegevenDoor: 'person', hoe: 'spoken', gegevenOp: '1-11-2026', taal: 'nl' };
const KINDS = ['zorgverwijzing', 'zorgverwijzing-noodgeval', 'zorgverwijzing-opmerking'];

/** An organisation that coordinates care, with its gates open and a key. */
export async function careOrganisation(database: TestDatabase): Promise<TestOrganisation> {
  const organisation = await anOrganisation(database, 'zorgorganisatie');
  for (const gate of ['care', 'registration']) await openGate(database, organisation.id, gate);
  await createVault(database.kysely, TEST_KEYS).keysFor(organisation.id);
  return organisation;
}

async function agree(database: TestDatabase, one: TestOrganisation, other: TestOrganisation): Promise<void> {
  const pairs = [
    [one.id, other.id],
    [other.id, one.id],
  ] as const;
  const terms = { basis: 'voorbeeldafspraak', valid_from: day('2020-01-01'), valid_until: day('2099-01-01') };
  await database.admin
    .insertInto('exchange.agreement')
    .values(
      pairs.flatMap(([tenant_id, counterpart_id]) =>
        KINDS.map((kind) => ({ tenant_id, id: newId(), counterpart_id, kind, ...terms })),
      ),
    )
    .execute();
}

export const mainText = async (visitor: Visitor, at: string): Promise<string> =>
  (await visitor.page(at)).querySelector('main')?.textContent ?? '';

/** Fills in a form of a page and sends it. */
export async function fill(visitor: Visitor, at: string, fields: Readonly<Record<string, string>>, action = at) {
  const form = await visitor.form(at, action);
  return visitor.send({ ...form, fields: { ...form.fields, ...fields } });
}

/** Two organisations that coordinate care, agreed on referring to each other, with somebody at work in each. */
export class CareRegions {
  private constructor(
    private readonly database: TestDatabase,
    readonly north: TestOrganisation,
    readonly south: TestOrganisation,
    readonly actor: Actor,
    readonly sender: Visitor,
    readonly receiver: Visitor,
  ) {}

  static async begin(database: TestDatabase, app: TestApp): Promise<CareRegions> {
    const [north, south] = [await careOrganisation(database), await careOrganisation(database)];
    await agree(database, north, south);
    const actor = await anActor(database, 'zorgcoordinator', north);
    const sender = await app.visitor(actor);
    const receiver = await app.visitor(await anActor(database, 'zorgcoordinator', south));
    return new CareRegions(database, north, south, actor, sender, receiver);
  }

  async started(): Promise<string> {
    return `${CASES}/${await aCase(this.database, this.actor, 'Fatima Fictief')}`;
  }

  /** Asks the other region to take over; what is ticked goes along. */
  async refer(
    path: string,
    fields: Readonly<Record<string, string>> = SHARE_CONSENT,
    verb = '',
    parts: readonly string[] = ['person', 'safety'],
  ) {
    const at = `${path}/verwijzen${verb}`;
    const form = await this.sender.form(at, at);
    const body = new URLSearchParams({
      ...form.fields,
      ontvanger: this.south.code,
      wat: 'hand-over',
      vraag: 'Wilt u het overnemen?',
      bereikbaar: '000 0000000',
      ...fields,
    });
    for (const part of parts) body.append('delen', part);
    return this.sender.request({
      method: 'POST',
      url: form.action,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: body.toString(),
    });
  }

  /** What stands on top of the list of the other region. */
  async arrived(): Promise<string> {
    const page = await this.receiver.page(INBOX);
    return page.querySelector(`main a[href^="${INBOX}/"]`)!.getAttribute('href')!;
  }

  /** The other region reads it and takes it up. @returns the case there */
  async takenUp(): Promise<string> {
    const at = await this.arrived();
    await fill(this.receiver, at, {}, `${at}/ontvangen`);
    return String((await fill(this.receiver, at, {}, `${at}/aannemen`)).headers.location);
  }

  async withdraw(path: string) {
    return fill(this.sender, `${path}/verwijzen`, {}, `${path}/verwijzen/intrekken`);
  }

  async due(): Promise<void> {
    await runEverythingDue(this.database.kysely, 'demo', { wait: true });
  }

  async forward(by: string): Promise<void> {
    await moveClock(this.database.kysely, { to: '', forward: by }, () => this.due());
  }
}
