import { z } from 'zod';
import { readPhoneNumber } from '../../../shared-kernel/phone-number.ts';
import { readDutchDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { CARE_AGES, CARE_FORMS, CARE_GENDERS } from '../domain/need.ts';
import type { Offer, OfferRefusal, OfferTerms } from '../domain/offer.ts';
import { AGE_WORDS, choiceOf, FORM_WORDS, GENDER_WORDS } from '../ui/care-words.ts';

/** The fields of the form in which several values may be ticked; they travel as one text, joined by spaces. */
const TICKED = ['vormen', 'leeftijden', 'geslachten'] as const;

function ticked<T extends string>(
  all: readonly T[],
  words: Readonly<Record<T, { readonly value: string }>>,
  question: string,
) {
  return z.string().transform((text, context): readonly T[] => {
    const values = text.split(' ').filter(Boolean);
    const read = values.map((value) => choiceOf(all, words, value));
    const chosen = all.filter((each) => read.includes(each));
    if (chosen.length > 0 && !read.includes(undefined)) return chosen;
    context.addIssue({ code: 'custom', message: question });
    return z.NEVER;
  });
}

const nobody = 'Hier lijkt een naam van een persoon, een nummer of een e-mailadres te staan. Laat dat weg.';
const text = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Gebruik hoogstens ${longest} tekens.`)
    .refine((typed) => guardText(typed).numbers.length === 0, nobody);
const dateOrNothing = z.string().transform((typed, context) => {
  if (typed.trim() === '') return undefined;
  const read = readDutchDate(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' });
  return z.NEVER;
});
const number = (isNeeded: boolean) =>
  z.string().transform((typed, context) => {
    const read = readPhoneNumber(typed);
    if (read) return read;
    if (!isNeeded && typed.trim() === '') return undefined;
    context.addIssue({ code: 'custom', message: 'Vul een Nederlands telefoonnummer in, bijvoorbeeld 050-123 45 67.' });
    return z.NEVER;
  });
/** '9', '9.00', '09:00' → '09:00'; '' stays empty. */
const hour = z.string().transform((typed, context) => {
  const trimmed = typed.trim();
  if (trimmed === '') return undefined;
  const read = readHour(trimmed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'Vul een tijd in, bijvoorbeeld 09:00.' });
  return z.NEVER;
});

/** A time as people write it; undefined when it is none. */
export function readHour(typed: string): string | undefined {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?(?: ?uur)?$/.exec(typed) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** An offer, as it is written in a form. */
export const OfferForm = z.object({
  naam: text(100).min(1, 'Vul in hoe dit aanbod heet.'),
  regio: z.string().trim().max(10, 'Kies een regio uit de lijst.'),
  gemeenten: z.string().trim().max(10_000, 'Dit zijn er te veel. Kies een regio.'),
  vormen: ticked(CARE_FORMS, FORM_WORDS, 'Kies ten minste één vorm.'),
  leeftijden: ticked(CARE_AGES, AGE_WORDS, 'Kies ten minste één leeftijd.'),
  geslachten: ticked(CARE_GENDERS, GENDER_WORDS, 'Kies voor wie u werkt.'),
  talen: text(200).transform((typed) =>
    typed
      .split(/[,;\n]/)
      .map((each) => each.trim())
      .filter(Boolean),
  ),
  telefoon: number(true),
  bereikbaar: z.enum(['werkdagen', 'altijd'], 'Kies wanneer er iemand opneemt.'),
  vanaf: hour,
  tot: hour,
  openbaar: z.literal(['', 'ja']).catch(''),
  nachtnummer: number(false),
  vervanging: z.enum(['ja', 'nee', 'onbekend'], 'Kies of er vervanging is. Nog niet bekend mag ook.'),
  uren: z.string().transform((typed, context) => {
    if (typed.trim() === '') return undefined;
    const hours = Number(typed.trim().replace(',', '.'));
    if (Number.isFinite(hours) && hours >= 0 && hours <= 5000) return Math.round(hours * 10) / 10;
    context.addIssue({ code: 'custom', message: 'Vul een getal in, bijvoorbeeld 36 of 4,5.' });
    return z.NEVER;
  }),
  betaaldDoor: text(200).transform((typed) => typed || undefined),
  contractTot: dateOrNothing,
});
export type OfferFields = z.output<typeof OfferForm>;
export const ChangeOfferForm = z.object({ ...OfferForm.shape, versie: z.coerce.number().int().positive() });
export const EndOfferForm = z.object({
  versie: z.coerce.number().int().positive(),
  stoptOp: z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    const message =
      typed.trim() === '' ? 'Vul de dag in waarop u stopt.' : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  }),
});

/** Joins what was ticked, so that a field is one text. */
export function joined(body: unknown): Record<string, unknown> {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return { ...fields, ...Object.fromEntries(TICKED.map((name) => [name, [fields[name] ?? []].flat().join(' ')])) };
}

/** What was filled in, as the fields show it: what was ticked apart again. */
export function shownValues(values: FieldValues): FieldValues {
  return {
    ...values,
    ...Object.fromEntries(TICKED.map((name) => [name, String(values[name] ?? '').split(' ')])),
  };
}

/** What is wrong between fields, which no field says by itself. */
export function betweenFields(fields: OfferFields): FieldErrors {
  if (fields.bereikbaar === 'altijd') return {};
  return {
    ...(fields.vanaf ? {} : { vanaf: 'Vul in vanaf hoe laat er iemand opneemt.' }),
    ...(fields.tot ? {} : { tot: 'Vul in tot hoe laat er iemand opneemt.' }),
  };
}

/** The terms that were filled in, for these municipalities. */
export function termsOf(fields: OfferFields, municipalityIds: readonly string[]): OfferTerms {
  const { vanaf: from = '', tot: until = '' } = fields;
  return {
    name: fields.naam,
    municipalityIds,
    forms: fields.vormen,
    ages: fields.leeftijden,
    genders: fields.geslachten,
    languages: fields.talen,
    phone: fields.telefoon!,
    hours: fields.bereikbaar === 'altijd' ? 'always' : { from, until },
    isForPublic: fields.openbaar === 'ja',
    nightPhone: fields.nachtnummer,
    hasSubstitute: fields.vervanging === 'onbekend' ? undefined : fields.vervanging === 'ja',
    hoursAWeek: fields.uren,
    funder: fields.betaaldDoor,
    contractUntil: fields.contractTot,
  };
}

/** An offer as the form shows it. */
export function valuesOf(offer: Offer, nameOf: (id: string) => string): FieldValues {
  const hours = offer.hours === 'always' ? undefined : offer.hours;
  return {
    naam: offer.name,
    gemeenten: offer.municipalityIds.map(nameOf).join(', '),
    vormen: offer.forms.map((each) => FORM_WORDS[each].value),
    leeftijden: offer.ages.map((each) => AGE_WORDS[each].value),
    geslachten: offer.genders.map((each) => GENDER_WORDS[each].value),
    talen: offer.languages.join(', '),
    telefoon: offer.phone,
    bereikbaar: hours ? 'werkdagen' : 'altijd',
    vanaf: hours?.from,
    tot: hours?.until,
    openbaar: offer.isForPublic ? 'ja' : '',
    nachtnummer: offer.nightPhone,
    vervanging: offer.hasSubstitute === undefined ? 'onbekend' : offer.hasSubstitute ? 'ja' : 'nee',
    uren: offer.hoursAWeek === undefined ? '' : String(offer.hoursAWeek).replace('.', ','),
    betaaldDoor: offer.funder,
    contractTot: offer.contractUntil && writeDutchDate(offer.contractUntil),
  };
}

/** Beside which field a refusal stands, and what to do. */
export const OFFER_REFUSAL_AT: Readonly<
  Record<OfferRefusal['code'], { readonly field: keyof typeof OfferForm.shape; readonly text: string }>
> = {
  'closes-before-opening': { field: 'tot', text: 'De eindtijd moet na de begintijd liggen.' },
  'contract-is-over': {
    field: 'contractTot',
    text: 'Deze dag is voorbij. Vul een dag in die nog komt, of laat het leeg.',
  },
  'no-municipality': { field: 'gemeenten', text: 'Kies een regio, of vul ten minste één gemeente in.' },
  'night-without-need': { field: 'nachtnummer', text: 'U bent dag en nacht bereikbaar. Laat dit nummer leeg.' },
};
