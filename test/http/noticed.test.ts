import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { noticeUse } from '../../src/features/privacy/index.ts';
import { enter } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import type { Actor } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';

const PATH = '/privacyloket/opvallend';
/** A working day at two in the afternoon, and the night after it, in the Netherlands. */
const DAY = '2026-11-24T13:10:00Z';
const NIGHT = '2026-11-25T02:10:00Z';

describe('use that stands out (SEC-49)', () => {
  let database: TestDatabase;
  let app: TestApp;
  let place: TestOrganisation;
  let worker: Actor;
  let officer: Actor;
  let guard: Actor;
  let lead: Actor;

  beforeAll(async () => {
    database = await createDatabase();
    app = await testApp(database);
    return async () => {
      await app.server.close();
      await database.close();
    };
  });
  beforeEach(async () => {
    place = await anOrganisation(database);
    worker = await anActor(database, 'aandachtsfunctionaris', place);
    officer = await anActor(database, 'ciso', place);
    guard = await anActor(database, 'fg', place);
    lead = await anActor(database, 'teamleider', place);
  });

  /** Lays deeds of somebody in the logs, each about another dossier. */
  async function deeds(
    who: Actor,
    times: number,
    at: string,
    deed: { readonly outcome?: 'allowed' | 'refused'; readonly action?: string; readonly opens?: boolean } = {},
  ): Promise<void> {
    const { outcome = 'allowed', action = 'signals.read-signal', opens = true } = deed;
    for (let n = 0; n < times; n++) {
      const trace = newId();
      await sql`insert into audit.decision (tenant_id, id, trace_id, span_id, occurred_at, person_id, role, activity, action, outcome)
        values (${who.organisationId}, ${newId()}, ${trace}, decode('0102030405060708', 'hex'), ${at}, ${who.personId}, ${who.role},
          'VA-02', ${action}, ${outcome})`.execute(database.admin);
      if (!opens) continue;
      await sql`insert into audit.processing (tenant_id, trace_id, span_id, parent_span_id, occurred_at, name, status, activity,
          activity_version, subject_kind, subject_pseudonym, dossier_id, columns)
        values (${who.organisationId}, ${trace}, decode('0102030405060709', 'hex'), decode('0102030405060708', 'hex'), ${at},
          ${action}, 'Ok', 'VA-02', 1, 'proef', decode(repeat('ab', 32), 'hex'), ${newId()}, array['proef'])`.execute(
        database.admin,
      );
    }
  }
  const look = () =>
    noticeUse(
      (tenantId, run) =>
        enter(database.kysely, tenantId ? { door: 'own', tenantId } : { door: 'sealer', readOnly: true }, run),
      { from: new Date(Date.now() - 3_600_000), until: new Date(Date.now() + 60_000) },
    );
  const toldTo = async (who: Actor) =>
    (
      await database.admin
        .selectFrom('deadlines.notification')
        .select('kind')
        .where('membership_id', '=', who.membershipId)
        .where('kind', '=', 'privacy.noticed')
        .execute()
    ).length;
  const rowsSeenBy = async (who: Actor) =>
    [...(await (await app.visitor(who)).page(PATH)).querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim()),
    );

  it.each([
    ['more than thirty dossiers in an hour', 'Veel dossiers in een uur', 31, DAY, {}],
    ['dossiers at night', 'Werk in de nacht', 3, NIGHT, {}],
    ['many refusals', 'Vaak geweigerd', 21, DAY, { outcome: 'refused', opens: false }],
    ['many files', 'Veel bestanden gedownload', 4, DAY, { action: 'privacy.export-log', opens: false }],
  ] as const)('is told once: %s', async (_name, words, times, at, deed) => {
    await deeds(worker, times, at, deed);
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    expect(await toldTo(officer)).toBe(1);
    expect(await rowsSeenBy(officer)).toEqual([
      [expect.stringContaining(worker.personName), words, expect.stringMatching(new RegExp(`^${times} `))],
    ]);
  });

  it('is not told when it is one less, or of who works at night', async () => {
    await deeds(worker, 30, DAY);
    await deeds(worker, 2, NIGHT);
    await deeds(await anActor(database, 'zorgcoordinator', place), 10, NIGHT);
    expect(await look()).toBe(0);
    expect(await toldTo(officer)).toBe(0);
  });

  it('is told to the security officer alone, and to who guards privacy where there is none; never to a line manager', async () => {
    await deeds(worker, 31, DAY);
    await look();
    expect([await toldTo(officer), await toldTo(guard), await toldTo(lead), await toldTo(worker)]).toEqual([
      1, 0, 0, 0,
    ]);
    const [teamleider] = [await app.visitor(lead)];
    expect((await teamleider.get(PATH)).statusCode).toBe(403);

    const small = await anOrganisation(database);
    const alone = await anActor(database, 'fg', small);
    const boss = await anActor(database, 'teamleider', small);
    await deeds(await anActor(database, 'aandachtsfunctionaris', small), 31, DAY);
    await look();
    expect([await toldTo(alone), await toldTo(boss)]).toEqual([1, 0]);
  });

  it('is not shown or told to whom it is about: then the other guard hears it', async () => {
    await deeds(officer, 31, DAY);
    await look();
    expect([await toldTo(officer), await toldTo(guard)]).toEqual([0, 1]);
    expect(await rowsSeenBy(officer)).toEqual([]);
    expect(await rowsSeenBy(guard)).toHaveLength(1);
  });

  it('goes on counting the same hour, and is nobody else’s', async () => {
    await deeds(worker, 31, DAY);
    await look();
    await deeds(worker, 9, DAY);
    expect(await look()).toBe(0);
    expect((await rowsSeenBy(officer))[0]?.[2]).toMatch(/^40 /);
    const stranger = await anActor(database, 'ciso', await anOrganisation(database));
    expect(await rowsSeenBy(stranger)).toEqual([]);
  });
});
