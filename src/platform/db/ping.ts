import { type Kysely, sql } from 'kysely';
import type { DB } from './tables.generated.ts';

/** Whether the database answers within this time. Never throws: not answering is an answer. */
export async function answers(db: Kysely<DB>, withinMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), withinMs);
  });
  const asked = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
