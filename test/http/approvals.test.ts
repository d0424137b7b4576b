import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ApprovalKind } from '../../src/platform/approvals/approval-kind.ts';
import { approvalKinds } from '../../src/platform/approvals/approval-kind.ts';
import { approvalCallWork } from '../../src/platform/approvals/call-work.ts';
import { requestApproval } from '../../src/platform/approvals/request-approval.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { newId } from '../../src/platform/ids/uuid.ts';
import { runDue } from '../../src/platform/runner/run-due.ts';
import { err, ok } from '../../src/shared-kernel/result.ts';
import type { Actor, Role } from '../../src/shared-kernel/role.ts';
import { documentOf, type TestApp, testApp } from '../support/app.ts';
import { anActor, anOrganisation, type TestOrganisation } from '../support/builders.ts';
import { sharedDatabase, type TestDatabase } from '../support/database.ts';

interface Release {
  readonly figure: string;
  readonly value: number;
}
/** What was carried out, by request. */
const executed = new Map<string, Release>();
const release: ApprovalKind<Release> = {
  kind: 'test.release',
  label: 'Een cijfer vrijgeven',
  effect: 'Het cijfer staat daarna op de openbare pagina.',
  payload: z.object({ figure: z.string(), value: z.number() }),
  show: ({ figure, value }) => [
    { label: 'Cijfer', value: figure },
    { label: 'Waarde', value: String(value) },
  ],
  requesters: ['analist'],
  deciders: ['fg', 'bestuurder'],
  hours: 24,
  async execute(_tx, request) {
    if (request.payload.value < 0) return err({ code: 'too-late' });
    executed.set(request.id, request.payload);
    return ok({ subject: request.subject });
  },
};

