import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { anActor, anOrganisation } from '../../../test/support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { err, ok } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { type Deed, enter, look, lookAtPersons, transact } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { noteRevealed, type Revealed, RevealUnlogged } from './reveal.ts';
import { LogUnavailable } from './write-lines.ts';

describe('opening the data of persons', () => {
  let database: TestDatabase;
  let actor: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
    actor = await anActor(database, 'aandachtsfunctionaris', await anOrganisation(database));
  });
  const person = (more: Partial<Revealed> = {}): Revealed => ({
    subject: { kind: 'persoon', pseudonym: randomBytes(32) },
    dossierId: newId(),
    columns: ['proef.person.name'],
    ...more,
  });
  const deed = (more: Partial<Deed> = {}): Deed => ({
    actor,
    activity: 'VA-02',
    activityVersion: 3,
    action: 'test.read',
    traceId: newId(),
    ...more,
  });
  const about = (id: string) => ok({ subject: { kind: 'test.dossier', id } });
  const logOf = async (traceId: string) => ({
    decisions: await database.admin.selectFrom('audit.decision').selectAll().where('trace_id', '=', traceId).execute(),
    events: await database.admin.selectFrom('audit.event').selectAll().where('trace_id', '=', traceId).execute(),
    persons: await database.admin
      .selectFrom('audit.processing')
      .selectAll()
      .where('trace_id', '=', traceId)
      .orderBy('seq')
      .execute(),
  });

  it('leaves a decision, an event and one row per person, all under one trace', async () => {
    const [one, two, three] = [person(), person({ foreignOperation: 'https://elders.example' }), person()];
    const looked = deed();
    await lookAtPersons(database.kysely, looked, async (tx) => {
      noteRevealed(tx, one, two);
      noteRevealed(tx, three);
      return about('d-1');
    });
    const { decisions, events, persons } = await logOf(looked.traceId);
    expect(decisions).toMatchObject([{ outcome: 'allowed', person_id: actor.personId }]);
    expect(events).toMatchObject([{ subject_id: 'd-1', person_name: actor.personName }]);
    expect(persons).toHaveLength(3);
    expect(persons.map((row) => row.subject_pseudonym)).toEqual(
      expect.arrayContaining([one, two, three].map(({ subject }) => subject.pseudonym)),
    );
    expect(persons[1]).toMatchObject({
      tenant_id: actor.organisationId,
      activity: 'VA-02',
      activity_version: 3,
      name: 'test.read',
      status: 'Ok',
      subject_kind: 'persoon',
      dossier_id: two.dossierId,
      columns: ['proef.person.name'],
      foreign_operation: 'https://elders.example',
    });
    // children of one span, each with a span of its own
    expect(new Set(persons.map((row) => row.parent_span_id.toString('hex'))).size).toBe(1);
    expect(new Set(persons.map((row) => row.span_id.toString('hex'))).size).toBe(3);
  });

  it('leaves one row for a person who is opened more than once, with every column that was', async () => {
    const who = person();
    const looked = deed();
    await lookAtPersons(database.kysely, looked, async (tx) => {
      noteRevealed(tx, who);
      noteRevealed(tx, { ...who, columns: ['proef.person.phone', 'proef.person.name'] });
      noteRevealed(tx, { ...who, dossierId: null });
      return about('d-2');
    });
    expect((await logOf(looked.traceId)).persons.map(({ dossier_id, columns }) => [dossier_id, columns])).toEqual([
      [who.dossierId, ['proef.person.name', 'proef.person.phone']],
      [null, ['proef.person.name']],
    ]);
  });

  it('names no user, anywhere in the row', async () => {
    const looked = deed();
    await lookAtPersons(database.kysely, looked, async (tx) => {
      noteRevealed(tx, person());
      return about('d-3');
    });
    const { persons } = await logOf(looked.traceId);
    const text = JSON.stringify(persons);
    for (const secret of [actor.personId, actor.personName, actor.membershipId]) expect(text).not.toContain(secret);
    expect(text).toContain(actor.organisationId);
  });

  it('names columns and never what was in them (LDV-15)', async () => {
    for (const value of ['Noor Fictief', '+31 6 12345678', 'persoon.naam', 'Proef.Person.Name', ''])
      await expect(
        lookAtPersons(database.kysely, deed(), async (tx) => {
          noteRevealed(tx, person({ columns: [value] }));
          return about('d-7');
        }),
        value,
      ).rejects.toBeInstanceOf(RangeError);
    // and no column of the log has room for more than names, marks and moments
    const { rows } = await sql<{ name: string }>`
      select attname as name from pg_attribute where attrelid = 'audit.processing'::regclass and attnum > 0
        and atttypid in ('text'::regtype, 'jsonb'::regtype, 'json'::regtype, 'text[]'::regtype) order by 1`.execute(
      database.admin,
    );
    expect(rows.map(({ name }) => name)).toEqual([
      'activity',
      'columns',
      'foreign_operation',
      'name',
      'status',
      'subject_kind',
    ]);
  });

  it('keeps the row of what was opened in a deed that was refused after all', async () => {
    const written = deed();
    await transact(database.kysely, written, async (tx) => {
      noteRevealed(tx, person());
      return err({ code: 'too-late' });
    });
    const { decisions, events, persons } = await logOf(written.traceId);
    expect([decisions.length, events.length]).toEqual([1, 0]);
    expect(persons).toMatchObject([{ status: 'Unset' }]);
  });

  it('writes down that somebody asked for what is not there or not hers', async () => {
    const looked = deed();
    const answer = await lookAtPersons(database.kysely, looked, async () => err({ code: 'not-found' }));
    expect(answer).toEqual({ ok: false, error: { code: 'not-found' } });
    const { decisions, persons } = await logOf(looked.traceId);
    expect(decisions).toMatchObject([{ outcome: 'refused', code: 'not-found' }]);
    expect(persons).toEqual([]);
  });

  it('opens nothing in a transaction that keeps no log', async () => {
    const own = { door: 'own', tenantId: actor.organisationId } as const;
    const open = async (tx: object) => noteRevealed(tx, person());
    await expect(look(database.kysely, own, open)).rejects.toBeInstanceOf(RevealUnlogged);
    await expect(enter(database.kysely, own, open)).rejects.toBeInstanceOf(RevealUnlogged);
    await expect(
      transact(database.kysely, deed(), async (tx) => {
        noteRevealed(
          tx.withPlugin({ transformQuery: ({ node }) => node, transformResult: async ({ result }) => result }),
          person(),
        );
        return about('d-4');
      }),
    ).rejects.toBeInstanceOf(RevealUnlogged);
  });

  it('shows nothing and does nothing when a row cannot be written', async () => {
    const looked = deed({ activityVersion: undefined as never });
    const reading = lookAtPersons(database.kysely, looked, async (tx) => {
      noteRevealed(tx, person());
      return about('d-5');
    });
    await expect(reading).rejects.toBeInstanceOf(LogUnavailable);
    const badSpan = person({ subject: { kind: 'persoon', pseudonym: randomBytes(31) } });
    const writing = transact(database.kysely, looked, async (tx) => {
      noteRevealed(tx, badSpan);
      return about('d-6');
    });
    await expect(writing).rejects.toBeInstanceOf(LogUnavailable);
    expect(await logOf(looked.traceId)).toEqual({ decisions: [], events: [], persons: [] });
  });

  it('cannot be changed or taken away by any door of the application', async () => {
    const own = { door: 'own', tenantId: actor.organisationId } as const;
    for (const verb of ['update audit.processing set status = status', 'delete from audit.processing'])
      await expect(enter(database.kysely, own, (tx) => sql.raw(verb).execute(tx))).rejects.toMatchObject({
        code: '42501',
      });
  });
});
