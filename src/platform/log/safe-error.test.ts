import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { safeError } from './safe-error.ts';

describe('an error in the log', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createDatabase({ reference: false });
  });
  afterAll(() => database.close());

  it('holds code, constraint and place of a database error, and nothing of what was filled in', async () => {
    const person = {
      id: '01a21337-83b4-7eed-965a-575e5bca2711',
      name: 'Geheime Naam',
      email: 'geheim@fictief.invalid',
    };
    await database.admin.insertInto('accounts.person').values(person).execute();
    const lines: string[] = [];
    const logger = pino({ serializers: { err: safeError } }, { write: (line: string) => void lines.push(line) });
    const failures = [
      database.admin.insertInto('accounts.person').values(person).execute(),
      database.admin.selectFrom('accounts.person').selectAll().where('id', '=', 'geheim-nummer').execute(),
    ];
    for (const failure of failures) await failure.catch((error: unknown) => logger.error({ err: error }, 'defect'));
    expect(JSON.parse(lines[0]!).err).toMatchObject({
      code: '23505',
      constraint: 'person_pkey',
      table: 'person',
      stack: expect.stringContaining(' at '),
    });
    expect(JSON.parse(lines[1]!).err).toMatchObject({ code: '22P02' });
    expect(lines.join('')).not.toMatch(/geheim|01a21337-83b4/i);
  });

  it('keeps the message of an error of our own', () => {
    expect(safeError(new Error('dit hoort niet'))).toMatchObject({ type: 'Error', message: 'dit hoort niet' });
    expect(safeError('zomaar tekst')).toEqual({ type: 'string', stack: '' });
  });
});
