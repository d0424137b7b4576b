import { COURIER_ROLE, type Door, doorRole, KEEPER_ROLE } from './doors.ts';
import { quoteIdent } from './roles.ts';

/** Data classes of the processing register: D0 public … D12 learning records (src/app/processing-activities.ts). */
export type DataClass = 'D0' | 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6' | 'D7' | 'D8' | 'D9' | 'D10' | 'D11' | 'D12';
export type Verb = 'select' | 'insert' | 'update' | 'delete';

interface Declaration {
  /** The processing activity whose purpose the table serves; 'geen' when nothing in it is about a person. */
  readonly activity: string;
  /** Other activities that the same rows serve. */
  readonly alsoFor?: readonly string[];
  /** Every column with its data class; a column that is not here, or is here and not in the database, is red. */
  readonly columns: Readonly<Record<string, DataClass>>;
  /** Columns whose content only `platform/vault` opens; their type is `Sealed<…>`. D4–D7 always, and free text of D3 and D8. */
  readonly sealed?: readonly string[];
  /** Columns by which a sealed one is found without being read: the index column, and which sealed column of this table it is of. */
  readonly blindIndex?: Readonly<Record<string, string>>;
  /** D3 and D8 columns of text that hold no free text about a person, and why: codes, names of kinds, versions. */
  readonly notFreeText?: Readonly<Record<string, string>>;
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
      /** A log: whoever acts here by mandate, or signs in, leaves its traces here too, and the sealer reads them. */
      readonly log?: boolean;
      /** Non-personal: readable for whoever directs a region. */
      readonly region?: boolean;
      /** May be read and written by the holder of a mandate for this capability. */
      readonly mandate?: string;
      /** This column names the organisation that acts: it may read those rows, of every tenant, through the door `mandate`. */
      readonly holderColumn?: string;
      /** The column names several of them: a desk that organisations share. */
      readonly holdersAreMany?: boolean;
      /** What that organisation may do with those rows besides reading them. */
      readonly holderWrites?: readonly Verb[];
      /** The runner sees these rows of all tenants, to know what is due. */
      readonly due?: boolean;
      /** This column names the dossier of the row: for whoever is excluded from it, the row is not there. */
      readonly dossierColumn?: string;
      /** This column names whose row it is: of whoever acts in person, only she sees and writes it. Work that is due acts as nobody. */
      readonly privateTo?: string;
      /** Columns that the count for the nation reads, of every tenant, beneath a contract view of the feature; none is about a person. */
      readonly insight?: readonly string[];
      /** The courier may lay rows here for another organisation. */
      readonly courier?: boolean;
      /** And nobody else: the organisation itself only reads. */
      readonly courierOnly?: boolean;
      /** The courier may take rows away. */
      readonly courierDeletes?: boolean;
      /** The courier looks here before it carries; at these columns only, when they are named. */
      readonly courierReads?: true | readonly string[];
    })
  | (Declaration & { /** Read-only for every door. */ readonly class: 'reference' })
  | (Declaration & {
      /** The owner writes, everybody reads through the door `published`; no person is in it. */
      readonly class: 'published';
      readonly appendOnly?: boolean;
      /** The runner sees these rows of all tenants, to know what is due. */
      readonly due?: boolean;
      readonly mandate?: string;
      /** May be read, and not written, by the holder of a mandate for this capability. */
      readonly mandateReads?: string;
      /** Every organisation reads it beside its own rows, through the door `own`. */
      readonly openToAll?: boolean;
    })
  | (Declaration & {
      readonly class: 'account';
      /** The column that says whose row it is, when an organisation may read its own. */
      readonly ownReadBy?: string;
      /** What that organisation may do with those rows besides reading them. */
      readonly ownWrites?: readonly Verb[];
      readonly due?: boolean;
      /** Columns that functions of the courier read, of everybody: what leaves by them is theirs to decide. */
      readonly courierReads?: readonly string[];
    })
  | (Declaration & {
      readonly class: 'platform';
      readonly grants: Partial<Readonly<Record<Holder, readonly Verb[]>>>;
      /** Whose row it is: only rows of the acting person are seen, but by the runner. Without it the table knows no rows of anybody. */
      readonly personColumn?: string;
    });

export type TableRegister = Readonly<Record<string, TableDeclaration>>;

const TENANT = 'tenant_id = app.tenant()';

/** Who may be given something: a door, the owners of functions that reach further than one, and the login itself. */
type Holder = Door | 'courier' | 'keeper' | 'login';

