/**
 * What a consultation with 30 items and 12 participants costs its chair and one who takes part, measured at the use cases with what they
 * open and the lines they leave in the logs, on a database of its own; pages add what every page adds. All made up. Asserts nothing,
 * because time differs per machine.
 */
import type { Client } from 'pg';
import { POLICY } from '../src/app/access-matrix.ts';
import { MESSAGE_KINDS } from '../src/app/message-kinds.ts';
import { processingActivity } from '../src/app/processing-activities.ts';
import { recordCovenant } from '../src/features/consultation/use-cases/covenants.ts';
import { inviteAll, openMeeting, recordOutcome } from '../src/features/consultation/use-cases/hold.ts';
import { addItem, planMeeting } from '../src/features/consultation/use-cases/prepare.ts';
import { readMeeting } from '../src/features/consultation/use-cases/read-meeting.ts';
import { readReceivedMeeting, takeIn } from '../src/features/consultation/use-cases/receive.ts';
import { addParticipant } from '../src/features/consultation/use-cases/seats.ts';
import { type AnyTx, type DomainTime, type Done, lookAtPersons, transact } from '../src/platform/db/transact.ts';
import { newId } from '../src/platform/ids/uuid.ts';
import { ringSource } from '../src/platform/vault/key-ring.ts';
import { lendKeys } from '../src/platform/vault/lending.ts';
import { createVault } from '../src/platform/vault/vault.ts';
import { addDays, addMonths } from '../src/shared-kernel/plain-date.ts';
import type { Result } from '../src/shared-kernel/result.ts';
import type { Actor } from '../src/shared-kernel/role.ts';
import { onBenchDatabase, type Say } from './bench-database.ts';

const ITEMS = 30;
const PARTICIPANTS = 12;
const TURNS = 200;
const BUDGET_MS = 80;

