// breaks: app-passes-the-database-on
import { sql } from 'kysely';
export const one = sql`select 1`;
