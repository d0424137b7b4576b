/** A settled scan: how far the municipality was (0 nothing, 1 everything in use), and how many days ago. */
export interface ToldScan {
  readonly maturity: number;
  readonly daysAgo: number;
}

/** What the demo tells of one municipality. Days count back from the day the demo begins; nothing of it is about the real one. */
export interface Story {
  readonly code: string;
  /** In one sentence, for who shows the demo. */
  readonly told: string;
  readonly scans?: readonly ToldScan[];
  /** A scan that runs: somebody was asked, and the first theme is filled in. */
  readonly runningScan?: true;
  readonly focalPoint?: {
    readonly daysAgo: number;
    readonly termMonths: number;
    readonly hours: number;
    /** Since then somebody else does it; handed over, or not. */
    readonly succeeded?: { readonly daysAgo: number; readonly isHandedOver: boolean };
  };
  readonly plan?: {
    readonly daysAgo: number;
    readonly actions: number;
    /** So many of the actions are done, the next two are busy. */
    readonly done: number;
    /** Under the policy of the safety region, which must publish it. */
    readonly isRegional?: true;
  };
  readonly adoption?: {
    readonly body: 'b-en-w' | 'burgemeester' | 'raad';
    readonly decidedDaysAgo: number;
    readonly recordedDaysAgo: number;
    /** From today; a negative number has lapsed. */
    readonly validForDays: number;
  };
  /** Elements that the region arranges, and those the municipality does itself, each with a statement. */
  readonly regional?: readonly string[];
  readonly stated?: readonly string[];
  readonly drillDaysAgo?: number;
  readonly usesInstruments?: true;
}

/** What K1.7, K3.7, K1.8, K4.1, K4.2 and K1.9 show: that the approach goes on when people leave. */
const ANCHORS = ['K1.7', 'K3.7', 'K1.8', 'K4.1', 'K4.2', 'K1.9'] as const;

/** The municipality in which a visitor of the demo begins: it starts empty on purpose. */
export const STARTS_EMPTY = 'GM0014';

