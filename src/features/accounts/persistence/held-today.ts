import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** The membership (or the organisation) under this alias holds today, on the domain clock: from its first day, before its last. */
export function heldToday(alias: string): RawBuilder<SqlBool> {
  const from = sql.ref(`${alias}.valid_from`);
  const until = sql.ref(`${alias}.valid_until`);
  return sql<SqlBool>`${from} <= app.today() and (${until} is null or ${until} > app.today())`;
}
