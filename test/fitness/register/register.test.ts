import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROCESSING_ACTIVITIES } from '../../../src/app/processing-activities.ts';
import { TABLES } from '../../../src/app/tables.ts';
import type { TableRegister } from '../../../src/platform/db/table-register.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { registerFaults } from './register-faults.ts';

const ACTIVITIES = new Set<string>(PROCESSING_ACTIVITIES.map(({ id }) => id));

describe('the table register and the database', () => {
  let database: TestDatabase;
  let admin: Client;
  let login: string;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
    login = new URL(database.url).username;
    admin = new Client({ connectionString: database.adminUrl });
    await admin.connect();
  });
  afterAll(async () => {
    await admin?.end();
    await database?.close();
  });
  const faults = (register: TableRegister = TABLES) => registerFaults(admin, register, ACTIVITIES, login);

  it('say the same', async () => {
    expect(Object.keys(TABLES).length).toBeGreaterThan(15);
    expect(await faults()).toEqual([]);
  });

  const canaries: readonly (readonly [name: string, sql: string, fault: RegExp])[] = [
    ['an undeclared table', 'create table approach.stray (id int)', /approach\.stray stands in no class/],
    [
      'an undeclared table outside our schemas',
      'create table public.stray (id int)',
      /public\.stray stands in no class/,
    ],
    [
      'a dropped table',
      'drop table approach.standing cascade',
      /approach\.standing is declared and not in the database/,
    ],
    [
      'an undeclared column',
      'alter table approach.element add extra text',
      /approach\.element\.extra has no data class/,
    ],
    [
      'a dropped column',
      'alter table approach.element drop evidence_link',
      /approach\.element\.evidence_link is declared and not in the database/,
    ],
    [
      'a tenant that may be empty',
      'alter table approach.element drop constraint element_pkey; alter table approach.element alter tenant_id drop not null',
      /approach\.element has no tenant_id that is always filled/,
    ],
    [
      'a primary key that begins elsewhere',
      'alter table approach.element drop constraint element_pkey, add primary key (element, tenant_id)',
      /element_pkey on approach\.element does not begin with tenant_id/,
    ],
    [
      'a unique key across tenants',
      'alter table approach.standing add unique (element, published_at)',
      /standing_element_published_at_key on approach\.standing does not begin/,
    ],
    [
      'an index across tenants',
      'create index across on approach.element (focal_point)',
      /across on approach\.element does not begin/,
    ],
    [
      'a foreign key without the tenant',
      'alter table deadlines.notification add unique (id); alter table approach.element add foreign key (evidence_file_id) references deadlines.notification (id)',
      /element_evidence_file_id_fkey of approach\.element refers to rows of a tenant/,
    ],
    [
      'a foreign key that crosses tenants',
      'alter table approach.element add other_tenant uuid, add foreign key (other_tenant, element) references approach.standing (tenant_id, element)',
      /of approach\.element refers to rows of a tenant/,
    ],
    [
      'row-level security switched off',
      'alter table approach.element disable row level security',
      /row-level security of approach\.element is not on and forced/,
    ],
    [
      'row-level security not forced',
      'alter table accounts.person no force row level security',
      /row-level security of accounts\.person is not on and forced/,
    ],
    [
      'a policy by hand',
      'create policy everything on approach.element to inbeeld_own using (true)',
      /a policy that the register does not know: approach\.element: everything/,
    ],
    [
      'a missing policy',
      'drop policy own_select on approach.element',
      /a policy is missing: approach\.element: own_select/,
    ],
    [
      'a view with the eyes of its maker',
      'create view approach.peek as select * from approach.element',
      /approach\.peek is a view without security_invoker/,
    ],
    [
      'a copy that no policy guards',
      'create materialized view approach.copy as select * from approach.element',
      /approach\.copy is a view without/,
    ],
    [
      'a function with the rights of a superuser',
      `create function app.peek() returns bigint language sql security definer set search_path = pg_temp as 'select count(*) from approach.element'`,
      /app\.peek\(\) runs as its maker/,
    ],
    ['a role past the belts', 'alter role inbeeld_own bypassrls', /inbeeld_own may more/],
    ['a door with a login', 'alter role inbeeld_region login', /inbeeld_region is a door and can log in/],
    ['a door in a door', 'grant inbeeld_own to inbeeld_published', /inbeeld_published in inbeeld_own/],
    ['a role that owns', 'alter table approach.element owner to inbeeld_own', /inbeeld_own owns approach\.element/],
    [
      'a grant by hand',
      'grant select on approach.element to inbeeld_published',
      /a grant that the register does not know: approach\.element: inbeeld_published select/,
    ],
    [
      'a grant on a column',
      'grant select (focal_point) on approach.element to inbeeld_region',
      /approach\.element: inbeeld_region column focal_point/,
    ],
    [
      'a contract view for who signs in',
      'grant select on signals.insight_passed_on to inbeeld_own',
      /does not know: signals\.insight_passed_on: inbeeld_own select/,
    ],
    [
      'a column too few for the count of the nation',
      'revoke select (month) on signals.tally from inbeeld_insight',
      /a grant is missing: signals\.tally: inbeeld_insight column month/,
    ],
    [
      'a grant to everybody',
      'grant usage on schema accounts to public; grant select on accounts.person to public',
      /accounts\.person can be read before going through a door/,
    ],
    [
      'a missing grant',
      'revoke insert on approach.element from inbeeld_own',
      /a grant is missing: approach\.element: inbeeld_own insert/,
    ],
  ];

  it.each(canaries)('canary: finds %s', async (_name, sql, fault) => {
    await admin.query('begin');
    try {
      await admin.query(sql);
      expect((await faults()).join('\n')).toMatch(fault);
    } finally {
      await admin.query('rollback');
    }
  });

  it('canary: finds an unknown activity, personal data without activity, and persons in what is published', async () => {
    const element = TABLES['approach.element']!;
    const standing = TABLES['approach.standing']!;
    const wrong: TableRegister = {
      ...TABLES,
      'approach.element': { ...element, activity: 'VA-99' },
      'approach.standing': { ...standing, activity: 'geen', columns: { ...standing.columns, element: 'D1' } },
    };
    expect(await faults(wrong)).toEqual([
      'approach.element names an unknown activity: VA-99',
      'approach.standing holds more than public data and names no activity',
      'approach.standing is published and holds more than public data',
    ]);
  });

  it('let nobody read or write before going through a door', async () => {
    const visitor = new Client({ connectionString: database.url });
    await visitor.connect();
    try {
      const answers: Record<string, string> = {};
      for (const table of Object.keys(TABLES))
        answers[table] = await visitor.query(`select * from ${table}`).then(
          () => 'read',
          (error: { code: string }) => error.code,
        );
      const readable = Object.keys(answers).filter((table) => answers[table] !== '42501');
      expect(readable.sort()).toEqual(['platform.clock', 'platform.installation']);
      await expect(visitor.query('update platform.clock set offset_ms = 1')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await visitor.end();
    }
  });
});
