import type { Kysely } from 'kysely';
import { recordAgreement } from '../../features/collaboration/index.ts';
import {
  ACTION_REMARK,
  addItem,
  addParticipant,
  BROUGHT_MESSAGES,
  CONSULTATION_MESSAGES,
  planMeeting,
  recordCovenant,
} from '../../features/consultation/index.ts';
import { JOINT_REMARK } from '../../features/regional/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addDays, addMonths } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import { POLICY } from '../access-matrix.ts';
import { processingActivity } from '../processing-activities.ts';
import { actorIn } from './actor-in.ts';

/** Who writes an agreement down, by the kind of organisation. */
const WHO_WRITES: Readonly<Record<string, Role>> = {
  GM: 'aandachtsfunctionaris',
  VR: 'ketenregisseur',
  KP: 'ketenpartner',
  PO: 'politie',
};
/** A region that holds tables, and who sits at them; the police never where a person is spoken of. */
const REGION = 'VR01';
const CARE_PARTIES = ['ZC01', 'ZC02', 'KP02'] as const;
const POLICE = 'PO01';
/** A municipality of that region. */
const MEMBER = 'GM0014';
const BASIS = 'Voorbeeldconvenant zorgtafel (fictief)';

/** A region, and care parties that may exchange what a table needs; and a table that is prepared. Nothing of it is real. */
export async function seedConsultation(admin: Kysely<DB>, db: Kysely<DB>, vault: Vault): Promise<void> {
  async function as(
    actor: Actor,
    activity: string,
    action: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>,
  ): Promise<string> {
    const keys = await vault.keysFor(actor.organisationId);
    const activityVersion = processingActivity(activity)!.version;
    const outcome = await transact(db, { actor, activity, activityVersion, action, traceId: newId() }, (tx, time) => {
      lendKeys(tx, keys);
      return run(tx, time);
    });
    if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
    return outcome.value.subject.id;
  }
  const officer = (code: string) => actorIn(admin, code, WHO_WRITES[code.slice(0, 2)] ?? 'zorgcoordinator');
  async function agree(one: string, other: string, kind: string) {
    const actor = await officer(one);
    await as(actor, 'VA-14', 'collaboration.record-agreement', (tx, time) => {
      const terms = { counterpartCode: other, kind, basis: BASIS };
      const period = { validFrom: time.today, validUntil: addMonths(time.today, 24) };
      return recordAgreement(tx, actor, { ...terms, ...period }, time);
    });
  }
  const pairs = [
    ...CARE_PARTIES.map((party) => [REGION, party] as const),
    ['ZC01', 'ZC02'] as const,
    ['ZC01', 'KP02'] as const,
  ];
  for (const [one, other] of pairs)
    for (const { kind } of [...CONSULTATION_MESSAGES, ...BROUGHT_MESSAGES, ACTION_REMARK]) {
      await agree(one, other, kind);
      await agree(other, one, kind);
    }
  for (const [one, other] of [
    [REGION, MEMBER],
    [MEMBER, REGION],
  ] as const)
    await agree(one, other, JOINT_REMARK.kind);
  const [kind] = CONSULTATION_MESSAGES.map((each) => each.kind) as [string];
  await agree(REGION, POLICE, kind);
  await agree(POLICE, REGION, kind);

  const chair = await officer('ZC01');
  const asking = { actor: chair, policy: POLICY };
  const covenantId = await as(chair, 'VA-14', 'consultation.record-covenant', (tx, time) =>
    recordCovenant(
      tx,
      chair,
      {
        kind: 'covenant',
        title: BASIS,
        purpose: 'Hulp aan slachtoffers op elkaar afstemmen',
        basis: 'Wmo 2015 (voorbeeld)',
        validFrom: time.today,
        validUntil: addMonths(time.today, 24),
        reviewOn: addMonths(time.today, 12),
        codes: ['ZC02', 'KP02'],
        others: [{ name: 'Fictief Veilig Thuis Voorbeeldland', type: 'safe-home' }],
      },
      time,
    ),
  );
  const meetingId = await as(chair, 'VA-02', 'consultation.plan', (tx, time) =>
    planMeeting(
      tx,
      asking,
      {
        kind: 'care',
        title: 'Zorgtafel Noord (fictief)',
        purpose: 'Hulp op elkaar afstemmen',
        onDay: addDays(time.today, 10),
        atTime: '10:00',
        place: 'Vergaderzaal 2 (fictief)',
        covenantId,
      },
      time,
    ),
  );
  for (const [code, sees] of [
    ['ZC02', 'all'],
    ['KP02', 'topics'],
  ] as const)
    await as(chair, 'VA-02', 'consultation.add-participant', (tx, time) =>
      addParticipant(tx, asking, { way: 'organisation', code, meetingId, sees }, time),
    );
  await as(chair, 'VA-02', 'consultation.add-topic', (tx, time) =>
    addItem(
      tx,
      asking,
      {
        meetingId,
        purpose: 'Afspraken maken voor de feestdagen',
        for: [],
        topic: 'Bereikbaarheid in december',
        person: undefined,
      },
      time,
    ),
  );
}
