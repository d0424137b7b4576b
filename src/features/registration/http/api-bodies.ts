import { z } from 'zod';
import { plainDate } from '../../../shared-kernel/plain-date.ts';
import { GIVERS, LANGUAGES, MANNERS, REGISTRATION_DATA, REPRESENTATIVES, WISHES } from '../domain/consent.ts';
import {
  AGE_GROUPS,
  COMPLAINTS,
  COUNTRIES,
  EXPLOITATION_FORMS,
  EXPLOITATION_SECTORS,
  EXPLOITED_IN,
  GENDERS,
  type PartialDate,
  RECRUITED_BY,
  REGIONS,
  readPartialDate,
} from '../domain/registration.ts';
import { REPORTER_TYPES, ROUTES } from '../domain/reporting-guide.ts';
import type { ConsentInput } from '../use-cases/consents.ts';
import type { Draft } from '../use-cases/draft-registration.ts';

const choice = <Value extends string>(values: readonly [Value, ...Value[]], description: string) =>
  z.enum(values, 'Kies uit de lijst.').meta({ description });
const some = <Value extends string>(values: readonly [Value, ...Value[]], description: string) =>
  z.array(z.enum(values, 'Kies uit de lijst.')).max(values.length).default([]).meta({ description });
const partial = (description: string) =>
  z
    .string()
    .refine((text) => readPartialDate(text) === text, 'Schrijf een dag, maand of jaar zo: 2025-03-12, 2025-03 of 2025.')
    .optional()
    .meta({ description: `${description} Een dag, een maand of een jaar: 2025-03-12, 2025-03 of 2025.` });

/** A registration as a system sends it: the same names and choices as the form. No address, no residence position, no free text. */
export const NewRegistrationBody = z
  .strictObject({
    weg: choice(ROUTES, 'Hoe u aanmeldt: verplicht, met naam en toestemming, of zonder naam.'),
    aanmelder: choice(REPORTER_TYPES, 'Voor wat voor organisatie u werkt.'),
    regio: choice(REGIONS, 'In welke politieregio.').default('unknown'),
    naam: z
      .string()
      .trim()
      .min(1, 'Vul dit in.')
      .max(200, 'Gebruik hoogstens 200 tekens.')
      .optional()
      .meta({ description: 'Naam van de persoon. Niet bij een aanmelding zonder naam.' }),
    geboorte: partial('Wanneer de persoon is geboren. Niet bij een aanmelding zonder naam.'),
    leeftijd: choice(AGE_GROUPS, 'Leeftijdsgroep.').default('unknown'),
    geslacht: choice(GENDERS, 'Geslacht.').default('unknown'),
    nationaliteiten: z
      .array(z.string().refine((code) => COUNTRIES.has(code), 'Gebruik een code van twee letters uit ISO 3166.'))
      .max(5)
      .default([])
      .meta({ description: 'Codes van twee letters uit ISO 3166.' }),
    vormen: some(EXPLOITATION_FORMS, 'Vormen van uitbuiting. Leeg is onbekend.'),
    sectoren: some(EXPLOITATION_SECTORS, 'Soorten werk. Leeg is onbekend.'),
    waar: choice(EXPLOITED_IN, 'Waar de uitbuiting was.').default('unknown'),
    geworven: choice(RECRUITED_BY, 'Hoe de persoon is geworven.').default('unknown'),
    van: partial('Vanaf wanneer.'),
    tot: partial('Tot wanneer.'),
    herkend: partial('Wanneer het is herkend.'),
    aangifte: choice(COMPLAINTS, 'Of er aangifte is gedaan.').default('unknown'),
    kinderen: z.int().min(0).max(30).optional().meta({ description: 'Hoeveel kinderen de persoon bij zich heeft.' }),
    sub3: z
      .boolean('Vul true of false in.')
      .default(false)
      .meta({ description: 'Alleen Marechaussee: artikel 273f, eerste lid, onder 3.' }),
    toestemming: z
      .strictObject({
        gegevenDoor: choice(GIVERS, 'Wie toestemming gaf.'),
        hoe: choice(MANNERS, 'Hoe de toestemming is gegeven.'),
        gegevenOpDatum: z.iso.date('Schrijf de dag zo: 2026-11-01.').meta({ description: 'Op welke dag.' }),
        taal: choice(LANGUAGES, 'In welke taal de tekst is besproken.'),
        tolk: z.boolean('Vul true of false in.').default(false).meta({ description: 'Of er een tolk bij was.' }),
        wens: choice(WISHES, 'Wat een kind van 12 tot en met 15 zelf wil.').optional(),
        betrokken: choice(
          REPRESENTATIVES,
          'Of de ouder of voogd die toestemming gaf er zelf bij betrokken kan zijn. Alleen als een ouder of voogd het gaf, en dan verplicht.',
        ).optional(),
        gegevens: z
          .array(z.enum(REGISTRATION_DATA, 'Kies uit de lijst.'))
          .min(1, 'Noem minstens de naam, of laat het weg.')
          .max(REGISTRATION_DATA.length)
          .optional()
          .meta({ description: 'Voor welke gegevens de toestemming geldt. Weggelaten: voor alles wat u meestuurt.' }),
      })
      .optional()
      .meta({ description: 'Alleen bij een aanmelding met naam.' }),
  })
  .meta({ id: 'NieuweAanmelding' });

