import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { Figure } from '../../../ui/figures/figure.tsx';
import { HexMap } from '../../../ui/figures/hex-map.tsx';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import { holdsToday, MONITOR_STATES } from '../domain/monitor-state.ts';
import { MonitorSummary } from './monitor-summary.tsx';
import { counted, type HrefWith, type MonitorView, sayWhere } from './monitor-view.ts';
import { labelOf, sayHolding, sayStanding } from './monitor-words.ts';
import { STATES } from './states.ts';

/** How many have each element, and the map of the chosen one. */
export function MonitorCountry(props: {
  view: MonitorView;
  now: Date;
  ownCode: string;
  hrefWith: HrefWith;
  fileHref: (path: string) => string;
}) {
  const { view, hrefWith } = props;
  const { rows, area, element } = view;
  const where = sayWhere(view);
  const holds = area.filter((row) => holdsToday(row.element(element.id).state)).length;
  const lapsed = area.filter((row) => row.element(element.id).state === 'lapsed').length;
  const message = sayHolding(element, holds, area.length, where);
  const asked = new Set(view.shown);
  return (
    <>
      <MonitorSummary
        elements={view.elements.map((each) => ({
          ...each,
          holds: area.filter((row) => holdsToday(row.element(each.id).state)).length,
          lapsed: area.filter((row) => row.element(each.id).state === 'lapsed').length,
          href: hrefWith({
            onderdeel: each.id === view.elements[0]?.id ? '' : each.id,
            pagina: '',
            stand: '',
            borging: '',
          }),
        }))}
        chosen={element.id}
        all={area.length}
        where={where}
      />
      <Figure
        id={`monitor-${element.id}`}
        level={2}
        title={message}
        subtitle={`${lapsed > 0 ? `Bij ${counted(lapsed)} is de einddatum voorbij. ` : ''}Elke gemeente is één zeshoek, groot of klein.`}
        source={{
          source: 'In Beeld, opgave van gemeenten',
          series: `Onderdeel ${element.id}`,
          date: dutchDay(props.now),
          uncertainty: 'dit is een eigen opgave, niemand keek die na',
          id: `monitor-${element.id}`,
          jsonHref: props.fileHref('/monitor.json'),
        }}
      >
        <HexMap
          id="kaart"
          title={message}
          description="Kaart van Nederland met één zeshoek per gemeente. Dezelfde gegevens staan in de tabel eronder."
          tableId="gemeenten"
          tiles={rows.map((row) => {
            const { municipality: m } = row;
            const { state, lapsesOn } = row.element(element.id);
            return {
              code: m.code,
              name: m.name,
              q: m.hexagon.q,
              r: m.hexagon.r,
              state,
              stateLabel: sayStanding(element.id, state, lapsesOn),
              href: `/gemeenten/${m.code}`,
              group: m.provinceCode,
              highlighted: m.code === props.ownCode,
              aside: !asked.has(row),
            };
          })}
          legend={MONITOR_STATES.filter(
            (state) => element.id !== ANCHORING_ELEMENT || !['regional', 'public-source'].includes(state),
          ).map((state) => ({ state, label: labelOf(element.id, state), look: STATES[state].look }))}
        />
      </Figure>
    </>
  );
}
