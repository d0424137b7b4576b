import { daysBetween, dutchDay, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { PhoneLink } from '../../../ui/text/phone-link.tsx';
import type { Callable } from '../domain/match.ts';
import { isStale, type Place } from '../domain/place.ts';
import { ageWords, choicesOf, GENDER_WORDS, regionWord, TYPE_WORDS } from './shelter-words.ts';

export interface FreeRow {
  readonly place: Place;
  readonly organisationName: string;
  readonly checkedAt: Date | null;
  readonly takenFrom: PlainDate | null;
  readonly contact: Callable | undefined;
}

/** Places that are free tonight, by what they offer: never where they are. */
export function FreePlacesPage(props: {
  frame: PageFrame;
  rows: readonly FreeRow[];
  total: number;
  page: number;
  pages: number;
  today: PlainDate;
  values: FieldValues;
}) {
  const { frame, rows, today } = props;
  return (
    <Page
      frame={frame}
      title="Vrije plekken"
      wide
      lead="Wat vannacht vrij is, met wat de plek biedt. Het adres hoort u pas nadat de opvang ja zei."
    >
      <ActionGroup>
        <ButtonLink href="/plaatsen/aanvragen">Aanvragen</ButtonLink>
        <ButtonLink href="/plaatsen/vannacht">Vannacht</ButtonLink>
        <ButtonLink href="/plaatsen/welke-opvang">Welke opvang past?</ButtonLink>
        <ButtonLink href="/plaatsen/plaatsingen">Onze plaatsingen</ButtonLink>
        <ButtonLink href="/plaatsen/cijfers">Wat er ontbreekt</ButtonLink>
      </ActionGroup>
      <Filters action="/plaatsen" clearHref="/plaatsen">
        <SelectField
          name="soort"
          label="Soort opvang"
          placeholder="Alle soorten"
          values={props.values}
          choices={choicesOf(TYPE_WORDS)}
        />
        <SelectField
          name="geslacht"
          label="Voor wie"
          placeholder="Iedereen"
          values={props.values}
          choices={choicesOf(GENDER_WORDS)}
        />
      </Filters>
      {rows.length === 0 ? (
        <EmptyState title="Er is vannacht niets vrij dat past">
          Kies een andere soort, of bel een opvang. Een plek die u aan de telefoon vindt, legt u hier vast.
        </EmptyState>
      ) : (
        <Table
          caption={props.total === 1 ? '1 vrije plek' : `${props.total} vrije plekken`}
          rows={rows}
          rowKey={({ place }) => place.id}
          columns={[
            {
              header: 'Opvang',
              cell: ({ organisationName, place }) => (
                <Link href={`/plaatsen/vrij/${place.id}`}>
                  {organisationName}, plek {place.number}
                </Link>
              ),
            },
            { header: 'Soort', cell: ({ place }) => TYPE_WORDS[place.type].label },
            { header: 'Regio', cell: ({ place }) => regionWord(place.region) },
            {
              header: 'Voor wie',
              cell: ({ place }) =>
                `${place.genders.map((each) => GENDER_WORDS[each].label.toLowerCase()).join(', ')}, ${ageWords(place.minAge, place.maxAge)}`,
            },
            {
              header: 'Kinderen',
              kind: 'number',
              cell: ({ place }) => <data value={place.children}>{place.children}</data>,
            },
            {
              header: 'Vrij tot',
              kind: 'date',
              cell: ({ takenFrom, place: { closesOn, out } }) => {
                const end = [takenFrom, closesOn, out && out.from > today ? out.from : undefined]
                  .filter(Boolean)
                  .sort()[0];
                return end ? <DateText date={end} /> : 'onbepaald';
              },
            },
            {
              header: 'Bevestigd',
              kind: 'date',
              cell: ({ checkedAt, contact }) => (
                <>
                  {checkedAt ? <DateText date={dutchDay(checkedAt)} /> : null}{' '}
                  {isStale(checkedAt ? dutchDay(checkedAt) : undefined, today, daysBetween) ? (
                    <>
                      <StatusBadge kind="warning" label="bel eerst" />{' '}
                      {contact ? <PhoneLink number={contact.number} isSure /> : null}
                    </>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.pages}
        hrefOf={(page) => {
          const { soort = '', geslacht = '' } = props.values as Record<string, string>;
          return `/plaatsen?${new URLSearchParams({ soort, geslacht, pagina: String(page) }).toString()}`;
        }}
      />
      <Paragraph kind="small">
        Een opvang die twee dagen niets liet horen, krijgt «bel eerst». Die termijn is een voorstel van In Beeld, nog te
        verifiëren.
      </Paragraph>
    </Page>
  );
}
