import type { Kysely } from 'kysely';
import { beginCase, chooseSetting, startCase } from '../../features/care/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import type { Result } from '../../shared-kernel/result.ts';
import { POLICY } from '../access-matrix.ts';
import { processingActivity } from '../processing-activities.ts';
import { actorIn } from './actor-in.ts';

/** Nobody: every name in a demo says that it is made up. */
const CASES = [
  { name: 'Fatima Fictief', reason: 'Voorbeeld: wil weg bij haar werkgever en heeft geen plek.', starts: 'consent' },
  { name: 'Tomas Voorbeeld', reason: 'Voorbeeld: een signaal over iemand die in een schuur slaapt.', starts: 'danger' },
  { name: undefined, reason: 'Voorbeeld: een wijkverpleegkundige belt en vraagt wat zij kan doen.', starts: undefined },
] as const;

/** A few cases of the demo, begun as a care coordinator would. */
export async function seedCases(admin: Kysely<DB>, db: Kysely<DB>, vault: Vault): Promise<void> {
  const actor = await actorIn(admin, 'ZC01', 'zorgcoordinator');
  const keys = await vault.keysFor(actor.organisationId);
  const asking = { actor, policy: POLICY };
  async function as<T extends Done>(
    action: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<T, { readonly code: string }>>,
  ): Promise<T> {
    const activityVersion = processingActivity('VA-03')!.version;
    const deed = { actor, activity: 'VA-03', activityVersion, action, traceId: newId() };
    const outcome = await transact(db, deed, (tx, time) => {
      lendKeys(tx, keys);
      return run(tx, time);
    });
    if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
    return outcome.value;
  }
  // one of the two organisations keeps full files; the other keeps what nobody chose: lean
  await as('care.choose-setting', (tx, time) =>
    chooseSetting(
      tx,
      actor,
      { depth: 'full', assurance: 'Voorbeeldafspraak (fictief)', caseloadNorm: 25, version: 0 },
      time,
    ),
  );
  for (const [index, { name, reason, starts }] of CASES.entries()) {
    const content = {
      ageGroup: '23-30',
      gender: 'unknown',
      forms: ['labour-exploitation'],
      language: 'en',
      needsInterpreter: true,
      reason,
      broughtBy: 'Voorbeeldorganisatie',
      callBack: '',
      reference: `VB-${index + 1}`,
    };
    const input = {
      from: { source: 'phone' },
      region: 'noord-nederland',
      person: name && { name, birthDate: '2001' },
      content,
    } as const;
    const { code } = await as('care.begin-case', (tx, time) => beginCase(tx, asking, input, new Map(), time));
    if (starts === 'consent')
      await as('care.start-case', (tx, time) => startCase(tx, asking, { code, ...agreed(time) }, time));
    if (starts === 'danger')
      await as('care.start-case-in-emergency', (tx, time) => {
        const emergency = 'Voorbeeld: dreigend geweld, en bellen kan nu niet.';
        return startCase(tx, asking, { code, seenVersion: 1, emergency }, time);
      });
  }
}

const agreed = ({ today }: DomainTime) =>
  ({
    seenVersion: 1,
    consent: {
      givenBy: 'person',
      manner: 'spoken',
      language: 'en',
      hasInterpreter: true,
      wish: undefined,
      givenOn: today,
    },
  }) as const;
