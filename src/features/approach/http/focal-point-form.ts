import { z } from 'zod';
import { readDutchDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FocalPoint, FocalPointFacts, FocalPointInput, FocalPointRefusal } from '../domain/focal-point.ts';

const text = (question: string, longest = 200) =>
  z.string().trim().min(1, question).max(longest, `Gebruik hoogstens ${longest} tekens.`);
const date = (question: string) =>
  z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({
      code: 'custom',
      message: typed.trim() === '' ? question : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.',
    });
    return z.NEVER;
  });

/** Said where more than one person may be meant by a name: whom, or that it is nobody who uses In Beeld here. */
export const OUTSIDE = 'buiten';
const person = z
  .union([z.literal(''), z.literal(OUTSIDE), z.uuid()], 'Kies wie u bedoelt.')
  .default('')
  .transform((said) => (said === '' ? undefined : said === OUTSIDE ? ('outside' as const) : { personId: said }));

/** The form of element K2.1: names are the same here and in the interface between systems. */
export const FocalPointForm = z.object({
  aandachtsfunctionaris: text('Vul in wie de aandachtsfunctionaris is.'),
  vervanger: text('Vul in wie vervangt. Is er geen vervanger? Dan is dit onderdeel nog niet geregeld.'),
  aandachtsfunctionarisIs: person,
  vervangerIs: person,
  urenPerWeek: z.string().transform((typed, context) => {
    const hours = Number(typed.trim().replace(',', '.'));
    if (typed.trim() !== '' && Number.isFinite(hours) && hours > 0 && hours <= 80) return hours;
    context.addIssue({
      code: 'custom',
      message:
        typed.trim() === ''
          ? 'Vul het aantal uren per week in.'
          : 'Vul een getal in boven 0 en hoogstens 80, bijvoorbeeld 8 of 4,5.',
    });
    return z.NEVER;
  }),
  besluit: text('Vul de naam van het besluit in.'),
  vindplaats: z
    .string()
    .trim()
    .max(500, 'Gebruik hoogstens 500 tekens.')
    .refine(
      (link) => link === '' || /^https?:\/\/[^\s]+\.[^\s]+$/i.test(link),
      'Begin het adres met https://, of laat het leeg.',
    )
    .transform((link) => link || undefined),
  bewijsstukId: z.union([z.literal(''), z.uuid()], 'Kies het document opnieuw.').transform((id) => id || undefined),
  besluitdatum: date('Vul in wanneer dit is besloten.'),
  geldigTot: date('Vul in tot wanneer dit geldt.'),
  /** A tick: an empty box sends nothing. */
  zelfdePersonen: z
    .literal(['', 'ja'], 'Vink aan, of laat leeg.')
    .default('')
    .transform((said) => said === 'ja'),
  versie: z
    .string()
    .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
    .transform(Number),
});

const WHO_IS_MEANT = 'Er is meer dan één mens die u met deze naam kunt bedoelen. Kies wie het is.';

/** Which field a refusal is about, and what to do: the words beside the field. */
export const REFUSAL_AT: Readonly<
  Record<
    Exclude<FocalPointRefusal['code'], 'edit-conflict'>,
    { readonly field: keyof typeof FocalPointForm.shape; readonly text: string }
  >
> = {
  'decided-in-future': {
    field: 'besluitdatum',
    text: 'Deze datum ligt in de toekomst. Vul de dag in waarop het besluit is genomen.',
  },
  'ends-before-decision': { field: 'geldigTot', text: 'De einddatum moet na de datum van het besluit liggen.' },
  'already-lapsed': { field: 'geldigTot', text: 'Deze datum is al voorbij. Vul een dag in die nog komt.' },
  'runs-too-long': {
    field: 'geldigTot',
    text: 'Kies een datum binnen vier jaar na het besluit, zodat dit op tijd opnieuw wordt bekeken.',
  },
  'evidence-not-found': { field: 'bewijsstukId', text: 'Dit document is er niet meer. Kies het opnieuw.' },
  'substitute-is-same-person': {
    field: 'vervanger',
    text: 'De vervanger moet iemand anders zijn dan de aandachtsfunctionaris.',
  },
  'focal-point-not-one-person': { field: 'aandachtsfunctionarisIs', text: WHO_IS_MEANT },
  'substitute-not-one-person': { field: 'vervangerIs', text: WHO_IS_MEANT },
};

/** The form as what is recorded. */
export const focalPointInput = (form: z.output<typeof FocalPointForm>): FocalPointInput => ({
  facts: factsOf(form),
  seenVersion: form.versie,
  isSamePeople: form.zelfdePersonen,
  pointed: { focalPoint: form.aandachtsfunctionarisIs, substitute: form.vervangerIs },
});

function factsOf(form: z.output<typeof FocalPointForm>): FocalPointFacts {
  return {
    focalPoint: form.aandachtsfunctionaris,
    substitute: form.vervanger,
    hoursPerWeek: form.urenPerWeek,
    evidenceTitle: form.besluit,
    evidenceLink: form.vindplaats,
    evidenceFileId: form.bewijsstukId,
    decidedOn: form.besluitdatum,
    validUntil: form.geldigTot,
  };
}

/** What the form shows: the record as it stands, with dates as people write them. */
export function valuesOf(record: FocalPoint | undefined): Readonly<Record<string, string>> {
  if (!record) return { versie: '0' };
  return {
    aandachtsfunctionaris: record.focalPoint,
    vervanger: record.substitute,
    aandachtsfunctionarisIs: record.focalPointPersonId ?? '',
    vervangerIs: record.substitutePersonId ?? '',
    urenPerWeek: String(record.hoursPerWeek).replace('.', ','),
    besluit: record.evidenceTitle,
    vindplaats: record.evidenceLink ?? '',
    bewijsstukId: record.evidenceFileId ?? '',
    besluitdatum: writeDutchDate(record.decidedOn),
    geldigTot: writeDutchDate(record.validUntil),
    versie: String(record.version),
  };
}
