import { z } from 'zod';
import { plainDate } from '../../../shared-kernel/plain-date.ts';
import type { Recorded } from '../domain/pass-on.ts';
import { FORMS, MAY_HEAR, REPORTER_FUNCTIONS, SECTORS, SOURCES } from '../domain/signal-report.ts';
import type { SignalStatus } from '../domain/signal-status.ts';
import type { ForSource } from '../use-cases/record-for-source.ts';

type Outside = Exclude<(typeof SOURCES)[number], 'employee'>;
const OUTSIDE = SOURCES.filter((source): source is Outside => source !== 'employee') as [Outside, ...Outside[]];

const words = (description: string, longest = 5_000) =>
  z
    .string('Vul dit in als tekst.')
    .trim()
    .min(1, 'Vul dit in.')
    .max(longest, `Gebruik hoogstens ${longest.toLocaleString('nl-NL')} tekens.`)
    .meta({ description });
const choice = <Value extends string>(values: readonly [Value, ...Value[]], description: string) =>
  z.enum(values, 'Kies uit de lijst.').meta({ description });

/** A signal as a system of the municipality sends it: the same names and choices as the form. */
export const NewSignalBody = z
  .strictObject({
    soort: choice(['plek', 'persoon'], 'Over een plek, of over een persoon (alleen met een open startpoort).'),
    bron: choice(OUTSIDE, 'Hoe het binnenkwam.'),
    functie: choice(REPORTER_FUNCTIONS, 'In welk werk van de gemeente het is gezien.').default('unknown'),
    gezien: words('Wat is gezien of gehoord. Geen namen, kentekens of nummers van personen.'),
    gehoord: words('Wat een ander zei.').optional(),
    zei: words('Wat de persoon zelf zei. Alleen over een persoon.').optional(),
    vermoeden: words('Wat iemand denkt dat er aan de hand is.').optional(),
    plek: words('Waar het is gezien. Nodig als het over een plek gaat.', 300).optional(),
    vorm: choice(FORMS, 'Waar het op lijkt.').default('unknown'),
    sector: choice(SECTORS, 'Soort plek of werk.').default('unknown'),
    minderjarig: choice(['yes', 'no', 'unknown'], 'Is de persoon jonger dan 18?').default('unknown'),
    gevaar: z
      .boolean('Vul true of false in.')
      .meta({ description: 'Er is nu gevaar. Dan is eerst 112 gebeld, en staat in «gebeld» hoe laat.' }),
    gebeld: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Schrijf het tijdstip zo: 14:30.')
      .optional()
      .meta({ description: 'Hoe laat 112 is gebeld, zoals 14:30.' }),
    magHoren: choice(MAY_HEAR, 'Wat de bron mag horen.').default('nothing'),
    bereiken: words('Hoe de bron te bereiken is. Alleen met een open startpoort.', 300).optional(),
    beslisVoorDatum: z.iso
      .date('Schrijf de dag zo: 2027-12-31.')
      .optional()
      .meta({ description: 'Bij een bestuurlijke rapportage: voor welke dag zij een besluit vraagt.' }),
    nagekeken: z
      .boolean('Vul true of false in.')
      .default(false)
      .meta({ description: 'Iemand keek het na: wat op een naam of kenteken lijkt, is er geen.' }),
  })
  .meta({ id: 'NieuwSignaal' });

/** The key by which sending twice is one deed. */
export const SendingHeaders = z.object({
  'Idempotency-Key': z
    .string('Stuur de kop Idempotency-Key mee.')
    .regex(/^[\w-]{8,100}$/, 'Gebruik 8 tot 100 letters, cijfers of streepjes.')
    .meta({
      description:
        'Een eigen sleutel per signaal, zoals een UUID. Wie dezelfde sleutel met hetzelfde bericht nog eens stuurt, krijgt hetzelfde antwoord en er komt geen tweede signaal.',
    }),
});

export const CodeParams = z.object({
  kenmerk: z.string().meta({ description: 'Het kenmerk uit het antwoord, zoals 7KQ4-M2XB.' }),
});

const mark = z.string().optional().meta({ description: 'Alleen in een voorbeeldomgeving: dit is verzonnen.' });

export const ReceivedBody = z
  .object({
    kenmerk: z.string().meta({ description: 'Waarmee u naar het signaal vraagt.' }),
    merk: mark,
  })
  .meta({ id: 'OntvangenSignaal' });

export const STATUS_VALUES: Readonly<Record<SignalStatus, 'ontvangen' | 'in-behandeling' | 'afgerond'>> = {
  new: 'ontvangen',
  'taken-up': 'in-behandeling',
  weighed: 'in-behandeling',
  'passed-on': 'in-behandeling',
  closed: 'afgerond',
};

export const StatusBody = z
  .object({
    kenmerk: z.string(),
    ontvangstDatum: z.iso.date(),
    stand: z
      .enum(['ontvangen', 'in-behandeling', 'afgerond'])
      .meta({ description: 'Of het is ontvangen, loopt of klaar is. Nooit wat er is gevonden of waar het heen ging.' }),
    merk: mark,
  })
  .meta({ id: 'SignaalStand' });

/** What a system sent, as the domain knows a signal from outside. */
export function forSourceOf(body: z.output<typeof NewSignalBody>): Omit<ForSource, 'keepsPersons'> {
  const recorded: Recorded = {
    kind: body.soort === 'persoon' ? 'person' : 'location',
    reporterFunction: body.functie,
    form: body.vorm,
    sector: body.sector,
    isDangerNow: body.gevaar,
    called112At: body.gebeld,
    isMinor: body.minderjarig,
    content: {
      observation: body.gezien,
      saidByPerson: body.zei,
      saidByOther: body.gehoord,
      interpretation: body.vermoeden,
      place: body.plek,
    },
    isChecked: body.nagekeken,
    sourceReach: body.bereiken,
  };
  const decideBy = body.beslisVoorDatum === undefined ? undefined : plainDate(body.beslisVoorDatum);
  return { recorded, source: body.bron, mayHear: body.magHoren, decideBy };
}
