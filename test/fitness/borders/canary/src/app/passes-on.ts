// breaks: nothing
import type { Transaction } from 'kysely';
export type Passed = Transaction<unknown>;
