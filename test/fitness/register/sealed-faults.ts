import type { Client } from 'pg';
import type { TableRegister } from '../../../src/platform/db/table-register.ts';

/** Identity, file, whereabouts, suspects: never readable in the database, whatever the type of the column. */
const ALWAYS_SEALED = new Set(['D4', 'D5', 'D6', 'D7']);
/** A possible victim, and consents: what is written about somebody in words is sealed; codes, dates and references are not. */
const WORDS_SEALED = new Set(['D3', 'D8']);
const WORDS = new Set(['text', 'character varying', 'jsonb', 'json', 'bytea', 'bytea[]', 'ARRAY', 'citext']);
/** So few values that an index by which equals are recognised gives the value away. */
const FEW_VALUES = /gender|sex|nationalit|birth_year|minor|language|role|kind|state|status/;

/** Every way in which the register leaves something readable that must be sealed, or seals what it cannot. */
export async function sealedFaults(client: Client, register: TableRegister): Promise<string[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string; closed: boolean }>(
    `select c.table_schema || '.' || c.table_name as table, c.column_name as column,
            case when c.udt_name = '_bytea' then 'bytea[]' else c.data_type end as type,
            exists (select 1 from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = any(k.conkey)
                     where k.conrelid = (c.table_schema || '.' || c.table_name)::regclass and k.contype = 'c'
                       and a.attname = c.column_name and cardinality(k.conkey) = 1
                       and pg_get_constraintdef(k.oid) ~ '= ANY \\(ARRAY\\[') as closed
       from information_schema.columns c where c.table_schema || '.' || c.table_name = any($1)`,
    [Object.keys(register)],
  );
  const typeOf = new Map(rows.map((row) => [`${row.table}.${row.column}`, row]));
  return Object.entries(register).flatMap(([table, declaration]) => {
    const { columns, sealed = [], blindIndex = {}, notFreeText = {} } = declaration;
    const name = (column: string) => `${table}.${column}`;
    const isHidden = (column: string) => sealed.includes(column) || column in blindIndex;
    return [
      ...Object.entries(columns)
        .filter(([column, dataClass]) => ALWAYS_SEALED.has(dataClass) && !isHidden(column))
        .map(([column, dataClass]) => `${name(column)} is ${dataClass} and not sealed`),
      ...Object.entries(columns)
        .filter(([column, dataClass]) => {
          const known = typeOf.get(name(column));
          return (
            WORDS_SEALED.has(dataClass) &&
            !isHidden(column) &&
            known !== undefined &&
            WORDS.has(known.type) &&
            !known.closed &&
            !(column in notFreeText)
          );
        })
        .map(([column, dataClass]) => `${name(column)} is text of ${dataClass}, not sealed, and nothing says why`),
      ...Object.entries(notFreeText)
        .filter(([, why]) => why.length < 15)
        .map(([column]) => `${name(column)} does not say why it holds no free text`),
      ...sealed
        .filter((column) => typeOf.get(name(column))?.type !== 'bytea')
        .map((column) => `${name(column)} is sealed and not bytea`),
      ...Object.entries(blindIndex)
        .filter(
          ([column, of]) =>
            !['bytea', 'bytea[]'].includes(typeOf.get(name(column))?.type ?? '') || !sealed.includes(of),
        )
        .map(([column, of]) => `${name(column)} is no blind index of a sealed column: ${of}`),
      ...Object.entries(blindIndex)
        .filter(([, of]) => FEW_VALUES.test(of))
        .map(([column, of]) => `${name(column)}: ${of} has so few values that an index tells which`),
      ...[...sealed, ...Object.keys(blindIndex), ...Object.keys(notFreeText)]
        .filter((column) => !(column in columns))
        .map((column) => `${name(column)} is not among the columns`),
    ];
  });
}