/** The twelve municipalities told in full, but the first: that one starts empty. */
export const STORIES: readonly Story[] = [
  {
    code: 'GM0363',
    told: 'Geborgd: de raad stelde het plan vast, er is geoefend en de raad is geïnformeerd.',
    scans: [
      { maturity: 0.75, daysAgo: 400 },
      { maturity: 1, daysAgo: 35 },
    ],
    focalPoint: { daysAgo: 250, termMonths: 36, hours: 24 },
    plan: { daysAgo: 240, actions: 8, done: 4 },
    adoption: { body: 'raad', decidedDaysAgo: 200, recordedDaysAgo: 195, validForDays: 800 },
    stated: ANCHORS,
    drillDaysAgo: 60,
    usesInstruments: true,
  },
  {
    code: 'GM0518',
    told: 'Vastgesteld en bijna geborgd: de aanpak is nog niet geëvalueerd.',
    scans: [{ maturity: 0.55, daysAgo: 60 }],
    focalPoint: { daysAgo: 200, termMonths: 24, hours: 20 },
    plan: { daysAgo: 190, actions: 6, done: 2 },
    adoption: { body: 'b-en-w', decidedDaysAgo: 150, recordedDaysAgo: 148, validForDays: 600 },
    stated: ANCHORS.filter((element) => element !== 'K1.9'),
    drillDaysAgo: 30,
  },
  {
    code: 'GM0599',
    told: 'Geborgd, maar het besluit loopt over twee maanden af.',
    scans: [{ maturity: 0.95, daysAgo: 90 }],
    focalPoint: { daysAgo: 280, termMonths: 36, hours: 24 },
    plan: { daysAgo: 270, actions: 6, done: 4 },
    adoption: { body: 'b-en-w', decidedDaysAgo: 260, recordedDaysAgo: 255, validForDays: 60 },
    stated: ANCHORS,
    drillDaysAgo: 100,
    usesInstruments: true,
  },
  {
    code: 'GM0193',
    told: 'Er ligt een plan in concept; het is nog niet vastgesteld.',
    scans: [{ maturity: 0.6, daysAgo: 20 }],
    focalPoint: { daysAgo: 120, termMonths: 24, hours: 8 },
    plan: { daysAgo: 18, actions: 5, done: 0 },
  },
  {
    code: 'GM0772',
    told: 'Was vastgesteld; het besluit verviel een maand geleden.',
    scans: [{ maturity: 0.7, daysAgo: 120 }],
    focalPoint: { daysAgo: 240, termMonths: 24, hours: 12 },
    plan: { daysAgo: 230, actions: 5, done: 3 },
    adoption: { body: 'burgemeester', decidedDaysAgo: 700, recordedDaysAgo: 220, validForDays: -30 },
    stated: ['K1.7', 'K4.1', 'K4.2'],
  },
  {
    code: 'GM0882',
    told: 'Klein, en de regio doet bijna alles: geborgd met een oefening, zonder één signaal.',
    scans: [{ maturity: 0.4, daysAgo: 45 }],
    focalPoint: { daysAgo: 60, termMonths: 36, hours: 2 },
    plan: { daysAgo: 55, actions: 3, done: 1, isRegional: true },
    adoption: { body: 'b-en-w', decidedDaysAgo: 40, recordedDaysAgo: 38, validForDays: 700 },
    regional: ['K1.5', 'K1.7', 'K3.7', 'K4.1', 'K4.2', 'K1.9'],
    stated: ['K1.8'],
    drillDaysAgo: 20,
  },
  {
    code: 'GM0109',
    told: 'Deelt een aandachtsfunctionaris met de buurgemeente; plan onder regionaal beleid.',
    focalPoint: { daysAgo: 150, termMonths: 24, hours: 6 },
    plan: { daysAgo: 140, actions: 4, done: 2, isRegional: true },
    adoption: { body: 'b-en-w', decidedDaysAgo: 100, recordedDaysAgo: 98, validForDays: 500 },
    regional: ['K4.1', 'K4.2', 'K5.1', 'K5.2'],
  },
  {
    code: 'GM1681',
    told: 'Deelt een aandachtsfunctionaris met de buurgemeente; nam nog geen eigen besluit over het regionale beleid.',
    focalPoint: { daysAgo: 150, termMonths: 24, hours: 6 },
    plan: { daysAgo: 140, actions: 4, done: 1, isRegional: true },
    regional: ['K4.1', 'K4.2', 'K5.1', 'K5.2'],
  },
  {
    code: 'GM0405',
    told: 'De aandachtsfunctionaris is opgevolgd zonder overdracht: daarom niet geborgd.',
    scans: [{ maturity: 0.9, daysAgo: 200 }],
    focalPoint: { daysAgo: 300, termMonths: 36, hours: 10, succeeded: { daysAgo: 25, isHandedOver: false } },
    plan: { daysAgo: 210, actions: 5, done: 3 },
    adoption: { body: 'raad', decidedDaysAgo: 180, recordedDaysAgo: 175, validForDays: 700 },
    stated: ANCHORS,
    drillDaysAgo: 150,
  },
  {
    code: 'GM0441',
    told: 'Deed de scan en heeft nog geen plan.',
    scans: [{ maturity: 0.3, daysAgo: 80 }],
    focalPoint: { daysAgo: 90, termMonths: 12, hours: 4 },
  },
  {
    code: 'GM0664',
    told: 'Is bezig met de scan; een collega moet nog antwoorden.',
    focalPoint: { daysAgo: 30, termMonths: 24, hours: 8 },
    runningScan: true,
  },
];

/**
 * Municipalities in the safety region of the one in which a visitor begins. They only did a scan, so that hers can be compared with
 * her region: a group of fewer than five is not shown.
 */
export const NEIGHBOURS: readonly { readonly code: string; readonly scan: ToldScan }[] = [
  { code: 'GM1979', scan: { maturity: 0.9, daysAgo: 70 } },
  { code: 'GM1966', scan: { maturity: 0.7, daysAgo: 85 } },
  { code: 'GM1952', scan: { maturity: 0.5, daysAgo: 100 } },
  { code: 'GM1895', scan: { maturity: 0.8, daysAgo: 115 } },
  { code: 'GM0047', scan: { maturity: 0.35, daysAgo: 130 } },
  { code: 'GM1969', scan: { maturity: 0.95, daysAgo: 145 } },
];

/** Regions that publish what they arrange, for the municipalities above: the safety regions Drenthe and Zuid-Limburg. */
export const OFFERED_BY_REGIONS = ['K1.1', 'K4.1', 'K4.2', 'K5.1', 'K5.2'] as const;
