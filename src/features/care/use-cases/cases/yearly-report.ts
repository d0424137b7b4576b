import type { DomainTime, Done, Tx } from '../../../../platform/db/transact.ts';
import { heading, list, paragraph, table } from '../../../../platform/documents/blocks.ts';
import type { DocumentTree } from '../../../../platform/documents/document-tree.ts';
import { day, type PlainDate } from '../../../../shared-kernel/plain-date.ts';
import { ok, type Result } from '../../../../shared-kernel/result.ts';
import type { Actor } from '../../../../shared-kernel/role.ts';
import { LIFE_DOMAINS, type LifeDomain } from '../../domain/cases/full-file.ts';
import { hideCounts, type ToldCount, tellCounts, tellWaiting } from '../../domain/cases/yearly.ts';
import type { AgreedHours, HoursTogether } from '../../domain/hours-together.ts';
import { findOffers } from '../../persistence/offer-store.ts';
import { outcomesBetween } from '../../persistence/sheet-store.ts';
import { casesBetween } from '../../persistence/yearly-query.ts';
import { SETTING_SUBJECT } from './case-names.ts';

/** The first year a report can be about. */
export const FIRST_YEAR = 2026;

/** What may be told of a year to who pays for it. */
export interface YearlyReport extends Done {
  readonly year: number;
  /** The year is not over: what it says is until this day. */
  readonly isRunning: boolean;
  readonly today: PlainDate;
  /** Only the people of this region; undefined for all. */
  readonly region: string | undefined;
  readonly helped: ToldCount;
  readonly began: ToldCount;
  readonly regions: readonly ToldCount[];
  readonly outcomes: readonly ToldCount[];
  /** In days, the middle of all who started this year. */
  readonly waited: number | undefined;
  /** Of whom the region is not known: they are in no report of a region. */
  readonly regionUnknown: ToldCount;
  /** Of each offer that holds: how many hours a week were agreed, and who pays. */
  readonly hours: readonly PaidHours[];
  readonly goes: readonly { readonly domain: LifeDomain; readonly counts: readonly ToldCount[] }[];
}

export interface PaidHours {
  readonly name: string;
  readonly hoursAWeek: number | undefined;
  readonly funder: string | undefined;
}

type Tables =
  | 'care.case_file'
  | 'care.sheet'
  | 'care.offer'
  | 'care.offer_version'
  | 'care.offer_confirmation'
  | 'organisations.organisation'
  | 'vault.dossier_key';

