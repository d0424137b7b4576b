import type { OpenColumn } from '../../../platform/open-data/open-table.ts';
import type { Property } from '../domain/release/property.ts';
import type { ReleasedCell } from '../domain/release/released-figures.ts';
import { REGISTERED_TEXTS, wordOf } from '../ui/release/registered-texts.tsx';

/** What stands where all values of a property are taken together. */
export const TOGETHER = 'totaal';

/** The columns of released figures: the year, each property, people, and whether they are hidden. */
export function registeredColumns(properties: readonly Property[]): readonly OpenColumn<ReleasedCell>[] {
  return [
    {
      name: 'jaar',
      title: { nl: 'Jaar', en: 'Year' },
      description: { nl: 'Jaar waarin mensen zijn geregistreerd.', en: 'Year in which people were registered.' },
      datatype: 'integer',
      required: true,
      cell: ({ year }) => Number(year),
    },
    ...properties.map(columnOf),
    {
      name: 'mensen',
      title: { nl: 'Mensen', en: 'People' },
      description: {
        nl: 'Aantal mogelijke slachtoffers, naar beneden afgerond op vijf. Leeg: verborgen.',
        en: 'Number of possible victims, rounded down to a multiple of five. Empty: hidden.',
      },
      datatype: 'integer',
      cell: ({ people }) => people,
    },
    {
      name: 'verborgen',
      title: { nl: 'Verborgen', en: 'Hidden' },
      description: {
        nl: 'true: het getal is verborgen. Het kan ook nul zijn.',
        en: 'true: the number is hidden. It may be nought.',
      },
      datatype: 'boolean',
      required: true,
      cell: ({ people }) => people === null,
    },
  ];
}

function columnOf({ id, name, values }: Property, place: number): OpenColumn<ReleasedCell> {
  const both = (value: string, dutch: string) => ({ nl: dutch, en: wordOf(id, value, dutch, 'en') });
  const title = both('', name);
  return {
    name: id,
    title,
    description: {
      nl: `${title.nl}; «${TOGETHER}» is alle waarden samen.`,
      en: `${title.en}; «${TOGETHER}» is all values together.`,
    },
    datatype: 'string',
    required: true,
    values: Object.fromEntries([
      ...values.map((value) => [value.id, both(value.id, value.name)] as const),
      [TOGETHER, { nl: REGISTERED_TEXTS.nl.together, en: REGISTERED_TEXTS.en.together }],
    ]),
    cell: ({ at }) => at[place] ?? TOGETHER,
  };
}