interface Policy {
  readonly door: Holder;
  readonly verbs: readonly Verb[];
  readonly using: string;
  /** Only these columns; all of them when absent. */
  readonly columns?: readonly string[];
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
          { door: 'sealer', verbs: ['select'], using: 'true' },
        );
      if (table.region) policies.push({ door: 'region', verbs: ['select'], using: 'tenant_id = any(app.tenants())' });
      if (table.mandate) {
        const writes: readonly Verb[] = table.appendOnly ? ['insert'] : ['insert', 'update', 'delete'];
        policies.push({ door: 'mandate', verbs: writes, using: mandated('may_act', table.mandate) });
      }
      if (table.holderColumn) {
        const holds = table.holdersAreMany
          ? `app.acting_for() = any(${table.holderColumn})`
          : `${table.holderColumn} = app.acting_for()`;
        policies.push({ door: 'mandate', verbs: ['select'], using: holds });
        if (table.holderWrites)
          policies.push({ door: 'mandate', verbs: table.holderWrites, using: `${TENANT} and ${holds}` });
      } else if (!table.log)
        policies.push({ door: 'mandate', verbs: ['select'], using: mandated('may_read', table.mandate ?? '') });
      if (table.due) policies.push({ door: 'runner', verbs: ['select'], using: 'true' });
      if (table.insight) policies.push({ door: 'insight', verbs: ['select'], using: 'true', columns: table.insight });
      if (table.courier) {
        const verbs: readonly Verb[] = table.appendOnly
          ? ['insert']
          : ['select', 'insert', 'update', ...(table.courierDeletes ? (['delete'] as const) : [])];
        policies.push({ door: 'courier', verbs, using: 'true' });
      }
      if (table.courierReads && !table.courier)
        policies.push({
          ...{ door: 'courier', verbs: ['select'], using: 'true' },
          ...(table.courierReads !== true && { columns: table.courierReads }),
        });
      const kept = table.privateTo ? policies.map((policy) => onlyHers(policy, table.privateTo!)) : policies;
      return table.dossierColumn ? kept.map((policy) => unlessExcluded(policy, table.dossierColumn!)) : kept;
    }
    case 'published': {
      const writes: readonly Verb[] = table.appendOnly ? ['insert'] : ['insert', 'update', 'delete'];
      const policies: Policy[] = [
        { door: 'own', verbs: table.openToAll ? writes : ['select', ...writes], using: TENANT },
        { door: 'published', verbs: ['select'], using: 'true' },
      ];
      if (table.openToAll) policies.push({ door: 'own', verbs: ['select'], using: 'true' });
      if (table.due) policies.push({ door: 'runner', verbs: ['select'], using: 'true' });
      if (table.mandate)
        policies.push({ door: 'mandate', verbs: ['select', ...writes], using: mandated('may_act', table.mandate) });
      if (table.mandateReads)
        policies.push({ door: 'mandate', verbs: ['select'], using: mandated('may_act', table.mandateReads) });
      return policies;
    }
    case 'reference':
      return (['own', 'region', 'published', 'mandate', 'account', 'runner', 'insight', 'courier'] as const).map(
        (door) => ({
          door,
          verbs: ['select'],
          using: 'true',
        }),
      );
    case 'account': {
      const policies: Policy[] = [{ door: 'account', verbs: all, using: 'true' }];
      if (table.ownReadBy)
        policies.push({
          door: 'own',
          verbs: ['select', ...(table.ownWrites ?? [])],
          using: `${table.ownReadBy} = app.tenant()`,
        });
      if (table.due) policies.push({ door: 'runner', verbs: ['select'], using: 'true' });
      if (table.courierReads)
        policies.push({ door: 'courier', verbs: ['select'], using: 'true', columns: table.courierReads });
      return policies;
    }
    case 'platform':
      return Object.entries(table.grants).map(([door, verbs]) => ({
        door: door as Holder,
        verbs: verbs ?? [],
        using: table.personColumn && door !== 'runner' ? `${table.personColumn} = app.person()` : 'true',
      }));
  }
}

/** Somebody who is excluded from a dossier sees none of its rows and writes none; asked once per statement. */
function unlessExcluded(policy: Policy, column: string): Policy {
  if (policy.door !== 'own' && policy.door !== 'mandate') return policy;
  const apart = `${column} <> all (coalesce((select app.excluded_dossiers()), '{}'))`;
  return { ...policy, using: `${policy.using} and (${column} is null or ${apart})` };
}

/** A row of somebody else is not there, also not for a colleague. */
function onlyHers(policy: Policy, column: string): Policy {
  if (policy.door !== 'own' && policy.door !== 'mandate') return policy;
  return {
    ...policy,
    using: `${policy.using} and ((select app.person()) is null or ${column} = (select app.person()))`,
  };
}

/** Asked once per statement, never per row. Whoever took an organisation over may read all its rows and write none. */
function mandated(question: 'may_act' | 'may_read', capability: string): string {
  return `${TENANT} and (select app.${question}('${capability}'))`;
}

/** The SQL that gives every table its grants and policies, from nothing: safe to run again and again. */
export function accessSql(register: TableRegister, loginRole: string): string {
  const roleOf = (door: Holder) => {
    if (door === 'courier') return COURIER_ROLE;
    if (door === 'keeper') return KEEPER_ROLE;
    return door === 'login' ? quoteIdent(loginRole) : doorRole(door);
  };
  const lines: string[] = [];
  for (const [table, declaration] of Object.entries(register)) {
    const hasRowsOfSomebody = !(declaration.class === 'platform' && !declaration.personColumn);
    lines.push(`select app.drop_access('${table}');`);
    if (hasRowsOfSomebody)
      lines.push(`alter table ${table} enable row level security;`, `alter table ${table} force row level security;`);
    for (const { door, verbs, using, columns } of policiesOf(declaration)) {
      const which = columns ? ` (${columns.join(', ')})` : '';
      lines.push(`grant ${verbs.join(', ')}${which} on ${table} to ${roleOf(door)};`);
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
