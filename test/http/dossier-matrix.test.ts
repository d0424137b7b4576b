import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACCESS_ROWS, ROLE_ROWS, ROW_PURPOSES } from '../../src/app/access-matrix.ts';
import type { DataClass } from '../../src/platform/db/table-register.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import type { Grant, Limit, MatrixRow } from '../../src/platform/policy/access-matrix.ts';
import { type Actor, ROLES, type Role } from '../../src/shared-kernel/role.ts';
import { type TestApp, testApp, type Visitor } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/builders.ts';
import { createDatabase, type TestDatabase } from '../support/database.ts';
import { TRIAL_FIELDS, TRIAL_ROUTES, TrialDossiers, trialDossier } from '../support/trial-dossier.ts';

const STANDINGS = ['assigned', 'substitute', 'not assigned', 'excluded', 'long closed', 'other organisation'] as const;
type Standing = (typeof STANDINGS)[number];

/** What holds in the trial, for each way of standing to it: read from the table itself, not by the policy that is under test. */
function isGiven(role: Role, dataClass: DataClass, purpose: string, standing: Standing): boolean {
  if (standing === 'excluded' || standing === 'long closed' || standing === 'other organisation') return false;
  const met: readonly Limit[] = [
    'own-organisation',
    'purpose',
    ...(standing === 'not assigned' ? [] : ['assigned' as const]),
  ];
  return ROLE_ROWS[role]
    .filter((row) => ROW_PURPOSES[row].includes(purpose))
    .flatMap((row) => (ACCESS_ROWS[row] as MatrixRow)[dataClass] ?? [])
    .some((grant: Grant) => grant.letters.includes('R') && grant.limits.every((limit) => met.includes(limit)));
}

