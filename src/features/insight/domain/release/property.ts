/** A property by which a released table may tell people apart, with every value it can have. */
export interface Property {
  readonly id: string;
  readonly name: string;
  readonly values: readonly { readonly id: string; readonly name: string }[];
}

/** The column of the year; no property of people, and nothing is summed over it. */
export const YEAR = 'jaar';
/** Beside the year a released table crosses two properties, and a proposal holds at most three. */
export const MOST_PROPERTIES = 3;

const UNKNOWN = { id: 'onbekend', name: 'Onbekend' };

const valuesOf = (values: Readonly<Record<string, string>>) => [
  ...Object.entries(values).map(([id, name]) => ({ id, name })),
  UNKNOWN,
];

/**
 * The only properties that can be released: a fixed list, no free questions. No area is finer than a police unit. The values
 * follow what CoMensha and the Nationaal Rapporteur publish.
 */
export function releasableProperties(
  policeUnits: readonly { readonly code: string; readonly name: string }[],
): readonly Property[] {
  return [
    {
      id: 'gebied',
      name: 'Politie-eenheid',
      values: [
        ...policeUnits.map(({ code, name }) => ({ id: code, name })),
        { id: 'landelijk', name: 'Landelijke eenheden' },
        { id: 'kmar', name: 'Koninklijke Marechaussee' },
        UNKNOWN,
      ],
    },
    {
      id: 'vorm',
      name: 'Vorm van uitbuiting',
      values: valuesOf({
        seksueel: 'Seksuele uitbuiting',
        arbeid: 'Arbeidsuitbuiting',
        crimineel: 'Criminele uitbuiting',
        anders: 'Een andere vorm, of meer vormen',
      }),
    },
    {
      id: 'leeftijd',
      name: 'Leeftijd',
      values: valuesOf({
        'onder-18': 'Jonger dan 18 jaar',
        '18-22': '18 tot en met 22 jaar',
        'vanaf-23': '23 jaar of ouder',
      }),
    },
    { id: 'geslacht', name: 'Geslacht', values: valuesOf({ vrouw: 'Vrouw', man: 'Man', anders: 'Anders' }) },
    {
      id: 'melder',
      name: 'Soort melder',
      values: valuesOf({
        politie: 'Politie',
        kmar: 'Koninklijke Marechaussee',
        arbeidsinspectie: 'Nederlandse Arbeidsinspectie',
        zorgcoordinator: 'Zorgcoördinator',
        fairwork: 'FairWork',
        jeugd: 'Jeugdhulp',
        opvang: 'Opvang',
        gemeente: 'Gemeente',
        anders: 'Een andere melder',
      }),
    },
  ];
}

/** All pairs of these properties: the tables that are released; one property alone is a table too. */
export function crossingsOf(ids: readonly string[]): readonly (readonly string[])[] {
  return ids.length < 2 ? [ids] : ids.flatMap((one, at) => ids.slice(at + 1).map((other) => [one, other]));
}
