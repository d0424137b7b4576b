import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import {
  currentEdition,
  type Edition,
  type EditionLine,
  editionOf,
  startedEditions,
} from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { InViewFigures } from '../domain/in-view.ts';

const filled = z.string().min(1, 'vul iets in, of maak het leeg met null');
const year = z.int().min(2000, 'schrijf een jaar vanaf 2000').max(2100, 'schrijf een jaar tot 2100');
const people = z.int().min(0, 'een aantal is nul of meer');
const english = z.strictObject({ source: filled, note: filled.nullable() }).optional();
const marked = { mark: z.enum(['found', 'own', 'derived']), source: filled };

const InViewFile = z
  .looseObject({
    series: z
      .array(
        z.strictObject({
          id: filled,
          name: filled,
          about: filled,
          english: z.strictObject({ name: filled, about: filled }).optional(),
        }),
      )
      .min(1),
    registered: z.array(
      z.strictObject({ year, series: filled, value: people, ...marked, note: filled.nullable(), english }),
    ),
    estimates: z.array(
      z
        .strictObject({
          years: z.array(year).min(1),
          kind: z.enum(['about', 'more-than', 'range']),
          low: people.nullable(),
          middle: people.min(1),
          high: people.nullable(),
          ...marked,
          note: filled.nullable(),
          english,
        })
        .refine(
          ({ kind, low, middle, high }) =>
            kind === 'range'
              ? low !== null && high !== null && 0 < low && low <= middle && middle <= high
              : low === null && high === null,
          'een range heeft laag ≤ midden ≤ hoog, een ander soort heeft geen grenzen',
        ),
    ),
    regional: z.array(z.strictObject({ year, region: filled, series: filled, value: people, ...marked })).optional(),
    quotations: z.array(
      z.strictObject({
        text: filled,
        by: filled,
        saidOn: z.iso.date().nullable(),
        saidIn: filled.nullable(),
        ...marked,
        english: z.strictObject({ text: filled, by: filled, saidIn: filled.nullable(), source: filled }).optional(),
      }),
    ),
  })
  .refine(
    ({ series, registered }) => registered.every((each) => series.some(({ id }) => id === each.series)),
    'een cijfer noemt een reeks die er niet is',
  )
  .refine(
    ({ registered }) => new Set(registered.map((each) => `${each.year} ${each.series}`)).size === registered.length,
    'een reeks heeft twee cijfers voor hetzelfde jaar',
  )
  .refine(({ estimates }) => {
    const years = estimates.flatMap((each) => each.years);
    return new Set(years).size === years.length;
  }, 'twee schattingen gaan over hetzelfde jaar');

/** Registered and estimated victims per year: `content/figures/`, one file an edition. */
export const IN_VIEW_FIGURES: ContentKind<InViewFigures> = {
  kind: 'figures',
  schema: InViewFile as unknown as z.ZodType<InViewFigures>,
};

/** The figures as they hold today, or those of one edition. Nothing when there is no such edition. */
export async function inViewFigures(
  tx: Tx<'content.edition'>,
  today: PlainDate,
  edition?: { readonly id: string; readonly version: number },
): Promise<Edition<InViewFigures> | undefined> {
  return edition ? editionOf(tx, IN_VIEW_FIGURES, edition) : currentEdition(tx, IN_VIEW_FIGURES, today);
}

/** Every edition of the figures that has started, the one that holds today first. */
export async function inViewEditions(tx: Tx<'content.edition'>, today: PlainDate): Promise<readonly EditionLine[]> {
  return startedEditions(tx, IN_VIEW_FIGURES as unknown as ContentKind<never>, today);
}
