import { day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Figure } from '../../../ui/figures/figure.tsx';
import { YearChart } from '../../../ui/figures/year-chart.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { In } from '../../../ui/language.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Quotation } from '../../../ui/show/quotation.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import {
  type DatedQuotation,
  figuresIn,
  type InViewFigures,
  latestYearInView,
  yearsInView,
  yearsWithoutEstimate,
} from '../domain/in-view.ts';
import { writeYears } from './figure-words.tsx';
import { LatestShare, Quotable, QuotientOfThen, YearTable } from './in-view-parts.tsx';
import { IN_VIEW_TEXTS } from './in-view-texts.tsx';
import { EDITIONS } from './open-data-texts.tsx';

/** The figures with what is needed to cite them. */
export interface InViewEdition {
  readonly id: string;
  readonly version: number;
  readonly on: PlainDate;
  readonly figures: InViewFigures;
}

/** Registered and estimated victims per year, for everybody: with the doubts, and how to cite. */
export function InViewPage(props: { frame: PageFrame; edition: InViewEdition; address: string }) {
  const { frame, edition } = props;
  const { on } = edition;
  const texts = IN_VIEW_TEXTS[frame.lang];
  const figures = figuresIn(edition.figures, frame.lang);
  const years = yearsInView(figures);
  const latest = latestYearInView(figures);
  const jsonHref = `${addressOf('figures', frame.lang)}.json`;
  return (
    <Page frame={frame} title={texts.title} wide>
      <Paragraph kind="lead">{texts.lead}</Paragraph>
      {latest ? <LatestShare latest={latest} figures={figures} /> : null}
      <Figure
        id="in-beeld-per-jaar"
        title={texts.chart}
        subtitle={texts.chartMore}
        level={2}
        table={<YearTable years={years} figures={figures} />}
        source={{
          source: 'CoMensha, Nationaal Rapporteur, WODC',
          series: texts.series,
          date: on,
          uncertainty: texts.uncertainty,
          id: `${edition.id}.${edition.version}`,
          jsonHref,
        }}
      >
        <YearChart
          label={texts.drawing}
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
          bandName={texts.band}
        />
      </Figure>
      <BulletList
        items={figures.series.map(({ name, about }) => (
          <In language={figures.language} key={name}>
            <strong>{name}:</strong> {about}
          </In>
        ))}
      />
      <Paragraph>{texts.neverAdded}</Paragraph>

      <Heading level={2}>{texts.withoutTitle}</Heading>
      <Paragraph>{texts.without(writeYears(yearsWithoutEstimate(figures), frame.lang))}</Paragraph>
      <Paragraph>{texts.nowhereElse}</Paragraph>
      <Paragraph>
        {texts.how((words) => (
          <Link href={addressOf('estimating', frame.lang)}>{words}</Link>
        ))}
      </Paragraph>

      <Heading level={2}>{texts.oneInSix}</Heading>
      {figures.quotations.map((quotation) => (
        <Said quotation={quotation} frame={frame} key={quotation.text} />
      ))}
      <Paragraph>{texts.ofThen}</Paragraph>
      <QuotientOfThen figures={figures} />

      <Heading level={2}>{texts.sayTitle}</Heading>
      <Paragraph>{texts.say}</Paragraph>
      {latest ? <Quotable latest={latest} figures={figures} /> : null}
      <Heading level={3}>{texts.ratherNot}</Heading>
      <BulletList
        items={texts.notThis.map(({ quote, why }) => (
          <>
            <q>{quote}</q> {why}
          </>
        ))}
      />

      <Heading level={2}>{texts.reuse}</Heading>
      <DataList
        facts={[
          { label: texts.cite, value: texts.citation(<DateText date={on} />) },
          { label: texts.address, value: <Link href={props.address}>{props.address}</Link> },
          { label: texts.date, value: <DateText date={on} /> },
          {
            label: texts.number,
            value: (
              <>
                <code>{`${edition.id}.${edition.version}`}</code>{' '}
                <Link href={`${addressOf('openData', frame.lang)}#${EDITIONS}`}>{texts.allEditions}</Link>
              </>
            ),
          },
          { label: texts.methodTitle, value: texts.method },
          {
            label: texts.files,
            value: texts.fileList(
              <Link href={jsonHref}>JSON</Link>,
              <Link href="/open-data/in-beeld.csv">CSV</Link>,
              (words) => <Link href={addressOf('openData', frame.lang)}>{words}</Link>,
            ),
          },
        ]}
      />
    </Page>
  );
}

/** What somebody said, in the words in which it was said; a translation of ours stands beside it. */
function Said({ quotation, frame }: { quotation: DatedQuotation; frame: PageFrame }) {
  const translated = frame.lang === 'en' ? quotation.english : undefined;
  const { by, saidIn } = translated ?? quotation;
  return (
    <Quotation
      text={<In language="nl">{`“${quotation.text}”`}</In>}
      by={
        <>
          {by}, {quotation.saidOn ? <DateText date={day(quotation.saidOn)} /> : saidIn}
          {translated ? IN_VIEW_TEXTS[frame.lang].ourTranslation(translated.text) : null}
        </>
      }
    />
  );
}
