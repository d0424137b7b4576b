import type { Evidence } from '../features/privacy/index.ts';
import type { TableRegister } from '../platform/db/table-register.ts';
import type { RouteEntry } from '../platform/http/route-config.ts';
import { TABLES } from './tables.ts';

/** What the product has for these activities, counted in the register of tables and the table of routes that it runs on. */
export function evidenceOf(
  activities: readonly string[],
  routes: readonly RouteEntry[],
  tables: TableRegister = TABLES,
): Evidence {
  const serves = (named: readonly string[]) => named.some((id) => activities.includes(id));
  return {
    addresses: routes.filter(({ config }) => !config.demoOnly && serves([config.purpose])).length,
    columns: Object.entries(tables)
      .filter(([, { activity, alsoFor = [] }]) => serves([activity, ...alsoFor]))
      .flatMap(([table, { columns, sealed = [] }]) =>
        Object.entries(columns)
          .filter(([, dataClass]) => dataClass !== 'D0')
          .map(([column, dataClass]) => ({
            name: `${table}.${column}`,
            dataClass,
            isSealed: sealed.includes(column),
          })),
      ),
  };
}