/** The key by which sending twice is one deed. */
export const SendingHeaders = z.object({
  'Idempotency-Key': z
    .string('Stuur de kop Idempotency-Key mee.')
    .regex(/^[\w-]{8,100}$/, 'Gebruik 8 tot 100 letters, cijfers of streepjes.')
    .meta({
      description:
        'Een eigen sleutel per aanmelding, zoals een UUID. Wie dezelfde sleutel met hetzelfde bericht nog eens stuurt, krijgt hetzelfde antwoord en er komt geen tweede aanmelding.',
    }),
});

export const SentBody = z
  .object({
    kenmerk: z.string().meta({ description: 'Waarmee u de aanmelding terugvindt.' }),
    merk: z.string().optional().meta({ description: 'Alleen in een voorbeeldomgeving: dit is verzonnen.' }),
  })
  .meta({ id: 'VerstuurdeAanmelding' });

/** What a system sent, as the domain knows a registration. */
export function draftOf(
  body: z.output<typeof NewRegistrationBody>,
): Draft & { readonly consent: ConsentInput | undefined } {
  const date = (text: string | undefined) => text as PartialDate | undefined;
  const given = body.toestemming;
  return {
    route: body.weg,
    reporterType: body.aanmelder,
    region: body.regio,
    content: {
      ageGroup: body.leeftijd,
      gender: body.geslacht,
      nationalities: [...new Set(body.nationaliteiten)],
      forms: [...new Set(body.vormen)],
      sectors: [...new Set(body.sectoren)],
      exploitedIn: body.waar,
      recruitedBy: body.geworven,
      from: date(body.van),
      until: date(body.tot),
      identifiedOn: date(body.herkend),
      complaint: body.aangifte,
      children: body.kinderen,
      isKmarSub3: body.sub3,
    },
    person: body.naam === undefined ? undefined : { name: body.naam, birthDate: date(body.geboorte) },
    consent: given && {
      givenBy: given.gegevenDoor,
      manner: given.hoe,
      language: given.taal,
      hasInterpreter: given.tolk,
      wish: given.wens,
      representative: given.betrokken,
      data: given.gegevens,
      // its schema let only a day through
      givenOn: plainDate(given.gegevenOpDatum)!,
    },
  };
}

/** Which member of the message a field of the form is. */
export const MEMBER_OF: Readonly<Record<string, string>> = {
  geboortedatum: 'geboorte',
  nationaliteit: 'nationaliteiten',
  gegevenDoor: 'toestemming/gegevenDoor',
  gegevenOp: 'toestemming/gegevenOpDatum',
  wens: 'toestemming/wens',
  betrokken: 'toestemming/betrokken',
  taal: 'toestemming/taal',
  deelNaam: 'toestemming/gegevens',
};
