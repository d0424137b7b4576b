// breaks: nothing
import { Kysely } from 'kysely';
export const sample = Kysely;
