import type { ProcessingActivity } from '../../features/privacy/index.ts';
import { OTHER_ACTIVITIES } from './other-activities.ts';
import { PERSON_ACTIVITIES } from './person-activities.ts';
import { FIFTH, FIRST, FOURTH, SECOND, THIRD } from './register-words.ts';

type Version = Pick<ProcessingActivity, 'version' | 'validFrom'>;

/** What held before, as what was different then; each version is told from the one after it, the last from the one that holds now. */
function before(
  id: (typeof PERSON_ACTIVITIES | typeof OTHER_ACTIVITIES)[number]['id'],
  ...differences: readonly (Version & Partial<ProcessingActivity>)[]
): readonly ProcessingActivity[] {
  const now: ProcessingActivity = [...PERSON_ACTIVITIES, ...OTHER_ACTIVITIES].find((activity) => activity.id === id)!;
  const told: ProcessingActivity[] = [];
  for (const different of differences) told.push({ ...(told.at(-1) ?? now), ...different });
  return told;
}

const REPORTER = ['mogelijke slachtoffers', 'wie het signaal doorgeeft'];

/**
 * Versions of activities that no longer hold, of each the last first. Whoever changes the meaning of an activity raises its version,
 * sets the day from which it holds, and says here what was different in the version before it: rows of the log point at it.
 * `digests.ts` holds a test to that, also when a change of today would change what was.
 */
export const ACTIVITY_HISTORY: readonly ProcessingActivity[] = [
  ...before('VA-01', {
    version: 1,
    validFrom: FIRST,
    retention: [{ what: 'signaal dat nergens aan gekoppeld is', period: 'P90D', from: 'ontvangst' }],
  }),
  ...before(
    'VA-02',
    {
      version: 5,
      validFrom: FIFTH,
      plain: {
        nl: 'De aandachtsfunctionaris weegt het signaal en zorgt dat het op de goede plek komt.',
        en: 'The focal point officer weighs the signal and sees that it reaches the right place.',
      },
      controller: 'gemeente',
      basis: ['AVG 6(1)(e)'],
      retention: [
        { what: 'signaal dat wordt gewogen', period: 'P42D', from: 'begin van de weging' },
        { what: 'gegrond signaal dat is doorgezet', period: 'P1Y', from: 'overdracht' },
        { what: 'signaal over een plek', period: 'P1Y', from: 'ontvangst' },
        { what: 'signaal over een plek waar een controle is gepland', period: 'P2Y', from: 'ontvangst' },
        { what: 'controle met meer partners', period: 'P2Y', from: 'dag van de controle' },
        {
          what: 'sluiting of andere maatregel die iemand zijn huis of werk kost',
          period: 'P1Y',
          from: 'vastlegging, daarna de uitvoering',
        },
      ],
      seenBy: ['triage', 'aandachtsfunctionaris', 'zorgcoördinator die aan het signaal werkt'],
      sharedWith: [
        'politie (eigen taak)',
        'Zorg- en Veiligheidshuis',
        'de ontvanger aan wie het signaal is overgedragen: alleen wat die mag krijgen, verzegeld',
      ],
    },
    {
      version: 4,
      validFrom: FOURTH,
      sharedWith: ['politie (eigen taak)', 'Zorg- en Veiligheidshuis'],
    },
    {
      version: 3,
      validFrom: THIRD,
      dataSubjects: [...REPORTER, 'bronnen van buiten de gemeente'],
      retention: [
        { what: 'signaal dat wordt gewogen', period: 'P42D', from: 'begin van de weging' },
        { what: 'gegrond signaal dat is doorgezet', period: 'P1Y', from: 'overdracht' },
        { what: 'signaal over een plek', period: 'P1Y', from: 'ontvangst' },
      ],
    },
    {
      version: 2,
      validFrom: SECOND,
      dataSubjects: REPORTER,
      dataClasses: ['D2', 'D3'],
      dataNote: undefined,
      seenBy: ['triage', 'aandachtsfunctionaris'],
    },
    {
      version: 1,
      validFrom: FIRST,
      retention: [
        { what: 'ongegrond signaal', period: 'P90D', from: 'besluit' },
        { what: 'gegrond signaal dat niet naar zorgcoördinatie gaat', period: 'P1Y', from: 'besluit' },
      ],
    },
  ),
  ...before('VA-07', {
    version: 1,
    validFrom: FIRST,
    plain: {
      nl: 'De organisatie geeft aan CoMensha door dat er een mogelijk slachtoffer is, zodat Nederland weet hoeveel het er zijn.',
      en: 'The organisation tells CoMensha that there is a possible victim, so that the Netherlands knows how many there are.',
    },
    basis: ['toestemming of publieke taak: open juridisch punt, standaard is toestemming'],
    dataClasses: ['D9'],
    dataNote: 'een deel van D9',
    retention: [{ what: 'kopie van het bericht', period: 'P1Y', from: 'verzending' }],
    seenBy: ['afzender'],
    measures: ['matrix', 'rls', 'logs', 'exchange', 'retention'],
  }),
  ...before('VA-08', {
    version: 1,
    validFrom: FIRST,
    plain: {
      nl: 'De organisatie vraagt CoMensha om opvang of hulp. Dat kan alleen met schriftelijke toestemming van de persoon.',
      en: 'The organisation asks CoMensha for shelter or help. That needs the written consent of the person.',
    },
    basis: ['schriftelijke toestemming'],
    dataClasses: ['D4', 'D5'],
    dataNote: 'D5 alleen het nodige',
    seenBy: ['afzender'],
    measures: ['matrix', 'rls', 'seal', 'logs', 'exchange', 'retention'],
  }),
  ...before('VA-09', {
    version: 1,
    validFrom: FIRST,
    plain: {
      nl: 'De gemeente schrijft alleen op dat iets is overgedragen, aan wie en wanneer. De inhoud gaat niet via In Beeld.',
      en: 'The municipality only writes down that something was handed over, to whom and when. The content does not pass through In Beeld.',
    },
  }),
  ...before('VA-05', {
    version: 1,
    validFrom: FIRST,
    retention: [{ what: 'dossier (Wmo 2015 5.3.4)', period: 'P15Y', from: 'laatste wijziging' }],
  }),
  ...before('VA-11', {
    version: 1,
    validFrom: FIRST,
    retention: [{ what: 'gepseudonimiseerde regels', period: 'P5Y', from: 'vastlegging' }],
  }),
  ...before('VA-12', {
    version: 1,
    validFrom: FIRST,
    retention: [{ what: 'gepubliceerde jaargang', period: undefined, from: 'blijft bewaard' }],
  }),
  ...before('VA-15', {
    version: 1,
    validFrom: FIRST,
    retention: [{ what: 'auditregel (BIO2 8.15.04: op basis van risico)', period: 'P5Y', from: 'vastlegging' }],
  }),
];
