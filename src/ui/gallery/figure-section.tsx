import { day } from '../../shared-kernel/plain-date.ts';
import { BarChart } from '../figures/bar-chart.tsx';
import { Figure } from '../figures/figure.tsx';
import { HexMap, type HexTile } from '../figures/hex-map.tsx';
import { LineChart } from '../figures/line-chart.tsx';
import { ShareInHexagons } from '../figures/share-in-hexagons.tsx';
import { UpSetChart } from '../figures/upset-chart.tsx';
import { YearChart } from '../figures/year-chart.tsx';
import { Quotation } from '../show/quotation.tsx';
import { Table } from '../show/table.tsx';
import { Section } from './section.tsx';

const SOURCE = { source: 'Voorbeeld, verzonnen cijfers', date: day('2026-11-24') } as const;

const LEGEND = [
  { state: 'anchored', label: 'Geborgd', look: 'full' },
  { state: 'decided', label: 'Vastgesteld', look: 'core' },
  { state: 'scanned', label: 'Scan gedaan', look: 'bar' },
  { state: 'started', label: 'Begonnen', look: 'dot' },
  { state: 'lapsed', label: 'Verlopen', look: 'cross' },
  { state: 'none', label: 'Nog niet begonnen', look: 'open' },
] as const;

const TILES: readonly HexTile[] = LEGEND.flatMap((item, column) =>
  [0, 1, 2].map((row) => ({
    code: `X${column}${row}`,
    name: `Voorbeeldgemeente ${column * 3 + row + 1}`,
    q: column - Math.floor(row / 2),
    r: row,
    state: item.state,
    stateLabel: item.label.toLowerCase(),
    href: `#tegel-${column}-${row}`,
    group: column < 3 ? 'west' : 'oost',
    highlighted: column === 1 && row === 1,
    aside: column === 5 && row === 2,
  })),
);

/** Charts and the map. */
export function FigureSection() {
  return (
    <Section title="Cijfers">
      <Figure
        id="balken"
        title="De meeste gemeenten in dit voorbeeld zijn begonnen"
        subtitle="Aantal gemeenten per stand, met de onzekerheid"
        source={{ ...SOURCE, series: 'reeks A', uncertainty: 'verzonnen', id: 'VB-1', jsonHref: '#balken.json' }}
      >
        <BarChart
          caption="Aantal gemeenten per stand"
          labelHeader="Stand"
          valueHeader="Gemeenten"
          bars={[
            { label: 'Geborgd', value: 40, low: 30, high: 52, highlighted: true },
            { label: 'Vastgesteld', value: 75, low: 66, high: 90 },
            { label: 'Nog niet begonnen', value: 227, low: 200, high: 240 },
            { label: 'Onbekend', value: 12, note: 'van de 342', href: '#balken' },
          ]}
        />
      </Figure>
      <Figure id="lijnen" title="Elk jaar zijn er meer" subtitle="Aantal gemeenten per jaar" source={SOURCE}>
        <LineChart
          label="Van 12 naar 160 geborgd, van 0 naar 31 verlopen."
          lines={[
            { id: 'geborgd', name: 'Geborgd' },
            { id: 'verlopen', name: 'Verlopen' },
            { id: 'begonnen', name: 'Begonnen' },
          ]}
          moments={[
            { key: '2024', label: 'eind 2024', values: [12, 0, 25] },
            { key: '2025', values: [98, 9, 30] },
            { key: '2026', label: 'nu', values: [160, 31, 28] },
          ]}
        />
      </Figure>
      <Figure id="aandeel" title="Eén op de zes is in beeld" subtitle="Aandeel in dit voorbeeld" source={SOURCE}>
        <ShareInHexagons id="aandeel-tekening" share={0.19} label="19 procent is in beeld" />
      </Figure>
      <Quotation text="“Eén op de zes is in beeld”" by="Vera Voorbeeld, 24 november 2026">
        <ShareInHexagons id="citaat-tekening" share={1 / 6} label="Zes zeshoeken, waarvan één is gevuld." />
      </Quotation>
      <Figure
        id="jaren"
        title="Geschat is meer dan geteld"
        subtitle="Aantal mensen per jaar; een band is een schatting"
        source={SOURCE}
      >
        <YearChart
          label="Van 2024 tot en met 2026: geteld 900 tot 1.200, geschat 3.000 tot 5.000 en meer dan 4.500."
          years={[
            { year: 2024, bars: [{ series: 'a', value: 900 }] },
            {
              year: 2025,
              bars: [
                { series: 'a', value: 1100 },
                { series: 'b', value: 1000 },
              ],
            },
            { year: 2026, bars: [{ series: 'b', value: 1200 }] },
          ]}
          bands={[
            { from: 2024, to: 2025, low: 3000, middle: 4000, high: 5000 },
            { from: 2026, to: 2026, low: null, middle: 4500, high: null, isLowerBound: true },
          ]}
          series={[
            { id: 'a', name: 'Reeks A' },
            { id: 'b', name: 'Reeks B' },
          ]}
          bandName="Geschat: laag, midden en hoog"
        />
      </Figure>
      <Figure
        id="overlap"
        title="Vijf mensen staan op twee lijsten"
        subtitle="Een gevulde stip: de lijst doet mee"
        source={SOURCE}
      >
        <UpSetChart
          caption="Mensen per combinatie van lijsten"
          countHeader="Mensen"
          sets={[
            { id: 'A', name: 'Lijst A' },
            { id: 'B', name: 'Lijst B' },
            { id: 'C', name: 'Lijst C' },
          ]}
          combinations={[
            { sets: ['A'], count: 40 },
            { sets: ['A', 'C'], count: 5 },
            { sets: ['A', 'B', 'C'], count: 1 },
          ]}
        />
      </Figure>
      <Figure id="kaart" title="Zes standen, zes tekens" subtitle="Elke zeshoek is één gemeente" source={SOURCE}>
        <HexMap
          id="kaart-tekening"
          title="Kaart van voorbeeldgemeenten"
          description="Elke zeshoek is een gemeente. Het teken in de zeshoek zegt hoe ver zij is."
          tiles={TILES}
          legend={LEGEND}
          tableId="kaart-tabel"
        />
        <Table
          id="kaart-tabel"
          caption="Stand per gemeente"
          narrow="scroll"
          rowKey={(tile) => tile.code}
          rows={TILES.slice(0, 4)}
          columns={[
            { header: 'Gemeente', cell: (tile) => tile.name },
            { header: 'Stand', cell: (tile) => tile.stateLabel },
          ]}
        />
      </Figure>
    </Section>
  );
}
