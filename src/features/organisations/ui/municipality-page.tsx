import type { ComponentChildren } from 'preact';
import type { Translated } from '../../../shared-kernel/language.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Source } from '../../../ui/figures/source.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { In } from '../../../ui/language.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { REGION_KIND_NAMES, type RegionKind } from '../domain/region-membership.ts';
import type { WhoToCall } from '../domain/who-to-call.ts';
import { LIST_TEXTS, MUNICIPALITY_TEXTS } from './municipality-texts.tsx';
import { CallList } from './who-to-call.tsx';

export interface MunicipalityView {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly population: number;
  readonly populationOn: PlainDate;
  readonly urbanity: number;
}

interface RegionView {
  readonly kind: string;
  readonly name: string | null;
  readonly source: string;
}

interface SuccessorView {
  readonly formerName: string;
  readonly code: string;
  readonly name: string;
  readonly onDate: PlainDate;
  readonly source: string;
  readonly isVerified: boolean;
}

interface SimilarView {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly reasons: readonly Translated<string>[];
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What everybody may know about a municipality: facts and regions, each with its source. Never the name of an officer. */
export function MunicipalityPage(props: {
  frame: PageFrame;
  municipality: MunicipalityView;
  regions: readonly RegionView[];
  advice: WhoToCall;
  /** For who is signed in: the municipalities most like this one. */
  similar: readonly SimilarView[];
  /** How the approach stands, for whoever looks. */
  approach: ComponentChildren;
}) {
  const { municipality: m, frame } = props;
  const texts = MUNICIPALITY_TEXTS[frame.lang];
  return (
    <Page frame={frame} title={m.name} breadcrumbs={crumbs(frame)}>
      <DataList
        facts={[
          { label: texts.code, value: m.code },
          { label: texts.province, value: m.provinceName },
          { label: texts.population, value: <NumberText value={m.population} /> },
          { label: texts.urbanity, value: `${m.urbanity}: ${texts.urbanities[m.urbanity - 1]}` },
        ]}
      />
      <Source
        source="CBS"
        series={texts.series}
        date={m.populationOn}
        uncertainty={LIST_TEXTS[frame.lang].certain}
        jsonHref={`${addressOf('municipality', frame.lang, m.code)}.json`}
      />
      <Heading level={2}>{texts.regions}</Heading>
      <DataList
        facts={props.regions.map((region) => ({
          label: capital(REGION_KIND_NAMES[frame.lang][region.kind as RegionKind] ?? region.kind),
          value: region.name ? <In language="nl">{region.name}</In> : texts.unknownRegion,
        }))}
      />
      <Heading level={2}>{texts.whoToCall}</Heading>
      <CallList advice={props.advice} level={3} onlyNow />
      <p>
        <Link href={addressOf('whoToCall', frame.lang)}>{texts.allNumbers}</Link>
      </p>
      {props.approach}
      {props.similar.length > 0 ? (
        <section class="ib-flow" aria-labelledby="lijkt-op">
          <Heading level={2} id="lijkt-op">
            {texts.similar}
          </Heading>
          <BulletList
            items={props.similar.map(({ municipality, reasons }) => (
              <span key={municipality.code}>
                <Link href={addressOf('municipality', frame.lang, municipality.code)}>{municipality.name}</Link>:{' '}
                {reasons.map((reason) => reason[frame.lang]).join(', ')}
              </span>
            ))}
          />
          <p class="ib-soft">{texts.compared}</p>
        </section>
      ) : null}
      <Heading level={2}>{texts.doTitle}</Heading>
      <BulletList
        items={[
          texts.call,
          texts.ask,
          <Link href={addressOf('municipalities', frame.lang)} key="alle">
            {texts.another}
          </Link>,
        ]}
      />
    </Page>
  );
}

/** A municipality that was dissolved: who took over, and since when. */
export function DissolvedPage(props: { frame: PageFrame; successors: readonly SuccessorView[] }) {
  const { frame } = props;
  const texts = MUNICIPALITY_TEXTS[frame.lang];
  const first = props.successors[0]!;
  return (
    <Page frame={frame} title={texts.dissolved(first.formerName)} breadcrumbs={crumbs(frame)}>
      <Paragraph kind="lead">{texts.since(<DateText date={first.onDate} />, first.formerName)}</Paragraph>
      <BulletList
        items={props.successors.map((s) => (
          <Link href={addressOf('municipality', frame.lang, s.code)} key={s.code}>
            {s.name}
          </Link>
        ))}
      />
      <p class="ib-soft">
        {texts.source}: <In language="nl">{first.source}</In>
        {first.isVerified ? '.' : ` (${texts.toCheck}).`}
      </p>
    </Page>
  );
}

const crumbs = (frame: PageFrame) => [
  { href: addressOf('municipalities', frame.lang), label: LIST_TEXTS[frame.lang].title },
];
