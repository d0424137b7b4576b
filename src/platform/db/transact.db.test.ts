import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../../test/support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { err, ok, type Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { newId, newSecret } from '../ids/uuid.ts';
import {
  type AnyTx,
  type Deed,
  type DomainTime,
  type Done,
  enter,
  KeyUsedElsewhere,
  look,
  type Replayed,
  transact,
} from './transact.ts';

type Noted = Done & { readonly at: string };
const ROUTE = 'POST /proef';

describe('one command is one transaction', () => {
  let database: TestDatabase;
  let actor: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
  });

  async function newcomer(): Promise<void> {
    actor = await anActor(database, 'beleidsmedewerker', await anOrganisation(database));
  }
  const deed = (more: Partial<Deed> = {}): Deed => ({
    actor,
    activity: 'VA-11',
    action: 'test.note',
    traceId: newId(),
    ...more,
  });
  const once = (key: string, route = ROUTE): Partial<Deed> => ({
    once: { key, route, locationOf: (value) => (value as Noted).at },
  });
  /** Leaves a row of its own behind, so that one can see whether the deed stayed. */
  async function note(tx: AnyTx, id = newId()): Promise<Result<Noted, { readonly code: 'too-late' }>> {
    await tx
      .insertInto('organisations.mandate')
      .values({
        tenant_id: actor.organisationId,
        id,
        holder_id: newId(),
        capability: 'proef',
        basis: 'test',
        valid_from: '2020-01-01' as never,
        valid_until: '2021-01-01' as never,
      })
      .execute();
    return ok({ subject: { kind: 'test.note', id }, at: `/proef/${id}` });
  }
  const decisions = () =>
    database.admin.selectFrom('audit.decision').selectAll().where('tenant_id', '=', actor.organisationId).execute();
  const events = () =>
    database.admin.selectFrom('audit.event').selectAll().where('tenant_id', '=', actor.organisationId).execute();
  const notes = () =>
    database.admin
      .selectFrom('organisations.mandate')
      .select('id')
      .where('tenant_id', '=', actor.organisationId)
      .execute();
  const left = async () => ({
    notes: (await notes()).length,
    decisions: (await decisions()).map(({ outcome, code }) => code ?? outcome),
    events: (await events()).length,
  });

  it('keeps the deed, one decision and one event that name who, what, why and when', async () => {
    await newcomer();
    const traceId = newId();
    const at = new Date('2026-12-24T10:00:00Z');
    const result = await transact(database.kysely, deed({ traceId, entry: { at } }), (tx) => note(tx));
    expect(result).toMatchObject({ ok: true });
    expect(await left()).toEqual({ notes: 1, decisions: ['allowed'], events: 1 });
    const who = {
      tenant_id: actor.organisationId,
      person_id: actor.personId,
      role: 'beleidsmedewerker',
      activity: 'VA-11',
      action: 'test.note',
      trace_id: traceId,
      occurred_at: at,
    };
    const { subject } = (result as { value: Noted }).value;
    expect(await decisions()).toMatchObject([who]);
    expect(await events()).toMatchObject([
      { ...who, person_name: actor.personName, subject_kind: subject.kind, subject_id: subject.id },
    ]);
  });

  it('rolls a refused deed back and keeps the decision with its code', async () => {
    await newcomer();
    const result = await transact(database.kysely, deed(), async (tx) => {
      await note(tx);
      return err({ code: 'too-late' });
    });
    expect(result).toEqual({ ok: false, error: { code: 'too-late' } });
    expect(await left()).toEqual({ notes: 0, decisions: ['too-late'], events: 0 });
  });

  it('loses the deed and the decision when something breaks', async () => {
    await newcomer();
    const broken = transact(database.kysely, deed(), async (tx) => {
      await note(tx);
      throw new Error('broken');
    });
    await expect(broken).rejects.toThrow('broken');
    expect(await left()).toEqual({ notes: 0, decisions: [], events: 0 });
  });

  it('loses everything when the database refuses a row', async () => {
    await newcomer();
    const id = newId();
    const twice = transact(database.kysely, deed(), async (tx) => {
      await note(tx, id);
      return note(tx, id);
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    expect(await left()).toEqual({ notes: 0, decisions: [], events: 0 });
  });

  describe('a form that is sent twice', () => {
    it('is done once, and the second gets the answer of the first', async () => {
      await newcomer();
      const key = newSecret(12);
      const first = await transact(database.kysely, deed(once(key)), (tx) => note(tx));
      const second = await transact(database.kysely, deed(once(key)), () => {
        throw new Error('ran again');
      });
      expect(second).toEqual({ replayOf: (first as { value: Noted }).value.at });
      expect(await left()).toEqual({ notes: 1, decisions: ['allowed'], events: 1 });
    });

    it('is done once, also at the same moment', async () => {
      await newcomer();
      const key = newSecret(12);
      const answers = await Promise.all(
        Array.from({ length: 6 }, () => transact(database.kysely, deed(once(key)), (tx) => note(tx))),
      );
      const done = answers.filter((answer) => 'ok' in answer);
      const replays = answers.filter((answer): answer is Replayed => 'replayOf' in answer);
      expect([done.length, replays.length]).toEqual([1, 5]);
      expect(new Set(replays.map(({ replayOf }) => replayOf))).toEqual(
        new Set([(done[0] as { value: Noted }).value.at]),
      );
      expect(await left()).toEqual({ notes: 1, decisions: ['allowed'], events: 1 });
    });

    it('may be corrected and sent again after a refusal, with the same key', async () => {
      await newcomer();
      const key = newSecret(12);
      await transact(database.kysely, deed(once(key)), async () => err({ code: 'too-late' }));
      const again = await transact(database.kysely, deed(once(key)), (tx) => note(tx));
      expect(again).toMatchObject({ ok: true });
      expect(await left()).toEqual({ notes: 1, decisions: ['too-late', 'allowed'], events: 1 });
    });

    it('may be sent again after a defect, with the same key', async () => {
      await newcomer();
      const key = newSecret(12);
      const broken = transact(database.kysely, deed(once(key)), async () => Promise.reject(new Error('broken')));
      await expect(broken).rejects.toThrow('broken');
      expect(await transact(database.kysely, deed(once(key)), (tx) => note(tx))).toMatchObject({ ok: true });
    });

    it('never answers another form that carries the same key', async () => {
      await newcomer();
      const key = newSecret(12);
      await transact(database.kysely, deed(once(key)), (tx) => note(tx));
      const other = transact(database.kysely, deed(once(key, 'POST /iets-anders')), (tx) => note(tx));
      await expect(other).rejects.toBeInstanceOf(KeyUsedElsewhere);
      expect(await left()).toEqual({ notes: 1, decisions: ['allowed'], events: 1 });
    });

    it('never answers somebody else who sends the same key', async () => {
      await newcomer();
      const key = newSecret(12);
      const first = await transact(database.kysely, deed(once(key)), (tx) => note(tx));
      await newcomer();
      const other = await transact(database.kysely, deed(once(key)), (tx) => note(tx));
      expect(other).toMatchObject({ ok: true });
      expect((other as { value: Noted }).value.at).not.toBe((first as { value: Noted }).value.at);
    });
  });

  describe('two at once that cannot both go first', () => {
    const failing = (code: string, times: number) => {
      const count = { runs: 0 };
      const run = async (tx: AnyTx) => {
        count.runs += 1;
        if (count.runs <= times)
          await sql.raw(`do $$ begin raise exception 'proef' using errcode = '${code}'; end $$`).execute(tx);
        return note(tx);
      };
      return { count, run };
    };

    it.each(['40001', '40P01'])('tries again after %s, and the tries before leave nothing', async (code) => {
      await newcomer();
      const { count, run } = failing(code, 2);
      expect(await transact(database.kysely, deed(once(newSecret(12))), run)).toMatchObject({ ok: true });
      expect(count.runs).toBe(3);
      expect(await left()).toEqual({ notes: 1, decisions: ['allowed'], events: 1 });
    });

    it('gives up after four times', async () => {
      await newcomer();
      const { count, run } = failing('40001', 99);
      await expect(transact(database.kysely, deed(), run)).rejects.toMatchObject({ code: '40001' });
      expect(count.runs).toBe(4);
      expect(await left()).toEqual({ notes: 0, decisions: [], events: 0 });
    });

    it('does not try again after another fault', async () => {
      await newcomer();
      const { count, run } = failing('22023', 1);
      await expect(transact(database.kysely, deed(), run)).rejects.toMatchObject({ code: '22023' });
      expect(count.runs).toBe(1);
    });

    it('ends a real deadlock with both done', async () => {
      await newcomer();
      const [a, b] = [newId(), newId()];
      await transact(database.kysely, deed(), async (tx) => {
        await note(tx, a);
        return note(tx, b);
      });
      const meeting = { arrived: 0 };
      const change = (tx: AnyTx, id: string) =>
        tx
          .updateTable('organisations.mandate')
          .set({ basis: 'gewijzigd' })
          .where('tenant_id', '=', actor.organisationId)
          .where('id', '=', id)
          .execute();
      const both = (first: string, second: string) =>
        transact(database.kysely, deed(), async (tx) => {
          await change(tx, first);
          meeting.arrived += 1;
          while (meeting.arrived < 2) await new Promise((resolve) => setTimeout(resolve, 5));
          await change(tx, second);
          return ok({ subject: { kind: 'test.note', id: second } });
        });
      const answers = await Promise.all([both(a, b), both(b, a)]);
      expect(answers).toMatchObject([{ ok: true }, { ok: true }]);
      expect((await left()).events).toBe(3);
    });
  });

  describe('the time and the context of a transaction', () => {
    const times = () => look(database.kysely, { door: 'published' }, async (_tx, time) => time);

    it('is the given moment, with the day in the Netherlands', async () => {
      await newcomer();
      const seen: DomainTime[] = [];
      await transact(database.kysely, deed({ entry: { at: new Date('2026-06-30T22:30:00Z') } }), async (tx, time) => {
        seen.push(time);
        const { rows } = await sql<{ today: string }>`select app.today() as today`.execute(tx);
        expect(rows).toEqual([{ today: '2026-07-01' }]);
        return note(tx);
      });
      expect(seen).toEqual([{ now: new Date('2026-06-30T22:30:00Z'), today: '2026-07-01' }]);
    });

    it('never runs backwards', async () => {
      const [first, second] = [await times(), await times()];
      expect(second.now.getTime()).toBeGreaterThanOrEqual(first.now.getTime());
    });

    it('ends with the transaction: the next one on the same connection knows nothing of it', async () => {
      await newcomer();
      const context = sql<{
        who: string;
      }>`select concat(app.tenant(), app.person(), app.acting_for(), app.tenants()) as who`;
      await transact(database.kysely, deed(), async (tx) => {
        expect((await context.execute(tx)).rows[0]!.who).toContain(actor.organisationId);
        return note(tx);
      });
      for (let i = 0; i < 12; i++) {
        const { rows } = await sql<{ role: string; tenant: string | null }>`
          select current_user as role, nullif(current_setting('app.tenant', true), '') as tenant`.execute(
          database.kysely,
        );
        expect(rows).toEqual([{ role: new URL(database.url).username, tenant: null }]);
      }
    });

    it('cannot write when it was opened to look', async () => {
      await newcomer();
      const written = enter(
        database.kysely,
        { door: 'own', tenantId: actor.organisationId, personId: actor.personId, readOnly: true },
        (tx) => note(tx),
      );
      await expect(written).rejects.toMatchObject({ code: '25006' });
    });

    it('counts the statements of the deed, not those of the house', async () => {
      await newcomer();
      const meter = { statements: 0 };
      await look(database.kysely, { door: 'own', tenantId: actor.organisationId, meter }, async (tx) => {
        for (let i = 0; i < 3; i++) await tx.selectFrom('organisations.mandate').select('id').execute();
      });
      expect(meter.statements).toBe(3);
    });
  });
});
