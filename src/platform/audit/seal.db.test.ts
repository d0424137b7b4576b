import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { err, ok } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { enter, lookAtPersons, transact } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { TenantKeys } from '../vault/tenant-keys.ts';
import { noteRevealed } from './reveal.ts';
import { createSealer, type Sealer, SealTamperedWith } from './seal.ts';
import { INSTALLATION, type SealKeys, sealKeysOf } from './seal-signer.ts';
import { verifySeal } from './verify.ts';

const signing = (state: 'active' | 'former') =>
  ({ id: newId(), purpose: 'signing', state, key: randomBytes(32) }) as const;

describe('the seal over the logs', () => {
  let database: TestDatabase;
  let actors: readonly Actor[];
  let sealer: Sealer;
  let keys: SealKeys;
  const first = signing('active');

  beforeEach(async () => {
    database = await createDatabase({ reference: false });
    actors = [
      await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database)),
      await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database)),
    ];
    keys = sealKeysOf(new TenantKeys(INSTALLATION, [first]));
    sealer = createSealer(database.kysely, async () => keys);
  });
  afterEach(async () => {
    await database.close();
  });

  /** A reading of two persons, a refusal and a deed, for each organisation: seven lines in all three logs. */
  async function work(): Promise<void> {
    for (const actor of actors) {
      const deed = { actor, activity: 'VA-02', activityVersion: 1, action: 'test.deed', traceId: newId() };
      await lookAtPersons(database.kysely, deed, async (tx) => {
        for (let n = 0; n < 2; n++)
          noteRevealed(tx, {
            subject: { kind: 'persoon', pseudonym: randomBytes(32) },
            dossierId: newId(),
            columns: ['proef.person.name'],
          });
        return ok({ subject: { kind: 'proef', id: 'één' } });
      });
      await transact(database.kysely, { ...deed, traceId: newId() }, async () => err({ code: 'too-late' }));
      await transact(database.kysely, { ...deed, traceId: newId() }, async () =>
        ok({ subject: { kind: 'proef', id: 'twee' } }),
      );
    }
  }
  const verify = (options = {}) => verifySeal(database.kysely, { publicKey: keys[0].publicKey, ...options });
  const kinds = async (options = {}) => (await verify(options)).findings.map(({ kind }) => kind);
  /** Somebody with all rights on the database, past every guard. */
  async function tamper(...statements: readonly string[]): Promise<void> {
    await database.admin.connection().execute(async (db) => {
      await sql`set session_replication_role = replica`.execute(db);
      for (const statement of statements) {
        const { numAffectedRows } = await sql.raw(statement).execute(db);
        if (/^(update|delete|insert)/.test(statement) && !numAffectedRows) throw new Error(`nothing hit: ${statement}`);
      }
      await sql`set session_replication_role = default`.execute(db);
    });
  }

  it('covers every line of every organisation in every log, once', async () => {
    await work();
    expect(await sealer.seal()).toHaveLength(1);
    expect(await verify()).toEqual({ roots: 1, lines: 14, erased: [], unsealed: 0, findings: [], oddities: [] });
    expect(await sealer.seal()).toEqual([]);
    await work();
    expect(await verify()).toMatchObject({ lines: 14, unsealed: 14, findings: [] });
    await sealer.seal();
    expect(await verify()).toEqual({ roots: 2, lines: 28, erased: [], unsealed: 0, findings: [], oddities: [] });
  });

  it('passes over the numbers of deeds that were rolled back', async () => {
    const broken = () =>
      enter(database.kysely, { door: 'own', tenantId: actors[0]!.organisationId }, async (tx) => {
        await sql`select nextval('audit.line')`.execute(tx);
        throw new Error('broken');
      });
    await expect(broken()).rejects.toThrow('broken');
    expect(await sealer.seal()).toEqual([]);
    await work();
    await expect(broken()).rejects.toThrow('broken');
    await sealer.seal();
    await work();
    await sealer.seal();
    expect(await verify()).toMatchObject({ roots: 2, lines: 28, findings: [] });
  });

  describe('finds', () => {
    beforeEach(async () => {
      await work();
      await sealer.seal();
      await work();
      await sealer.seal();
    });

    const columns = {
      decision:
        'tenant_id, seq, id, trace_id, span_id, parent_span_id, occurred_at, recorded_at, person_id, role, activity, activity_version, action, route, subject_kind, subject_id, outcome, ground, code',
      event:
        'tenant_id, seq, id, trace_id, span_id, parent_span_id, occurred_at, recorded_at, person_id, person_name, role, activity, activity_version, action, subject_kind, subject_id',
      processing:
        'tenant_id, seq, trace_id, span_id, parent_span_id, occurred_at, started_at, recorded_at, name, status, activity, activity_version, subject_kind, subject_pseudonym, dossier_id, columns, foreign_operation',
    } as const;
    const other: Readonly<Record<string, string>> = {
      uuid: 'gen_random_uuid()',
      bigint: '5000',
      integer: '99',
      bytea: 'sha256(random()::text::bytea)',
      'text[]': `array['proef.person.name', 'proef.person.phone']`,
      'timestamp with time zone': `timestamptz '2026-11-29 00:00:00.000001+00'`,
    };

    it.each(Object.entries(columns))('a change in any column of %s', async (log, names) => {
      const { rows } = await sql<{ name: string; type: string }>`
        select attname as name, format_type(atttypid, null) as type from pg_attribute
        where attrelid = ${`audit.${log}`}::regclass and attnum > 0 order by attnum`.execute(database.admin);
      // no column stands outside the seal
      expect(rows.map(({ name }) => name).sort()).toEqual(names.split(', ').sort());
      for (const { name, type } of rows) {
        const value =
          name === 'outcome'
            ? `case outcome when 'allowed' then 'refused' else 'allowed' end`
            : name === 'status'
              ? `'Error'`
              : name.endsWith('span_id')
                ? `substr(${other.bytea!}, 1, 8)`
                : name === 'recorded_at'
                  ? `recorded_at + interval '1 microsecond'`
                  : (other[type] ?? `coalesce("${name}", '') || 'x'`);
        await tamper(
          `create table kept as select * from audit.${log} order by seq limit 1`,
          `update audit.${log} set "${name}" = ${value} where seq = (select seq from kept)`,
        );
        expect((await kinds()).length, `${log}.${name}`).toBeGreaterThan(0);
        // and put back, all is well: nothing else was broken
        await tamper(
          `delete from audit.${log} where seq ${name === 'seq' ? '= 5000' : '= (select seq from kept)'}`,
          `insert into audit.${log} select * from kept`,
          'drop table kept',
        );
        expect(await kinds(), `${log}.${name} put back`).toEqual([]);
      }
    });

    it('a line that was removed, and says which', async () => {
      const { seq, tenant_id } = await database.admin
        .selectFrom('audit.event')
        .select(['seq', 'tenant_id'])
        .orderBy('seq')
        .limit(1)
        .executeTakeFirstOrThrow();
      await tamper(`delete from audit.event where seq = ${seq}`);
      expect((await verify()).findings).toEqual([{ kind: 'line-missing', root: 1, tenantId: tenant_id, line: seq }]);
    });

    it('a line that was added, among those of an organisation and of one that had none', async () => {
      await tamper('insert into audit.event select * from audit.event order by seq limit 1');
      expect(await kinds()).toEqual(['line-added']);
      await tamper(
        `insert into audit.decision select (jsonb_populate_record(d, jsonb_build_object('tenant_id', gen_random_uuid()))).* from audit.decision d order by seq limit 1`,
      );
      expect(await kinds()).toEqual(['line-added', 'line-added']);
    });

    it('two lines that changed places', async () => {
      await tamper(
        `update audit.decision set seq = case seq when a then b else a end
         from (select min(seq) as a, max(seq) as b from audit.decision where tenant_id = '${actors[0]!.organisationId}') as two
         where seq in (a, b)`,
      );
      expect(await kinds()).toEqual(['line-changed', 'line-changed']);
    });

    it('all lines of an organisation gone, with their batches', async () => {
      const gone = actors[0]!.organisationId;
      await tamper(
        ...['decision', 'event', 'processing', 'batch'].map(
          (t) => `delete from audit.${t} where tenant_id = '${gone}'`,
        ),
      );
      expect(await kinds()).toEqual(['batch-missing', 'batch-missing']);
    });

    it('a digest that was made to fit a changed line', async () => {
      await tamper(
        `update audit.decision set action = 'proef.anders' where seq = (select min(seq) from audit.decision)`,
        `update audit.batch b set leaves = overlay(b.leaves placing sha256('x') from 9)
          where root_no = 1 and tenant_id = (select tenant_id from audit.decision order by seq limit 1)`,
      );
      expect(await kinds()).toContain('batch-changed');
    });

    it('a root that was changed, signed by another, or taken out of the row', async () => {
      await tamper(`update audit.root set sealed_at = sealed_at + interval '1 hour' where no = 1`);
      expect(await kinds()).toEqual(['root-changed']);
      await tamper(`update audit.root set sealed_at = sealed_at - interval '1 hour' where no = 1`);
      await tamper('update audit.root set signature = sha256(signature) || sha256(hash) where no = 2');
      expect(await kinds()).toEqual(['signature-wrong']);
      await tamper('delete from audit.batch where root_no = 1', 'delete from audit.root where no = 1');
      expect(await kinds()).toContain('root-missing');
    });

    it('the last rounds cut off with their lines, from roots that were kept elsewhere', async () => {
      const kept = await database.admin.selectFrom('audit.root').select(['no', 'hash']).execute();
      const cut = await database.admin
        .selectFrom('audit.root')
        .select('after_seq')
        .where('no', '=', 2)
        .executeTakeFirstOrThrow();
      await tamper(
        ...['decision', 'event', 'processing'].map((log) => `delete from audit.${log} where seq > ${cut.after_seq}`),
        'delete from audit.batch where root_no = 2',
        'delete from audit.root where no = 2',
      );
      // nothing in the database itself tells
      expect(await kinds()).toEqual([]);
      expect((await verify({ kept })).findings).toEqual([{ kind: 'root-missing', root: 2 }]);
      // but the process that laid it goes no further
      await work();
      await expect(sealer.seal()).rejects.toBeInstanceOf(SealTamperedWith);
      // another process would, and is found out later
      await createSealer(database.kysely, async () => keys).seal();
      expect((await verify({ kept })).findings).toEqual([{ kind: 'root-replaced', root: 2 }]);
    });

    it('a whole history made anew by somebody with another key', async () => {
      const forged = sealKeysOf(new TenantKeys(INSTALLATION, [signing('active')]));
      await tamper(
        `update audit.decision set person_id = gen_random_uuid()`,
        'delete from audit.batch',
        'delete from audit.root',
        'delete from audit.seal_key',
      );
      await createSealer(database.kysely, async () => forged).seal();
      expect(await kinds({ publicKey: forged[0].publicKey })).toEqual([]);
      expect(await kinds()).toEqual(['key-unknown']);
    });

    it('numbers that begin again, as after a restore of half a database', async () => {
      await sql`select setval('audit.line', 3)`.execute(database.admin);
      expect(await kinds()).toEqual(['numbers-back']);
    });
  });

  it('goes on with the next key when the key before it hands over, and with no other', async () => {
    await work();
    await sealer.seal();
    const second = signing('active');
    keys = sealKeysOf(new TenantKeys(INSTALLATION, [second, { ...first, state: 'former' }]));
    await work();
    await sealer.seal();
    expect(await verify()).toMatchObject({ roots: 2, findings: [] });
    // the one before it is lost: it cannot hand over, and verification says so
    keys = sealKeysOf(new TenantKeys(INSTALLATION, [signing('active')]));
    await work();
    await sealer.seal();
    expect(await kinds()).toEqual(['key-unknown']);
  });

  it('waits for who is still writing, and never leaves a late line out', async () => {
    const gate = { open: () => {} };
    const opened = new Promise<void>((resolve) => {
      gate.open = resolve;
    });
    const [actor] = actors;
    const deed = { actor: actor!, activity: 'VA-02', action: 'test.slow', traceId: newId() };
    const begun = { writing: () => {} };
    const writing = new Promise<void>((resolve) => {
      begun.writing = resolve;
    });
    const slow = enter(database.kysely, { door: 'own', tenantId: deed.actor.organisationId }, async (tx) => {
      await sql`insert into audit.decision (tenant_id, id, trace_id, occurred_at, person_id, role, activity, action)
        values (${deed.actor.organisationId}, ${newId()}, ${newId()}, '2026-11-29', ${newId()}, 'fg', 'VA-02', 'test.slow')`.execute(
        tx,
      );
      begun.writing();
      await opened;
    });
    await writing;
    await work(); // takes higher numbers and commits before the slow one
    const sealing = sealer.seal();
    // long enough for a sealer that does not wait to have laid its seal
    await Promise.race([sealing, new Promise((resolve) => setTimeout(resolve, 1_500))]);
    expect(await database.admin.selectFrom('audit.root').select('no').execute()).toEqual([]);
    gate.open();
    await slow;
    expect(await sealing).toMatchObject([{ no: 1, lines: 15 }]);
    expect(await verify()).toMatchObject({ lines: 15, unsealed: 0, findings: [] });
  });

  it('leaves nothing of a round that was cut off, and the next round does it all', async () => {
    await work();
    const cutOff = createSealer(database.kysely, async () => [
      {
        ...keys[0],
        sign: () => {
          throw new Error('the power went out');
        },
      },
    ]);
    await expect(cutOff.seal()).rejects.toThrow('the power went out');
    expect(await verify()).toMatchObject({ roots: 0, unsealed: 14, findings: [] });
    await sealer.seal();
    expect(await verify()).toMatchObject({ roots: 1, lines: 14, findings: [] });
  });

  it('is laid once by two processes at the same time', async () => {
    const other = createSealer(database.kysely, async () => keys);
    for (let turn = 0; turn < 5; turn++) {
      await work();
      await Promise.all([sealer.seal(), other.seal(), sealer.seal()]);
    }
    await sealer.seal();
    expect(await verify()).toMatchObject({ lines: 70, unsealed: 0, findings: [] });
  });

  it('says so when the clock of the database was set back or forward', async () => {
    await work();
    await sealer.seal();
    await work();
    await tamper(
      `update audit.event set recorded_at = recorded_at - interval '1 minute' where seq > (select max(up_to_seq) from audit.root)`,
    );
    await sealer.seal();
    await work();
    await tamper(
      `update audit.event set recorded_at = recorded_at + interval '1 minute' where seq > (select max(up_to_seq) from audit.root)`,
    );
    await sealer.seal();
    expect(await verify()).toEqual({
      roots: 3,
      lines: 42,
      erased: [],
      unsealed: 0,
      findings: [],
      oddities: [
        { kind: 'clock-back', root: 2 },
        { kind: 'clock-ahead', root: 3 },
      ],
    });
  });

  it('has lines that nobody changes or removes, not even the owner of the tables', async () => {
    await work();
    await sealer.seal();
    for (const table of ['decision', 'event', 'processing', 'root', 'batch', 'seal_key'])
      for (const statement of [
        `delete from audit.${table}`,
        table === 'batch' || table === 'root'
          ? `update audit.${table} set merkle = merkle`
          : table === 'seal_key'
            ? 'update audit.seal_key set since = since'
            : `update audit.${table} set activity = activity`,
      ])
        await expect(sql.raw(statement).execute(database.admin), statement).rejects.toMatchObject({ code: '42501' });
    await database.admin.connection().execute(async (db) => {
      const real = await createDatabase({ reference: false, kind: 'real' });
      for (const table of ['decision', 'event', 'processing', 'batch'])
        await expect(sql.raw(`truncate audit.${table}`).execute(real.admin), table).rejects.toMatchObject({
          code: '42501',
        });
      await real.close();
      await sql`select 1`.execute(db);
    });
  });
});
