import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type Place, stateOn } from '../domain/place.ts';
import { NIGHT_WORDS } from './shelter-words.ts';

/** The places of a shelter and a fortnight of nights: which are free, taken or cannot be used. */
export function NightsPage(props: {
  frame: PageFrame;
  units: readonly { readonly id: string; readonly name: string }[];
  places: readonly Place[];
  given: readonly { readonly placeId: string; readonly night: PlainDate }[];
  from: PlainDate;
  nights: number;
  today: PlainDate;
}) {
  const { from, nights, places } = props;
  const days = Array.from({ length: nights }, (_, index) => addDays(from, index));
  const taken = new Set(props.given.map(({ placeId, night }) => `${placeId} ${night}`));
  const nameOf = (id: string) => props.units.find((unit) => unit.id === id)?.name ?? '';
  const hrefFrom = (day: PlainDate) => `/opvang/nachten?vanaf=${day}`;
  return (
    <Page
      frame={props.frame}
      title="Nachten"
      wide
      breadcrumbs={[{ href: '/opvang', label: 'Onze plekken' }]}
      lead="Een nacht begint op de dag die erboven staat."
    >
      {places.length === 0 ? (
        <EmptyState title="Er staan nog geen plekken">Leg eerst een huis vast met zijn plekken.</EmptyState>
      ) : (
        <Table
          caption="Nachten per plek"
          narrow="scroll"
          rows={places}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Plek', cell: (place: Place) => `${nameOf(place.unitId)}, plek ${place.number}` },
            ...days.map((night) => ({
              header: `${Number(night.slice(8))}-${Number(night.slice(5, 7))}`,
              cell: (place: Place) =>
                NIGHT_WORDS[stateOn(place, night, addDays(night, 1), taken.has(`${place.id} ${night}`))].label,
            })),
          ]}
        />
      )}
      <Paragraph>
        {from > props.today ? (
          <>
            <Link href={hrefFrom(addDays(from, -nights))}>Eerder</Link>{' '}
          </>
        ) : null}
        Vanaf <DateText date={from} />. <Link href={hrefFrom(addDays(from, nights))}>Later</Link>
      </Paragraph>
    </Page>
  );
}
