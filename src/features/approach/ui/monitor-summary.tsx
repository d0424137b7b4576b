import { BarChart } from '../../../ui/figures/bar-chart.tsx';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import type { NamedElement } from './monitor-words.ts';

/** How many municipalities have each element, of all that are looked at; each leads to its own map. */
export function MonitorSummary(props: {
  elements: readonly (NamedElement & { readonly holds: number; readonly lapsed: number; readonly href: string })[];
  chosen: string;
  /** All municipalities in the chosen regions. */
  all: number;
  /** ' in de provincie Groningen', or nothing for the country. */
  where: string;
}) {
  return (
    <BarChart
      caption={
        props.all === 1
          ? `Of bij de gemeente${props.where} elk onderdeel is geregeld`
          : `Bij hoeveel van de ${props.all} gemeenten${props.where} elk onderdeel is geregeld`
      }
      labelHeader="Onderdeel"
      valueHeader="Aantal gemeenten"
      max={props.all}
      bars={props.elements.map(({ id, title, holds, lapsed, href }) => ({
        label: title,
        value: holds,
        note: `${id === ANCHORING_ELEMENT ? 'geborgd' : 'geregeld'}${lapsed > 0 ? `, ${lapsed} vervallen` : ''}`,
        href,
        highlighted: id === props.chosen,
      }))}
    />
  );
}
