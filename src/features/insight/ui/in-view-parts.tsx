import { ShareInHexagons } from '../../../ui/figures/share-in-hexagons.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { In, useLanguage } from '../../../ui/language.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Registered, SpokenFigures, YearInView } from '../domain/in-view.ts';
import { EstimateText, MarkBadge, Percent, ShareText, SourceName, WithNumbers, writeYears } from './figure-words.tsx';
import { IN_VIEW_TEXTS } from './in-view-texts.tsx';

/** The part of the last year that can be known, as a sentence, a drawing and how it was made. */
export function LatestShare(props: { latest: YearInView; figures: SpokenFigures }) {
  const texts = IN_VIEW_TEXTS[useLanguage()];
  const { language } = props.figures;
  const { year, shares, registered, estimate } = props.latest;
  const share = shares.find(({ low, high }) => low !== null && high !== null);
  const counted = registered.find(({ series }) => series === share?.series);
  if (!share || share.low === null || share.middle === null || share.high === null || !counted || !estimate)
    return null;
  const sourceOf = ({ source }: { readonly source: string }) => <SourceName language={language}>{source}</SourceName>;
  return (
    <section class="ib-flow" aria-labelledby="laatste-jaar">
      <Heading level={2} id="laatste-jaar">
        {texts.latest(
          year,
          <Percent share={share.low} />,
          <Percent share={share.high} />,
          sourceOf(counted),
          sourceOf(estimate),
        )}
      </Heading>
      <ShareInHexagons id="deel-in-beeld" share={share.middle} label={texts.latestDrawing(year)} />
      <Paragraph>
        <MarkBadge mark="derived" />{' '}
        {texts.latestMore(
          year,
          nameOf(props.figures, counted.series),
          <NumberText value={counted.value} />,
          <EstimateText estimate={estimate} />,
          sourceOf(estimate),
          <ShareText share={share} />,
        )}
      </Paragraph>
    </section>
  );
}

export function YearTable(props: { years: readonly YearInView[]; figures: SpokenFigures }) {
  const texts = IN_VIEW_TEXTS[useLanguage()];
  const { series, language } = props.figures;
  return (
    <Table
      id="tabel-in-beeld"
      narrow="scroll"
      caption={texts.table}
      rows={props.years}
      rowKey={({ year }) => String(year)}
      columns={[
        { header: texts.year, cell: ({ year }) => String(year) },
        ...series.map(({ id, name }) => ({
          header: texts.registered(name),
          cell: ({ registered }: YearInView) => <Counted figure={registered.find((each) => each.series === id)} />,
        })),
        {
          header: texts.estimated,
          cell: ({ estimate }) => (estimate ? <EstimateText estimate={estimate} /> : texts.noEstimate),
        },
        {
          header: texts.share,
          cell: ({ shares, estimate }) =>
            shares.length > 0
              ? shares.map((share) => (
                  <div key={share.series}>
                    {nameOf(props.figures, share.series)}: <ShareText share={share} />
                  </div>
                ))
              : estimate
                ? texts.noRegistration
                : texts.cannotSay,
        },
        {
          header: texts.sources,
          sortable: false,
          cell: ({ registered, estimate }) => (
            <>
              {[...registered, ...(estimate ? [estimate] : [])].map(({ source, note }) => (
                <div key={source}>
                  <SourceName language={language}>{source}</SourceName>
                  {note ? (
                    <>
                      {'. '}
                      <In language={language}>
                        <WithNumbers text={note} />
                      </In>
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
  const { unknown } = IN_VIEW_TEXTS[useLanguage()];
  return figure ? (
    <>
      <NumberText value={figure.value} /> <MarkBadge mark={figure.mark} />
    </>
  ) : (
    unknown
  );
}

/** Registrations of 2016 and 2017 over the estimate of 2014 and 2015: where the quotation may come from. Ours, and said so. */
export function QuotientOfThen({ figures }: { figures: SpokenFigures }) {
  const spoken = useLanguage();
  const texts = IN_VIEW_TEXTS[spoken];
  const { language } = figures;
  const estimate = figures.estimates.find(({ years }) => years.includes(2015));
  const counted = figures.registered.filter(
    ({ year, series }) => series === 'rapporteur' && [2016, 2017].includes(year),
  );
  if (!estimate || counted.length === 0) return null;
  return (
    <>
      <Paragraph>{texts.wherefrom}</Paragraph>
      <BulletList
        items={counted.map(({ year, value, source }) => (
          <>
            <MarkBadge mark="derived" />{' '}
            {texts.quotient(
              <NumberText value={value} />,
              year,
              <NumberText value={estimate.middle} />,
              writeYears(estimate.years, spoken),
              <Percent share={value / estimate.middle} />,
              <>
                <SourceName language={language}>{source}</SourceName>;{' '}
                <SourceName language={language}>{estimate.source}</SourceName>
              </>,
            )}
          </>
        ))}
      />
    </>
  );
}

/** Sentences that may be copied: each with its year and source. */
export function Quotable(props: { latest: YearInView; figures: SpokenFigures }) {
  const spoken = useLanguage();
  const texts = IN_VIEW_TEXTS[spoken];
  const { year, registered, estimate, shares } = props.latest;
  const [counted] = registered;
  const share = shares.find(({ series }) => series === counted?.series);
  if (!counted || !estimate || !share) return null;
  const name = nameOf(props.figures, counted.series);
  const sourceOf = ({ source }: { readonly source: string }) => (
    <SourceName language={props.figures.language}>{source}</SourceName>
  );
  return (
    <BulletList
      items={[
        <q key="geteld">{texts.sayCounted(year, name, <NumberText value={counted.value} />, sourceOf(counted))}</q>,
        <q key="geschat">
          {texts.sayEstimated(
            writeYears(estimate.years, spoken),
            <EstimateText estimate={estimate} />,
            sourceOf(estimate),
          )}
        </q>,
        <q key="deel">
          {texts.sayShare(year, <ShareText share={share} />, name, sourceOf(counted), sourceOf(estimate))}
        </q>,
      ]}
    />
  );
}

function nameOf({ series }: SpokenFigures, id: string): string {
  return series.find((each) => each.id === id)?.name ?? id;
}
