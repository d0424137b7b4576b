import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import type { ReleasedEdition } from '../domain/release/edition.ts';
import { crossingsOf, type Property } from '../domain/release/property.ts';
import { METHOD } from './registered-body.ts';
import { TOGETHER } from './registered-columns.ts';

/** A cube per released crossing: year by the values of its properties and all of them together; null where hidden. Source: JSON-stat 2.0. */
export function registeredJsonStat(edition: ReleasedEdition, mark: string | undefined): object {
  const { properties, years, cells, title } = edition.figures;
  const shown = new Map(cells.map(({ year, at, people }) => [[year, ...at].join('|'), people]));
  return {
    version: '2.0',
    class: 'collection',
    label: title,
    updated: dutchDay(edition.releasedAt),
    source: edition.askedBy,
    note: [METHOD, ...(mark ? [mark] : [])],
    link: {
      item: crossingsOf(properties.map(({ id }) => id)).map((crossing) => {
        const chosen = properties.filter(({ id }) => crossing.includes(id));
        const categories = chosen.map(({ values }) => [...values.map(({ id }) => id), TOGETHER]);
        return {
          class: 'dataset',
          label: `Geregistreerd naar ${chosen.map(({ name }) => name.toLowerCase()).join(' en ')}`,
          id: ['jaar', ...chosen.map(({ id }) => id)],
          size: [years.length, ...categories.map(({ length }) => length)],
          role: { time: ['jaar'] },
          dimension: {
            jaar: { label: 'Jaar', category: { index: years } },
            ...Object.fromEntries(chosen.map((property) => [property.id, dimensionOf(property)])),
          },
          value: spread([years, ...categories]).map(([year, ...values]) => {
            const at = properties.map((property) => {
              const value = values[chosen.indexOf(property)];
              return value === undefined || value === TOGETHER ? null : value;
            });
            return shown.get([year, ...at].join('|')) ?? null;
          }),
        };
      }),
    },
  };
}

function dimensionOf({ name, values }: Property): object {
  return {
    label: name,
    category: {
      index: [...values.map(({ id }) => id), TOGETHER],
      label: Object.fromEntries([...values.map((value) => [value.id, value.name] as const), [TOGETHER, 'Samen']]),
    },
  };
}

/** Every combination of one of each, the last one running fastest. */
function spread(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  let found: readonly (readonly string[])[] = [[]];
  for (const list of lists) found = found.flatMap((before) => list.map((value) => [...before, value]));
  return found;
}
