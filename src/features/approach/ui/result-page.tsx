import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import { BarChart } from '../../../ui/figures/bar-chart.tsx';
import { Figure } from '../../../ui/figures/figure.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import type { Kind } from '../../../ui/show/shape.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { type Column, Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { givenEnd, NO_DATE } from '../domain/fact.ts';
import type { Framework, Level } from '../domain/framework.ts';
import type { ElementResult, ThemeResult } from '../domain/levels.ts';
import { STATE_WORDS, sayDuty } from './scan-words.ts';

/** A group of municipalities beside one's own; without `levels` it is too small to show. */
export interface GroupView {
  readonly name: string;
  /** How the group was made. */
  readonly explanation: string;
  readonly size: number;
  readonly levels: ReadonlyMap<string, Level> | undefined;
}

const LEVEL_KINDS: Readonly<Record<Level, Kind>> = { 0: 'neutral', 1: 'warning', 2: 'ok', 3: 'ok', 4: 'ok' };

/** The message of the chart: how many themes have their basis in order, without an average. */
export function resultMessage(themes: readonly ThemeResult[]): string {
  const inOrder = themes.filter(({ level }) => level >= 2).length;
  return inOrder === 0
    ? 'Bij nog geen thema is de basis helemaal op orde'
    : `Bij ${inOrder} van de ${themes.length} thema’s is de basis op orde`;
}

/** Where the municipality stands per theme, why, and exactly what would raise it; beside earlier scans and other municipalities. */
export function ResultPage(props: {
  frame: PageFrame;
  framework: Framework;
  themes: readonly ThemeResult[];
  earlier: readonly {
    readonly settledOn: PlainDate;
    readonly framework: string;
    readonly levels: ReadonlyMap<string, Level>;
  }[];
  groups: readonly GroupView[];
  today: PlainDate;
  mayScan: boolean;
  settled?: boolean;
}) {
  const { frame, framework, themes, earlier, groups } = props;
  const isEmpty = themes.every(({ elements }) => elements.every(({ fact }) => fact === undefined));
  const message = resultMessage(themes);
  return (
    <Page
      frame={frame}
      title="Resultaat: waar staat uw gemeente?"
      breadcrumbs={[{ href: '/aanpak', label: 'Aanpak' }]}
      wide
      status={
        props.settled ? (
          <Alert kind="ok" title="de scan is vastgesteld">
            <p>Hieronder ziet u per thema uw niveau, en wat er nodig is voor het volgende.</p>
          </Alert>
        ) : undefined
      }
      lead="Per thema ziet u het niveau van vandaag en wat er nodig is voor het volgende. Eén onderdeel dat mist in de basis, wordt niet weggemiddeld."
    >
      {isEmpty ? (
        <EmptyState
          title="Er is nog geen resultaat"
          next={props.mayScan ? <ButtonLink href="/aanpak/scan">Ga naar de scan</ButtonLink> : undefined}
        >
          Het resultaat komt uit de scan. Die is nog niet vastgesteld.
        </EmptyState>
      ) : (
        <>
          <Figure
            id="aanpak-niveaus"
            level={2}
            title={message}
            subtitle="Niveau per thema, van 0 tot 4."
            source={{
              source: 'In Beeld, opgave van de gemeente',
              series: framework.title,
              date: props.today,
              uncertainty: 'dit is een eigen opgave, niemand keek die na',
              id: 'aanpak-niveaus',
              jsonHref: '/aanpak/resultaat.json',
            }}
          >
            <BarChart
              caption={`${message}. Niveau per thema.`}
              labelHeader="Thema"
              valueHeader="Niveau"
              max={4}
              ticks={framework.levels.map(({ level }) => level)}
              bars={themes.map(({ theme, level }) => ({ label: `${theme.id}. ${theme.title}`, value: level }))}
            />
          </Figure>
          <p>{sourceSentence(framework)}</p>
          <Disclosure summary="Wat betekenen de niveaus?">
            <BulletList
              items={framework.levels.map(
                ({ level, title, meaning }) => `Niveau ${level}, ${withinSentence(title)}. ${meaning}`,
              )}
            />
          </Disclosure>
          {themes.map((theme) => (
            <ThemeSection key={theme.theme.id} framework={framework} result={theme} />
          ))}
          <Comparison themes={themes} earlier={earlier} groups={groups} />
          <NextSteps mayWrite={props.mayScan} />
        </>
      )}
    </Page>
  );
}

/** The result is no end: what is missing becomes an action, and what is there already gets its evidence. */
function NextSteps({ mayWrite }: { mayWrite: boolean }) {
  return (
    <section class="ib-flow" aria-labelledby="verder">
      <Heading level={2} id="verder">
        Hoe nu verder?
      </Heading>
      <p>
        Zet wat nog mist in het plan, met wie het doet en wanneer.
        {mayWrite ? ' Is iets er al, maar zonder bewijs? Voeg het bewijs toe. Dan telt het vandaag mee.' : null}
      </p>
      <ActionGroup>
        <ButtonLink href="/aanpak/plan" emphasis="primary">
          Ga naar het plan
        </ButtonLink>
        {mayWrite ? <ButtonLink href="/aanpak/borging/verklaring">Voeg bewijs toe</ButtonLink> : null}
        {mayWrite ? (
          <ButtonLink href="/aanpak/scan" emphasis="subtle">
            Ga naar de scan
          </ButtonLink>
        ) : null}
      </ActionGroup>
    </section>
  );
}

const sourceSentence = ({ source }: Framework) => `${source.charAt(0).toUpperCase()}${source.slice(1)}.`;

const sayLevel = (framework: Framework, level: Level) =>
  `Niveau ${level}: ${withinSentence(framework.levels.find((each) => each.level === level)?.title ?? '')}`;

function ThemeSection({ framework, result }: { framework: Framework; result: ThemeResult }) {
  const { theme, level, why, raise, elements } = result;
  return (
    <section class="ib-flow" aria-labelledby={`thema-${theme.id}`}>
      <Heading level={2} id={`thema-${theme.id}`}>{`Thema ${theme.id}: ${theme.title}`}</Heading>
      <p>
        <StatusBadge kind={LEVEL_KINDS[level]} label={sayLevel(framework, level)} /> {why}
      </p>
      {raise.length > 0 ? (
        <>
          <p>Nodig voor niveau {level + 1}:</p>
          <BulletList items={raise} />
        </>
      ) : null}
      <Disclosure summary={`Alle onderdelen van thema ${theme.id}`}>
        <Table
          caption={`Onderdelen van thema ${theme.id}`}
          captionHidden
          rows={elements}
          rowKey={({ element }) => element.id}
          columns={ELEMENT_COLUMNS}
        />
      </Disclosure>
    </section>
  );
}

const ELEMENT_COLUMNS: readonly Column<ElementResult>[] = [
  { header: 'Onderdeel', cell: ({ element }) => `${element.id} ${element.title}` },
  { header: 'Plateau', cell: ({ element }) => (element.plateau === 'basis' ? 'Basis' : 'Verdieping') },
  {
    header: 'Stand',
    cell: ({ state, lack, fact }) => (
      <>
        <StatusBadge
          kind={lack ? (state === undefined ? 'neutral' : 'warning') : 'ok'}
          label={state ? STATE_WORDS[state].label : fact ? 'Vervallen' : 'Niet bekend'}
        />
        {lack ? <span class="ib-soft"> {lack}</span> : null}
      </>
    ),
  },
  {
    header: 'Bewijs of reden',
    cell: ({ fact }) =>
      fact?.evidenceFileId ? (
        <Link href={`/bestanden/${fact.evidenceFileId}`}>{fact.evidenceTitle ?? 'Het document'}</Link>
      ) : fact?.evidenceLink && fact.evidenceTitle ? (
        <Link href={fact.evidenceLink} rel="noreferrer">
          {fact.evidenceTitle}
        </Link>
      ) : (
        (fact?.evidenceTitle ?? fact?.statement ?? '–')
      ),
  },
  {
    header: 'Geldig tot',
    kind: 'date',
    cell: ({ fact }) => {
      const end = fact && givenEnd(fact);
      return end ? <DateText date={end} /> : fact?.lapsesOn ? NO_DATE : '–';
    },
  },
  { header: 'Waar dit vandaan komt', cell: ({ element }) => sayDuty(element) },
];

function Comparison({
  themes,
  earlier,
  groups,
}: Pick<Parameters<typeof ResultPage>[0], 'themes' | 'earlier' | 'groups'>) {
  const shown = groups.filter(({ levels }) => levels !== undefined);
  const number = (level: Level | undefined) => (level === undefined ? '–' : <data value={String(level)}>{level}</data>);
  const columns: Column<ThemeResult>[] = [
    { header: 'Thema', cell: ({ theme }) => `${theme.id}. ${theme.title}` },
    { header: 'Nu', kind: 'number', cell: ({ level }) => number(level) },
    ...earlier.map(
      ({ settledOn, levels }): Column<ThemeResult> => ({
        header: `Scan ${writeDutchDate(settledOn)}`,
        kind: 'number',
        cell: ({ theme }) => number(levels.get(theme.id)),
      }),
    ),
    ...shown.map(
      ({ name, levels }): Column<ThemeResult> => ({
        header: name,
        kind: 'number',
        cell: ({ theme }) => number(levels?.get(theme.id)),
      }),
    ),
  ];
  return (
    <section class="ib-flow" aria-labelledby="vergelijken">
      <Heading level={2} id="vergelijken">
        Vergelijken
      </Heading>
      <Table
        caption="Uw niveau nu, bij eerdere scans en bij andere gemeenten"
        rows={themes}
        rowKey={({ theme }) => theme.id}
        columns={columns}
        narrow="scroll"
      />
      <BulletList
        items={groups.map(({ name, explanation, size, levels }) =>
          levels
            ? `${name}: ${explanation} De helft van deze ${size} gemeenten staat op dit niveau of hoger, in hun laatste scan.`
            : `${name}: ${explanation} Wij tonen pas iets als ten minste vijf van zulke gemeenten een scan hebben.`,
        )}
      />
    </section>
  );
}