const countBy = (values: readonly string[], all: readonly string[] = []) => {
  const counts = new Map(all.map((value) => [value, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
const alone = (value: string, count: number) => tellCounts(new Map([[value, count]]))[0]!;

/**
 * Counts a year from the facts, as they may leave the organisation, of everybody or of one region: a case knows no municipality, since
 * nothing is done with it here. How it goes is opened to be counted, and that is in the log.
 */
export async function readYearly(
  tx: Tx<Tables>,
  { organisationId: tenantId }: Pick<Actor, 'organisationId'>,
  { year, region }: { readonly year: number; readonly region: string | undefined },
  { today }: Pick<DomainTime, 'today'>,
): Promise<Result<YearlyReport, never>> {
  const from = day(`${year}-01-01`);
  const until = day(`${year + 1}-01-01`);
  const all = await casesBetween(tx, tenantId, from, until);
  const cases = region === undefined ? all : all.filter((each) => each.region === region);
  const measures = await outcomesBetween(tx, tenantId, from, until, region);
  const offers = await findOffers(tx, today, { organisationId: tenantId });
  // what the list of regions hides, a report of one region does not say either
  const perRegion = tellCounts(countBy(all.map((each) => each.region)));
  const ofRegion = (value: string) => perRegion.find((each) => each.value === value) ?? { value, shown: undefined };
  const helped = region === undefined ? alone('helped', cases.length) : ofRegion(region);
  const tell = region !== undefined && helped.shown === undefined ? hideCounts : tellCounts;
  return ok({
    subject: { kind: SETTING_SUBJECT, id: tenantId },
    year,
    isRunning: today < until,
    today,
    region,
    regionUnknown: ofRegion('unknown'),
    helped,
    began: tell(new Map([['began', cases.filter(({ beganHere }) => beganHere).length]]))[0]!,
    regions: region === undefined ? perRegion : cases.length === 0 ? [] : [helped],
    outcomes: tell(countBy(cases.map(({ outcome }) => outcome ?? 'running'))),
    waited: tell === hideCounts ? undefined : tellWaiting(cases.flatMap(({ waited }) => waited ?? [])),
    hours: offers
      .filter(({ isFormer, endedOn }) => !isFormer && (endedOn === undefined || endedOn > today))
      .map(({ name, hoursAWeek, funder }) => ({ name, hoursAWeek, funder })),
    goes: LIFE_DOMAINS.map((domain) => ({
      domain,
      counts: tell(
        countBy(
          measures.map(({ answers }) => answers[domain]).filter((answer) => answer !== 'not-asked'),
          ['better', 'same', 'worse'],
        ),
      ),
    })),
  });
}

/** The words of the pages, for what is counted. */
export interface YearlyWords {
  readonly count: (told: ToldCount) => string;
  readonly region: (value: string) => string;
  readonly hours: (of: PaidHours) => string;
  /** What is added up over organisations, and from what it follows. */
  readonly together: (sum: HoursTogether) => string;
  readonly agreedHours: (of: AgreedHours) => string;
  /** What the report cannot say. */
  readonly notKnown: (report: YearlyReport) => readonly string[];
  readonly outcome: (value: string) => string;
  readonly domain: (value: LifeDomain) => string;
  readonly goes: (value: string) => string;
}

/** The report as a document. It says what it rests on, and what it does not tell. */
export function yearlyDocument(
  report: YearlyReport,
  together: HoursTogether,
  words: YearlyWords,
  of: { readonly organisation: string; readonly mark: string | undefined },
): DocumentTree {
  const rows = (told: readonly ToldCount[], word: (value: string) => string) =>
    told.map((each) => [word(each.value), words.count(each)]);
  return {
    title: report.region
      ? `Zorgcoördinatie in ${report.year}, regio ${words.region(report.region)}`
      : `Zorgcoördinatie in ${report.year}`,
    subject: 'Jaarverslag voor de centrumgemeente',
    author: of.organisation,
    language: 'nl-NL',
    madeOn: report.today,
    mark: of.mark,
    blocks: [
      paragraph(
        'Dit verslag is gemaakt uit wat in de dossiers staat. Een aantal staat er vanaf tien mensen, afgerond naar beneden op vijf. Wat niet te zien is, kan ook nul zijn.',
      ),
      ...(report.isRunning ? [paragraph('Het jaar is nog niet voorbij: de aantallen zijn die tot nu toe.')] : []),
      heading('Mensen'),
      list(
        [
          `Kregen hulp: ${words.count(report.helped)}`,
          `Begonnen in ${report.year}: ${words.count(report.began)}`,
          `Dagen tot de start van de hulp (de middelste): ${report.waited ?? 'te weinig om te zeggen'}`,
        ],
        '',
      ),
      heading('Per regio'),
      table('Mensen per regio', ['Regio', 'Aantal'], rows(report.regions, words.region), 'Er zijn geen dossiers.'),
      heading('Hoe het afliep'),
      table(
        'Mensen per uitkomst',
        ['Uitkomst', 'Aantal'],
        rows(report.outcomes, words.outcome),
        'Er zijn geen dossiers.',
      ),
      heading('Hoe het gaat, volgens de mensen zelf'),
      paragraph('Vrijwillig gevraagd. Wie niet antwoordde, telt hier niet mee.'),
      table(
        'Antwoorden',
        ['Waarover', 'Beter', 'Hetzelfde', 'Minder goed'],
        report.goes.map(({ domain, counts }) => [
          words.domain(domain),
          ...['better', 'same', 'worse'].map((value) => words.count(counts.find((each) => each.value === value)!)),
        ]),
        '',
      ),
      heading('Afgesproken uren'),
      list(report.hours.map(words.hours), 'Er staat geen aanbod.'),
      heading('Samen met andere organisaties'),
      paragraph(words.together(together)),
      table(
        'Afgesproken uren per week in deze gemeenten',
        ['Organisatie', 'Van deze gemeenten', 'Uren'],
        together.organisations.map((each) => [
          each.organisationName,
          String(each.municipalities),
          words.agreedHours(each),
        ]),
        'Er staat geen bevestigd aanbod.',
      ),
      heading('Wat wij niet weten'),
      list(words.notKnown(report), ''),
    ],
  };
}