describe('what waits for a second person', () => {
  let database: TestDatabase;
  let app: TestApp;
  let here: TestOrganisation;
  let asker: Actor;

  beforeAll(async () => {
    database = await sharedDatabase();
    app = await testApp(database, 'demo', { approvalKinds: [release] });
  });
  beforeEach(async () => {
    here = await anOrganisation(database);
    asker = await anActor(database, 'analist', here);
    await anActor(database, 'fg', here);
  });

  const visitorAs = async (role: Role, organisation = here) => app.visitor(await anActor(database, role, organisation));

  async function ask(payload: Release = { figure: 'Tonen <b>', value: 12 }, deciderId?: string): Promise<string> {
    const outcome = await transact(
      database.kysely,
      { actor: asker, activity: 'VA-15', action: 'test.ask', traceId: newId() },
      (tx, time) =>
        requestApproval(
          tx,
          release,
          asker,
          {
            subject: { kind: 'test.figure', id: newId() },
            payload,
            reason: 'De cijfers zijn nagekeken',
            ...(deciderId && { deciderId }),
          },
          time,
        ),
    );
    if ('replayOf' in outcome || !outcome.ok) throw new Error('not asked');
    return outcome.value.subject.id;
  }

  it('stands on the list of who decides, with exactly what is carried out, and is carried out when she agrees', async () => {
    const id = await ask();
    const second = await visitorAs('fg');
    const list = await second.page('/goedkeuringen');
    expect(list.querySelector(`main a[href="/goedkeuringen/${id}"]`)?.textContent).toBe('Een cijfer vrijgeven');
    const page = await second.page(`/goedkeuringen/${id}`);
    expect(JSON.parse(page.querySelector('pre')!.textContent)).toEqual({ figure: 'Tonen <b>', value: 12 });
    expect(page.querySelector('main')?.textContent).toContain('De cijfers zijn nagekeken');

    const form = await second.form(`/goedkeuringen/${id}`, `/goedkeuringen/${id}/besluit`);
    expect(executed.has(id)).toBe(false);
    const answer = await second.send({ ...form, fields: { ...form.fields, besluit: 'goedkeuren' } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/goedkeuringen/${id}?besloten`]);
    expect(executed.get(id)).toEqual({ figure: 'Tonen <b>', value: 12 });
    const after = await second.page(`/goedkeuringen/${id}?besloten`);
    expect(after.querySelector('main')?.textContent).toContain('Goedgekeurd en uitgevoerd');
    expect(after.querySelector('main form')).toBeNull();
  });

  it('shows who asked how it stands, without a decision to take, and lets her take it back', async () => {
    const id = await ask();
    const visitor = await app.visitor(asker);
    const page = await visitor.page(`/goedkeuringen/${id}`);
    expect(page.querySelector(`form[action="/goedkeuringen/${id}/besluit"]`)).toBeNull();
    const form = await visitor.form(`/goedkeuringen/${id}`, `/goedkeuringen/${id}/intrekken`);
    const forged = await visitor.post(`/goedkeuringen/${id}/besluit`, {
      ...form.fields,
      besluit: 'goedkeuren',
      gezien: 'a'.repeat(64),
    });
    expect(forged.statusCode).toBe(409);
    expect((await visitor.send(form)).headers.location).toBe(`/goedkeuringen/${id}?ingetrokken`);
    const second = await visitorAs('fg');
    expect((await second.page(`/goedkeuringen/${id}`)).querySelector('main')?.textContent).toContain('Ingetrokken');
  });

  it('does not let who asked decide in another role either, with 409 and why', async () => {
    const id = await ask();
    const both = await app.visitor(await anActor(database, 'bestuurder', here, asker.personId));
    const seen = /SHA-256\): <span[^>]*>([0-9a-f]{64})/.exec((await both.get(`/goedkeuringen/${id}`)).body)![1]!;
    const { fields } = await both.form(`/goedkeuringen/${id}`, `/goedkeuringen/${id}/intrekken`);
    const answer = await both.post(`/goedkeuringen/${id}/besluit`, { ...fields, besluit: 'goedkeuren', gezien: seen });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Een ander besluit erover');
    expect(executed.has(id)).toBe(false);
  });

  it('is not there for a colleague whose role decides nothing, nor for another organisation', async () => {
    const id = await ask();
    expect((await (await visitorAs('beleidsmedewerker')).get(`/goedkeuringen/${id}`)).statusCode).toBe(404);
    const elsewhere = await visitorAs('fg', await anOrganisation(database));
    expect((await elsewhere.get(`/goedkeuringen/${id}`)).statusCode).toBe(404);
  });

  it('asks to choose with 400, and for a reason to refuse with 409, beside the field', async () => {
    const id = await ask();
    const second = await visitorAs('fg');
    const form = await second.form(`/goedkeuringen/${id}`, `/goedkeuringen/${id}/besluit`);
    expect((await second.send(form)).statusCode).toBe(400);
    const answer = await second.send({ ...form, fields: { ...form.fields, besluit: 'afwijzen' } });
    expect(answer.statusCode).toBe(409);
    expect(documentOf(answer).getElementById('veld-reden-fout')?.textContent).toContain('Schrijf waarom');
  });

  it('says so when the deed itself can no longer be done, and decides nothing', async () => {
    const id = await ask({ figure: 'te laat', value: -1 });
    const second = await visitorAs('fg');
    const form = await second.form(`/goedkeuringen/${id}`, `/goedkeuringen/${id}/besluit`);
    const answer = await second.send({ ...form, fields: { ...form.fields, besluit: 'goedkeuren' } });
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Er is niets gebeurd');
    expect(answer.body).toContain('Wacht op een besluit');
  });

  it('reaches the second person of another organisation, which then decides it', async () => {
    const there = await anOrganisation(database);
    const theirs = await anActor(database, 'fg', there);
    const id = await ask({ figure: 'samen', value: 3 }, there.id);
    expect((await (await visitorAs('fg')).get(`/goedkeuringen/${id}`)).statusCode).toBe(404);
    await runDue(database.kysely, [approvalCallWork(approvalKinds([release]))], {
      wait: true,
      onError: (error) => {
        throw error;
      },
    });
    const told = await database.admin
      .selectFrom('deadlines.notification')
      .select(['membership_id', 'path'])
      .where('tenant_id', '=', there.id)
      .execute();
    expect(told).toEqual([{ membership_id: theirs.membershipId, path: `/goedkeuringen/${id}` }]);
    const second = await app.visitor(theirs);
    expect((await second.get('/goedkeuringen')).body).toContain(here.name);
    const form = await second.form(`/goedkeuringen/${id}`, `/goedkeuringen/${id}/besluit`);
    const answer = await second.send({ ...form, fields: { ...form.fields, besluit: 'goedkeuren' } });
    expect(answer.statusCode).toBe(303);
    expect(executed.get(id)).toEqual({ figure: 'samen', value: 3 });
    const events = await database.admin
      .selectFrom('audit.event')
      .select(['tenant_id', 'action'])
      .where('subject_id', '=', id)
      .where('action', '=', 'approvals.decide')
      .execute();
    expect(events.map(({ tenant_id }) => tenant_id).sort()).toEqual([here.id, there.id].sort());
  });
});
