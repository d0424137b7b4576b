import type { ExploitationForm, ExploitationSector, RecruitedBy, RegistrationContent } from './registration.ts';
import type { ReporterType, Route } from './reporting-guide.ts';

/**
 * The Human Trafficking Case Data Standard of IOM, version 2.0: github.com/UNMigration/HTCDS, «HTCDS Field Reference.md», read on 30
 * November 2026. Field names are its prefix and name; values are its value names, letter for letter. Every field there is marked DRAFT.
 */
export const HTCDS = { name: 'HTCDS', version: '2.0', read: '2026-11-30' } as const;

/** The picklists of the standard that we fill in, whole: also what we never give. */
export const HTCDS_VALUES = {
  prs_Gender: ['Male', 'Female', 'Transgender/NonConforming', 'Unknown'],
  vic_MethodOfRecruitment: [
    'Abduction',
    'Educational Facility',
    'Familial',
    'Internet (social media, online advertisement)',
    'International Marriage Broker (IMB)',
    'Intimate partner/marriage proposition',
    'Job offer/advertisement',
    'Posing as Benefactor',
    'Public Area',
    'Offer of Accommodation',
    'Shelter',
    'Smuggling, ransom',
    'Work',
    'Other',
    'Unknown',
  ],
  vic_TypeOfLabourExploitation: [
    'Agriculture',
    'Aquafarming',
    'Begging',
    'Construction',
    'DomesticWork',
    'Hospitality',
    'IllicitActivities',
    'Manufacturing',
    'MiningOrDrilling',
    'Peddling',
    'Transportation',
    'Other',
  ],
  vic_TypeOfSexExploitation: ['Prostitution', 'Pornography', 'RemoteInteractiveServices', 'PrivateSexualServices'],
  org_Type: [
    'NGO',
    'LawEnforcement',
    'HealthServiceOrganisation',
    'CentralGovernmentOrganisation',
    'LocalGovernmentOrganisation',
    'ImmigrationService',
    'LegalService',
    'CorporateBusiness',
  ],
  hte_Type: ['Recruitment', 'Transit', 'Exploitation'],
} as const;
type Value<Field extends keyof typeof HTCDS_VALUES> = (typeof HTCDS_VALUES)[Field][number];

/** What of ours has no place in the standard, or stays here on purpose; with why, for people. */
export const NOT_MAPPED = {
  name: { label: 'Naam en geboortedatum', why: 'Gaan met opzet niet mee: het register toont nooit wie iemand is.' },
  code: { label: 'Code van de registratie', why: 'Gaat met opzet niet mee: aan de code is iemand terug te vinden.' },
  days: { label: 'Alle dagen en perioden', why: 'Gaan met opzet niet mee: een dag kan iemand herkenbaar maken.' },
  region: { label: 'Politieregio', why: 'Gaat met opzet niet mee: samen met de rest kan die iemand herkenbaar maken.' },
  reporter: {
    label: 'Naam van de aanmelder',
    why: 'Gaat met opzet niet mee; alleen het soort organisatie, als de standaard dat kent.',
  },
  'age-group': { label: 'Leeftijdsgroep', why: 'De standaard kent alleen een geboortedatum.' },
  'gender-other': {
    label: 'Geslacht «anders»',
    why: 'De standaard noemt alleen «Transgender/NonConforming». Dat is niet hetzelfde.',
  },
  'more-nationalities': { label: 'Meer dan één nationaliteit', why: 'De standaard kent er één. In Beeld kiest niet.' },
  'form-without-type': {
    label: 'Vorm van uitbuiting zonder soort werk',
    why: 'De standaard kent geen vormen, alleen soorten arbeid en soorten seksuele uitbuiting.',
  },
  'organ-removal': { label: 'Orgaanverwijdering', why: 'De standaard heeft daar geen waarde voor.' },
  sector: {
    label: 'Werk in vlees of voedsel, schoonmaak, winkel of salon',
    why: 'Past in geen waarde van het soort arbeid. Het veld voor de bedrijfstak staat in de bron met een spatie in zijn naam; welke naam geldt, is nog te verifiëren.',
  },
  recruiter: {
    label: 'Geworven door een tussenpersoon, werkgever of vrienden',
    why: 'De standaard vraagt hoe iemand is geworven, niet door wie.',
  },
  'exploited-elsewhere': {
    label: 'Uitgebuit in het buitenland of online',
    why: 'Welk land het was, weet het register niet.',
  },
  complaint: { label: 'Aangifte en bedenktijd', why: 'Staan niet in de standaard.' },
  children: { label: 'Kinderen', why: 'Staan niet in de standaard.' },
  'kmar-sub-3': {
    label: 'Artikel 273f, eerste lid, onder 3',
    why: 'Staat niet in de standaard; het is een eigen lijn in de Nederlandse telling.',
  },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly why: string }>>;
