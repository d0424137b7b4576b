import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import type { Fact } from '../../../ui/show/data-list.tsx';
import type { Placement } from '../domain/placement.ts';
import { DEPARTURE_WORDS, REFUSAL_WORDS, ROUTE_WORDS, SAFETY_WORDS } from './placement-words.ts';

const moment = (label: string, instant: Date | undefined): readonly Fact[] =>
  instant ? [{ label, value: <MomentText instant={instant} /> }] : [];

/** What happened to a stay so far, in the order in which it happens. */
export function placementFacts(placement: Placement): readonly Fact[] {
  const { refusal, departure } = placement;
  return [
    { label: 'Kenmerk', value: placement.code },
    { label: 'Eerste nacht', value: <DateText date={placement.from} /> },
    { label: 'Vrij vanaf', value: <DateText date={placement.until} /> },
    { label: 'Gevraagd door', value: `${placement.reservedByName}, ${placement.holderName}` },
    ...moment('Gevraagd op', placement.reservedAt),
    ...(placement.phoneConfirmedBy
      ? [{ label: 'Aan de telefoon beloofd door', value: placement.phoneConfirmedBy }]
      : []),
    ...(placement.promisedOn ? [{ label: 'Beloofd op', value: <DateText date={placement.promisedOn} /> }] : []),
    ...moment(placement.via === 'phone' ? 'Bevestigen uiterlijk' : 'Optie tot', placement.optionUntil),
    ...moment('Gewaarschuwd op', placement.warnedAt),
    ...(placement.safetyAnswer
      ? [
          {
            label: 'Kent iemand binnen de persoon, of wie die zoekt?',
            value: SAFETY_WORDS[placement.safetyAnswer].label,
          },
        ]
      : []),
    ...moment('Aangenomen op', placement.acceptedAt),
    ...moment('Onderweg sinds', placement.underWayAt),
    ...moment('Aangekomen op', placement.arrivedAt),
    ...(placement.readyOn && placement.outflowRoute
      ? [
          { label: 'Klaar voor uitstroom sinds', value: <DateText date={placement.readyOn} /> },
          { label: 'Route', value: ROUTE_WORDS[placement.outflowRoute].label },
        ]
      : []),
    ...moment('Niet gekomen, gemeld op', placement.noShowAt),
    ...moment(refusal === 'place-lost' ? 'Ging niet door, gemeld op' : 'Geweigerd op', placement.refusedAt),
    ...(refusal ? [{ label: 'Reden', value: REFUSAL_WORDS[refusal].label }] : []),
    ...moment('Ingetrokken op', placement.withdrawnAt),
    ...moment('Optie verlopen op', placement.lapsedAt),
    ...moment('Vertrokken op', placement.departedAt),
    ...(departure ? [{ label: 'Waarheen', value: DEPARTURE_WORDS[departure].label }] : []),
  ];
}

/** What follows from a refusal for lack of a tie with the region. */
export function NationalAccess() {
  return (
    <Alert kind="info" title="opvang is landelijk toegankelijk">
      <p>
        Volgens de Wmo 2015 mag iemand in elke gemeente om opvang vragen. Een band met de regio is geen voorwaarde. Leg
        dit voor aan de centrumgemeente van de opvang. Deze weigering telt apart mee in de cijfers.
      </p>
      <p class="ib-soft">Bron: Wmo 2015; welk artikel is nog te verifiëren.</p>
    </Alert>
  );
}
