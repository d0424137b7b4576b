import { z } from 'zod';
import type { LoggedEdition, ReleasedEdition } from '../domain/release/edition.ts';
import type { ReleasedCell } from '../domain/release/released-figures.ts';
import { TOGETHER } from './registered-columns.ts';

const Attack = z.object({
  verborgen: z.int().describe('Getallen die in deze uitgave verborgen zijn.'),
  gevonden: z.int().describe('Verborgen getallen die de aanvaller vond: altijd nul.'),
  eerdereUitgaven: z.int().describe('Met hoeveel eerdere uitgaven samen bekeken.'),
  gerekendMet: z.string(),
});

const Logged = {
  uitgave: z.string().describe('Nummer van de uitgave; zij verandert niet.'),
  titel: z.string(),
  jaren: z.array(z.int()),
  uitgegevenTijdstip: z.iso.datetime(),
  gevraagdDoor: z.string(),
  ingestemdDoor: z.string(),
  aanval: Attack,
  controlegetal: z.string().describe('SHA-256 van wat beide organisaties zagen.'),
};
const merk = z.string().optional().describe('Alleen in een voorbeeldomgeving: «Voorbeeldgegevens, niet echt».');

/** The log of releases, for machines. */
export const EditionsBody = z.object({ uitgaven: z.array(z.object(Logged)), merk }).meta({ id: 'Uitgaven' });

/** Released figures, for machines. */
export const RegisteredBody = z
  .object({
    ...Logged,
    bron: z.string(),
    methode: z.string(),
    eigenschappen: z.array(
      z.object({ id: z.string(), naam: z.string(), waarden: z.array(z.object({ id: z.string(), naam: z.string() })) }),
    ),
    cellen: z.array(
      z.object({
        jaar: z.int(),
        eigenschappen: z
          .record(z.string(), z.string())
          .describe(`Per eigenschap de waarde; «${TOGETHER}» is alle waarden samen.`),
        mensen: z.int().nullable().describe('Leeg: verborgen.'),
      }),
    ),
    merk,
  })
  .meta({ id: 'GeregistreerdeCijfers' });

export const METHOD =
  'Tellingen van het landelijke register. Minder dan tien mensen, ook nul, is verborgen; de rest is naar beneden afgerond op vijf. Soms is een groter getal ook verborgen, zodat niemand een klein getal kan uitrekenen.';

/** An edition as the log tells it. */
export function loggedBody(edition: LoggedEdition): z.output<typeof EditionsBody>['uitgaven'][number] {
  const { report } = edition;
  return {
    uitgave: edition.reference,
    titel: edition.title,
    jaren: edition.years.map(Number),
    uitgegevenTijdstip: edition.releasedAt.toISOString(),
    gevraagdDoor: edition.askedBy,
    ingestemdDoor: edition.releasedBy,
    aanval: {
      verborgen: report.cells - report.shown,
      gevonden: report.recoveredAfter,
      eerdereUitgaven: report.editions,
      gerekendMet: report.solver,
    },
    controlegetal: edition.sha256,
  };
}

/** An edition with these of its cells. Nothing is added up: what was not released cannot be asked for. */
export function registeredBody(
  edition: ReleasedEdition,
  cells: readonly ReleasedCell[] = edition.figures.cells,
): z.output<typeof RegisteredBody> {
  const { properties } = edition.figures;
  return {
    ...loggedBody(edition),
    bron: edition.askedBy,
    methode: METHOD,
    eigenschappen: properties.map(({ id, name, values }) => ({
      id,
      naam: name,
      waarden: values.map((value) => ({ id: value.id, naam: value.name })),
    })),
    cellen: cells.map(({ year, at, people }) => ({
      jaar: Number(year),
      eigenschappen: Object.fromEntries(properties.map(({ id }, place) => [id, at[place] ?? TOGETHER])),
      mensen: people,
    })),
  };
}
