import { Client } from 'pg';

const LOCK = 7_310_014;

/** Runs as the owner of the tables, unless another process is at it. */
export async function oneAtATime(adminUrl: string, run: () => Promise<void>): Promise<void> {
  await asOwner(adminUrl, async (owner) => {
    const { rows } = await owner.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [LOCK]);
    if (rows[0]!.mine) await run();
  });
}

/** Whether anything was erased since a moment, in any organisation. */
export async function erasedSince(adminUrl: string, since: Date): Promise<boolean> {
  return asOwner(adminUrl, async (owner) => {
    const { rowCount } = await owner.query('select from retention.tombstone where erased_at > $1 limit 1', [since]);
    return rowCount === 1;
  });
}

/** Whether another process of the product uses this database, that was there before this one. */
export async function isServed(adminUrl: string): Promise<boolean> {
  return asOwner(adminUrl, async (owner) => {
    const { rowCount } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and application_name = 'in-beeld'
        and backend_start < clock_timestamp() - make_interval(secs => $1)`,
      [process.uptime()],
    );
    return (rowCount ?? 0) > 0;
  });
}

/** Runs as the owner of the tables, on a connection of its own. */
export async function asOwner<T>(adminUrl: string, run: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: adminUrl, application_name: 'in-beeld reservekopie' });
  await owner.connect();
  try {
    return await run(owner);
  } finally {
    await owner.end();
  }
}
