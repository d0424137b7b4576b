import type { Block, DocumentTree } from '../../../platform/documents/document-tree.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { TRACK_NAMES, type Track } from '../../approach/index.ts';
import type { RegionTable } from './region-table.ts';

const heading = (text: string): Block => ({ kind: 'heading', level: 2, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
const table = (
  caption: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  none: string,
): Block => (rows.length > 0 ? { kind: 'table', caption, header, rows } : paragraph(none));

/** The plan of a region for a year, from what its municipalities published and agreed. No person is in it. */
export function writeYearPlan(
  region: string,
  { members, gaps, trends, actions }: RegionTable,
  today: PlainDate,
  mark: string | undefined,
): DocumentTree {
  const year = today.slice(0, 4);
  return {
    title: `Jaarplan regionale tafel ${region} ${year}`,
    author: region,
    subject: 'Jaarplan van de regionale tafel mensenhandel',
    language: 'nl-NL',
    madeOn: today,
    mark,
    blocks: [
      heading('Waarover dit gaat'),
      paragraph(
        `De regionale tafel bespreekt de aanpak van mensenhandel in ${members} gemeenten, nooit een persoon. Alles hieronder publiceerden de gemeenten zelf.`,
      ),
      heading('Wat ontbreekt'),
      table(
        'Onderdelen die niet overal zijn geregeld',
        ['Onderdeel', 'Geregeld', 'Verlopen', 'Niet bekend'],
        gaps.map(({ element, title, holds, lapsed, unknown }) => [
          `${element} ${title}`,
          `${holds} van ${members}`,
          lapsed.join(', ') || 'geen',
          unknown.join(', ') || 'geen',
        ]),
        'Elk onderdeel is in elke gemeente geregeld.',
      ),
      heading('Hoe het verloopt'),
      table(
        'Aantal gemeenten waar het was geregeld, een jaar terug en nu',
        ['Onderdeel', 'Een jaar terug', 'Nu'],
        trends.flatMap(({ element, title, points }) => {
          const [before, now] = [points.at(-5) ?? points[0], points.at(-1)];
          return before && now ? [[`${element} ${title}`, String(before.held), String(now.held)]] : [];
        }),
        'Er is nog geen verloop bekend.',
      ),
      heading('Wat wij samen doen'),
      table(
        'Acties van de regio',
        ['Actie', 'Onderdeel', 'Spoor', 'Klaar op', 'In het plan bij'],
        actions.map(({ title, element, track, dueOn, takenBy }) => [
          title,
          element ?? 'geen',
          TRACK_NAMES[track as Track],
          writeDutchDate(dueOn),
          `${takenBy} van ${members}`,
        ]),
        'De tafel sprak nog geen acties af.',
      ),
      paragraph(`Gemaakt met In Beeld op ${writeDutchDate(today)}.`),
    ],
  };
}
