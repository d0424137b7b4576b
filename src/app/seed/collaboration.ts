import type { Kysely } from 'kysely';
import { REFERRAL_MESSAGES, REFERRAL_REMARK } from '../../features/care/index.ts';
import { moveContactMessage, recordAgreement, sendContactRequest } from '../../features/collaboration/index.ts';
import { SIGNAL_CONSULTATION, SIGNAL_HANDOVER } from '../../features/signals/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addMonths } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor, Role } from '../../shared-kernel/role.ts';
import { actorIn } from './actor-in.ts';

/** Who exchanges messages in the demo. The last pair is halfway: only the first wrote it down. */
const PAIRS = [
  ['GM0014', 'GM0363', 'both'],
  ['GM0014', 'ZC01', 'both'],
  ['GM0518', 'GM0014', 'one'],
] as const;

const BASIS = 'Voorbeeldconvenant (fictief)';
const REACHABLE = 'Op werkdagen tot 12:00 uur (fictief)';

/** Who writes an agreement down, by the kind of organisation. */
const WHO_WRITES: Readonly<Record<string, Role>> = { GM: 'aandachtsfunctionaris', PO: 'politie' };
/** Where signals lie in the demo, and who takes them in by In Beeld: one for care, one for safety. */
const WITH_SIGNALS = 'GM0363';
const SIGNAL_PARTNERS = ['ZC01', 'PO01'] as const;
/** Who refer people to each other: two regions. */
const CARE_PARTNERS = ['ZC01', 'ZC02'] as const;

/** Agreements and messages between organisations of the demo, made as their people would. Nothing of it is real. */
export async function seedCollaboration(admin: Kysely<DB>, db: Kysely<DB>, vault: Vault): Promise<void> {
  const officer = (code: string) => actorIn(admin, code, WHO_WRITES[code.slice(0, 2)] ?? 'zorgcoordinator');
  async function as<T extends Done, E extends { readonly code: string }>(
    actor: Actor,
    action: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, E>>,
  ): Promise<string> {
    const keys = await vault.keysFor(actor.organisationId);
    const deed = { actor, activity: 'VA-09', action, traceId: newId() };
    const outcome = await transact(db, deed, (tx, time) => {
      lendKeys(tx, keys);
      return run(tx, time);
    });
    if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
    return outcome.value.subject.id;
  }
  const agree = async (one: string, other: string, kind = 'contactverzoek') => {
    const actor = await officer(one);
    await as(actor, 'collaboration.record-agreement', (tx, time) => {
      const terms = { counterpartCode: other, kind, basis: BASIS };
      return recordAgreement(
        tx,
        actor,
        { ...terms, validFrom: time.today, validUntil: addMonths(time.today, 24) },
        time,
      );
    });
  };
  const ask = async (one: string, other: string, question: string) => {
    const actor = await officer(one);
    return as(actor, 'collaboration.send-contact-request', (tx, time) =>
      sendContactRequest(tx, actor, { receiverCode: other, question, reachable: REACHABLE }, time),
    );
  };
  const move = async (code: string, id: string, action: 'deliver' | 'accept') => {
    const actor = await officer(code);
    await as(actor, `collaboration.${action}-message`, (tx, time) =>
      moveContactMessage(tx, actor, { id, action, elsewhere: new Set() }, time),
    );
  };

  for (const [one, other, who] of PAIRS) {
    await agree(one, other);
    if (who === 'both') await agree(other, one);
  }
  for (const other of SIGNAL_PARTNERS)
    for (const { kind } of [SIGNAL_HANDOVER, SIGNAL_CONSULTATION]) {
      await agree(WITH_SIGNALS, other, kind);
      await agree(other, WITH_SIGNALS, kind);
    }
  const [north, south] = CARE_PARTNERS;
  for (const { kind } of [...REFERRAL_MESSAGES, REFERRAL_REMARK]) {
    await agree(north, south, kind);
    await agree(south, north, kind);
  }
  const accepted = await ask(
    'GM0014',
    'ZC01',
    'Wij willen overleggen wie de zorg voor een cliënt op zich neemt (fictief).',
  );
  await move('ZC01', accepted, 'deliver');
  await move('ZC01', accepted, 'accept');
  await ask('GM0363', 'GM0014', 'Wij zien iets op een adres bij de grens van uw gemeente. Wilt u bellen? (fictief)');
}
