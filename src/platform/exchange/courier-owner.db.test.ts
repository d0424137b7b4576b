import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { expect, inject, it } from 'vitest';
import { sharedDatabase, TABLES } from '../../../test/support/database.ts';
import { migrate } from '../db/migrate.ts';

it('the courier is laid, and laid again, by an owner of the database who is no superuser', async () => {
  await sharedDatabase(); // the doors belong to the whole server, and are made first by whoever runs the other tests
  const name = `owner_${randomUUID().slice(0, 8)}`;
  const server = new Client({ connectionString: inject('serverUrl') });
  await server.connect();
  try {
    await server.query(`create role ${name} login password 'test' createrole bypassrls`);
    await server.query(`create role ${name}_app login password 'test'`);
    // on a server of one's own the owner makes the doors; here it is given charge of them
    const doors = await server.query<{ role: string }>(
      `select rolname as role from pg_roles where rolname like 'inbeeld\\_%' and not rolcanlogin`,
    );
    for (const { role } of doors.rows) await server.query(`grant ${role} to ${name} with admin option`);
    await server.query(`create database ${name} owner ${name}`);
    const adminUrl = Object.assign(new URL(inject('serverUrl')), {
      username: name,
      password: 'test',
      pathname: `/${name}`,
    });
    const options = {
      adminUrl: adminUrl.href,
      loginRole: `${name}_app`,
      loginPassword: undefined,
      directory: 'migrations',
      register: TABLES,
      kind: 'real',
    } as const;
    await migrate(options);
    const owner = new Client({ connectionString: adminUrl.href });
    await owner.connect();
    const { rows } = await owner.query(
      `select distinct proowner::regrole::text as owner from pg_proc where pronamespace = 'exchange'::regnamespace and prosecdef`,
    );
    expect(rows).toEqual([{ owner: 'inbeeld_courier' }]);
    await owner.query(`update platform.repeatable set sha256 = 'changed'`);
    await owner.end();
    await expect(migrate(options)).resolves.toMatchObject({ kind: 'real' });
  } finally {
    await server.query(`drop database if exists ${name} with (force)`);
    for (const role of [`${name}_app`, name]) {
      await server.query(`drop owned by ${role} cascade`);
      await server.query(`drop role ${role}`);
    }
    await server.end();
  }
});
