import { CompiledQuery, type RootOperationNode, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TEST_KEYS } from '../../../test/support/app.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { currentFacts, currentFramework, levelsOn } from '../../features/approach/index.ts';
import type { InboxFilter } from '../../features/signals/domain/inbox.ts';
import { SIGNAL_STATUSES } from '../../features/signals/domain/signal-status.ts';
import { reportsAtPlace } from '../../features/signals/persistence/report-query.ts';
import { openParts, placeIndexes, sealedReport } from '../../features/signals/persistence/report-store.ts';
import { ownReports, readRecorded } from '../../features/signals/use-cases/own-reports.ts';
import { readInbox } from '../../features/signals/use-cases/read-inbox.ts';
import { type AnyTx, enter } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import { createVault } from '../../platform/vault/vault.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { seedDemo } from './demo.ts';

describe('years of use of the whole country', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createDatabase();
    await seedDemo(
      database.admin,
      database.kysely,
      {
        seed: 1,
        country: { years: 2, commands: 6, signals: 300, codes: ['GM0363', 'GM0014', 'GM0088'] },
        vault: createVault(database.kysely, TEST_KEYS),
      },
      () => {},
    );
  });
  afterAll(() => database.close());

  const count = async (query: ReturnType<typeof sql<{ n: number }>>) =>
    (await query.execute(database.admin)).rows[0]!.n;

  it('holds a decision for every command and an event for every command that was allowed', async () => {
    expect(
      await count(sql`select count(*) as n from audit.decision where occurred_at < '2026-10-02'`),
    ).toBeGreaterThanOrEqual(342 * 12);
    expect(
      await count(
        sql`select count(*) as n from audit.event e left join audit.decision d on d.tenant_id = e.tenant_id and d.trace_id = e.trace_id and d.outcome = 'allowed' where d.id is null and e.role <> 'organisatie'`,
      ),
    ).toBe(0);
    expect(
      await count(
        sql`select count(*) as n from audit.decision d left join audit.event e on e.tenant_id = d.tenant_id and e.trace_id = d.trace_id where (d.outcome = 'allowed') <> (e.id is not null)`,
      ),
    ).toBe(0);
    expect(
      await count(sql`select count(*) as n from audit.decision where (outcome = 'refused') <> (code is not null)`),
    ).toBe(0);
  });

  it('has only people who held that role there, or in who works there under a mandate', async () => {
    expect(
      await count(sql`select count(*) as n from audit.event e where e.role <> 'organisatie' and not exists (
        select 1 from accounts.membership m where m.person_id = e.person_id and m.role = e.role and (m.organisation_id = e.tenant_id
          or exists (select 1 from organisations.mandate d where d.tenant_id = e.tenant_id and d.holder_id = m.organisation_id)
          -- who is named in a row reacts in the house where it stands
          or exists (select 1 from (
            select tenant_id, id from practices.submission union all select tenant_id, id from practices.contact
            union all select tenant_id, id from practices.question union all select tenant_id, id from support.request
            union all select tenant_id, id from support.onboarding) s
            where s.tenant_id = e.tenant_id and s.id::text = e.subject_id::text)))`),
    ).toBe(0);
    expect(await count(sql`select count(*) as n from accounts.membership where person_name not like '%Fictief%'`)).toBe(
      0,
    );
  });

  it('opens no warning before it came, and publishes what each municipality recorded and nothing else', async () => {
    expect(await count(sql`select count(*) as n from deadlines.notification where opened_at < created_at`)).toBe(0);
    expect(
      await count(sql`select count(*) as n from approach.element e full join (select * from approach.standing where element = 'K2.1') s
          on s.tenant_id = e.tenant_id and s.element = e.element
        where s.lapses_on is distinct from e.valid_until or s.decided_on is distinct from e.decided_on`),
    ).toBe(0);
    expect(
      await count(sql`select count(*) as n from approach.standing s where s.element not in ('K2.1', 'K7.1') and not exists (
        select 1 from approach.fact f where f.tenant_id = s.tenant_id and f.element = s.element and f.lapses_on = s.lapses_on)`),
    ).toBe(0);
    expect(await count(sql`select count(*) as n from approach.standing where element <> 'K2.1'`)).toBeGreaterThan(10);
    // the last change of every element says what its standing says
    expect(
      await count(sql`select count(*) as n from approach.standing s full join (
          select distinct on (tenant_id, element) * from approach.standing_change order by tenant_id, element, changed_at desc) c
          on c.tenant_id = s.tenant_id and c.element = s.element
        where (c.state = 'withdrawn') is distinct from (s.tenant_id is null)
          or s.tenant_id is not null and (c.begins_on, c.lapses_on) is distinct from (s.decided_on, s.lapses_on)`),
    ).toBe(0);
    expect(
      await count(sql`select count(*) as n from approach.standing_change where changed_at < '2026-01-01'`),
    ).toBeGreaterThan(100);
  });

  it('gives every municipality a plan whose actions somebody carries, with reminders only of what is to be done', async () => {
    expect(await count(sql`select count(*) as n from approach.plan_action`)).toBeGreaterThan(6500);
    expect(
      await count(sql`select count(*) as n from approach.plan_action a left join accounts.membership m
        on m.organisation_id = a.tenant_id and m.id = a.owner_membership_id and m.person_name = a.owner_name where m.id is null`),
    ).toBe(0);
    expect(
      await count(sql`select count(*) as n from approach.plan_action a full join (
          select * from deadlines.deadline where kind = 'approach.action-due' and state = 'open') d
          on d.tenant_id = a.tenant_id and d.subject_id = a.id::text
        where (a.status in ('open', 'busy')) is distinct from (d.id is not null) or a.due_on <> d.due_on`),
    ).toBe(0);
    expect(
      await count(
        sql`select count(*) as n from deadlines.alarm a join deadlines.deadline d on d.tenant_id = a.tenant_id and d.id = a.deadline_id
          where d.kind = 'approach.action-due' and a.due_at <= now() and a.fired_at is null and a.withdrawn_at is null`,
      ),
    ).toBe(0);
  });

  it('freezes each decision with the hash of what was adopted, and some have lapsed', async () => {
    expect(
      await count(
        sql`select count(*) as n from approach.adoption where sha256 <> encode(sha256(convert_to(frozen, 'UTF8')), 'hex')`,
      ),
    ).toBe(0);
    expect(await count(sql`select count(*) as n from approach.adoption`)).toBeGreaterThan(200);
    expect(
      await count(sql`select count(*) as n from approach.adoption where valid_until <= current_date`),
    ).toBeGreaterThan(10);
    expect(
      await count(sql`select count(*) as n from approach.standing where element = 'K7.1' and lapses_on > current_date`),
    ).toBeGreaterThan(10);
  });

  it('settles a scan a year for every municipality, at the levels its own facts give', async () => {
    expect(
      await count(sql`select count(*) as n from (select tenant_id from approach.scan where settled_at is not null
        group by tenant_id having count(*) >= 2) each_year`),
    ).toBe(342);
    const { today } = await enter(database.kysely, { door: 'published' }, async (_tx, time) => time);
    const published = await database.admin
      .selectFrom('approach.theme_level as l')
      .innerJoin('organisations.organisation as o', 'o.id', 'l.tenant_id')
      .select(['l.tenant_id', 'l.theme', 'l.level'])
      .where('l.theme', 'in', ['1', '4', '5'])
      .where('o.code', 'not in', ['GM0363', 'GM0518', 'GM0599', 'GM0193', 'GM0772', 'GM0882'])
      .orderBy('o.code')
      .limit(30)
      .execute();
    expect(new Set(published.map(({ level }) => level))).toEqual(new Set([1, 2]));
    for (const { tenant_id, theme, level } of published) {
      const facts = await enter(database.kysely, { door: 'own', tenantId: tenant_id }, (tx) =>
        currentFacts(tx, tenant_id),
      );
      expect(levelsOn(currentFramework(), facts, today).find((each) => each.theme.id === theme)?.level).toBe(level);
    }
  });

  it('lays signals that open, each with a dossier, a key, a term, and a clock as long as it is open', async () => {
    const laid = sql`(select r.*, o.code as place_code from signals.signal_report r join organisations.organisation o on o.id = r.tenant_id
      where o.code in ('GM0014', 'GM0088') or (o.code = 'GM0363' and r.reporter_function is not null))`;
    expect(await count(sql`select count(*) as n from ${laid} r where place_code = 'GM0088'`)).toBe(135);
    expect(
      await count(sql`select count(*) as n from ${laid} r
        left join privacy.dossier d on d.tenant_id = r.tenant_id and d.id = r.dossier_id and d.path = '/meldingen/' || r.code
        left join vault.dossier_key k on k.tenant_id = r.tenant_id and k.dossier_id = r.dossier_id
        left join retention.record t on t.tenant_id = r.tenant_id and t.subject_id = r.id and t.rule like 'signal-%'
        left join deadlines.deadline w on w.tenant_id = r.tenant_id and w.subject_id = r.id::text and w.state = 'open'
          and w.kind = 'signals.report-waits'
        where d.id is null or k.id is null or t.id is null or (r.closed_on is null) <> (w.id is not null)
          or w.due_on <> r.act_by`),
    ).toBe(0);
    const report = await database.admin
      .selectFrom('signals.signal_report as r')
      .innerJoin('organisations.organisation as o', 'o.id', 'r.tenant_id')
      .select(['r.code', 'r.tenant_id as tenantId'])
      .where('o.code', '=', 'GM0088')
      .executeTakeFirstOrThrow();
    const keys = await createVault(database.kysely, TEST_KEYS).keysFor(report.tenantId);
    const found = await enter(database.kysely, { door: 'own', tenantId: report.tenantId }, async (tx) => {
      lendKeys(tx, keys);
      const signal = (await sealedReport(tx, report.tenantId, report.code))!;
      const content = (await openParts(tx, signal.report, signal.sealed))!;
      return { content, same: await reportsAtPlace(tx, report.tenantId, placeIndexes(tx, content.place!), undefined) };
    });
    expect(found.content).toMatchObject({ observation: expect.stringContaining('(fictief)') });
    expect(found.same.map(({ code }) => code)).toContain(report.code);
  });

  it('lays requests for a place that ended, each with a term, and figures of them that show through the hiding of what is few', async () => {
    const { asked, kept, asleep, year } = (
      await sql<{ asked: number; kept: number; asleep: number; year: number }>`
        select count(*)::int as asked,
          count(*) filter (where exists (select from retention.record k where k.subject_id = r.id))::int as kept,
          count(*) filter (where exists (select from shelter.placement p where p.request_id = r.id and p.departed_at is null
            and p.refused_at is null))::int as asleep,
          count(*) filter (where opened_at > now() - interval '1 year')::int as year
        from shelter.request r where closed_at is not null`.execute(database.admin)
    ).rows[0]!;
    expect([asked, kept, asleep]).toEqual([420, 420, 0]);
    expect(year).toBeGreaterThan(150);
  });

  it('is read by every list of signals through an index that begins with the organisation', async () => {
    const { id: tenantId } = await database.admin
      .selectFrom('organisations.organisation')
      .select('id')
      .where('code', '=', 'GM0363')
      .executeTakeFirstOrThrow();
    const somebody = { organisationId: tenantId, personId: newId() } as Actor;
    const asked: RootOperationNode[] = [];
    const plans = await enter(
      database.kysely,
      { door: 'own', tenantId, personId: somebody.personId },
      async (tx, time) => {
        const noting = tx.withPlugin({
          transformQuery({ node }) {
            asked.push(node);
            return node;
          },
          transformResult: async ({ result }) => result,
        }) as AnyTx;
        const day = time.today;
        const filters: InboxFilter[] = [
          ...SIGNAL_STATUSES.map((status) => ({ status })),
          { sector: 'hotel', from: day, until: day, kind: 'location' },
          { status: 'closed', sector: 'hotel', from: day, until: day },
          { takenUpBy: somebody.personId },
          { code: '7KQ4-M2XB' },
          {},
        ];
        for (const filter of filters) await readInbox(noting, somebody, filter, 1, time);
        await ownReports(noting, somebody, day);
        await reportsAtPlace(noting, tenantId, [Buffer.alloc(32)], newId());
        await readRecorded(noting, somebody, '7KQ4-M2XB', day);
        // a table of this size is read whole when that is allowed: what is asked is which index serves
        await sql`set local enable_seqscan = off`.execute(tx);
        const found: [string, PlanNode][] = [];
        for (const node of asked) {
          const { sql: text, parameters } = tx.getExecutor().compileQuery(node, { queryId: 'plan' });
          const explain = CompiledQuery.raw(`explain (format json) ${text}`, [...parameters]);
          const { rows } = await tx.executeQuery<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(explain);
          if (text.includes('"signals"."signal_report"')) found.push([text, rows[0]!['QUERY PLAN'][0]!.Plan]);
        }
        return found;
      },
    );
    expect(plans.length).toBeGreaterThan(25);
    const scans = plans.flatMap(([text, plan]) => scansOf(plan).map((scan) => [text, scan] as const));
    expect(plans.filter(([, plan]) => scansOf(plan).length === 0)).toEqual([]);
    for (const [text, scan] of scans)
      expect([text, scan['Index Cond']]).toEqual([text, expect.stringMatching(/^\(+(tenant|organisation)_id = /)]);
  });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** Where rows of signals are found: by an index, or by reading the table, which then has no condition on one. */
function scansOf(node: PlanNode): readonly PlanNode[] {
  const below = (node.Plans ?? []).flatMap(scansOf);
  if (node['Node Type'] === 'Bitmap Heap Scan') return below;
  const isScan = node['Relation Name'] === 'signal_report' || node['Node Type'] === 'Bitmap Index Scan';
  return isScan ? [node, ...below] : below;
}
