import type { Kysely } from 'kysely';
import { addOffer, confirmArrangement, endOffer, readNetwork } from '../../features/care/index.ts';
import type { DB } from '../../platform/db/tables.generated.ts';
import { type AnyTx, type DomainTime, type Done, enter, transact } from '../../platform/db/transact.ts';
import { newId } from '../../platform/ids/uuid.ts';
import { addMonths } from '../../shared-kernel/plain-date.ts';
import type { Result } from '../../shared-kernel/result.ts';
import type { Actor } from '../../shared-kernel/role.ts';
import { actorIn } from './actor-in.ts';

const EVERY_FORM = [
  'sexual-exploitation',
  'labour-exploitation',
  'criminal-exploitation',
  'forced-services',
  'organ-removal',
] as const;

/** What is the same of every offer of the demo: a number that belongs to nobody, and who is said to pay. */
const COMMON = {
  phone: '000-000 00 01',
  hours: { from: '09:00', until: '17:00' },
  isForPublic: true,
  nightPhone: undefined,
  languages: [],
  hasSubstitute: true,
  hoursAWeek: 36,
  funder: 'Voorbeeldregio (fictief)',
  contractUntil: undefined,
} as const;

/** Offers of the two care organisations of the demo, by the provinces they work for. Nothing of it is real. */
const OFFERS = [
  {
    by: 'ZC01',
    provinces: ['PV20', 'PV21', 'PV22'],
    terms: {
      ...COMMON,
      name: 'Zorgcoördinatie (fictief)',
      forms: EVERY_FORM,
      ages: ['young-adult', 'adult'],
      genders: ['woman', 'man', 'other'],
      languages: ['Engels', 'Pools'],
      nightPhone: '000-000 00 02',
    },
  },
  {
    by: 'ZC01',
    provinces: ['PV20', 'PV21', 'PV22', 'PV23'],
    terms: {
      ...COMMON,
      name: 'Jeugd (fictief)',
      forms: EVERY_FORM,
      ages: ['minor'],
      genders: ['woman', 'man', 'other'],
    },
  },
  {
    by: 'ZC02',
    provinces: ['PV29', 'PV30', 'PV31'],
    terms: {
      ...COMMON,
      name: 'Zorgcoördinatie vrouwen (fictief)',
      phone: '000-000 00 03',
      forms: ['sexual-exploitation', 'labour-exploitation'],
      ages: ['young-adult', 'adult'],
      genders: ['woman', 'other'],
      hasSubstitute: false,
      hoursAWeek: 24,
    },
  },
  {
    by: 'ZC02',
    provinces: ['PV31'],
    terms: {
      ...COMMON,
      name: 'Mannenopvang op afroep (fictief)',
      phone: '000-000 00 04',
      forms: ['labour-exploitation', 'criminal-exploitation'],
      ages: ['adult'],
      genders: ['man'],
      hoursAWeek: 8,
    },
    ends: true,
  },
] as const;

/** Municipalities that confirmed their list, so that their gaps are gaps. */
const CONFIRMED = ['GM0106', 'GM0193'];

/** Lays care coordination of the demo, as care coordinators and policy officers would. */
export async function seedCare(admin: Kysely<DB>, db: Kysely<DB>): Promise<void> {
  const as = async (
    actor: Actor,
    action: string,
    run: (tx: AnyTx, time: DomainTime) => Promise<Result<Done, { readonly code: string }>>,
  ): Promise<string> => {
    const outcome = await transact(db, { actor, activity: 'VA-20', action, traceId: newId() }, run);
    if ('replayOf' in outcome || !outcome.ok) throw new Error(`demo data refused: ${JSON.stringify(outcome)}`);
    return outcome.value.subject.id;
  };
  const { municipalities } = await enter(db, { door: 'published' }, (tx, { today }) => readNetwork(tx, today));
  for (const { by, provinces, terms, ...rest } of OFFERS) {
    const actor = await actorIn(admin, by, 'zorgcoordinator');
    const municipalityIds = municipalities
      .filter(({ provinceCode }) => (provinces as readonly string[]).includes(provinceCode))
      .map(({ organisationId }) => organisationId);
    const id = await as(actor, 'care.add-offer', (tx, time) => {
      const contractUntil = addMonths(time.today, 14);
      return addOffer(tx, actor, { ...terms, municipalityIds, contractUntil }, time);
    });
    if ('ends' in rest)
      await as(actor, 'care.end-offer', (tx, time) =>
        endOffer(tx, actor, { id, version: 1, endsOn: addMonths(time.today, 1) }, time),
      );
  }
  for (const code of CONFIRMED) {
    const actor = await actorIn(admin, code, 'beleidsmedewerker');
    const seen = await enter(db, { door: 'published' }, async (tx, { today }) => {
      const network = await readNetwork(tx, today);
      return network.of(network.municipalities.find((each) => each.code === code)!);
    });
    await as(actor, 'care.confirm-arrangement', (tx, time) => confirmArrangement(tx, actor, seen, time));
  }
}
