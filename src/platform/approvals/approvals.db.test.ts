import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { anActor, anOrganisation, type TestOrganisation } from '../../../test/support/builders.ts';
import { createDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { err, ok, type Refusal } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { type AnyTx, enter, transact } from '../db/transact.ts';
import { newId } from '../ids/uuid.ts';
import { runDue } from '../runner/run-due.ts';
import { type ApprovalKind, approvalKinds } from './approval-kind.ts';
import { decideApproval, withdrawApproval } from './decide-approval.ts';
import { approvalExpiryWork } from './expiry-work.ts';
import { requestApproval } from './request-approval.ts';

const START = new Date('2031-03-03T09:00:00Z');
const hours = (count: number) => new Date(START.getTime() + count * 3_600_000);

/** Leaves one mandate row per execution: what was carried out can be counted. */
const proof: ApprovalKind<{ readonly note: string }> = {
  kind: 'test.proof',
  label: 'Proef',
  effect: 'Er komt een regel bij.',
  payload: z.object({ note: z.string() }),
  show: ({ note }) => [{ label: 'Notitie', value: note }],
  requesters: ['analist', 'fg'],
  deciders: ['fg'],
  hours: 24,
  async execute(tx, request) {
    if (request.payload.note === 'too late') return err({ code: 'too-late' });
    await layMark(tx, request.tenantId, request.payload.note);
    return ok({ subject: request.subject });
  },
};
const KINDS = approvalKinds([proof]);

async function layMark(tx: AnyTx, tenantId: string, basis: string) {
  await tx
    .insertInto('organisations.mandate')
    .values({
      tenant_id: tenantId,
      id: newId(),
      holder_id: newId(),
      capability: 'proef',
      basis,
      valid_from: '2020-01-01' as never,
      valid_until: '2021-01-01' as never,
    })
    .execute();
}

describe('four eyes', () => {
  let database: TestDatabase;
  let here: TestOrganisation;
  let asker: Actor;
  let second: Actor;
  let third: Actor;

  beforeAll(async () => {
    database = await createDatabase({ reference: false });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    here = await anOrganisation(database);
    asker = await anActor(database, 'analist', here);
    second = await anActor(database, 'fg', here);
    third = await anActor(database, 'fg', here);
  });

  async function deed<T>(actor: Actor, at: Date, run: Parameters<typeof transact>[2], entry: object = {}): Promise<T> {
    const outcome = await transact(
      database.kysely,
      { actor, activity: 'VA-15', action: 'test.deed', traceId: newId(), entry: { at, ...entry } },
      run,
    );
    return outcome as T;
  }
  type Outcome = { ok: true; value: { subject: { id: string } } } | { ok: false; error: Refusal };
  const ask = (note = 'een', actor = asker, deciderId?: string) =>
    deed<Outcome>(actor, START, (tx, time) =>
      requestApproval(
        tx,
        proof,
        actor,
        {
          subject: { kind: 'test.thing', id: note },
          payload: { note },
          reason: 'omdat',
          ...(deciderId && { deciderId }),
        },
        time,
      ),
    );
  const idOf = (outcome: Outcome) => (outcome.ok ? outcome.value.subject.id : expect.unreachable(outcome.error.code));
  const row = (id: string) =>
    database.admin.selectFrom('approvals.request').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  async function decide(
    id: string,
    actor: Actor,
    change: { at?: Date; outcome?: 'approved' | 'refused'; reason?: string; seen?: string } = {},
  ) {
    const { tenant_id: tenantId, payload_sha256 } = await row(id);
    const input = {
      tenantId,
      id,
      outcome: change.outcome ?? ('approved' as const),
      reason: change.reason ?? '',
      seen: change.seen ?? payload_sha256.toString('hex'),
    };
    const entry =
      tenantId === actor.organisationId ? {} : { door: 'mandate', tenantId, actingForId: actor.organisationId };
    return deed<Outcome>(
      actor,
      change.at ?? hours(1),
      (tx, time) => decideApproval(tx, KINDS, actor, input, time),
      entry,
    );
  }
  const codeOf = (outcome: Outcome) => (outcome.ok ? 'done' : outcome.error.code);
  const marks = async (tenantId = here.id) =>
    (
      await database.admin
        .selectFrom('organisations.mandate')
        .select('basis')
        .where('tenant_id', '=', tenantId)
        .execute()
    ).map(({ basis }) => basis);
  const decisions = async (id: string) =>
    database.admin
      .selectFrom('approvals.decision')
      .select(['outcome', 'decided_by'])
      .where('request_id', '=', id)
      .execute();

  it('carries out what a second person agrees with, once, and not before', async () => {
    const id = idOf(await ask());
    expect(await marks()).toEqual([]);
    expect(codeOf(await decide(id, second))).toBe('done');
    expect(await marks()).toEqual(['een']);
    expect(codeOf(await decide(id, third))).toBe('decided-before');
    expect(await marks()).toEqual(['een']);
  });

  it('refuses whoever asked, also in another role of hers', async () => {
    const both = await anActor(database, 'fg', here, asker.personId);
    const id = idOf(await ask());
    expect(codeOf(await decide(id, both))).toBe('requester-cannot-decide');
    expect(await marks()).toEqual([]);
  });

  it('does not exist for who holds no role that decides it, nor for another organisation', async () => {
    const id = idOf(await ask());
    expect(codeOf(await decide(id, await anActor(database, 'analist', here)))).toBe('not-found');
    expect(codeOf(await decide(id, await anActor(database, 'fg', await anOrganisation(database))))).toBe('not-found');
  });

  it('executes once when two agree at the same moment on two connections', async () => {
    for (let round = 0; round < 20; round++) {
      const note = `race ${round}`;
      const id = idOf(await ask(note));
      const codes = (await Promise.all([decide(id, second), decide(id, third)])).map(codeOf).sort();
      expect(codes).toEqual(['decided-before', 'done']);
      expect((await marks()).filter((mark) => mark === note)).toHaveLength(1);
      expect(await decisions(id)).toHaveLength(1);
    }
  });

  it('lets the second wait for the first: one connection holds it, the other is answered only after the commit', async () => {
    const id = idOf(await ask());
    const { payload_sha256 } = await row(id);
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const input = {
      tenantId: here.id,
      id,
      outcome: 'approved' as const,
      reason: '',
      seen: payload_sha256.toString('hex'),
    };
    let isAnswered = false;
    const first = enter(database.kysely, { door: 'own', tenantId: here.id, at: hours(1) }, async (tx, time) => {
      const outcome = await decideApproval(tx, KINDS, second, input, time);
      await held;
      return outcome;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const later = decide(id, third).then((outcome) => {
      isAnswered = true;
      return outcome;
    });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(isAnswered).toBe(false);
    letGo();
    expect((await first).ok).toBe(true);
    expect(codeOf(await later)).toBe('decided-before');
    expect(await marks()).toEqual(['een']);
  });

  it('can be decided until it expires, and not from that moment on', async () => {
    const id = idOf(await ask());
    expect(codeOf(await decide(id, second, { at: hours(24) }))).toBe('request-expired');
    expect(codeOf(await decide(id, second, { at: new Date(hours(24).getTime() - 1) }))).toBe('done');
  });

  it('closes what expired, tells who asked, and lets it be asked again', async () => {
    const id = idOf(await ask());
    expect(codeOf(await ask())).toBe('asked-before');
    await runDue(database.kysely, [approvalExpiryWork], {
      until: hours(25),
      wait: true,
      onError: (error) => {
        throw error;
      },
    });
    expect(await decisions(id)).toEqual([{ outcome: 'expired', decided_by: null }]);
    const told = await database.admin
      .selectFrom('deadlines.notification')
      .select(['kind', 'membership_id'])
      .where('tenant_id', '=', here.id)
      .where('kind', '=', 'approvals.request-expired')
      .execute();
    expect(told).toEqual([{ kind: 'approvals.request-expired', membership_id: asker.membershipId }]);
    expect(codeOf(await ask())).toBe('done');
  });

  it('tells every second person at once and sets the last day, and asks nobody any more when it is decided', async () => {
    const id = idOf(await ask('een', second));
    const told = () =>
      database.admin
        .selectFrom('deadlines.notification')
        .select(['membership_id', 'path'])
        .where('tenant_id', '=', here.id)
        .execute();
    expect(await told()).toEqual([{ membership_id: third.membershipId, path: `/goedkeuringen/${id}` }]);
    const deadlines = () =>
      database.admin
        .selectFrom('deadlines.deadline')
        .select(['state', 'due_on'])
        .where('tenant_id', '=', here.id)
        .execute();
    expect(await deadlines()).toEqual([{ state: 'open', due_on: '2031-03-04' }]);
    await decide(id, third, { outcome: 'refused', reason: 'Klopt niet.' });
    expect((await deadlines()).map(({ state }) => state)).toEqual(['done']);
  });

  it('is not asked where nobody could decide it', async () => {
    const alone = await anOrganisation(database);
    const only = await anActor(database, 'fg', alone);
    expect(codeOf(await ask('een', only))).toBe('nobody-can-decide');
    expect(codeOf(await ask('een', await anActor(database, 'medewerker', here)))).toBe('not-your-request');
  });

  it('decides nothing when the deed itself is refused', async () => {
    const id = idOf(await ask('too late'));
    expect(codeOf(await decide(id, second))).toBe('too-late');
    expect(await decisions(id)).toEqual([]);
    expect((await row(id)).closed_at).toBeNull();
  });

  it('asks a reason to refuse, carries nothing out, and does not take what was not seen', async () => {
    const id = idOf(await ask());
    expect(codeOf(await decide(id, second, { outcome: 'refused' }))).toBe('reason-missing');
    expect(codeOf(await decide(id, second, { seen: 'a'.repeat(64) }))).toBe('payload-changed');
    expect(codeOf(await decide(id, second, { outcome: 'refused', reason: 'Niet nu.' }))).toBe('done');
    expect(await marks()).toEqual([]);
  });

  it('can be taken back by who asked, and by nobody else', async () => {
    const id = idOf(await ask());
    const withdraw = (actor: Actor) =>
      deed<Outcome>(actor, hours(1), (tx, time) => withdrawApproval(tx, actor, id, time));
    expect(codeOf(await withdraw(second))).toBe('not-found');
    expect(codeOf(await withdraw(asker))).toBe('done');
    expect(codeOf(await decide(id, second))).toBe('decided-before');
  });

  it('goes to the second person of a named organisation, and to nobody at home', async () => {
    const elsewhere = await anOrganisation(database);
    const there = await anActor(database, 'fg', elsewhere);
    const id = idOf(await ask('samen', asker, elsewhere.id));
    expect(codeOf(await decide(id, second))).toBe('not-found');
    expect(codeOf(await decide(id, await anActor(database, 'fg', await anOrganisation(database))))).toBe('not-found');
    expect(codeOf(await decide(id, there))).toBe('done');
    expect([await marks(), await marks(elsewhere.id)]).toEqual([['samen'], []]);
  });

  describe('the database holds it too', () => {
    const asOwn = (run: (tx: AnyTx) => Promise<unknown>) =>
      enter(database.kysely, { door: 'own', tenantId: here.id, at: hours(1) }, run);

    it.each([
      'payload',
      'requested_by_name',
      'reason',
    ] as const)('nobody changes the %s of a request', async (column) => {
      const id = idOf(await ask());
      const change = asOwn((tx) =>
        tx
          .updateTable('approvals.request')
          .set({ [column]: 'anders' })
          .where('id', '=', id)
          .execute(),
      );
      await expect(change).rejects.toThrow('verandert niet');
      const longer = asOwn((tx) =>
        tx
          .updateTable('approvals.request')
          .set({ expires_at: hours(99) })
          .where('id', '=', id)
          .execute(),
      );
      await expect(longer).rejects.toThrow('verandert niet');
      await expect(asOwn((tx) => tx.deleteFrom('approvals.request').where('id', '=', id).execute())).rejects.toThrow(
        'blijft',
      );
    });

    it('nobody writes a decision of who asked, after the end, or of another organisation', async () => {
      const id = idOf(await ask());
      const write = (who: Actor, at: Date, deciderId = here.id) =>
        asOwn((tx) =>
          tx
            .insertInto('approvals.decision')
            .values({
              tenant_id: here.id,
              request_id: id,
              decider_id: deciderId,
              outcome: 'approved',
              decided_by: who.personId,
              decided_by_name: who.personName,
              decided_role: who.role,
              decided_at: at,
            })
            .execute(),
        );
      await expect(write(asker, hours(1))).rejects.toThrow('past niet');
      await expect(write(second, hours(24))).rejects.toThrow('past niet');
      await expect(write(second, hours(1), newId())).rejects.toThrow('past niet');
      await write(second, hours(1));
      await expect(write(third, hours(1))).rejects.toThrow(/duplicate|past niet/);
    });
  });
});
