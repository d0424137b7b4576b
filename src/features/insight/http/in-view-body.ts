import { z } from 'zod';
import { yearsInView } from '../domain/in-view.ts';
import { MARK_WORDS } from '../ui/figure-words.tsx';
import type { InViewEdition } from '../ui/in-view-page.tsx';

const certainty = z
  .enum(['gevonden in een openbare bron', 'nog te verifiëren', 'afgeleid'])
  .describe('Hoe wij aan het getal komen.');
const bound = z.number().nullable();

/** The figures for machines: the JSON twin of the page and the answer of the API. */
export const InViewBody = z
  .object({
    id: z.string().describe('Nummer van deze uitgave; een nieuwe uitgave krijgt een nieuw nummer.'),
    titel: z.string(),
    peildatum: z.iso.date(),
    methode: z.string(),
    reeksen: z.array(z.object({ id: z.string(), naam: z.string(), uitleg: z.string() })),
    jaren: z.array(
      z.object({
        jaar: z.int(),
        geregistreerd: z.array(
          z.object({
            reeks: z.string(),
            waarde: z.int(),
            zekerheid: certainty,
            bron: z.string(),
            opmerking: z.string().nullable(),
          }),
        ),
        schatting: z
          .object({
            soort: z.enum(['ongeveer', 'meer-dan', 'van-tot']),
            laag: bound,
            midden: z.number(),
            hoog: bound,
            jaren: z.array(z.int()),
            zekerheid: certainty,
            bron: z.string(),
            opmerking: z.string().nullable(),
          })
          .nullable()
          .describe('Leeg: voor dit jaar is geen schatting gepubliceerd.'),
        deelInBeeld: z.array(
          z.object({
            reeks: z.string(),
            laag: bound.describe('Deel van 0 tot 1.'),
            midden: bound,
            hoog: bound,
            zekerheid: certainty,
          }),
        ),
      }),
    ),
    citaten: z.array(z.object({ tekst: z.string(), wie: z.string(), wanneer: z.string(), bron: z.string() })),
    merk: z.string().optional().describe('Alleen in een voorbeeldomgeving: «Voorbeeldgegevens, niet echt».'),
  })
  .meta({ id: 'InBeeldCijfers' });

const KINDS = { about: 'ongeveer', 'more-than': 'meer-dan', range: 'van-tot' } as const;
const thousandths = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 1000);

/** The edition as the interface gives it. */
export function inViewBody({ id, version, on, figures }: InViewEdition): z.output<typeof InViewBody> {
  const words = (mark: keyof typeof MARK_WORDS.nl) => MARK_WORDS.nl[mark] as z.output<typeof certainty>;
  return {
    id: `${id}.${version}`,
    titel: 'Geregistreerde en geschatte slachtoffers van mensenhandel in Nederland, per jaar',
    peildatum: on,
    methode:
      'Overgenomen uit de genoemde bronnen. Het deel in beeld is afgeleid: geregistreerd gedeeld door geschat, van hetzelfde jaar.',
    reeksen: figures.series.map((each) => ({ id: each.id, naam: each.name, uitleg: each.about })),
    jaren: yearsInView(figures).map(({ year, registered, estimate, shares }) => ({
      jaar: year,
      geregistreerd: registered.map((each) => ({
        reeks: each.series,
        waarde: each.value,
        zekerheid: words(each.mark),
        bron: each.source,
        opmerking: each.note,
      })),
      schatting: estimate
        ? {
            soort: KINDS[estimate.kind],
            laag: estimate.low,
            midden: estimate.middle,
            hoog: estimate.high,
            jaren: [...estimate.years],
            zekerheid: words(estimate.mark),
            bron: estimate.source,
            opmerking: estimate.note,
          }
        : null,
      deelInBeeld: shares.map((share) => ({
        reeks: share.series,
        laag: thousandths(share.low),
        midden: thousandths(share.middle),
        hoog: thousandths(share.high),
        zekerheid: words('derived'),
      })),
    })),
    citaten: figures.quotations.map((each) => ({
      tekst: each.text,
      wie: each.by,
      wanneer: each.saidOn ?? each.saidIn ?? 'onbekend',
      bron: each.source,
    })),
  };
}