export type NotMapped = keyof typeof NOT_MAPPED;

/** One report about a person, as the register reads it. */
export interface HtcdsReport {
  readonly reporterType: ReporterType;
  readonly route: Route;
  readonly isWithdrawn: boolean;
  readonly content: RegistrationContent | undefined;
}

interface VictimContext {
  readonly vic_AgreementToManagePersonalData?: true;
  readonly vic_MethodOfRecruitment?: readonly Value<'vic_MethodOfRecruitment'>[];
  readonly vic_TypeOfLabourExploitation?: readonly Value<'vic_TypeOfLabourExploitation'>[];
  readonly vic_TypeOfSexExploitation?: readonly Value<'vic_TypeOfSexExploitation'>[];
}

/** A person of the register in the words of the standard. The fields are the standard's; what holds them together is ours. */
export interface HtcdsExport {
  readonly standard: { readonly name: string; readonly version: string };
  readonly person: { readonly prs_Gender?: Value<'prs_Gender'>; readonly prs_Nationality?: string };
  /** One for each report that still counts. */
  readonly reports: readonly {
    readonly referringOrganisation: { readonly org_Type?: Value<'org_Type'> };
    readonly victimContext: VictimContext;
    readonly historicTraffickingEvents: readonly { readonly hte_Type: 'Exploitation'; readonly hte_Country: 'NL' }[];
  }[];
  /** What was known here and did not go along. */
  readonly notMapped: readonly NotMapped[];
}

/** Who reported, as a kind of organisation of the standard. Absent: it has no value that says the same. */
const ORG_TYPES: Readonly<Partial<Record<ReporterType, Value<'org_Type'>>>> = {
  POL: 'LawEnforcement',
  KMAR: 'LawEnforcement',
  FAIRWORK: 'NGO',
  ADV: 'LegalService',
  GEM: 'LocalGovernmentOrganisation',
};
const RECRUITMENT: Readonly<Partial<Record<RecruitedBy, Value<'vic_MethodOfRecruitment'>>>> = {
  online: 'Internet (social media, online advertisement)',
  partner: 'Intimate partner/marriage proposition',
  family: 'Familial',
  other: 'Other',
  unknown: 'Unknown',
};
const LABOUR: Readonly<Partial<Record<ExploitationSector, Value<'vic_TypeOfLabourExploitation'>>>> = {
  agriculture: 'Agriculture',
  hospitality: 'Hospitality',
  construction: 'Construction',
  household: 'DomesticWork',
  transport: 'Transportation',
};
const FORMS: Readonly<Partial<Record<ExploitationForm, Value<'vic_TypeOfLabourExploitation'>>>> = {
  begging: 'Begging',
  'criminal-exploitation': 'IllicitActivities',
};
const LABOUR_FORMS: readonly ExploitationForm[] = ['labour-exploitation', 'forced-services'];

/** Puts what reporters said about one person in the words of the standard. A report that was withdrawn stays out, whole. */
export function toHtcds(reports: readonly HtcdsReport[]): HtcdsExport {
  const missing = new Set<NotMapped>(['name', 'code', 'days', 'region', 'reporter']);
  const held = reports.flatMap(({ content, isWithdrawn, ...report }) =>
    content && !isWithdrawn ? [{ ...report, content }] : [],
  );
  return {
    standard: { name: HTCDS.name, version: HTCDS.version },
    person: personOf(
      held.map(({ content }) => content),
      missing,
    ),
    reports: held.map(({ reporterType, route, content }) => ({
      referringOrganisation: withValue('org_Type', ORG_TYPES[reporterType]),
      victimContext: contextOf(route, content, missing),
      historicTraffickingEvents:
        content.exploitedIn === 'netherlands' ? [{ hte_Type: 'Exploitation', hte_Country: 'NL' }] : [],
    })),
    // in the order of the list, whatever came first
    notMapped: (Object.keys(NOT_MAPPED) as NotMapped[]).filter((each) => missing.has(each)),
  };
}

/** What reporters agree on; where they contradict each other it is unknown. */
function personOf(contents: readonly RegistrationContent[], missing: Set<NotMapped>): HtcdsExport['person'] {
  const genders = new Set(contents.map(({ gender }) => gender).filter((gender) => gender !== 'unknown'));
  const nationalities = new Set(contents.flatMap((each) => each.nationalities));
  if (genders.has('other')) missing.add('gender-other');
  if (nationalities.size > 1) missing.add('more-nationalities');
  const [gender] = genders.size === 1 ? genders : ['unknown' as const];
  const [nationality] = nationalities.size === 1 ? nationalities : [];
  const words = { woman: 'Female', man: 'Male', unknown: 'Unknown', other: undefined } as const;
  return { ...withValue('prs_Gender', words[gender!]), ...withValue('prs_Nationality', nationality) };
}

