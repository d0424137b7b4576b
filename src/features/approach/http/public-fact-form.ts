import { z } from 'zod';
import { carriedTableForm, tableForm } from '../../../platform/spreadsheets/table-form.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { PUBLIC_SOURCES, type PublicFact, type PublicFactContent, readCvdr } from '../domain/public-fact.ts';
import { linkOf } from '../domain/public-fact-import.ts';
import { OWN_BODIES } from '../domain/statement.ts';
import { PROBLEM_TEXTS } from '../ui/public-fact-words.ts';
import { PUBLIC_FACT_ELEMENTS } from '../use-cases/public-facts.ts';
import { date, link, optionalDate, text } from './plan-form.ts';

const version = z
  .string()
  .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
  .transform(Number);

const source = {
  bron: z.enum(PUBLIC_SOURCES, 'Kies waar het staat.'),
  cvdr: z.string().transform((typed, context) => {
    if (typed.trim() === '') return undefined;
    const number = readCvdr(typed);
    if (number) return number;
    context.addIssue({ code: 'custom', message: PROBLEM_TEXTS['cvdr-unreadable'] });
    return z.NEVER;
  }),
  titel: text(PROBLEM_TEXTS['title-missing']),
  vindplaats: link,
  orgaan: z.enum(['', ...OWN_BODIES], 'Kies wie het vaststelde.').transform((body) => body || undefined),
  datum: date(PROBLEM_TEXTS['date-missing']),
  geldigTot: optionalDate,
  bekekenOp: date('Vul in wanneer u de bron bekeek.'),
};

/** A public source about one municipality. */
export const PublicFactForm = z.object({
  gemeente: z.string().regex(/^GM\d{4}$/, 'Kies een gemeente uit de lijst.'),
  onderdeel: z.enum(
    PUBLIC_FACT_ELEMENTS.map(({ id }) => id),
    'Kies een onderdeel uit de lijst.',
  ),
  ...source,
});

/** A correction of one: the municipality and the element stay. */
export const CorrectionForm = z.object({ ...source, versie: version });
export const WithdrawalForm = z.object({ versie: version });

/** A table of many; what is too long to paste comes in a file. */
export const TableForm = tableForm(99_000);
export const CarriedTableForm = carriedTableForm(450_000);

type SourceFields = Pick<
  z.output<typeof PublicFactForm>,
  'bron' | 'cvdr' | 'titel' | 'vindplaats' | 'orgaan' | 'datum' | 'geldigTot' | 'bekekenOp'
>;

/** What the form says of the source; undefined without an address. */
export function sourceOf(form: SourceFields): Omit<PublicFactContent, 'municipalityId' | 'element'> | undefined {
  const at = linkOf(form.vindplaats ?? '', form.cvdr);
  if (!at) return undefined;
  return {
    source: form.bron,
    cvdr: form.cvdr,
    title: form.titel,
    link: at,
    adoptingBody: form.orgaan,
    decidedOn: form.datum,
    validUntil: form.geldigTot,
    readOn: form.bekekenOp,
  };
}

/** An entry as the form shows it. */
export function sourceValues(fact: PublicFact): Readonly<Record<string, string>> {
  const written = (day: PlainDate | undefined) => (day ? writeDutchDate(day) : '');
  return {
    bron: fact.source,
    cvdr: fact.cvdr ?? '',
    titel: fact.title,
    vindplaats: fact.link,
    orgaan: fact.adoptingBody ?? '',
    datum: written(fact.decidedOn),
    geldigTot: written(fact.validUntil),
    bekekenOp: written(fact.readOn),
  };
}
