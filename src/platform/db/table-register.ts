import { COURIER_ROLE, type Door, doorRole } from './doors.ts';
import { quoteIdent } from './roles.ts';

/** Data classes of the processing register: D0 public … D12 learning records (src/app/processing-activities.ts). */
export type DataClass = 'D0' | 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8' | 'D9' | 'D10' | 'D11' | 'D12';
export type Verb = 'select' | 'insert' | 'update' | 'delete';

interface Declaration {
  /** The processing activity whose purpose the table serves; 'geen' when nothing in it is about a person. */
  readonly activity: string;
  /** Every column with its data class; a column that is not here, or is here and not in the database, is red. */
  readonly columns: Readonly<Record<string, DataClass>>;
}

/**
 * The five classes of tables (docs/architecture.md). Grants, policies and the fitness tests follow from the declaration;
 * a table without one stops the migration.
 */
export type TableDeclaration =
  | (Declaration & {
      /** Rows of one organisation: tenant_id stands first in every key. */
      readonly class: 'tenant';
      readonly appendOnly?: boolean;
      /** A log: whoever acts here by mandate, or signs in, leaves its traces here too. */
      readonly log?: boolean;
      /** Non-personal: readable for whoever directs a region. */
      readonly region?: boolean;
      /** May be read and written by the holder of a mandate for this capability. */
      readonly mandate?: string;
      /** This column names the organisation that acts: it may read those rows, of every tenant, through the door `mandate`. */
      readonly holderColumn?: string;
      /** The runner sees these rows of all tenants, to know what is due. */
      readonly due?: boolean;
      /** The courier may lay rows here for another organisation. */
      readonly courier?: boolean;
      /** And nobody else: the organisation itself only reads. */
      readonly courierOnly?: boolean;
      /** The courier looks here before it carries. */
      readonly courierReads?: boolean;
    })
  | (Declaration & { /** Read-only for every door. */ readonly class: 'reference' })
  | (Declaration & {
      /** The owner writes, everybody reads through the door `published`; no person is in it. */
      readonly class: 'published';
      readonly mandate?: string;
      /** Every organisation reads it beside its own rows, through the door `own`. */
      readonly openToAll?: boolean;
    })
  | (Declaration & {
      readonly class: 'account';
      /** The column that says whose row it is, when an organisation may read its own. */
      readonly ownReadBy?: string;
      readonly due?: boolean;
    })
  | (Declaration & {
      readonly class: 'platform';
      readonly grants: Partial<Readonly<Record<Door | 'login', readonly Verb[]>>>;
      /** Whose row it is: only rows of the acting person are seen. Without it the table knows no rows of anybody. */
      readonly personColumn?: string;
    });

export type TableRegister = Readonly<Record<string, TableDeclaration>>;

const TENANT = 'tenant_id = app.tenant()';

interface Policy {
  readonly door: Door | 'courier' | 'login';
  readonly verbs: readonly Verb[];
  readonly using: string;
}

/** Which door may do what, and on which rows: one equality or one array condition, so that the index stays in use. */
export function policiesOf(table: TableDeclaration): readonly Policy[] {
  const all: readonly Verb[] = ['select', 'insert', 'update', 'delete'];
  switch (table.class) {
    case 'tenant': {
      const own: readonly Verb[] = table.courierOnly ? ['select'] : table.appendOnly ? ['select', 'insert'] : all;
      const policies: Policy[] = [{ door: 'own', verbs: own, using: TENANT }];
      if (table.log)
        policies.push(
          ...(['mandate', 'account'] as const).map((door) => ({ door, verbs: ['insert'] as const, using: TENANT })),
        );
      if (table.region) policies.push({ door: 'region', verbs: ['select'], using: 'tenant_id = any(app.tenants())' });
      if (table.mandate) {
        const writes: readonly Verb[] = table.appendOnly ? ['insert'] : ['insert', 'update', 'delete'];
        policies.push({ door: 'mandate', verbs: writes, using: mandated('may_act', table.mandate) });
      }
      if (table.holderColumn)
        policies.push({ door: 'mandate', verbs: ['select'], using: `${table.holderColumn} = app.acting_for()` });
      else if (!table.log)
        policies.push({ door: 'mandate', verbs: ['select'], using: mandated('may_read', table.mandate ?? '') });
      if (table.due) policies.push({ door: 'runner', verbs: ['select'], using: 'true' });
      if (table.courier) {
        const verbs: readonly Verb[] = table.appendOnly ? ['insert'] : ['select', 'insert', 'update'];
        policies.push({ door: 'courier', verbs, using: 'true' });
      }
      if (table.courierReads && !table.courier) policies.push({ door: 'courier', verbs: ['select'], using: 'true' });
      return policies;
    }
    case 'published': {
      const policies: Policy[] = [
        { door: 'own', verbs: table.openToAll ? ['insert', 'update', 'delete'] : all, using: TENANT },
        { door: 'published', verbs: ['select'], using: 'true' },
      ];
      if (table.openToAll) policies.push({ door: 'own', verbs: ['select'], using: 'true' });
      if (table.mandate) policies.push({ door: 'mandate', verbs: all, using: mandated('may_act', table.mandate) });
      return policies;
    }
    case 'reference':
      return (['own', 'region', 'published', 'mandate', 'account', 'runner', 'courier'] as const).map((door) => ({
        door,
        verbs: ['select'],
        using: 'true',
      }));
    case 'account': {
      const policies: Policy[] = [{ door: 'account', verbs: all, using: 'true' }];
      if (table.ownReadBy)
        policies.push({ door: 'own', verbs: ['select'], using: `${table.ownReadBy} = app.tenant()` });
      if (table.due) policies.push({ door: 'runner', verbs: ['select'], using: 'true' });
      return policies;
    }
    case 'platform':
      return Object.entries(table.grants).map(([door, verbs]) => ({
        door: door as Door | 'login',
        verbs: verbs ?? [],
        using: table.personColumn ? `${table.personColumn} = app.person()` : 'true',
      }));
  }
}

/** Asked once per statement, never per row. Whoever took an organisation over may read all its rows and write none. */
function mandated(question: 'may_act' | 'may_read', capability: string): string {
  return `${TENANT} and (select app.${question}('${capability}'))`;
}

/** The SQL that gives every table its grants and policies, from nothing: safe to run again and again. */
export function accessSql(register: TableRegister, loginRole: string): string {
  const roleOf = (door: Policy['door']) =>
    door === 'courier' ? COURIER_ROLE : door === 'login' ? quoteIdent(loginRole) : doorRole(door);
  const lines: string[] = [];
  for (const [table, declaration] of Object.entries(register)) {
    const hasRowsOfSomebody = !(declaration.class === 'platform' && !declaration.personColumn);
    lines.push(`select app.drop_access('${table}');`);
    if (hasRowsOfSomebody)
      lines.push(`alter table ${table} enable row level security;`, `alter table ${table} force row level security;`);
    for (const { door, verbs, using } of policiesOf(declaration)) {
      lines.push(`grant ${verbs.join(', ')} on ${table} to ${roleOf(door)};`);
      if (hasRowsOfSomebody)
        lines.push(...verbs.map((verb) => policySql(table, `${door}_${verb}`, verb, roleOf(door), using)));
    }
  }
  return lines.join('\n');
}

function policySql(table: string, name: string, verb: Verb, role: string, using: string): string {
  const clause =
    verb === 'insert'
      ? `with check (${using})`
      : verb === 'update'
        ? `using (${using}) with check (${using})`
        : `using (${using})`;
  return `create policy ${name} on ${table} for ${verb} to ${role} ${clause};`;
}