function contextOf(route: Route, content: RegistrationContent, missing: Set<NotMapped>): VictimContext {
  noteMissing(content, missing);
  const { forms, sectors, recruitedBy } = content;
  const isLabour = forms.some((form) => LABOUR_FORMS.includes(form));
  const labour = new Set([
    ...forms.flatMap((form) => FORMS[form] ?? []),
    ...(isLabour ? sectors.flatMap((sector) => LABOUR[sector] ?? []) : []),
  ]);
  const sex =
    forms.includes('sexual-exploitation') && sectors.includes('prostitution') ? ['Prostitution' as const] : [];
  const needsType = forms.filter((form) => form !== 'organ-removal').length;
  if (needsType > 0 && labour.size === 0 && sex.length === 0) missing.add('form-without-type');
  const recruited = RECRUITMENT[recruitedBy];
  return {
    ...(route === 'by-name' && { vic_AgreementToManagePersonalData: true }),
    ...(recruited && { vic_MethodOfRecruitment: [recruited] }),
    ...(labour.size > 0 && { vic_TypeOfLabourExploitation: [...labour] }),
    ...(sex.length > 0 && { vic_TypeOfSexExploitation: sex }),
  };
}

function noteMissing(content: RegistrationContent, missing: Set<NotMapped>): void {
  const { ageGroup, forms, sectors, recruitedBy, exploitedIn, complaint, children, isKmarSub3 } = content;
  if (ageGroup !== 'unknown') missing.add('age-group');
  if (forms.includes('organ-removal')) missing.add('organ-removal');
  if (sectors.some((sector) => ['meat-or-food', 'cleaning', 'shop-or-salon'].includes(sector))) missing.add('sector');
  if (!RECRUITMENT[recruitedBy]) missing.add('recruiter');
  if (['abroad', 'both', 'online'].includes(exploitedIn)) missing.add('exploited-elsewhere');
  if (complaint !== 'unknown') missing.add('complaint');
  if (children !== undefined) missing.add('children');
  if (isKmarSub3) missing.add('kmar-sub-3');
}

/** The field with its value; nothing when there is none. */
const withValue = <Field extends string, Given>(field: Field, value: Given | undefined) =>
  (value === undefined ? {} : { [field]: value }) as { readonly [name in Field]?: Given };

const picklist = (field: keyof typeof HTCDS_VALUES) => ({ enum: HTCDS_VALUES[field] });
const several = (field: keyof typeof HTCDS_VALUES) => ({
  type: 'array',
  minItems: 1,
  uniqueItems: true,
  items: picklist(field),
});
const closed = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required,
});

/** Our own JSON Schema (2020-12) of what goes out: the standard has none. Nothing that it does not name can be in it. */
export const HTCDS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Een persoon van het register in de woorden van HTCDS 2.0',
  description:
    'De velden met een voorvoegsel (prs_, vic_, org_, hte_) en hun waarden zijn van de standaard (IOM, UNMigration/HTCDS, HTCDS Field Reference). Wat ze bij elkaar houdt, is van In Beeld: de standaard heeft zelf geen JSON Schema.',
  ...closed(
    {
      standard: closed({ name: { const: HTCDS.name }, version: { const: HTCDS.version } }, ['name', 'version']),
      person: closed({
        prs_Gender: picklist('prs_Gender'),
        prs_Nationality: { type: 'string', pattern: '^[A-Z]{2}$', description: 'ISO 3166, twee letters' },
      }),
      reports: {
        type: 'array',
        items: closed(
          {
            referringOrganisation: closed({ org_Type: picklist('org_Type') }),
            victimContext: closed({
              vic_AgreementToManagePersonalData: { type: 'boolean' },
              vic_MethodOfRecruitment: several('vic_MethodOfRecruitment'),
              vic_TypeOfLabourExploitation: several('vic_TypeOfLabourExploitation'),
              vic_TypeOfSexExploitation: several('vic_TypeOfSexExploitation'),
            }),
            historicTraffickingEvents: {
              type: 'array',
              items: closed({ hte_Type: picklist('hte_Type'), hte_Country: { type: 'string' } }, ['hte_Type']),
            },
          },
          ['referringOrganisation', 'victimContext', 'historicTraffickingEvents'],
        ),
      },
      notMapped: { type: 'array', uniqueItems: true, items: { enum: Object.keys(NOT_MAPPED) } },
      merk: { type: 'string', description: 'Alleen in een voorbeeldomgeving.' },
    },
    ['standard', 'person', 'reports', 'notMapped'],
  ),
} as const;