type Run = (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>;

/** Somebody who coordinates care at an organisation of her own. */
async function layCoordinator(client: Client, nth: number): Promise<Actor> {
  const [organisationId, personId, membershipId] = [newId(), newId(), newId()];
  const organisation = { organisationCode: `ZB${nth}`, organisationName: `Fictieve zorg ${nth}` };
  const { organisationCode, organisationName } = organisation;
  const personName = `Noor Fictief ${nth}`;
  await client.query(
    `insert into organisations.organisation (id, code, name, kind, valid_from) values ($1, $2, $3, 'zorgorganisatie', '2020-01-01')`,
    [organisationId, organisationCode, organisationName],
  );
  await client.query(`insert into accounts.person (id, name, email) values ($1, $2, $3)`, [
    personId,
    personName,
    `noor${nth}@fictief.invalid`,
  ]);
  await client.query(
    `insert into accounts.membership (organisation_id, id, person_id, person_name, role, valid_from)
     values ($1, $2, $3, $4, 'zorgcoordinator', '2020-01-01')`,
    [organisationId, membershipId, personId, personName],
  );
  const role = 'zorgcoordinator';
  return { ...organisation, organisationId, personId, personName, membershipId, role, scope: 'own-records' };
}

/** Lets the chair's organisation exchange everything with the others, on both sides. */
async function layAgreements(client: Client, chair: Actor, others: readonly Actor[]): Promise<void> {
  for (const { kind, label, activity, requiresConsent } of MESSAGE_KINDS)
    await client.query(
      `insert into exchange.message_kind (kind, label, activity, requires_consent) values ($1, $2, $3, $4) on conflict do nothing`,
      [kind, label, activity, requiresConsent],
    );
  await client.query(
    `insert into exchange.agreement (tenant_id, id, counterpart_id, kind, basis, valid_from, valid_until)
     select pair.one, gen_random_uuid(), pair.other, kind.kind, 'voorbeeld', '2020-01-01', '2099-01-01'
     from exchange.message_kind kind, lateral (
       select $1::uuid as one, other from unnest($2::uuid[]) as other
       union all select other, $1::uuid from unnest($2::uuid[]) as other) pair
     where kind.activity = 'VA-02'`,
    [chair.organisationId, others.map(({ organisationId }) => organisationId)],
  );
}

export async function measureConsultation(say: Say, comma: (value: number) => string): Promise<void> {
  await onBenchDatabase({ say, comma }, async ({ client, db, measure }) => {
    const vault = createVault(
      db,
      ringSource(async () => Buffer.alloc(32, 7).toString('base64'), 'De sleutel van de meting'),
    );
    const chair = await layCoordinator(client, 100);
    const others: Actor[] = [];
    for (let nth = 101; nth <= 100 + PARTICIPANTS; nth++) others.push(await layCoordinator(client, nth));
    await layAgreements(client, chair, others);
    for (const { organisationId } of [chair, ...others]) await vault.keysFor(organisationId);
    const deedOf = (actor: Actor, action: string) => {
      const activityVersion = processingActivity('VA-02')!.version;
      return { actor, activity: 'VA-02', activityVersion, action, traceId: newId() };
    };
    async function deed(actor: Actor, action: string, run: Run): Promise<string> {
      const keys = await vault.keysFor(actor.organisationId);
      const outcome = await transact(db, deedOf(actor, action), (tx, time) => {
        lendKeys(tx, keys);
        return run(tx, time);
      });
      if (!('ok' in outcome) || !outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
      return outcome.value.subject.id;
    }
    const asking = { actor: chair, policy: POLICY };
    const begin = performance.now();
    const covenantId = await deed(chair, 'consultation.record-covenant', (tx, time) =>
      recordCovenant(
        tx,
        chair,
        {
          ...{ kind: 'covenant', title: 'Voorbeeld', purpose: 'Voorbeeld', basis: 'Wmo 2015' },
          ...{ validFrom: time.today, validUntil: addMonths(time.today, 24), reviewOn: addMonths(time.today, 12) },
          codes: others.map(({ organisationCode }) => organisationCode),
          others: [],
        },
        time,
      ),
    );
    const meetingId = await deed(chair, 'consultation.plan', (tx, time) =>
      planMeeting(
        tx,
        asking,
        {
          ...{ kind: 'care', title: 'Voorbeeldtafel', purpose: 'Voorbeeld', atTime: '10:00', place: 'Voorbeeldzaal' },
          ...{ onDay: addDays(time.today, 7), covenantId },
        },
        time,
      ),
    );
    for (const { organisationCode: code } of others)
      await deed(chair, 'consultation.add-participant', (tx, time) =>
        addParticipant(tx, asking, { way: 'organisation', code, meetingId, sees: 'all' }, time),
      );
    const { rows } = await client.query<{ id: string }>(`select id from consultation.participant`);
    const items: string[] = [];
    for (let nth = 0; nth < ITEMS; nth++)
      items.push(
        await deed(chair, 'consultation.add-person', (tx, time) =>
          addItem(
            tx,
            asking,
            {
              meetingId,
              purpose: 'Voorbeelddoel',
              for: rows.map(({ id }) => id),
              topic: undefined,
              person: {
                said: {
                  called: `Voorbeeld ${nth}`,
                  question: 'Wat is nodig? '.repeat(10),
                  background: 'Wat men weet. '.repeat(40),
                },
                ground: 'law',
                law: 'wmo',
                consent: undefined,
              },
            },
            time,
          ),
        ),
      );
    await deed(chair, 'consultation.invite', (tx, time) => inviteAll(tx, asking, meetingId, time));
    const { rows: seen } = await client.query<{ version: number }>(`select version from consultation.meeting`);
    await deed(chair, 'consultation.open', (tx, time) =>
      openMeeting(tx, asking, { meetingId, seenVersion: seen[0]!.version }, time),
    );
    for (const itemId of items)
      await deed(chair, 'consultation.record-outcome', (tx, time) =>
        recordOutcome(tx, asking, { meetingId, itemId, text: 'Voorbeeld van een besluit', action: undefined }, time),
      );
    const [guest] = others as [Actor];
    await deed(guest, 'consultation.take-in', (tx, time) => takeIn(tx, guest, time));
    await client.query('analyze');
    say(
      `Gelegd: één zorgtafel met ${ITEMS} personen, ${ITEMS} besluiten en ${PARTICIPANTS} deelnemers, in ${comma((performance.now() - begin) / 1000)} s.`,
    );
    const read = async (actor: Actor, action: string, run: Run) => {
      const keys = await vault.keysFor(actor.organisationId);
      await lookAtPersons(db, deedOf(actor, action), (tx, time) => {
        lendKeys(tx, keys);
        return run(tx, time);
      });
    };
    await measure('De voorzitter opent het overleg', BUDGET_MS, TURNS, () =>
      read(chair, 'consultation.read', (tx, time) => readMeeting(tx, asking, { id: meetingId }, time)),
    );
    await measure('Een deelnemer leest het eigen deel', BUDGET_MS, TURNS, () =>
      read(guest, 'consultation.read-received', (tx) =>
        readReceivedMeeting(tx, { actor: guest, policy: POLICY }, meetingId),
      ),
    );
    await measure('Een besluit gaat naar alle deelnemers', BUDGET_MS, ITEMS, (index) =>
      deed(chair, 'consultation.record-outcome', (tx, time) =>
        recordOutcome(
          tx,
          asking,
          { meetingId, itemId: items[index % items.length]!, text: 'Nog een voorbeeld', action: undefined },
          time,
        ),
      ),
    );
  });
}
