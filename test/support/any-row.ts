import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { DEADLINE_TEXTS } from '../../src/app/due-work.ts';
import { newId } from '../../src/platform/ids/uuid.ts';

/** Whose rows are laid, and the text by which they are recognised wherever they turn up. */
export interface RowOwner {
  readonly tenantId: string;
  readonly personId: string;
  readonly membershipId: string;
  readonly marker: string;
}

export type Row = Readonly<Record<string, unknown>>;

/** What a table asks that its columns do not say; `owner` fills in. Everything else follows from the database itself. */
type Particulars = (owner: RowOwner) => Row;
const PARTICULARS: Readonly<Record<string, Particulars>> = {
  'insight.local_feature': () => ({ feature: 'kassen' }),
  'insight.run': () => ({
    capture_table: '"A","B",count\n1,0,30\n0,1,40\n1,1,12\n',
    options: JSON.stringify({ seed: 1, bootstrap: 0, level: 0.95, threshold: 0.02 }),
    ending: 'died',
    ended_at: '2026-01-01T12:01:00Z',
  }),
  'accounts.membership': () => ({ role: 'medewerker' }),
  'deadlines.deadline': ({ membershipId }) => ({
    kind: Object.keys(DEADLINE_TEXTS)[0],
    assignee_id: membershipId,
    asks_from: '2026-01-01',
  }),
  'deadlines.notification': () => ({ kind: Object.keys(DEADLINE_TEXTS)[0] }),
  'approach.element': () => ({ element: 'K2.1', hours_per_week: 8 }),
  'exchange.message': () => ({ content: randomBytes(32) }),
  'approach.standing': () => ({ element: 'K2.1' }),
  'approach.scan': ({ membershipId }) => ({ framework: 'kader-2021-1', owner_membership_id: membershipId }),
  'approach.scan_answer': () => ({ element: 'K1.1' }),
  'approach.adoption': ({ marker }) => ({
    body: 'b-en-w',
    mandate_holder: null,
    mandate_title: null,
    mandate_on: null,
    valid_until: '2028-01-01',
    decided_on: '2026-01-02',
    frozen: JSON.stringify({ plan: marker }),
    sha256: 'a'.repeat(64),
  }),
  'approach.plan': () => ({ ends_on: '2028-01-01' }),
  'approach.plan_action': ({ membershipId, marker }) => ({
    closes_element: 'K1.1',
    owner_membership_id: membershipId,
    owner_name: `${marker} eigenaar`,
    substitute_name: null,
  }),
};

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
  readonly parent: { readonly table: string; readonly column: string } | undefined;
}

const FAR = /until|lapse|expire|(^|_)ends?_|due/;

/** Not asked for, and yet filled: a text, to carry the marker, and the last day of something that holds now. */
const isTold = ({ name, type, choices, parent }: Column): boolean =>
  (type === 'text' && !parent && choices.length === 0) || (type === 'date' && FAR.test(name));

/** Lays one row in any table, valid by the database's own rules, with the owner's marker in every free text. */
export class RowLayer {
  readonly #laid = new Map<string, Row>();

  constructor(
    private readonly admin: Client,
    readonly owner: RowOwner,
  ) {}

  /** Lays rows of another organisation, with the same marker and person. */
  of(tenantId: string): RowLayer {
    return new RowLayer(this.admin, { ...this.owner, tenantId });
  }

  /** The row of this owner in the table; laid at the first call, after the rows it refers to. */
  async row(table: string): Promise<Row> {
    const known = this.#laid.get(table);
    if (known) return known;
    const row = await this.build(table);
    const names = Object.keys(row);
    const { rows } = await this.admin
      .query(
        `insert into ${table} (${names.map((n) => `"${n}"`).join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})
       on conflict do nothing returning *`,
        Object.values(row),
      )
      .catch((error: Error) => {
        throw new Error(`no row for ${table}: ${error.message}. Say what it asks in test/support/any-row.ts`);
      });
    const laid: Row = rows[0] ?? row;
    this.#laid.set(table, laid);
    return laid;
  }

  /** The values of a row that would be valid, without laying it. */
  async build(table: string): Promise<Row> {
    const { owner } = this;
    const particulars = PARTICULARS[table]?.(owner) ?? {};
    const row: Record<string, unknown> = {};
    for (const column of await this.#columns(table)) {
      if (column.name in particulars) row[column.name] = particulars[column.name];
      else if (column.parent && column.isRequired) row[column.name] = await this.#parentValue(column.parent);
      else if (column.isRequired || isTold(column)) row[column.name] = this.#value(column);
    }
    return { ...row, ...particulars };
  }

  async #parentValue(parent: { readonly table: string; readonly column: string }): Promise<unknown> {
    const { owner } = this;
    if (parent.column === 'tenant_id' || parent.table === 'organisations.organisation') return owner.tenantId;
    if (parent.table === 'accounts.person') return owner.personId;
    if (parent.table === 'accounts.membership') return owner.membershipId;
    return (await this.row(parent.table))[parent.column];
  }

  #value(column: Column): unknown {
    const { owner } = this;
    const { name, type } = column;
    if (['tenant_id', 'organisation_id'].includes(name)) return owner.tenantId;
    if (/(^|_)person_id$/.test(name)) return owner.personId;
    if (name === 'membership_id') return owner.membershipId;
    if (column.choices.length > 0) return column.choices[0];
    if (type === 'uuid') return newId();
    if (name === 'path') return '/overzicht';
    if (type === 'text') return `${owner.marker} ${randomBytes(6).toString('hex')}`;
    if (type === 'boolean') return false;
    if (type === 'date') return FAR.test(name) ? '2099-01-01' : '2026-01-01';
    if (type.startsWith('timestamp')) return FAR.test(name) ? '2099-01-01T12:00:00Z' : '2026-01-01T12:00:00Z';
    if (type === 'bytea') return randomBytes(32);
    if (type.startsWith('json')) return '{}';
    if (type.endsWith('[]')) return '{}';
    if (/int|numeric|double|real/.test(type)) return 1;
    throw new Error(`test/support/any-row.ts knows no value for ${name} ${type}`);
  }

  async #columns(table: string): Promise<readonly Column[]> {
    const { rows } = await this.admin.query<{
      name: string;
      type: string;
      required: boolean;
      checks: string[];
      parent_table: string | null;
      parent_column: string | null;
    }>(
      `select a.attname as name, format_type(a.atttypid, null) as type,
              a.attnotnull and not a.atthasdef and a.attidentity = '' as required,
              array(select pg_get_constraintdef(c.oid) from pg_constraint c
                     where c.conrelid = a.attrelid and c.contype = 'c' and c.conkey = array[a.attnum]) as checks,
              f.confrelid::regclass::text as parent_table,
              (select p.attname from pg_attribute p where p.attrelid = f.confrelid
                  and p.attnum = f.confkey[array_position(f.conkey, a.attnum)]) as parent_column
         from pg_attribute a
         left join lateral (select * from pg_constraint f where f.conrelid = a.attrelid and f.contype = 'f'
                              and a.attnum = any(f.conkey) order by cardinality(f.conkey) limit 1) f on true
        where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum`,
      [table],
    );
    return rows.map((row) => ({
      name: row.name,
      type: row.type,
      isRequired: row.required,
      choices: row.checks.flatMap((check) =>
        check.includes('ARRAY[') ? [...check.matchAll(/'((?:[^']|'')*)'::text/g)].map(([, choice]) => choice!) : [],
      ),
      parent:
        row.parent_table && row.parent_column ? { table: row.parent_table, column: row.parent_column } : undefined,
    }));
  }
}