describe('every role × class × purpose × standing, on a dossier (SEC-11, SEC-12, SEC-17)', () => {
  let database: TestDatabase;
  let app: TestApp;
  const actors = {} as Record<Role, Actor>;
  const visitors = {} as Record<Role, Visitor>;
  const dossiers = {} as Record<Standing, string>;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    app = await testApp(database, 'demo', { extend: trialDossier });
    const here = await anOrganisation(database);
    for (const role of ROLES) {
      actors[role] = await anActor(database, role, here);
      visitors[role] = await app.visitor(actors[role]);
    }
    const trial = new TrialDossiers(database);
    const officer = actors.aandachtsfunctionaris;
    const stranger = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
    for (const standing of STANDINGS) {
      const closedAt = standing === 'long closed' ? new Date('2020-01-01T12:00:00Z') : undefined;
      dossiers[standing] = await trial.open(standing === 'other organisation' ? stranger : officer, closedAt);
      if (standing === 'not assigned' || standing === 'other organisation') continue;
      for (const role of ROLES)
        await trial.give(
          officer,
          dossiers[standing],
          actors[role],
          standing === 'substitute' ? 'substitute' : 'assigned',
        );
      if (standing === 'excluded')
        for (const role of ROLES.filter((each) => each !== 'teamleider'))
          await trial.exclude(actors.teamleider, dossiers.excluded, actors[role]);
    }
    // the last one left excludes herself
    await trial.exclude(actors.teamleider, dossiers.excluded, actors.teamleider);
  });
  afterAll(async () => {
    await app?.server.close();
    await database?.close();
  });

  it('covers every class of case content, and more than five hundred combinations', () => {
    expect(new Set(TRIAL_ROUTES.map(({ dataClass }) => dataClass))).toEqual(new Set(['D3', 'D4', 'D5', 'D6', 'D8']));
    expect(TRIAL_ROUTES.length * ROLES.length * STANDINGS.length).toBeGreaterThan(500);
  });

  it('has no deviation: 403 outside the matrix, the fields of the matrix inside it, and one 404 for the rest', async () => {
    const deviations: string[] = [];
    let seen = 0;
    for (const { path, purpose, dataClass, access } of TRIAL_ROUTES)
      for (const role of ROLES) {
        const at = (dossier: string) => path.replace(':dossier', dossier);
        const missing = await visitors[role].get(at(newId()));
        for (const standing of STANDINGS) {
          const answer = await visitors[role].get(at(dossiers[standing]));
          const name = `${role} ${dataClass} ${purpose} ${standing}`;
          const given = isGiven(role, dataClass, purpose, standing);
          const expected = !access.includes(role) ? 403 : given ? 200 : 404;
          if (answer.statusCode !== expected) deviations.push(`${name}: ${answer.statusCode}, not ${expected}`);
          if (answer.statusCode === 404 && withoutTrace(answer.body) !== withoutTrace(missing.body))
            deviations.push(`${name}: can be told from a dossier that is not there`);
          if (answer.statusCode !== 200) continue;
          seen += 1;
          const { merk: _mark, ...shown } = JSON.parse(answer.body) as Record<string, unknown>;
          const fields = Object.keys(shown).sort();
          const wanted = Object.entries(TRIAL_FIELDS)
            .filter(([, each]) => isGiven(role, each, purpose, standing) && coveredBy(purpose, each))
            .map(([field]) => field)
            .sort();
          if (fields.join() !== wanted.join()) deviations.push(`${name}: shows ${fields.join()}, not ${wanted.join()}`);
        }
      }
    expect(deviations).toEqual([]);
    expect(seen).toBeGreaterThan(20);
  }, 120_000);

  it('writes every refusal down with why, without content', async () => {
    const rows = await database.admin
      .selectFrom('audit.decision')
      .select(['role', 'outcome', 'code'])
      .where('action', '=', 'proef.read')
      .where('outcome', '=', 'refused')
      .execute();
    const codes = new Set(rows.map(({ code }) => code));
    expect([...codes].sort()).toEqual(expect.arrayContaining(['closed-long', 'limit-not-met', 'not-found']));
  });

  it('hides the dossier from who is excluded also with the belt of the database taken off', async () => {
    // a role that needs no assignment: nothing but the exclusion keeps her out
    const get = (dossier: string) => visitors.aandachtsfunctionaris.get(`/proef/VA-02/D3/${dossier}`);
    expect((await get(dossiers['not assigned'])).statusCode).toBe(200);
    await sql.raw('alter table privacy.dossier disable row level security').execute(database.admin);
    const answer = await get(dossiers.excluded);
    await sql.raw('alter table privacy.dossier enable row level security').execute(database.admin);
    expect([answer.statusCode, (await get(dossiers.excluded)).statusCode]).toEqual([404, 404]);
  });

  it('takes no field that the form does not have: with 400, and nothing is set (SEC-12)', async () => {
    const officer = visitors.aandachtsfunctionaris;
    const csrf = (await officer.page('/overzicht')).querySelector('input[name=_csrf]')!.getAttribute('value')!;
    const send = (more: Record<string, string>) =>
      officer.post('/proef/signaal', { _csrf: csrf, tekst: 'goed', ...more });
    expect((await send({})).statusCode).toBe(200);
    for (const stray of ['tenant_id', 'tenantId', 'rol', 'constructor', '__proto__'])
      expect((await send({ [stray]: 'x' })).statusCode, stray).toBe(400);
  });

  it('a role that changed counts from the next request on (SEC-14)', async () => {
    const here = await anOrganisation(database);
    const coordinator = await anActor(database, 'zorgcoordinator', here);
    const officer = await anActor(database, 'aandachtsfunctionaris', here);
    const trial = new TrialDossiers(database);
    const dossier = await trial.open(officer);
    await trial.give(officer, dossier, coordinator);
    const visitor = await app.visitor(coordinator);
    const url = `/proef/VA-03/D5/${dossier}`;
    expect((await visitor.get(url)).statusCode).toBe(200);
    await database.admin
      .updateTable('accounts.membership')
      .set({ role: 'medewerker' })
      .where('id', '=', coordinator.membershipId)
      .execute();
    expect((await visitor.get(url)).statusCode).toBe(403);
    await database.admin
      .updateTable('accounts.membership')
      .set({ role: 'zorgcoordinator' })
      .where('id', '=', coordinator.membershipId)
      .execute();
    expect((await visitor.get(url)).statusCode).toBe(200);
    await trial.exclude(officer, dossier, coordinator);
    expect((await visitor.get(url)).statusCode).toBe(404);
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: '2021-01-01' as never })
      .where('id', '=', coordinator.membershipId)
      .execute();
    expect((await visitor.get(url)).statusCode).toBe(303);
  });
});

/** Purposes whose activity in the register holds the class: a route of another class shows what its purpose covers too. */
const coveredBy = (purpose: string, dataClass: DataClass) =>
  TRIAL_ROUTES.some((route) => route.purpose === purpose && route.dataClass === dataClass);

const withoutTrace = (body: string) =>
  body
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,27}/g, 'ID')
    .replace(/value="[\w.-]{12,}"/g, 'TOKEN')
    .replace(/data-\w[\w-]*="[^"]*"/g, '')
    // the foot of the page tells the time, and a minute may pass between two answers
    .replace(/\b\d\d:\d\d\b/g, 'TIME');
