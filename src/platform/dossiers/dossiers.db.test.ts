import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anActor, anOrganisation, type TestOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { POLICY } from '../../app/access-matrix.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import { approvalKinds } from '../approvals/approval-kind.ts';
import { decideApproval } from '../approvals/decide-approval.ts';
import { requestApproval } from '../approvals/request-approval.ts';
import { accessSql } from '../db/table-register.ts';
import { type AnyTx, type DomainTime, enter } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { closeDossier, endAccess, excludePerson, giveAccess, openDossier } from './give-access.ts';
import { liftExclusionKind } from './lift-exclusion.ts';
import { type Asked, askDossier, reachOf, worksOn } from './reach.ts';

const START = new Date('2031-03-03T09:00:00Z');
const days = (count: number) => new Date(START.getTime() + count * 86_400_000);

/** A dossier of no feature: the product has none yet. Its rows name it, as those of a feature would. */
const LAY_CASES = `create schema proef;
  create table proef.case_line (tenant_id uuid not null, id uuid not null, dossier_id uuid not null, text text not null, primary key (tenant_id, id));
  grant usage on schema proef to inbeeld_own;`;

describe('who may reach a dossier', () => {
  let database: TestDatabase;
  let here: TestOrganisation;
  let officer: Actor;
  let coordinator: Actor;
  let dossierId: string;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    for (const statement of LAY_CASES.split(';')) await sql.raw(statement).execute(database.admin);
    const register = {
      'proef.case_line': {
        class: 'tenant',
        dossierColumn: 'dossier_id',
        activity: 'VA-03',
        columns: { tenant_id: 'D1', id: 'D2', dossier_id: 'D2', text: 'D5' },
      },
    } as const;
    for (const statement of accessSql(register, 'inbeeld_test').split('\n'))
      await sql.raw(statement).execute(database.admin);
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    here = await anOrganisation(database);
    officer = await anActor(database, 'aandachtsfunctionaris', here);
    coordinator = await anActor(database, 'zorgcoordinator', here);
    dossierId = newId();
    await as(officer, (tx, time) =>
      openDossier(
        tx,
        officer,
        { id: dossierId, kind: 'proef.case', activity: 'VA-03', path: `/proef/${dossierId}` },
        time,
      ),
    );
    await layLine('eerste regel');
  });

  const as = <T>(actor: Actor, run: (tx: AnyTx, time: DomainTime) => Promise<T>, at = START) =>
    enter(database.kysely, { door: 'own', tenantId: actor.organisationId, personId: actor.personId, at }, run);
  const layLine = (text: string) =>
    sql`insert into proef.case_line values (${here.id}, ${newId()}, ${dossierId}, ${text})`.execute(database.admin);
  const give = (person: Actor, kind: 'assigned' | 'substitute' = 'assigned', until?: Date, at = START) =>
    as(
      officer,
      (tx, time) =>
        giveAccess(tx, officer, { dossierId, personId: person.personId, kind, until, reason: 'werkt hieraan' }, time),
      at,
    );
  const exclude = (person: Actor, at = START) =>
    as(
      officer,
      (tx, time) => excludePerson(tx, officer, { dossierId, personId: person.personId, reason: 'is familie' }, time),
      at,
    );
  const ask = async (actor: Actor, change: Partial<Asked> = {}, at = START) => {
    const asked: Asked = { dossierId, letter: 'R', dataClass: 'D5', purpose: 'VA-03', ...change };
    const answer = await as(actor, (tx, time) => askDossier(tx, POLICY, actor, asked, time), at);
    return answer.ok ? answer.value.reach : [answer.error.code, answer.error.because];
  };
  const codeOf = (outcome: { ok: boolean; error?: { code: string } }) => (outcome.ok ? 'done' : outcome.error!.code);
  const linesSeen = (actor: Actor) =>
    as(
      actor,
      async (tx) =>
        (await sql<{ text: string }>`select text from proef.case_line where dossier_id = ${dossierId}`.execute(tx)).rows
          .length,
    );

  it('is nobody by itself: a colleague in the same role gets the answer of a dossier that is not there', async () => {
    expect(await ask(coordinator)).toEqual(['not-found', 'limit-not-met']);
    expect(await ask(coordinator, { dossierId: newId() })).toEqual(['not-found', undefined]);
  });

  it('is who is assigned, until that ends', async () => {
    expect(codeOf(await give(coordinator))).toBe('done');
    expect(await ask(coordinator)).toBe('assigned');
    await as(
      officer,
      (tx, time) => endAccess(tx, officer, { dossierId, personId: coordinator.personId }, time),
      days(1),
    );
    expect(await ask(coordinator, {}, days(1))).toEqual(['not-found', 'limit-not-met']);
    // what she could do before it ended stands
    expect(await ask(coordinator, {}, new Date(days(1).getTime() - 1))).toBe('assigned');
  });

  it('is who stands in, for fourteen days at most', async () => {
    expect(codeOf(await give(coordinator, 'substitute'))).toBe('substitute-too-long');
    expect(codeOf(await give(coordinator, 'substitute', new Date(days(14).getTime() + 1)))).toBe('substitute-too-long');
    expect(codeOf(await give(coordinator, 'substitute', days(14)))).toBe('done');
    expect(await ask(coordinator, {}, new Date(days(14).getTime() - 1))).toBe('substitute');
    expect(await ask(coordinator, {}, days(14))).toEqual(['not-found', 'limit-not-met']);
  });

  it('is nobody from another organisation, nor somebody who left', async () => {
    const stranger = await anActor(database, 'zorgcoordinator', await anOrganisation(database));
    expect(codeOf(await give(stranger))).toBe('unknown-person');
    expect(await ask(stranger)).toEqual(['not-found', undefined]);
    await database.admin
      .updateTable('accounts.membership')
      .set({ valid_until: '2031-03-03' as never })
      .where('id', '=', coordinator.membershipId)
      .execute();
    expect(codeOf(await give(coordinator))).toBe('unknown-person');
  });

  it('lists only the dossiers one works on', async () => {
    await give(coordinator);
    const listed = (actor: Actor, at = START) =>
      as(
        actor,
        async (tx) => {
          const { rows } =
            await sql`select text from proef.case_line l where ${worksOn('l.dossier_id', actor, at)}`.execute(tx);
          return rows.length;
        },
        at,
      );
    expect([await listed(coordinator), await listed(officer)]).toEqual([1, 0]);
  });

  it('lets a dossier that was closed six months ago only be seen to be there, until it opens again', async () => {
    await give(coordinator);
    const close = (at: Date | undefined) => as(officer, (tx) => closeDossier(tx, officer, dossierId, at));
    await close(START);
    const later = new Date('2031-09-03T09:00:00Z');
    const before = new Date('2031-09-02T09:00:00Z');
    expect(await ask(coordinator, {}, before)).toBe('assigned');
    expect(await ask(coordinator, {}, later)).toEqual(['not-found', 'closed-long']);
    expect(await ask(coordinator, { letter: 'L' }, later)).toBe('assigned');
    await close(undefined);
    expect(await ask(coordinator, {}, later)).toBe('assigned');
  });

  describe('conflict of interest', () => {
    it('takes the dossier away at once, also when it was hers, and gives the same answer as for one that is not there', async () => {
      await give(coordinator);
      expect(await linesSeen(coordinator)).toBe(1);
      expect(codeOf(await exclude(coordinator))).toBe('done');
      const excluded = await as(coordinator, (tx, time) => reachOf(tx, coordinator, dossierId, time));
      const missing = await as(coordinator, (tx, time) => reachOf(tx, coordinator, newId(), time));
      expect(excluded).toEqual(missing);
      expect(await ask(coordinator)).toEqual(await ask(coordinator, { dossierId: newId() }));
    });

    it('is held by the database: no row of the dossier, of any table that names it, read or written', async () => {
      await give(coordinator);
      await exclude(coordinator);
      expect(await linesSeen(coordinator)).toBe(0);
      expect(await linesSeen(officer)).toBe(1);
      const write = as(coordinator, (tx) =>
        sql`insert into proef.case_line values (${here.id}, ${newId()}, ${dossierId}, 'toch')`.execute(tx),
      );
      await expect(write).rejects.toMatchObject({ code: '42501' });
      const changed = await as(
        coordinator,
        async (tx) =>
          (await sql`update proef.case_line set text = 'anders' where dossier_id = ${dossierId}`.execute(tx))
            .numAffectedRows,
      );
      expect(changed).toBe(0n);
    });

    it('does not touch other dossiers, other people, or the same person elsewhere', async () => {
      await exclude(coordinator);
      const other = newId();
      await as(officer, (tx, time) =>
        openDossier(tx, officer, { id: other, kind: 'proef.case', activity: 'VA-03', path: '/proef/x' }, time),
      );
      await as(officer, (tx, time) =>
        giveAccess(
          tx,
          officer,
          { dossierId: other, personId: coordinator.personId, kind: 'assigned', until: undefined, reason: 'ander' },
          time,
        ),
      );
      expect(await ask(coordinator, { dossierId: other })).toBe('assigned');
    });

    it('holds against assigning and standing in, and against a second exclusion', async () => {
      await exclude(coordinator);
      expect([codeOf(await give(coordinator)), codeOf(await exclude(coordinator))]).toEqual([
        'person-excluded',
        'person-excluded',
      ]);
    });

    it('is lifted by two: asked by one, agreed by the officer for data protection, never by who it is about', async () => {
      const fg = await anActor(database, 'fg', here);
      const kind = liftExclusionKind(['aandachtsfunctionaris', 'zorgcoordinator']);
      const kinds = approvalKinds([kind]);
      await exclude(coordinator);
      const payload = { dossierId, personId: coordinator.personId, personName: coordinator.personName };
      const request = async (actor: Actor) => {
        const asked = await as(actor, (tx, time) =>
          requestApproval(
            tx,
            kind,
            actor,
            { subject: { kind: 'privacy.dossier', id: newId() }, payload, reason: 'vergissing' },
            time,
          ),
        );
        return asked.ok ? asked.value.subject.id : expect.unreachable();
      };
      const decide = async (id: string) => {
        const { payload_sha256 } = await database.admin
          .selectFrom('approvals.request')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        const input = {
          tenantId: here.id,
          id,
          outcome: 'approved' as const,
          reason: '',
          seen: payload_sha256.toString('hex'),
        };
        return codeOf(await as(fg, (tx, time) => decideApproval(tx, kinds, fg, input, time), days(0.5)));
      };
      expect(await decide(await request(coordinator))).toBe('lifts-own-exclusion');
      expect(await linesSeen(coordinator)).toBe(0);
      expect(await decide(await request(officer))).toBe('done');
      expect(await linesSeen(coordinator)).toBe(1);
      // she has to be assigned again
      expect(await ask(coordinator, {}, days(1))).toEqual(['not-found', 'limit-not-met']);
    });

    it('stays written: a line can end once, sooner, and nothing else', async () => {
      await exclude(coordinator);
      const change = (what: string) =>
        as(officer, (tx) =>
          sql.raw(`update privacy.dossier_access set ${what} where dossier_id = '${dossierId}'`).execute(tx),
        );
      await expect(change(`person_id = '${newId()}'`)).rejects.toThrow('kan alleen eindigen');
      await expect(change(`reason = 'anders'`)).rejects.toThrow('kan alleen eindigen');
      await expect(as(officer, (tx) => sql.raw('delete from privacy.dossier_access').execute(tx))).rejects.toThrow(
        'blijft staan',
      );
    });
  });

  it('answers every role alike when the dossier is not hers, is foreign, or is not there', async () => {
    const roles: readonly Role[] = ['medewerker', 'beheerder', 'fg', 'ciso', 'teamleider', 'bestuurder'];
    for (const role of roles) {
      const actor = await anActor(database, role, here);
      const [code] = (await ask(actor)) as string[];
      const [missing] = (await ask(actor, { dossierId: newId() })) as string[];
      expect([code, missing], role).toEqual(['not-found', 'not-found']);
    }
  });
});
