import { z } from 'zod';
import { MAX_FIELD } from '../../../platform/http/parse.ts';

/** A proposal to release figures: a title, counts pasted or as a file, and whether the analyst looked around. */
export const ProposalForm = z.object({
  titel: z
    .string()
    .trim()
    .min(5, 'Vul een titel in van ten minste vijf tekens.')
    .max(120, 'Gebruik hoogstens 120 tekens.'),
  tabel: z
    .string()
    .max(MAX_FIELD, `De tabel is te lang voor dit vak. Kies een bestand, of gebruik hoogstens ${MAX_FIELD} tekens.`),
  elders: z.literal('ja', 'Bevestig dat u hebt gekeken wat anderen publiceren.'),
});

/** The request to the second organisation. */
export const AskForm = z.object({
  bureau: z.uuid('Kies wie meebesluit.'),
  reden: z
    .string()
    .trim()
    .min(10, 'Schrijf in een zin waarom u dit uitbrengt.')
    .max(1000, 'Gebruik hoogstens 1000 tekens.'),
});

/** Invented counts in the columns that a proposal takes, for who wants to see how it goes. Three years, a few hundred people. */
export function exampleCounts(
  properties: readonly { readonly id: string; readonly values: readonly { readonly id: string }[] }[],
  thisYear: number,
): string {
  const [area, form, age] = ['gebied', 'vorm', 'leeftijd'].map(
    (id) => properties.find((each) => each.id === id)!.values,
  );
  const lines = ['jaar;gebied;vorm;leeftijd;bijdrager;aantal'];
  for (const year of [thisYear - 3, thisYear - 2, thisYear - 1])
    for (const [a, { id: where }] of area!.entries())
      for (const [f, { id: what }] of form!.entries())
        for (const [g, { id: old }] of age!.entries()) {
          // small numbers and large ones, from a rule that anybody can follow
          const people =
            Math.floor(((a * 7 + f * 11 + g * 5 + (year % 10) * 3) % 13) / (1 + f + g)) + (f === 0 && g === 2 ? 9 : 0);
          // three organisations counted them, nobody more than half
          for (const nth of [0, 1, 2]) {
            const part = Math.floor((2 * people + nth) / 3);
            if (part > 0) lines.push(`${year};${where};${what};${old};organisatie ${1 + ((a + nth) % 6)};${part}`);
          }
        }
  return `${lines.join('\r\n')}\r\n`;
}
