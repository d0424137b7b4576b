import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { MonitorCountry } from './monitor-country.tsx';
import { MonitorFilterForm } from './monitor-filter-form.tsx';
import { MonitorTable } from './monitor-table.tsx';
import { MonitorTrend } from './monitor-trend.tsx';
import {
  CLEARED,
  counted,
  type HrefWith,
  type MonitorView,
  type MonitorViewRow,
  sayFilter,
  sayRegions,
} from './monitor-view.ts';
import { type NamedElement, sayStanding, TREND_VALUES } from './monitor-words.ts';
import { PUBLIC_FACTS_PATH } from './public-facts-page.tsx';

/** The country: how one element of the approach stands in every municipality, and where it lapsed. */
export function MonitorPage(props: {
  frame: PageFrame;
  view: MonitorView;
  now: Date;
  today: PlainDate;
  ownCode: string;
  /** She enters what stands in public sources. */
  entersPublicFacts: boolean;
  hrefWith: HrefWith;
  /** Of the files with what is shown, by extension. */
  fileHref: (path: string) => string;
  /** What else is known of the country. */
  children?: ComponentChildren;
}) {
  const { view, hrefWith, today } = props;
  const { rows, area, shown, element, filter } = view;
  const isFiltered = shown.length < rows.length;
  const clearHref = isFiltered ? hrefWith(CLEARED) : undefined;
  const own = rows.find(({ municipality }) => municipality.code === props.ownCode);
  return (
    <Page
      frame={props.frame}
      title="Monitor"
      wide
      lead="Welke gemeente heeft welk onderdeel van haar aanpak geregeld? Gemeenten geven het zelf op, met een besluit en een einddatum."
      errors={Object.keys(view.errors).length > 0 ? view.errors : undefined}
    >
      {own ? <OwnStanding row={own} element={element} /> : null}
      {props.entersPublicFacts ? (
        <p>
          <Link href={PUBLIC_FACTS_PATH}>Openbare bronnen invoeren</Link>, voor gemeenten die zelf nog niets opgaven.
        </p>
      ) : null}
      <p>
        {isFiltered ? `U ziet ${shown.length} van de ${counted(rows.length)}: ${sayFilter(view)}. ` : null}
        <Link href="#filter">Kies een regio, stand of naam</Link>
        {clearHref ? (
          <>
            {' of '}
            <Link href={clearHref}>toon weer heel Nederland</Link>
          </>
        ) : null}
        .
      </p>
      {area.length === 0 ? null : <MonitorCountry {...props} />}
      <Heading level={2} id="filter">
        Kies wat u ziet
      </Heading>
      <MonitorFilterForm
        all={view.filtered}
        regions={view.regions}
        elements={view.elements}
        element={element}
        filter={filter}
        values={view.values}
        errors={view.errors}
        clearHref={clearHref}
        isSideBySide={view.isSideBySide}
      />
      {area.length === 0 ? null : (
        <>
          <Heading level={2}>Het verloop</Heading>
          <MonitorTrend
            element={element}
            points={view.trend}
            step={view.step}
            where={sayRegions(view)}
            today={today}
            hrefOfStep={(step) => hrefWith({ trend: step === 'quarter' ? '' : TREND_VALUES[step] })}
            jsonHref={props.fileHref('/monitor/verloop.json')}
          />
        </>
      )}
      <Heading level={2} id="gemeenten">
        De opgave per gemeente
      </Heading>
      {shown.length === 0 ? (
        <EmptyState
          title="Geen gemeente gevonden"
          next={
            <>
              {filter.state || filter.anchored ? (
                <ButtonLink href={hrefWith({ stand: '', borging: '', pagina: '' })}>Toon alle standen</ButtonLink>
              ) : null}
              <ButtonLink href={hrefWith(CLEARED)}>Toon alle gemeenten</ButtonLink>
            </>
          }
        >
          {`U zocht: ${sayFilter(view)}. Kies een andere regio of een andere stand, of vul een kortere naam in.`}
        </EmptyState>
      ) : (
        <>
          <MonitorTable
            caption={`${view.isSideBySide ? 'Alle onderdelen, volgens eigen opgave' : captionOf(element)}: ${counted(shown.length)}${view.pages > 1 ? `, pagina ${view.page} van ${view.pages}` : ''}`}
            rows={view.onPage}
            element={element}
            sideBySide={view.isSideBySide ? view.elements : undefined}
            today={today}
            isWhole={view.pages === 1}
          />
          <Pagination
            page={view.page}
            pages={view.pages}
            hrefOf={(page) => `${hrefWith({ pagina: page === 1 ? '' : String(page) })}#gemeenten`}
          />
        </>
      )}
      <p>
        <Link href={`${hrefWith({ tabel: view.isSideBySide ? '' : 'alle', pagina: '' })}#gemeenten`}>
          {view.isSideBySide ? 'Toon één onderdeel, met datums' : 'Toon alle onderdelen naast elkaar'}
        </Link>
        . Neem deze gegevens mee: <Link href={props.fileHref('/monitor/data.csv')}>als CSV</Link>,{' '}
        <Link href={props.fileHref('/monitor/data.json')}>als JSON</Link>.{' '}
        <Link href="/monitor/kolommen">Wat betekent elke kolom?</Link>
      </p>
      {props.children}
    </Page>
  );
}

function captionOf({ id, title }: NamedElement): string {
  if (id === FOCAL_POINT_ELEMENT) return 'Aandachtsfunctionaris met vervanger, volgens eigen opgave';
  if (id === ANCHORING_ELEMENT) return 'Geborgde aanpak, berekend uit wat gemeenten vastlegden';
  return `${title}, volgens eigen opgave`;
}

/** The reader's own municipality, before everybody else's. */
function OwnStanding(props: { row: MonitorViewRow; element: NamedElement }) {
  const { row, element } = props;
  const { state, lapsesOn } = row.element(element.id);
  const anchoring = row.element(ANCHORING_ELEMENT);
  return (
    <p>
      <strong>Uw gemeente, {row.municipality.name}.</strong>{' '}
      {element.id === ANCHORING_ELEMENT ? null : `${element.title}: ${sayStanding(element.id, state, lapsesOn)}. `}
      De hele aanpak: {sayStanding(ANCHORING_ELEMENT, anchoring.state, anchoring.lapsesOn)}.{' '}
      <Link href="/aanpak">Bekijk uw aanpak</Link>
    </p>
  );
}
