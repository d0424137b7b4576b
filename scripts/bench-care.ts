/** What it costs to know the coverage of care coordination: the whole country, for every combination, with every organisation's failure. */
import { EVERY_CELL } from '../src/features/care/domain/cells.ts';
import { type Coverage, coverageOf, dependences, NOTHING_SAID } from '../src/features/care/domain/coverage.ts';
import { CARE_AGES, CARE_FORMS, CARE_GENDERS } from '../src/features/care/domain/need.ts';
import type { Offer } from '../src/features/care/domain/offer.ts';
import { day } from '../src/shared-kernel/plain-date.ts';

const MUNICIPALITIES = 342;
const ORGANISATIONS = 30;
const TURNS = 21;
const BUDGET_MS = 200;

/** The pages of care coordination, for who arranges it. */
export const CARE_PAGES = [
  { name: 'Dekking', path: '/netwerk/dekking', as: 'aandachtsfunctionaris', at: 'GM0363' },
  { name: 'Wie helpt hier', path: '/netwerk/wie-helpt?gemeente=GM0363', as: 'medewerker', at: 'GM0363' },
] as const;

/** Three offers of each organisation, so that six organisations with eighteen offers serve each municipality: many. All made up. */
const offers: readonly Offer[] = Array.from({ length: ORGANISATIONS * 3 }, (_, index) => ({
  id: `aanbod-${index}`,
  organisationId: `organisatie-${index % ORGANISATIONS}`,
  organisationCode: `ZC${index % ORGANISATIONS}`,
  organisationName: `Fictieve organisatie ${index % ORGANISATIONS}`,
  name: `Aanbod ${index} (fictief)`,
  version: 1,
  validFrom: day('2026-01-01'),
  endedOn: undefined,
  isFormer: false,
  confirmedOn: day('2026-11-01'),
  municipalityIds: [],
  forms: CARE_FORMS.filter((_form, at) => (index + at) % 3 !== 0),
  ages: CARE_AGES.filter((_age, at) => (index + at) % 2 === 0),
  genders: CARE_GENDERS.filter((_gender, at) => (index + at) % 3 !== 1),
  languages: [],
  phone: '000-000 00 01',
  hours: { from: '09:00', until: '17:00' },
  isForPublic: true,
  nightPhone: index % 4 === 0 ? '000-000 00 02' : undefined,
  hasSubstitute: true,
  hoursAWeek: 36,
  funder: undefined,
  contractUntil: undefined,
}));

/** Counts it all, many times over. @returns the times in ms, warm. */
export function measureCoverage(say: (line?: string) => void, comma: (ms: number) => string): void {
  const times: number[] = [];
  let hit = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const begin = performance.now();
    const coverages: Coverage[] = Array.from({ length: MUNICIPALITIES }, (_, municipality) =>
      coverageOf(
        offers.filter((_offer, index) => ((index % ORGANISATIONS) + municipality) % 10 < 2),
        NOTHING_SAID,
        day('2026-11-30'),
      ),
    );
    hit = dependences(coverages, EVERY_CELL).length;
    times.push(performance.now() - begin);
  }
  const sorted = times.slice(1).sort((a, b) => a - b);
  say(
    `Dekking van ${MUNICIPALITIES} gemeenten voor alle 135 combinaties, ${offers.length} aanbiedingen van ${ORGANISATIONS} organisaties, met de uitval van elk (${hit} raken iets): mediaan ${comma(sorted[Math.floor(sorted.length / 2)]!)} ms, hoogste ${comma(sorted.at(-1)!)} ms (grens ${BUDGET_MS} ms).`,
  );
}
