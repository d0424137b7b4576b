import { z } from 'zod';
import type { FieldErrors, FieldValues } from '../../../platform/http/parse.ts';
import { readDutchDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { TRACKS } from '../../approach/index.ts';
import type { CaseData } from '../domain/case-data.ts';
import {
  EVIDENCE_LEVELS,
  type EvidenceLevel,
  EXPLOITATION_FORMS,
  type ExploitationForm,
  LICENCES,
  type Licence,
  PRACTICE_TYPES,
  type PracticeContent,
  type PracticeDocument,
  type PracticeRefusal,
  type PracticeType,
} from '../domain/practice.ts';
import type { Said } from '../domain/said.ts';

const keysOf = <T extends string>(words: Readonly<Record<T, string>>) => Object.keys(words) as [T, ...T[]];

export const text = (question: string, longest: number) =>
  z.string().trim().min(1, question).max(longest, `Gebruik hoogstens ${longest} tekens.`);
const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Gebruik hoogstens ${longest} tekens.`)
    .transform((typed) => typed || undefined);

/** A whole number as Dutch people write it: 12.500. */
const amount = (highest: number, mend: string) =>
  z.string().transform((typed, context) => {
    const clean = typed.trim().replace(/^€\s*/, '').replaceAll('.', '');
    if (clean === '') return undefined;
    if (/^\d{1,9}$/.test(clean) && Number(clean) <= highest) return Number(clean);
    context.addIssue({ code: 'custom', message: mend });
    return z.NEVER;
  });

const MOST_DOCUMENTS = 5;
const LINK = /https?:\/\/[^\s<>"]+\.[^\s<>"]+/i;

/** One document a line: its title, and where it stands. Nothing is brought along, so nothing malicious can be. */
const documents = z
  .string()
  .max(3000, 'Gebruik hoogstens 3.000 tekens.')
  .transform((typed, context): readonly PracticeDocument[] => {
    const lines = typed
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
    const read = lines.flatMap((line) => {
      const [url] = LINK.exec(line) ?? [];
      const title = url && line.replace(url, '').trim();
      return url && title ? [{ title: title.slice(0, 200), url: url.slice(0, 500) }] : [];
    });
    if (read.length === lines.length && read.length <= MOST_DOCUMENTS) return read;
    context.addIssue({
      code: 'custom',
      message:
        read.length > MOST_DOCUMENTS
          ? `Noem hoogstens ${MOST_DOCUMENTS} documenten.`
          : 'Schrijf op elke regel eerst de titel en dan het adres, dat begint met https://.',
    });
    return z.NEVER;
  });

/** What is asked of everything that many will read. */
export const SAID = {
  raden: z.enum(['ja', 'nee'], 'Kies ja of nee.'),
  geenNaam: z.enum(['', 'ja'], 'Vink dit aan, of laat het leeg.'),
};

export const saidIn = (form: { readonly raden: 'ja' | 'nee'; readonly geenNaam: '' | 'ja' }): Said => ({
  canBeGuessed: form.raden === 'ja' ? 'yes' : 'no',
  isNoName: form.geenNaam === 'ja',
});

export const version = z
  .string()
  .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
  .transform(Number);

export const PracticeForm = z.object({
  soort: z.enum(keysOf<PracticeType>(PRACTICE_TYPES), 'Kies wat het is.'),
  titel: text('Geef het een titel.', 120),
  probleem: text('Schrijf op welk probleem er was.', 2000),
  wat: text('Schrijf op wat u deed.', 4000),
  effect: text('Schrijf op wat het opleverde. Weet u het niet? Schrijf dat op.', 2000),
  omdat: optionalText(2000),
  onderdeel: optionalText(10),
  vormen: z.string().transform((ticked, context): readonly ExploitationForm[] => {
    const values = ticked.split(' ').filter(Boolean);
    const known = keysOf<ExploitationForm>(EXPLOITATION_FORMS);
    if (values.every((value) => (known as readonly string[]).includes(value)))
      return known.filter((form) => values.includes(form));
    context.addIssue({ code: 'custom', message: 'Kies vormen uit de lijst, of geen.' });
    return z.NEVER;
  }),
  bewijs: z.enum(keysOf<EvidenceLevel>(EVIDENCE_LEVELS), 'Kies hoe zeker het is.'),
  kosten: amount(999_999_999, 'Vul hele euro’s in, bijvoorbeeld 12.500. Of laat het leeg.'),
  uren: amount(100_000, 'Vul een heel aantal uren in. Of laat het leeg.'),
  functie: optionalText(100),
  licentie: z.enum(keysOf<Licence>(LICENCES), 'Kies of anderen het mogen gebruiken.'),
  documenten: documents,
  datum: z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'Vul een datum in, bijvoorbeeld 1-6-2026.' });
    return z.NEVER;
  }),
  versie: version,
  ...SAID,
});

/** Fields of which several may be ticked; they travel as one text, joined by spaces. */
export function joinForms(body: unknown): Record<string, unknown> {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return { ...fields, vormen: [fields.vormen ?? []].flat().join(' ') };
}

export function contentOf(form: z.output<typeof PracticeForm>): PracticeContent {
  return {
    type: form.soort,
    title: form.titel,
    problem: form.probleem,
    deed: form.wat,
    effect: form.effect,
    because: form.omdat,
    element: form.onderdeel,
    forms: form.vormen,
    evidence: form.bewijs,
    costEuro: form.kosten,
    hours: form.uren,
    contactFunction: form.functie,
    licence: form.licentie,
    documents: form.documenten,
    asOf: form.datum,
  };
}

/** A practice that was sent in, as the form shows it again. */
export function practiceValues(content: PracticeContent, seenVersion: number): FieldValues {
  return {
    soort: content.type,
    titel: content.title,
    probleem: content.problem,
    wat: content.deed,
    effect: content.effect,
    omdat: content.because ?? '',
    onderdeel: content.element ?? '',
    vormen: content.forms.join(' '),
    bewijs: content.evidence,
    kosten: content.costEuro?.toLocaleString('nl-NL') ?? '',
    uren: content.hours?.toString() ?? '',
    functie: content.contactFunction ?? '',
    licentie: content.licence,
    documenten: content.documents.map(({ title, url }) => `${title} ${url}`).join('\n'),
    datum: writeDutchDate(content.asOf),
    versie: String(seenVersion),
  };
}

const CASE_DATA_WORDS: Readonly<Record<CaseData, string>> = {
  bsn: 'Hier staat een nummer dat op een burgerservicenummer lijkt.',
  phone: 'Hier staat een telefoonnummer.',
  email: 'Hier staat een e-mailadres.',
  'birth-date': 'Hier staat een datum die op een geboortedatum lijkt.',
};

/** What is said of case data in a text that many read. */
export const caseDataText = (found: CaseData) => `${CASE_DATA_WORDS[found]} Haal het weg: iedereen leest dit.`;
export const NAME_TEXT =
  'Hier lijkt een naam te staan. Haal hem weg. Is het geen naam van een persoon? Vink dat dan onderaan aan.';
export const GUESSED_TEXT =
  'Kan iemand raden om wie het gaat, dan mag dit hier niet staan. Maak het algemener, of bel uw adviseur.';

const FIELD_OF = {
  title: 'titel',
  problem: 'probleem',
  deed: 'wat',
  effect: 'effect',
  because: 'omdat',
  contactFunction: 'functie',
  documents: 'documenten',
} as const;

/** Beside which field a refusal stands. */
export function practiceErrors(refusal: PracticeRefusal): FieldErrors {
  switch (refusal.code) {
    case 'holds-case-data':
      return { [FIELD_OF[refusal.field]]: caseDataText(refusal.found) };
    case 'looks-like-name':
      return { [FIELD_OF[refusal.field]]: NAME_TEXT };
    case 'can-be-guessed':
      return { raden: GUESSED_TEXT };
    case 'reason-missing':
      return { omdat: 'Schrijf op waarom het niet werkte. Daar leren anderen het meest van.' };
    case 'contact-is-name':
      return { functie: 'Vul een functie in, geen naam. Bijvoorbeeld: beleidsmedewerker veiligheid.' };
    case 'unknown-element':
      return { onderdeel: 'Dit onderdeel bestaat niet. Kies een onderdeel uit de lijst.' };
    case 'not-yet-happened':
      return { datum: 'Deze dag moet nog komen. Vul de dag in waarop het zo was.' };
  }
}

/** An action made of a practice. */
export const TakeOverForm = z.object({
  titel: text('Schrijf op wat er gaat gebeuren.', 200),
  spoor: z.enum(TRACKS, 'Kies een van de vier sporen.'),
  termijn: z.string().transform((typed, context) => {
    if (typed.trim() === '') return undefined;
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.' });
    return z.NEVER;
  }),
});

export const WorksHereForm = z.object({
  anders: text('Schrijf in één zin op wat u anders deed, of dat u niets veranderde.', 300),
  ...SAID,
});

export const VersionForm = z.object({ versie: version });
export const PublishForm = z.object({
  versie: version,
  nagekeken: z.enum(['', 'ja'], 'Vink dit aan, of laat het leeg.'),
});
export const ReturnForm = z.object({
  versie: version,
  reden: text('Schrijf op wat er anders moet, zodat de inzender verder kan.', 1000),
});
