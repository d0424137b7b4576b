import { day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Figure } from '../../../ui/figures/figure.tsx';
import { ShareInHexagons } from '../../../ui/figures/share-in-hexagons.tsx';
import { YearChart } from '../../../ui/figures/year-chart.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Quotation } from '../../../ui/show/quotation.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import {
  type InViewFigures,
  latestYearInView,
  type Registered,
  type YearInView,
  yearsInView,
  yearsWithoutEstimate,
} from '../domain/in-view.ts';
import { EstimateText, MarkBadge, Percent, ShareText, SourceName, WithNumbers, writeYears } from './figure-words.tsx';

/** The figures with what is needed to cite them. */
export interface InViewEdition {
  readonly id: string;
  readonly version: number;
  readonly on: PlainDate;
  readonly figures: InViewFigures;
}

/** Registered and estimated victims per year, for everybody: with the doubts, and how to cite. */
export function InViewPage(props: { frame: PageFrame; edition: InViewEdition; address: string }) {
  const { figures, on } = props.edition;
  const years = yearsInView(figures);
  const latest = latestYearInView(figures);
  return (
    <Page frame={props.frame} title="Hoeveel slachtoffers zijn in beeld?" wide>
      <Paragraph kind="lead">
        Geregistreerd is wie bekend is. Geschat is wie er waarschijnlijk is. Daartussen zit wie niemand ziet.
      </Paragraph>
      {latest ? <LatestShare latest={latest} figures={figures} on={on} /> : null}
      <Figure
        id="in-beeld-per-jaar"
        title="In elk jaar met een schatting is het geschatte aantal veel hoger dan het geregistreerde"
        subtitle="Mogelijke slachtoffers van mensenhandel in Nederland per jaar. Staat er geen band? Dan is voor dat jaar geen schatting gepubliceerd."
        level={2}
        table={<YearTable years={years} figures={figures} />}
        source={{
          source: 'CoMensha, Nationaal Rapporteur, WODC',
          series: 'de bron van elk getal staat in de tabel',
          date: on,
          uncertainty: 'de band toont laag en hoog, de lijn het midden',
          id: `${props.edition.id}.${props.edition.version}`,
          jsonHref: '/cijfers.json',
        }}
      >
        <YearChart
          label="Grafiek: per jaar het geregistreerde aantal als staaf en het geschatte aantal als band. De tabel eronder geeft alle getallen."
          years={years.map(({ year, registered }) => ({ year, bars: registered }))}
          bands={figures.estimates.map((each) => ({
            from: Math.min(...each.years),
            to: Math.max(...each.years),
            low: each.low,
            middle: each.middle,
            high: each.high,
            isLowerBound: each.kind === 'more-than',
          }))}
          series={figures.series}
          bandName="Geschat: laag, midden en hoog"
        />
      </Figure>
      <BulletList
        items={figures.series.map(({ name, about }) => (
          <>
            <strong>{name}:</strong> {about}
          </>
        ))}
      />
      <Paragraph>
        De twee reeksen tellen niet hetzelfde. Verschillen ze, dan staan ze allebei in de tabel. Wij tellen ze nooit op.
      </Paragraph>

      <Heading level={2}>Jaren zonder schatting</Heading>
      <Paragraph>
        Voor {writeYears(yearsWithoutEstimate(figures))} is geen schatting gepubliceerd. Voor die jaren weet niemand
        welk deel in beeld is. Een schatting van een ander jaar mag u daar niet voor gebruiken.
      </Paragraph>
      <Paragraph>
        Ook per gemeente, regio, vorm of leeftijd staat hier geen schatting. Waar geen schatting is, staat er geen.
      </Paragraph>
      <Paragraph>
        Hoe zo’n schatting ontstaat, leest u bij <Link href="/cijfers/schatten">Hoe schat u wat u niet ziet?</Link>
      </Paragraph>

      <Heading level={2}>“1 op de 6”</Heading>
      {figures.quotations.map((quotation) => (
        <Quotation
          key={quotation.text}
          text={`“${quotation.text}”`}
          by={
            <>
              {quotation.by}, {quotation.saidOn ? <DateText date={day(quotation.saidOn)} /> : quotation.saidIn}
            </>
          }
        />
      ))}
      <Paragraph>
        Dit zijn uitspraken van toen, geen cijfers van nu. De twee verschillen, en allebei hoorden ze bij hun eigen
        jaren.
      </Paragraph>
      <QuotientOfThen figures={figures} />

      <Heading level={2}>Zo kunt u het zeggen</Heading>
      <Paragraph>Deze zinnen mag u overnemen. In elke zin staan jaar en bron.</Paragraph>
      {latest ? <Quotable latest={latest} figures={figures} /> : null}
      <Heading level={3}>Zeg dit liever niet</Heading>
      <BulletList
        items={[
          <>
            <q>1 op de 6 slachtoffers is in beeld.</q> Zo mist het jaar en de bron. Het deel in beeld verschilt per
            jaar.
          </>,
          <>
            <q>Er is meer mensenhandel, want er zijn meer meldingen.</q> Meer meldingen betekent niet meer mensenhandel.
            Er kan meer in beeld zijn gekomen.
          </>,
        ]}
      />

      <Heading level={2}>Verwijzen en hergebruiken</Heading>
      <DataList
        facts={[
          {
            label: 'Verwijs zo',
            value: (
              <>
                In Beeld, Hoeveel slachtoffers zijn in beeld?, <DateText date={on} />
              </>
            ),
          },
          { label: 'Adres', value: <Link href={props.address}>{props.address}</Link> },
          { label: 'Datum van de cijfers', value: <DateText date={on} /> },
          { label: 'Nummer', value: <code>{`${props.edition.id}.${props.edition.version}`}</code> },
          {
            label: 'Methode',
            value:
              'Overgenomen uit de genoemde bronnen. Het deel in beeld is afgeleid: geregistreerd gedeeld door geschat, van hetzelfde jaar.',
          },
          {
            label: 'Bestanden',
            value: (
              <>
                <Link href="/cijfers.json">JSON</Link>, <Link href="/open-data/in-beeld.csv">CSV</Link> en{' '}
                <Link href="/open-data">alle open data</Link>
              </>
            ),
          },
        ]}
      />
    </Page>
  );
}

