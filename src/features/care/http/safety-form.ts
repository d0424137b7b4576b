import { z } from 'zod';
import { typedNumberOrNothing } from '../../../platform/http/typed-number.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import { textsIn } from '../../registration/index.ts';
import { EVENT_KINDS } from '../domain/cases/case-event.ts';
import { REACH_WAYS, SAFETY_ANSWERS, SAFETY_ITEMS, type Safety, type SafetyItem } from '../domain/cases/safety.ts';
import { VERSION } from './case-form.ts';
import { termDay } from './term-day.ts';

const short = z.string().trim().max(300, 'Gebruik hoogstens 300 tekens.');
/** What was not asked yet, nobody knows. */
export const answer = z
  .union([z.literal(''), z.enum(SAFETY_ANSWERS)], 'Kies een antwoord.')
  .transform((typed) => typed || 'unknown');
const items = Object.fromEntries(SAFETY_ITEMS.map((item) => [item, answer])) as Record<SafetyItem, typeof answer>;
const notes = Object.fromEntries(SAFETY_ITEMS.map((item) => [`${item}Uitleg`, short])) as Record<
  `${SafetyItem}Uitleg`,
  typeof short
>;

export const SafetyForm = z.object({
  ...VERSION,
  hoe: z.string().min(1, 'Kies hoe de persoon veilig te bereiken is. Kan het nu niet? Kies «Nu niet».'),
  nummer: typedNumberOrNothing,
  wanneer: short,
  nooit: short,
  tolkTaal: short,
  tolkWens: short,
  tolkNummer: short,
  ...items,
  ...notes,
});

export function safetyOf(form: z.output<typeof SafetyForm>, body: unknown): Safety {
  const ticked = textsIn(body, 'hoe');
  const said = form as unknown as Record<string, string>;
  return {
    answers: Object.fromEntries(SAFETY_ITEMS.map((item) => [item, form[item]])) as Safety['answers'],
    notes: Object.fromEntries(
      SAFETY_ITEMS.flatMap((item) => (said[`${item}Uitleg`] ? [[item, said[`${item}Uitleg`]]] : [])),
    ) as Safety['notes'],
    reach: {
      ways: REACH_WAYS.filter((way) => ticked.includes(way)),
      number: form.nummer,
      when: form.wanneer,
      never: form.nooit,
    },
    interpreter: { language: form.tolkTaal, wish: form.tolkWens, booking: form.tolkNummer },
  };
}

/** The list as its form shows it. */
export function safetyValues(safety: Safety): FieldValues {
  return {
    hoe: safety.reach.ways,
    nummer: safety.reach.number,
    wanneer: safety.reach.when,
    nooit: safety.reach.never,
    tolkTaal: safety.interpreter.language,
    tolkWens: safety.interpreter.wish,
    tolkNummer: safety.interpreter.booking,
    ...safety.answers,
    ...Object.fromEntries(SAFETY_ITEMS.map((item) => [`${item}Uitleg`, safety.notes[item] ?? ''])),
  };
}

export const someDay = (wanted: string) =>
  z
    .string()
    .trim()
    .transform((typed, context) => termDay(readDutchDate(typed), context, wanted));

export const EventForm = z.object({
  soort: z.enum(EVENT_KINDS, 'Kies wat er gebeurde.'),
  dag: someDay('Vul de dag in, bijvoorbeeld 12-3-2027.'),
  tekst: z.string().trim().max(2000, 'Gebruik hoogstens 2.000 tekens.'),
});
export const StepsForm = z.object({
  gebeurtenis: z.uuid('Kies een gebeurtenis.'),
  gezet: z.string().describe('Eén of meer stappen.'),
});
export const ClockForm = z.object({
  klok: z.string().min(1, 'Kies welke termijn u zet.'),
  dag: someDay('Vul de dag in, bijvoorbeeld 12-3-2027.'),
});
export const SecondForm = z.object({
  termijn: z.uuid('Kies een termijn.'),
  gelezen: someDay('Vul de dag in die u in de brief leest, bijvoorbeeld 12-3-2027.'),
});
export const EndForm = z.object({
  termijn: z.uuid('Kies een termijn.'),
  einde: z.string().min(1, 'Kies waarom deze termijn eindigt.').max(200, 'Kies uit de lijst.'),
});
