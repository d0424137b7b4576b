import type { Kysely } from 'kysely';
import { keepBarrierAction } from '../../features/approach/index.ts';
import {
  addPartner,
  answerVictimCheck,
  intendClosure,
  makeReady,
  planInspection,
  prepareInspection,
  recordLooked,
} from '../../features/signals/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { lendKeys } from '../../platform/vault/lending.ts';
import type { Vault } from '../../platform/vault/vault.ts';
import { addDays } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import { POLICY } from '../access-matrix.ts';
import { actorIn } from './actor-in.ts';

/** Where inspections and a closure lie in the demo: a municipality with signals and an open start gate. */
const MUNICIPALITY = 'GM0363';
const BARRIERS = [
  ['housing', 'Bij inschrijving vragen hoeveel mensen er slapen (fictief)', 'unaware', 'running', 'huisvesting'],
  ['work', 'Vergunning weigeren na Bibob (fictief)', 'aware', 'running', 'bibob'],
  ['finance', 'Signalen van Werk en Inkomen bespreken (fictief)', 'none', 'idea', undefined],
] as const;
const ARRANGED = [
  ['interpreter', 'tolkendienst op afroep (fictief)'],
  ['care', 'zorgcoördinator van de regio, ook ’s avonds (fictief)'],
  ['rights', 'medewerker van een hulporganisatie (fictief)'],
  ['bed', 'zes plekken in de opvang van de regio (fictief)'],
  ['children', 'jeugdteam staat klaar (fictief)'],
  ['transport', 'bus van de gemeente (fictief)'],
  ['belongings', 'toezichthouder gaat mee terug (fictief)'],
  ['aftercare', 'wijkteam belt na een dag en na een week (fictief)'],
] as const;

/** Two inspections, a closure and a barrier model of the demo, made as its people would. Nothing of it is real: every text says so. */
export async function seedEnforcement(
  admin: Kysely<DB>,
  db: Kysely<DB>,
  { vault }: { readonly vault: Vault },
): Promise<void> {
  const officer = await actorIn(admin, MUNICIPALITY, 'aandachtsfunctionaris');
  const asking = { actor: officer, policy: POLICY };
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  const as = async <E extends { readonly code: string }>(
    action: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, E>>,
  ): Promise<string> => {
    const activity = action.startsWith('approach.') ? 'VA-11' : 'VA-02';
    const keys = await vault.keysFor(officer.organisationId);
    const outcome = await transact(db, { actor: officer, activity, action, traceId: newId() }, (tx, time) => {
      lendKeys(tx, keys);
      return run(tx, time);
    });
    if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
    return outcome.value.subject.id;
  };
  const plan = (theme: string, sector: 'agriculture' | 'shop-or-salon', place: string | undefined, days: number) =>
    as('signals.plan-inspection', (tx, time) =>
      planInspection(tx, asking, { theme, sector, place, plannedOn: addDays(today, days) }, time),
    );
  const ready = await plan('Huisvesting in de tuinbouw (fictief)', 'agriculture', 'Voorbeeldstraat 3, Fictiefdorp', 6);
  for (const [item, note] of ARRANGED)
    await as('signals.prepare-inspection', (tx, time) =>
      prepareInspection(tx, asking, { id: ready, item, answer: 'arranged', note }, time),
    );
  for (const [partner, power, purpose] of [
    ['municipality', 'Awb artikel 5:15 (voorbeeld)', 'veilig wonen'],
    ['labour-authority', 'Awb artikel 5:15 (voorbeeld)', 'naleving van arbeidswetten'],
  ] as const)
    await as('signals.add-inspection-partner', (tx, time) =>
      addPartner(tx, asking, { id: ready, partner, power, purpose, homeEntry: 'consent' }, time),
    );
  await as('signals.make-inspection-ready', (tx, time) => makeReady(tx, asking, ready, time));
  const open = await plan('Nagelstudio’s in het centrum (fictief)', 'shop-or-salon', undefined, 20);
  await as('signals.prepare-inspection', (tx, time) =>
    prepareInspection(tx, asking, { id: open, item: 'interpreter', answer: 'arranged', note: ARRANGED[0][1] }, time),
  );
  const closure = await as('signals.intend-closure', (tx, time) =>
    intendClosure(
      tx,
      asking,
      { instrument: 'gemeentewet-174a', place: 'Voorbeeldstraat 5, Fictiefdorp', intendedOn: addDays(today, 15) },
      time,
    ),
  );
  await as('signals.answer-victim-check', (tx, time) =>
    answerVictimCheck(
      tx,
      asking,
      { id: closure, answer: 'unknown', checkedBy: 'toezichthouder wonen', isHelpArranged: false },
      time,
    ),
  );
  const { code } = await admin
    .selectFrom('signals.signal_report')
    .select('code')
    .where('tenant_id', '=', officer.organisationId)
    .where('weighed_on', 'is not', null)
    .where('kind', '=', 'location')
    .orderBy('code')
    .executeTakeFirstOrThrow();
  await as('signals.record-enrichment', (tx, time) =>
    recordLooked(tx, asking, { code, register: 'permits', conclusion: 'nothing-special', note: undefined }, time),
  );
  for (const [barrier, title, facilitator, state, instrument] of BARRIERS) {
    const facts = {
      barrier,
      title,
      facilitator,
      state,
      instrument,
      carriedBy: 'toezichthouder (voorbeeld)',
      planActionId: undefined,
    };
    await as('approach.add-barrier-action', (tx, time) =>
      keepBarrierAction(tx, officer, { id: undefined, facts, seenVersion: 0 }, time),
    );
  }
}