/** The part of the last year that can be known, as a sentence, a drawing and how it was made. */
function LatestShare(props: { latest: YearInView; figures: InViewFigures; on: PlainDate }) {
  const { year, shares, registered, estimate } = props.latest;
  const share = shares.find(({ low, high }) => low !== null && high !== null);
  const counted = registered.find(({ series }) => series === share?.series);
  if (!share || share.low === null || share.middle === null || share.high === null || !counted || !estimate)
    return null;
  return (
    <section class="ib-flow" aria-labelledby="laatste-jaar">
      <Heading level={2} id="laatste-jaar">
        In {year} was naar schatting <Percent share={share.low} /> tot <Percent share={share.high} /> van de
        slachtoffers in beeld
      </Heading>
      <ShareInHexagons
        id="deel-in-beeld"
        share={share.middle}
        label={`Zes zeshoeken. Gevuld is het midden van het deel dat in ${year} in beeld was.`}
      />
      <Paragraph>
        <MarkBadge mark="derived" /> In {year} registreerde {nameOf(props.figures, counted.series)}{' '}
        <NumberText value={counted.value} /> mogelijke slachtoffers. Geschat waren er{' '}
        <EstimateText estimate={estimate} />. Het eerste gedeeld door het tweede is <ShareText share={share} />. Bron:{' '}
        <SourceName>{counted.source}</SourceName>; <SourceName>{estimate.source}</SourceName>.
      </Paragraph>
    </section>
  );
}

