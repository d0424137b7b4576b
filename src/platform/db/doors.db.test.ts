import { sql } from 'kysely';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Row, RowLayer } from '../../../test/support/any-row.ts';
import { anActor, anOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, TABLES, type TestDatabase } from '../../../test/support/database.ts';
import { newId } from '../ids/uuid.ts';
import { COURIER_ROLE, DOORS, type Door, doorRole } from './doors.ts';
import { accessSql, type TableDeclaration, type TableRegister } from './table-register.ts';
import { type AnyTx, type Entry, enter } from './transact.ts';

/** Beside the tables of the product two that use everything a declaration can say, so that no door goes untried. */
const TRIAL: TableRegister = {
  'trial.note': {
    class: 'tenant',
    region: true,
    due: true,
    courier: true,
    mandate: 'proef',
    activity: 'VA-11',
    columns: { tenant_id: 'D1', id: 'D1', text: 'D1' },
  },
  'trial.notice': {
    class: 'published',
    mandate: 'proef',
    activity: 'VA-11',
    columns: { tenant_id: 'D0', id: 'D0', text: 'D0' },
  },
};
const TRIAL_SQL = `create schema trial; grant usage on schema trial to ${[...DOORS.map(doorRole), COURIER_ROLE].join(', ')};
  create table trial.note (tenant_id uuid not null, id uuid not null, text text not null, primary key (tenant_id, id));
  create table trial.notice (tenant_id uuid not null, id uuid not null, text text not null, primary key (tenant_id, id));`;
const REGISTER: TableRegister = { ...TABLES, ...TRIAL };
const TABLE_NAMES = Object.keys(REGISTER);
const declared = (table: string): TableDeclaration => REGISTER[table]!;
const DENIED = '42501';
/** Rows seen, or the code of PostgreSQL when even looking is refused. */
type Seen = number | typeof DENIED;

