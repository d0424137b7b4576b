import { addMonths, type PlainDate } from '../../../shared-kernel/plain-date.ts';

/** Whom a municipality tells about trafficking. */
export const AUDIENCES = [
  'residents',
  'entrepreneurs',
  'schools',
  'youth-work',
  'hotels',
  'landlords',
  'employers',
  'newcomers',
  'reception',
  'labour-migrants',
  'youth-care',
] as const;
export type CampaignAudience = (typeof AUDIENCES)[number];

export const AUDIENCE_NAMES: Readonly<Record<CampaignAudience, string>> = {
  residents: 'Inwoners',
  entrepreneurs: 'Ondernemers',
  schools: 'Scholen',
  'youth-work': 'Jongerenwerk',
  hotels: 'Hotels en vakantieparken',
  landlords: 'Verhuurders',
  employers: 'Werkgevers en uitzendbureaus',
  newcomers: 'Nieuwe inwoners',
  reception: 'Opvang van vluchtelingen',
  'labour-migrants': 'Mensen in huisvesting voor arbeidsmigranten',
  'youth-care': 'Jongeren in jeugdzorg',
};

/** The element of the framework that each audience feeds. */
const PARTNERS: readonly CampaignAudience[] = ['schools', 'youth-work', 'hotels', 'landlords', 'employers'];
const AT_RISK: readonly CampaignAudience[] = ['newcomers', 'reception', 'labour-migrants', 'youth-care'];

/** Languages in which municipalities hand out material, those of the help pages first. */
export const MATERIAL_LANGUAGES: Readonly<Record<string, string>> = {
  nl: 'Nederlands',
  en: 'Engels',
  pl: 'Pools',
  ro: 'Roemeens',
  bg: 'Bulgaars',
  es: 'Spaans',
  ar: 'Arabisch',
  uk: 'Oekraïens',
  hu: 'Hongaars',
  other: 'Een andere taal',
};

/** What was told whom, with which material, and when. */
export interface CampaignEntry {
  readonly id: string;
  readonly audience: CampaignAudience;
  readonly what: string;
  readonly material: string;
  readonly languages: readonly string[];
  readonly reached: number | undefined;
  readonly heldOn: PlainDate;
  readonly evidenceTitle: string;
  readonly evidenceLink: string | undefined;
}

/** What was told counts for a year: as use does elsewhere in the approach. [design: In Beeld] */
export const CAMPAIGN_COUNTS_MONTHS = 12;

/** What the log says of an element; none when it says nothing. */
export interface CampaignFact {
  readonly element: 'K3.4' | 'K3.5' | 'K3.6';
  readonly state: 'started' | 'working';
  readonly asOf: PlainDate;
  readonly lapsesOn: PlainDate;
  readonly statement: string;
  readonly evidenceLink: string | undefined;
}

/**
 * What the log shows, each for a year from the day something was done: K3.4 when both residents and entrepreneurs were told, begun when
 * one of them was; K3.5 when partners were spoken to; K3.6 when people at risk were told in a language that is not only Dutch.
 */
export function campaignFacts(entries: readonly CampaignEntry[], today: PlainDate): readonly CampaignFact[] {
  const counting = entries.filter(({ heldOn }) => heldOn <= today && endOf(heldOn) > today);
  const latest = (fits: (entry: CampaignEntry) => boolean): CampaignEntry | undefined =>
    counting.filter(fits).toSorted((a, b) => b.heldOn.localeCompare(a.heldOn))[0];
  const residents = latest(({ audience }) => audience === 'residents');
  const entrepreneurs = latest(({ audience }) => audience === 'entrepreneurs');
  const partner = latest(({ audience }) => PARTNERS.includes(audience));
  const atRisk = latest(
    ({ audience, languages }) => AT_RISK.includes(audience) && languages.some((language) => language !== 'nl'),
  );
  const fact = (
    element: CampaignFact['element'],
    state: CampaignFact['state'],
    { heldOn, evidenceLink }: CampaignEntry,
    statement: string,
    lapsesOn = endOf(heldOn),
  ): CampaignFact => ({ element, state, asOf: heldOn, lapsesOn, statement, evidenceLink });
  return [
    ...(residents && entrepreneurs
      ? [
          fact(
            'K3.4',
            'working',
            residents.heldOn > entrepreneurs.heldOn ? residents : entrepreneurs,
            'Inwoners en ondernemers hoorden het laatste jaar over mensenhandel. Het staat bij campagne en preventie.',
            endOf(residents.heldOn < entrepreneurs.heldOn ? residents.heldOn : entrepreneurs.heldOn),
          ),
        ]
      : [residents, entrepreneurs].flatMap((one) =>
          one
            ? [
                fact(
                  'K3.4',
                  'started',
                  one,
                  `${AUDIENCE_NAMES[one.audience]} hoorden het laatste jaar over mensenhandel; ${one === residents ? 'ondernemers' : 'inwoners'} nog niet.`,
                ),
              ]
            : [],
        )),
    ...(partner
      ? [
          fact(
            'K3.5',
            'working',
            partner,
            'Met partners om de gemeente heen is het laatste jaar over mensenhandel gesproken.',
          ),
        ]
      : []),
    ...(atRisk
      ? [
          fact(
            'K3.6',
            'working',
            atRisk,
            'Groepen die risico lopen kregen het laatste jaar uitleg, niet alleen in het Nederlands.',
          ),
        ]
      : []),
  ];
}

const endOf = (heldOn: PlainDate): PlainDate => addMonths(heldOn, CAMPAIGN_COUNTS_MONTHS);