function YearTable(props: { years: readonly YearInView[]; figures: InViewFigures }) {
  const { series } = props.figures;
  return (
    <Table
      id="tabel-in-beeld"
      narrow="scroll"
      caption="Geregistreerd en geschat per jaar, met de bron van elk getal"
      rows={props.years}
      rowKey={({ year }) => String(year)}
      columns={[
        { header: 'Jaar', cell: ({ year }) => String(year) },
        ...series.map(({ id, name }) => ({
          header: `Geregistreerd: ${name}`,
          cell: ({ registered }: YearInView) => <Counted figure={registered.find((each) => each.series === id)} />,
        })),
        {
          header: 'Geschat',
          cell: ({ estimate }) => (estimate ? <EstimateText estimate={estimate} /> : 'geen schatting gepubliceerd'),
        },
        {
          header: 'Deel in beeld (afgeleid)',
          cell: ({ shares, estimate }) =>
            shares.length > 0
              ? shares.map((share) => (
                  <div key={share.series}>
                    {nameOf(props.figures, share.series)}: <ShareText share={share} />
                  </div>
                ))
              : estimate
                ? 'geen registratie gevonden'
                : 'niet te geven',
        },
        {
          header: 'Bronnen',
          sortable: false,
          cell: ({ registered, estimate }) => (
            <>
              {[...registered, ...(estimate ? [estimate] : [])].map(({ source, note }) => (
                <div key={source}>
                  <SourceName>{source}</SourceName>
                  {note ? (
                    <>
                      {'. '}
                      <WithNumbers text={note} />
                    </>
                  ) : null}
                </div>
              ))}
            </>
          ),
        },
      ]}
    />
  );
}

function Counted({ figure }: { figure: Registered | undefined }) {
  return figure ? (
    <>
      <NumberText value={figure.value} /> <MarkBadge mark={figure.mark} />
    </>
  ) : (
    <>onbekend</>
  );
}

/** Registrations of 2016 and 2017 over the estimate of 2014 and 2015: where the quotation may come from. Ours, and said so. */
function QuotientOfThen({ figures }: { figures: InViewFigures }) {
  const estimate = figures.estimates.find(({ years }) => years.includes(2015));
  const counted = figures.registered.filter(
    ({ year, series }) => series === 'rapporteur' && [2016, 2017].includes(year),
  );
  if (!estimate || counted.length === 0) return null;
  return (
    <>
      <Paragraph>
        Waar kan “1 op de 6” vandaan komen? Wij weten het niet zeker. Dit komt in de buurt, met tellingen en een
        schatting van verschillende jaren:
      </Paragraph>
      <BulletList
        items={counted.map(({ year, value, source }) => (
          <>
            <MarkBadge mark="derived" /> <NumberText value={value} /> geregistreerd in {year}, gedeeld door{' '}
            <NumberText value={estimate.middle} /> geschat voor {writeYears(estimate.years)}, is{' '}
            <Percent share={value / estimate.middle} />. Bron: <SourceName>{source}</SourceName>;{' '}
            <SourceName>{estimate.source}</SourceName>.
          </>
        ))}
      />
    </>
  );
}

function Quotable(props: { latest: YearInView; figures: InViewFigures }) {
  const { year, registered, estimate, shares } = props.latest;
  const [counted] = registered;
  const share = shares.find(({ series }) => series === counted?.series);
  if (!counted || !estimate || !share) return null;
  const name = nameOf(props.figures, counted.series);
  return (
    <BulletList
      items={[
        <q key="geteld">
          In {year} registreerde {name} <NumberText value={counted.value} /> mogelijke slachtoffers van mensenhandel
          (bron: <SourceName>{counted.source}</SourceName>).
        </q>,
        <q key="geschat">
          In {writeYears(estimate.years)} waren er naar schatting <EstimateText estimate={estimate} /> slachtoffers per
          jaar (bron: <SourceName>{estimate.source}</SourceName>).
        </q>,
        <q key="deel">
          Van het geschatte aantal slachtoffers in {year} was <ShareText share={share} />, geregistreerd bij {name}{' '}
          (afgeleid door In Beeld uit <SourceName>{counted.source}</SourceName> en{' '}
          <SourceName>{estimate.source}</SourceName>).
        </q>,
      ]}
    />
  );
}

function nameOf({ series }: InViewFigures, id: string): string {
  return series.find((each) => each.id === id)?.name ?? id;
}