describe('the doors, with a row of two organisations in every table', () => {
  let database: TestDatabase;
  let admin: Client;
  let mine: RowLayer;
  let theirs: RowLayer;
  const rows: Record<string, { readonly mine: Row; readonly theirs: Row }> = {};

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
    await admin.query(TRIAL_SQL);
    await admin.query(accessSql(TRIAL, new URL(database.url).username));
    const layer = async (marker: string) => {
      const actor = await anActor(database, 'beheerder', await anOrganisation(database));
      return new RowLayer(admin, { ...actor, tenantId: actor.organisationId, marker });
    };
    mine = await layer('MERK-EIGEN');
    theirs = await layer('MERK-VREEMD');
    for (const table of TABLE_NAMES)
      if (!table.startsWith('platform.') || hasRowsOfPersons(table))
        rows[table] = { mine: await mine.row(table), theirs: await theirs.row(table) };
  });
  afterAll(async () => {
    await admin?.end();
    await database?.close();
  });

  const hasRowsOfPersons = (table: string) => {
    const each = declared(table);
    return each.class === 'platform' && each.personColumn !== undefined;
  };
  /** Of one organisation, and of one person in it. */
  const isPrivate = (table: string) => {
    const each = declared(table);
    return each.class === 'tenant' && each.privateTo !== undefined;
  };
  const owned = () => TABLE_NAMES.filter((table) => ['tenant', 'published'].includes(declared(table).class));
  /** What is published is sometimes read through the own door too. */
  const isOpen = (table: string) => {
    const each = declared(table);
    return each.class === 'published' && each.openToAll === true;
  };
  const asMe = (door: Door): Entry => ({ door, tenantId: mine.owner.tenantId, personId: mine.owner.personId });

  /** What `run` gives in a transaction that is rolled back, or the code with which PostgreSQL refuses it. */
  async function attempt<T>(entry: Entry, run: (tx: AnyTx) => Promise<T>): Promise<T | string> {
    const undo = new Error('undo');
    const box: { value?: T } = {};
    try {
      await enter(database.kysely, entry, async (tx) => {
        box.value = await run(tx);
        throw undo;
      });
    } catch (error) {
      if (error !== undo) return (error as { code?: string }).code ?? String(error);
    }
    return box.value as T;
  }
  const count = (entry: Entry, table: string, where = sql`true`) =>
    attempt(entry, async (tx) => {
      const { rows: found } = await sql<{
        n: number;
      }>`select count(*) as n from ${sql.table(table)} where ${where}`.execute(tx);
      return found[0]!.n;
    }) as Promise<Seen>;
  const countAll = async (entry: Entry, tables: readonly string[] = TABLE_NAMES) =>
    Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await count(entry, table)] as const)));
  /** How many rows there really are, past every belt. */
  const there = async (table: string, where = 'true'): Promise<number> =>
    (await admin.query(`select count(*)::int as n from ${table} where ${where}`)).rows[0].n;
  const insert = (entry: Entry, table: string, row: Row) =>
    attempt(entry, async (tx) => {
      const names = Object.keys(row);
      await sql`insert into ${sql.table(table)} (${sql.join(names.map((name) => sql.ref(name)))}) values (${sql.join(names.map((name) => row[name]))})`.execute(
        tx,
      );
      return 'inserted';
    });

  it('every table has a row of both, so that nothing below is empty by accident', async () => {
    expect(owned().length).toBeGreaterThanOrEqual(5);
    for (const table of owned()) {
      const { rows: found } = await admin.query(`select count(distinct tenant_id)::int as n from ${table}`);
      expect([table, found[0].n]).toEqual([table, 2]);
    }
  });

  it.each(['own', 'region', 'mandate'] as const)('%s without a tenant gives 0 rows or nothing at all', async (door) => {
    const guarded = owned().filter((table) => !isOpen(table));
    const seen = await countAll({ door }, [...guarded, ...TABLE_NAMES.filter((t) => declared(t).class === 'account')]);
    for (const [table, n] of Object.entries(seen)) expect([table, n]).toEqual([table, n === DENIED ? DENIED : 0]);
    if (door === 'own') expect(guarded.map((table) => seen[table])).toEqual(guarded.map(() => 0));
  });

  it('own sees the rows of its organisation, and of others only what is for everybody', async () => {
    for (const table of TABLE_NAMES) {
      const each = declared(table);
      const all = await there(table);
      const expected: Seen =
        each.class === 'tenant' || each.class === 'published'
          ? isOpen(table)
            ? all
            : 1
          : each.class === 'reference'
            ? all
            : each.class === 'account'
              ? each.ownReadBy
                ? await there(table, `${each.ownReadBy} = '${mine.owner.tenantId}'`)
                : DENIED
              : each.grants.own?.includes('select')
                ? each.personColumn
                  ? 1
                  : all
                : DENIED;
      expect([table, await count(asMe('own'), table)]).toEqual([table, expected]);
    }
  });

  it('own neither sees, changes, deletes nor makes rows of another organisation', async () => {
    for (const table of owned()) {
      const { theirs: row } = rows[table]!;
      const isTheirs = sql`tenant_id = ${theirs.owner.tenantId}::uuid`;
      expect([table, await count(asMe('own'), table, isTheirs)]).toEqual([table, isOpen(table) ? 1 : 0]);
      const change = (text: ReturnType<typeof sql>) =>
        attempt(asMe('own'), async (tx) => Number((await text.execute(tx)).numAffectedRows ?? 0n));
      const each = declared(table);
      const refusal =
        (each.class === 'published' && each.appendOnly) ||
        (each.class === 'tenant' && (each.appendOnly || each.courierOnly))
          ? DENIED
          : 0;
      expect([
        table,
        await change(sql`update ${sql.table(table)} set tenant_id = tenant_id where ${isTheirs}`),
        await change(sql`delete from ${sql.table(table)} where ${isTheirs}`),
        await insert(asMe('own'), table, row),
      ]).toEqual([table, refusal, refusal, DENIED]);
    }
  });

  it('own changes only those people of its own organisation that the register lets it, and gives them to nobody', async () => {
    for (const table of TABLE_NAMES) {
      const each = declared(table);
      if (each.class !== 'account' || !each.ownReadBy) continue;
      const column = sql.ref(each.ownReadBy);
      const change = (text: ReturnType<typeof sql>) =>
        attempt(asMe('own'), async (tx) => Number((await text.execute(tx)).numAffectedRows ?? 0n));
      const updates = each.ownWrites?.includes('update');
      const mineToo = await there(table, `${each.ownReadBy} = '${mine.owner.tenantId}'`);
      expect(mineToo).toBeGreaterThan(0);
      expect([
        table,
        await change(sql`update ${sql.table(table)} set ${column} = ${column}`),
        await change(sql`update ${sql.table(table)} set ${column} = ${theirs.owner.tenantId}::uuid`),
        await change(sql`delete from ${sql.table(table)}`),
        await insert(asMe('own'), table, rows[table]!.theirs),
      ]).toEqual([table, updates ? mineToo : DENIED, DENIED, DENIED, DENIED]);
    }
  });

  it('own cannot give its own row to another organisation', async () => {
    for (const table of owned()) {
      const given = await attempt(asMe('own'), (tx) =>
        sql`update ${sql.table(table)} set tenant_id = ${theirs.owner.tenantId}::uuid`.execute(tx),
      );
      expect([table, given]).toEqual([table, DENIED]);
    }
  });

  it('no door but own, mandate, account and courier makes rows of an organisation', async () => {
    for (const door of DOORS.filter((each) => each !== 'own'))
      for (const table of owned()) {
        const each = declared(table);
        const entry: Entry = { ...asMe(door), tenantIds: [mine.owner.tenantId, theirs.owner.tenantId] };
        expect([door, table, await insert(entry, table, { ...rows[table]!.theirs })]).toEqual([door, table, DENIED]);
        const isLog = each.class === 'tenant' && each.log === true;
        if (!(isLog && (door === 'mandate' || door === 'account')))
          expect([door, table, await insert(entry, table, rows[table]!.mine)]).toEqual([door, table, DENIED]);
      }
  });

  it('region sees what is not about persons, of its organisations only', async () => {
    const regional = (table: string) => {
      const each = declared(table);
      return each.class === 'tenant' && each.region === true;
    };
    for (const [tenantIds, n] of [
      [[mine.owner.tenantId], 1],
      [[mine.owner.tenantId, theirs.owner.tenantId], 2],
      [[newId()], 0],
    ] as const) {
      const seen = await countAll({ ...asMe('region'), tenantIds }, owned());
      for (const table of owned()) expect([table, seen[table]]).toEqual([table, regional(table) ? n : DENIED]);
    }
  });

  it('published sees what was published and the reference tables, and nothing else', async () => {
    const seen = await countAll({ door: 'published' });
    for (const table of TABLE_NAMES) {
      const each = declared(table);
      const isOpen = each.class === 'published' || each.class === 'reference';
      const isGranted = each.class === 'platform' && each.grants.published?.includes('select');
      if (each.class === 'published') expect([table, seen[table]]).toEqual([table, 2]);
      else if (!isOpen && !isGranted) expect([table, seen[table]]).toEqual([table, DENIED]);
    }
  });

  it('account reads people and sessions, and no row of an organisation', async () => {
    const seen = await countAll(asMe('account'), owned());
    expect(Object.entries(seen).filter(([, n]) => n !== DENIED)).toEqual([]);
  });

  it('the runner sees only what is due', async () => {
    const seen = await countAll({ door: 'runner' }, owned());
    for (const table of owned()) {
      const each = declared(table);
      expect([table, seen[table]]).toEqual([
        table,
        (each.class === 'tenant' || each.class === 'published') && each.due ? 2 : DENIED,
      ]);
    }
  });

  it('the courier lays rows for another organisation, only where that was declared', async () => {
    const login = new Client({ connectionString: database.adminUrl });
    await login.connect();
    for (const table of owned()) {
      const each = declared(table);
      await login.query('begin');
      await login.query(`set local role ${COURIER_ROLE}`);
      const names = Object.keys(rows[table]!.theirs);
      const answer = await login
        .query(
          `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
          Object.values(rows[table]!.theirs),
        )
        .then(
          () => 'laid',
          (error: { code: string }) => error.code,
        );
      // a line of a log has no key that could be taken: the same line once more is another line
      const allowed = each.class === 'tenant' && each.log ? 'laid' : '23505';
      expect([table, answer]).toEqual([table, each.class === 'tenant' && each.courier ? allowed : DENIED]);
      await login.query('rollback');
    }
    await login.end();
  });

  it('rows of a person are seen by that person only', async () => {
    for (const table of TABLE_NAMES.filter((name) => hasRowsOfPersons(name) || isPrivate(name))) {
      expect([table, await count(asMe('own'), table)]).toEqual([table, 1]);
      expect([table, await count({ ...asMe('own'), personId: newId() }, table)]).toEqual([table, 0]);
      expect([table, await insert(asMe('own'), table, rows[table]!.theirs)]).toEqual([table, DENIED]);
    }
  });

  it('rows that are private to a colleague are not made in her name, and are there for work that is due', async () => {
    expect(TABLE_NAMES.filter(isPrivate).length).toBeGreaterThan(0);
    for (const table of TABLE_NAMES.filter(isPrivate)) {
      const colleague = { ...asMe('own'), personId: newId() };
      expect([table, await insert(colleague, table, rows[table]!.mine)]).toEqual([table, DENIED]);
      expect([table, await count({ door: 'own', tenantId: mine.owner.tenantId }, table)]).toEqual([table, 1]);
    }
  });

  describe('mandate', () => {
    const mandated = () =>
      owned().flatMap((table) => {
        const each = declared(table);
        return (each.class === 'tenant' || each.class === 'published') && each.mandate
          ? [{ table, capability: each.mandate }]
          : [];
      });
    const entry = (): Entry => ({
      door: 'mandate',
      tenantId: theirs.owner.tenantId,
      actingForId: mine.owner.tenantId,
      personId: mine.owner.personId,
    });
    /** Lays a mandate of theirs for me, and takes it away again after `check`. */
    async function given(
      mandate: {
        readonly capability: string;
        readonly from: string;
        readonly until: string;
        readonly withdrawn?: string;
      },
      check: () => Promise<void>,
    ): Promise<void> {
      const id = newId();
      await admin.query(
        `insert into organisations.mandate (tenant_id, id, holder_id, capability, basis, valid_from, valid_until, withdrawn_on)
         values ($1, $2, $3, $4, 'test', $5, $6, $7)`,
        [
          theirs.owner.tenantId,
          id,
          mine.owner.tenantId,
          mandate.capability,
          mandate.from,
          mandate.until,
          mandate.withdrawn ?? null,
        ],
      );
      try {
        await check();
      } finally {
        await admin.query('delete from organisations.mandate where id = $1', [id]);
      }
    }
    const holds = { from: '2020-01-01', until: '2099-01-01' };
    /** Which rows name this organisation beside their owner, in words of SQL; undefined for a table whose rows name nobody. */
    const holderOf = (table: string): string | undefined => {
      const each = declared(table);
      if (each.class !== 'tenant' || !each.holderColumn) return undefined;
      return `'${mine.owner.tenantId}' ${each.holdersAreMany ? `= any(${each.holderColumn})` : `= ${each.holderColumn}`}`;
    };
    /** How many rows are seen without a mandate: those in which this organisation itself is named. */
    async function unaided(table: string): Promise<number> {
      const isNamed = holderOf(table);
      return isNamed ? there(table, isNamed) : 0;
    }
    async function expectRefused(): Promise<void> {
      for (const { table } of mandated()) {
        expect([table, await count(entry(), table)]).toEqual([table, await unaided(table)]);
        expect([table, await insert(entry(), table, rows[table]!.theirs)]).toEqual([table, DENIED]);
      }
    }

    it('works while it holds, on the tables of its capability, in that organisation only', async () => {
      expect(mandated().length).toBeGreaterThan(0);
      for (const { table, capability } of mandated())
        await given({ ...holds, capability }, async () => {
          expect([table, await count(entry(), table)]).toEqual([table, 1]);
          const elsewhere: Entry = { ...entry(), tenantId: newId() };
          expect([table, await count(elsewhere, table)]).toEqual([table, await unaided(table)]);
          expect([table, await insert(entry(), table, rows[table]!.mine)]).toEqual([table, DENIED]);
          expect([table, await insert(entry(), table, rows[table]!.theirs)]).toEqual([table, '23505']); // passed the belt
        });
    });

    it('opens no table without a capability', async () => {
      const open = new Set(mandated().map(({ table }) => table));
      await given({ ...holds, capability: 'aanpak' }, async () => {
        for (const table of owned().filter((name) => !open.has(name) && !holderOf(name)))
          expect([0, DENIED]).toContain(await count(entry(), table));
      });
    });

    it('lets a successor read everything but the logs, and write nothing', async () => {
      await given({ ...holds, capability: 'opvolging' }, async () => {
        for (const table of owned().filter((name) => declared(name).class === 'tenant')) {
          const each = declared(table);
          if (holderOf(table)) continue;
          const isLog = each.class === 'tenant' && each.log === true;
          expect([table, await count(entry(), table)]).toEqual([table, isLog ? DENIED : isPrivate(table) ? 0 : 1]);
          if (!isLog) expect([table, await insert(entry(), table, rows[table]!.theirs)]).toEqual([table, DENIED]);
        }
      });
      for (const { table } of mandated())
        expect([table, await count(entry(), table)]).toEqual([table, await unaided(table)]);
    });

    it('shows who is named in a row, such as who is asked to agree, that row and no other', async () => {
      const named = owned().flatMap((table) => {
        const isNamed = holderOf(table);
        return isNamed ? [{ table, isNamed }] : [];
      });
      expect(named.length).toBeGreaterThan(1);
      for (const { table, isNamed } of named)
        expect([table, await count(entry(), table)]).toEqual([table, await there(table, isNamed)]);
    });

    it('gives the holder its own mandates to read and those of nobody else', async () => {
      await given({ ...holds, capability: 'aanpak' }, async () => {
        expect(await count(entry(), 'organisations.mandate')).toBe(1);
        expect(await count({ ...entry(), actingForId: newId() }, 'organisations.mandate')).toBe(0);
      });
    });

    it.each([
      ['lapsed', { from: '2020-01-01', until: '2021-01-01' }],
      ['not begun', { from: '2098-01-01', until: '2099-01-01' }],
      ['withdrawn', { ...holds, withdrawn: '2021-01-01' }],
    ])('is refused when %s', async (_name, dates) => {
      for (const { capability } of mandated()) await given({ ...dates, capability }, expectRefused);
    });

    it('is refused for another capability, another holder, and without any', async () => {
      await given({ ...holds, capability: 'iets-anders' }, expectRefused);
      await expectRefused();
      for (const { table, capability } of mandated())
        await given({ ...holds, capability }, async () => {
          expect([table, await count({ ...entry(), actingForId: newId() }, table)]).toEqual([table, 0]);
        });
    });

    it('ends on the domain clock, on the day itself', async () => {
      const { table, capability } = mandated()[0]!;
      await given({ capability, from: '2027-01-01', until: '2027-06-01' }, async () => {
        const on = (moment: string) => count({ ...entry(), at: new Date(moment) }, table);
        expect([await on('2026-12-31T22:00:00Z'), await on('2026-12-31T23:30:00Z')]).toEqual([0, 1]); // midnight in Amsterdam
        expect([await on('2027-05-31T21:30:00Z'), await on('2027-05-31T22:30:00Z')]).toEqual([1, 0]);
      });
    });
  });
});
