import { GATED_FEATURES, type ProcessingRegister } from '../features/privacy/index.ts';
import type { TableRegister } from '../platform/db/table-register.ts';
import type { RouteEntry } from '../platform/http/route-config.ts';
import { shippedRules } from '../platform/retention/retention-rules.ts';
import { ROW_PURPOSES } from './access-matrix.ts';
import { MESSAGE_KINDS } from './message-kinds.ts';
import { PROCESSING_REGISTER } from './processing-activities.ts';
import { TABLES } from './tables.ts';

/** The processing register does not cover what the product does; the server does not start. */
export class RegisterFault extends Error {}

/** Public data, and who works where and did what: part of every activity. */
const ALWAYS = new Set(['D0', 'D1']);

/** Everything else that names activities, by what it is: a name that means nothing is found before anybody works with it. */
function otherNames(): readonly (readonly [what: string, activities: readonly string[]])[] {
  return [
    ...GATED_FEATURES.map(({ id, activities }) => [`start gate ${id}`, activities] as const),
    ...Object.entries(ROW_PURPOSES).map(([row, purposes]) => [`access row ${row}`, purposes] as const),
    ...MESSAGE_KINDS.map(({ kind, activity }) => [`message kind ${kind}`, [activity]] as const),
    ...shippedRules().map(({ id, activity }) => [`term ${id}`, [activity]] as const),
  ];
}

/**
 * Holds the tables against the processing register: every table names activities that exist, its classes of data are those of
 * its activities, every activity names measures that exist, and so does whatever else names one: a start gate, a row of the access
 * matrix, a kind of message, a term.
 * @throws RegisterFault that names every fault.
 */
export function checkRegister(
  tables: TableRegister = TABLES,
  register: ProcessingRegister = PROCESSING_REGISTER,
  others: ReturnType<typeof otherNames> = otherNames(),
): void {
  const activities = new Map(register.activities.map((activity) => [activity.id as string, activity]));
  const measures = new Set(register.measures.map(({ id }) => id));
  const faults: string[] = [];
  for (const [table, { activity, alsoFor = [], columns }] of Object.entries(tables)) {
    const named = activity === 'geen' ? [] : [activity, ...alsoFor];
    const unknown = named.filter((id) => !activities.has(id));
    faults.push(...unknown.map((id) => `${table} names an unknown processing activity: ${id}`));
    const covered = new Set(named.flatMap((id) => activities.get(id)?.dataClasses ?? []));
    const outside = [...new Set(Object.values(columns))].filter(
      (each) => !covered.has(each) && !(activity === 'geen' ? each === 'D0' : ALWAYS.has(each)),
    );
    if (unknown.length === 0 && outside.length > 0)
      faults.push(
        `${table} holds ${outside.join(', ')}, which ${named.join(', ') || 'no activity'} does not cover. Name in its declaration (src/app/tables/) an activity whose data classes (docs/register.md) hold that too, in \`activity\` or \`alsoFor\`; or give the column the class that its content has.`,
      );
  }
  for (const { id, measures: named } of register.activities)
    faults.push(
      ...named.filter((each) => !measures.has(each)).map((each) => `${id} names an unknown measure: ${each}`),
    );
  for (const [what, named] of others)
    faults.push(
      ...named.filter((id) => !activities.has(id)).map((id) => `${what} names an unknown processing activity: ${id}`),
    );
  if (faults.length > 0) throw new RegisterFault(faults.join('\n'));
}

/** The activities that a part of the product is built for: some table or route names them. */
export function activitiesInUse(routes: readonly RouteEntry[], tables: TableRegister = TABLES): ReadonlySet<string> {
  return new Set([
    ...Object.values(tables).flatMap(({ activity, alsoFor = [] }) => [activity, ...alsoFor]),
    ...routes.filter(({ config }) => !config.demoOnly).map(({ config }) => config.purpose),
  ]);
}
