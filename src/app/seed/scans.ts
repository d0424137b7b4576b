import type { Kysely } from 'kysely';
import {
  currentFramework,
  type ElementState,
  type FrameworkElement,
  openScan,
  saveAnswers,
  settleScan,
} from '../../features/approach/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, look, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addDays, addMonths, type PlainDate } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { seededRandom } from './seed-id.ts';

/** Who settled a scan in the demo, how far each is (0 nothing, 1 everything in use), and how many days ago. */
const SCANS: readonly { readonly code: string; readonly maturity: number; readonly daysAgo: number }[] = [
  { code: 'GM0363', maturity: 0.75, daysAgo: 400 },
  { code: 'GM0363', maturity: 1, daysAgo: 35 },
  { code: 'GM0518', maturity: 0.9, daysAgo: 60 },
  { code: 'GM0599', maturity: 0.95, daysAgo: 90 },
  { code: 'GM0193', maturity: 0.6, daysAgo: 20 },
  { code: 'GM0772', maturity: 0.7, daysAgo: 120 },
  { code: 'GM0882', maturity: 0.4, daysAgo: 45 },
];

/** Settles scans of a few municipalities, through the use cases people use. Drawn by the seed: it says nothing of the real ones. */
export async function seedScans(admin: Kysely<DB>, db: Kysely<DB>, seed: number): Promise<void> {
  const random = seededRandom(seed + 1);
  const { today } = await look(db, { door: 'published' }, async (_tx, time) => time);
  for (const { code, maturity, daysAgo } of SCANS) {
    const writer = await admin
      .selectFrom('accounts.membership as m')
      .innerJoin('organisations.organisation as o', 'o.id', 'm.organisation_id')
      .select([
        'm.id as membershipId',
        'm.person_id as personId',
        'm.person_name as personName',
        'o.id as organisationId',
        'o.code as organisationCode',
        'o.name as organisationName',
      ])
      .where('o.code', '=', code)
      .where('m.role', '=', 'beleidsmedewerker')
      .where('m.demo_number', '=', 1)
      .executeTakeFirstOrThrow();
    const actor: Actor = { ...writer, role: 'beleidsmedewerker', scope: 'own-organisation' };
    const settledOn = addDays(today, -daysAgo);
    const at = new Date(`${settledOn}T10:00:00Z`);
    const run = <E extends { readonly code: string }>(
      action: string,
      deed: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, E>>,
    ) => must(transact(db, { actor, activity: 'VA-11', action, traceId: newId(), entry: { at } }, deed));
    await run('approach.open-scan', (tx, time) => openScan(tx, actor, { framework: currentFramework() }, time));
    const answers = currentFramework().elements.map((element) => ({
      element: element.id,
      seenVersion: 0,
      facts: answerOf(element, maturity, random(), settledOn),
    }));
    await run('approach.answer-theme', (tx, time) => saveAnswers(tx, actor, { answers }, time));
    await run('approach.settle-scan', (tx, time) => settleScan(tx, actor, { seenVersion: 1 }, time));
  }
}

async function must(outcome: ReturnType<typeof transact<Done, { readonly code: string }>>): Promise<void> {
  const done = await outcome;
  if ('ok' in done && !done.ok) throw new Error(`demo data refused: ${done.error.code}`);
}

function answerOf(element: FrameworkElement, maturity: number, draw: number, on: PlainDate) {
  const state = stateFor(element, maturity, draw);
  const isThere = state === 'present' || state === 'working' || state === 'regional';
  return {
    state,
    evidence: {
      title: isThere ? `Voorbeeldbewijs ${element.id} (fictief)` : undefined,
      link: undefined,
      fileId: undefined,
      documentOn: undefined,
      adoptingBody: isThere && element.id === 'K1.1' ? 'College van B&W' : undefined,
      decidedOn: isThere ? addDays(on, -Math.floor(30 + draw * 300)) : undefined,
      validUntil: isThere ? addMonths(on, 9 + Math.floor(draw * 27)) : undefined,
    },
    regionId: undefined,
    reason: undefined,
    remark: undefined,
  };
}

function stateFor({ plateau, theme, showsUse }: FrameworkElement, maturity: number, draw: number): ElementState {
  const isThere = draw < (plateau === 'basis' ? maturity : maturity - 0.5);
  if (!isThere) return draw < maturity + 0.1 ? 'started' : 'absent';
  if (showsUse && draw < maturity - 0.4) return 'working';
  return theme === '5' && draw > 0.6 ? 'regional' : 'present';
}
