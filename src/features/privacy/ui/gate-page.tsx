import type { VNode } from 'preact';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { type Column, Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { EvidenceOf } from '../domain/evidence.ts';
import { type GateStanding, TICK_KINDS, type Tick, type TickKind, type TickStanding } from '../domain/start-gate.ts';
import { TICK_WORDS } from '../domain/tick-words.ts';
import { TICK_STATES } from './tick-states.ts';

/**
 * The one page of the officer for data protection: which parts may be switched on tomorrow, and the six ticks with the papers that
 * go with each. Made to be printed and taken along.
 */
export function GatePage(props: {
  frame: PageFrame;
  organisation: string;
  /** How every part stands tomorrow, and today: what changes overnight is told. */
  tomorrow: readonly GateStanding[];
  today: readonly GateStanding[];
  /** Parts that the product has by now; the others can be prepared. */
  built: ReadonlySet<string>;
  /** What the product really has for each part, and what every class of data is. */
  evidenceOf: EvidenceOf;
  dataClasses: Readonly<Record<string, string>>;
  /** Which kinds this person records; none for who only reads. */
  mayRecord: readonly TickKind[];
  status?: VNode | undefined;
}) {
  const { tomorrow, built, mayRecord } = props;
  const open = tomorrow.filter(({ isOpen }) => isOpen);
  return (
    <Page
      frame={props.frame}
      title="Startpoort"
      lead="Een onderdeel met gegevens over mensen gaat pas aan als zes dingen zijn geregeld. Hier ziet u per onderdeel hoe het staat, en wat u morgen kunt aanzetten."
      breadcrumbs={[{ href: '/privacyloket', label: 'Privacyloket' }]}
      status={props.status}
      wide
    >
      <Heading level={2}>{`Wat mag morgen aan bij ${props.organisation}?`}</Heading>
      {tomorrow.length === 0 ? (
        <Alert kind="info">
          <p>Voor uw soort organisatie is er geen onderdeel met een startpoort.</p>
        </Alert>
      ) : (
        <>
          <Paragraph>
            <strong>
              {open.length === 0
                ? 'Nog niets.'
                : open.length === tomorrow.length
                  ? 'Alles.'
                  : `${open.map(({ feature }) => feature.name).join(', ')}.`}
            </strong>{' '}
            Alleen tellingen en signalen over plekken, zonder personen, hebben geen startpoort.
          </Paragraph>
          <Table
            caption="Per onderdeel"
            captionHidden
            columns={featureColumns(props.today, built)}
            rows={tomorrow}
            rowKey={({ feature }) => feature.id}
          />
          {mayRecord.length > 0 ? (
            <p>
              <ButtonLink href="/privacyloket/startpoort/vastleggen" emphasis="primary">
                Leg vast dat iets is geregeld
              </ButtonLink>
            </p>
          ) : null}
          <Heading level={2}>De zes vinkjes</Heading>
          {TICK_KINDS.map((kind, index) => (
            <TickSection
              key={kind}
              number={index + 1}
              kind={kind}
              standings={tomorrow}
              mayRecord={mayRecord.includes(kind)}
            />
          ))}
          <Heading level={2}>Het bewijs: velden en adressen</Heading>
          <Paragraph>
            Elk veld in de database en elk adres hoort bij een verwerking uit het register. Ontbreekt dat bij één ervan,
            dan start In Beeld niet. Een adres is een pagina, een formulier of een koppeling. Een veld dat voor meer
            onderdelen dient, telt bij elk daarvan. Welke velden het zijn, leest u in het document bij DPIA.
          </Paragraph>
          <Table
            caption="Velden en adressen per onderdeel"
            captionHidden
            columns={evidenceColumns(props)}
            rows={tomorrow}
            rowKey={({ feature }) => feature.id}
          />
          <Heading level={2}>Goed om te weten</Heading>
          <Paragraph>
            Trekt u een vinkje in, of verloopt het, dan gaat het onderdeel dicht voor wat nieuw is. Wat al loopt, kan
            worden afgemaakt: hulp stopt niet om een papier.
          </Paragraph>
          <Paragraph>
            Grondslagen en termijnen in de documenten zijn een voorstel. Wat nog niemand heeft nagekeken, heet daar “nog
            te verifiëren”. <Link href="/privacy/verwerkingen">Lees het hele verwerkingsregister</Link>.
          </Paragraph>
        </>
      )}
    </Page>
  );
}

function featureColumns(today: readonly GateStanding[], built: ReadonlySet<string>): readonly Column<GateStanding>[] {
  const isOpenToday = (id: string) => today.find(({ feature }) => feature.id === id)?.isOpen ?? false;
  return [
    {
      header: 'Onderdeel',
      cell: ({ feature }) => (
        <span>
          {feature.name}
          {built.has(feature.id) ? null : <span class="ib-soft"> (nog niet in In Beeld)</span>}
        </span>
      ),
    },
    {
      header: 'Morgen',
      cell: ({ feature, isOpen }) => (
        <span>
          {isOpen ? <StatusBadge kind="ok" label="Mag aan" /> : <StatusBadge kind="warning" label="Nog niet" />}
          {isOpen !== isOpenToday(feature.id) ? (
            <span class="ib-soft"> vandaag {isOpen ? 'nog niet' : 'nog wel'}</span>
          ) : null}
        </span>
      ),
    },
    {
      header: 'Wat er nog ontbreekt',
      cell: ({ ticks }) => {
        const missing = ticks.filter(({ state }) => state !== 'holds' && state !== 'not-needed');
        return missing.length === 0 ? 'niets' : missing.map(({ kind }) => TICK_WORDS[kind].name).join(', ');
      },
    },
    {
      header: 'Geldt tot',
      kind: 'date',
      cell: ({ openUntil }) => (openUntil ? <DateText date={openUntil} /> : '–'),
    },
  ];
}

/** What of a part can be counted: nobody has to believe it. */
function evidenceColumns(props: {
  readonly evidenceOf: EvidenceOf;
  readonly built: ReadonlySet<string>;
  readonly dataClasses: Readonly<Record<string, string>>;
}): readonly Column<GateStanding>[] {
  const count = (of: (columns: ReturnType<EvidenceOf>) => number) => (standing: GateStanding) => {
    const n = of(props.evidenceOf(standing.feature.activities));
    return <data value={n}>{n}</data>;
  };
  return [
    { header: 'Onderdeel', cell: ({ feature }) => feature.name },
    { header: 'Verwerkingen', cell: ({ feature }) => feature.activities.join(', ') },
    { header: 'Adressen', kind: 'number', cell: count(({ addresses }) => addresses) },
    { header: 'Velden', kind: 'number', cell: count(({ columns }) => columns.length) },
    {
      header: 'Daarvan verzegeld',
      kind: 'number',
      cell: count(({ columns }) => columns.filter(({ isSealed }) => isSealed).length),
    },
    {
      header: 'Soorten gegevens',
      cell: ({ feature }) => {
        const found = new Set(props.evidenceOf(feature.activities).columns.map(({ dataClass }) => dataClass));
        const words = Object.entries(props.dataClasses).filter(([dataClass]) => found.has(dataClass));
        return words.map(([dataClass, what]) => `${what} (${dataClass})`).join('; ') || 'nog geen';
      },
    },
  ];
}

interface FeatureTick extends TickStanding {
  readonly id: string;
  readonly name: string;
}

/** One paper, for all parts it was recorded for at once. */
interface Paper {
  readonly key: string;
  readonly state: TickStanding['state'];
  readonly tick: Tick;
  readonly parts: readonly FeatureTick[];
}

function TickSection(props: {
  number: number;
  kind: TickKind;
  standings: readonly GateStanding[];
  mayRecord: boolean;
}) {
  const { kind, standings } = props;
  const words = TICK_WORDS[kind];
  const parts = standings.flatMap(({ feature, ticks }): FeatureTick[] => {
    const standing = ticks.find((each) => each.kind === kind)!;
    return standing.state === 'not-needed' ? [] : [{ ...standing, id: feature.id, name: feature.name }];
  });
  const missing = parts.filter(({ state }) => state !== 'holds');
  const papers = papersOf(parts);
  const id = `vinkje-${kind}`;
  return (
    <section class="ib-flow" aria-labelledby={id}>
      <Heading level={3} id={id}>{`${props.number}. ${words.name}`}</Heading>
      <Paragraph>
        {words.about} <strong>Wie het doet:</strong> {words.who}
      </Paragraph>
      <p>
        <Link href={`/privacyloket/documenten/${words.kit}.docx`}>Document bij {words.name} (Word)</Link>
        {' · '}
        <Link href={`/privacyloket/documenten/${words.kit}.pdf`}>Document bij {words.name} (PDF)</Link>
      </p>
      {parts.length === 0 ? (
        <Paragraph>Niet nodig: geen van uw onderdelen houdt bij wat medewerkers doen.</Paragraph>
      ) : (
        <p>
          {missing.length === 0 ? (
            <StatusBadge kind="ok" label="Geregeld" />
          ) : (
            <>
              <StatusBadge kind="warning" label="Nog niet" /> voor {missing.map(({ name }) => name).join(', ')}
              {props.mayRecord ? (
                <>
                  {'. '}
                  <Link href={`/privacyloket/startpoort/vastleggen?vinkje=${kind}`}>
                    Leg vast<span class="ib-hidden"> {words.name}</span>
                  </Link>
                </>
              ) : null}
            </>
          )}
        </p>
      )}
      {papers.length > 0 ? (
        <Table
          caption={`${words.name}: wat is vastgelegd`}
          captionHidden
          columns={paperColumns(kind, props.mayRecord)}
          rows={papers}
          rowKey={({ key }) => key}
        />
      ) : null}
    </section>
  );
}

/** Parts that were recorded together stand together. */
function papersOf(parts: readonly FeatureTick[]): readonly Paper[] {
  const papers = new Map<string, Paper>();
  for (const part of parts) {
    const { tick, state } = part;
    if (!tick) continue;
    const key = [state, tick.decidedBy, tick.decidedOn, tick.evidence, tick.validUntil].join(' ');
    const known = papers.get(key);
    papers.set(key, { key, state, tick, parts: [...(known?.parts ?? []), part] });
  }
  return [...papers.values()];
}

function paperColumns(kind: TickKind, mayRecord: boolean): readonly Column<Paper>[] {
  const name = TICK_WORDS[kind].name;
  return [
    { header: 'Voor', cell: ({ parts }) => parts.map((part) => part.name).join(', ') },
    { header: 'Stand', cell: ({ state }) => <StatusBadge {...TICK_STATES[state]} /> },
    { header: 'Door', cell: ({ tick }) => tick.decidedBy },
    { header: 'Op', kind: 'date', cell: ({ tick }) => <DateText date={tick.decidedOn} /> },
    { header: 'Bewijs', cell: (paper) => <Evidence {...paper} /> },
    { header: 'Geldt tot', kind: 'date', cell: ({ tick }) => <DateText date={tick.validUntil} /> },
    ...(mayRecord
      ? [
          {
            header: 'Wijzigen',
            sortable: false,
            cell: ({ state, parts }: Paper) => (
              <span>
                <Link href={`/privacyloket/startpoort/vastleggen?vinkje=${kind}`}>
                  Vernieuw<span class="ib-hidden"> {name}</span>
                </Link>
                {state === 'holds'
                  ? parts.map((part) => (
                      <span key={part.id}>
                        {' · '}
                        <Link href={`/privacyloket/startpoort/intrekken/${part.tick!.id}`}>
                          {parts.length === 1 ? 'Trek in' : `Trek in voor ${part.name}`}
                          <span class="ib-hidden">
                            {parts.length === 1 ? ` voor ${part.name}` : ''}: {name}
                          </span>
                        </Link>
                      </span>
                    ))
                  : null}
              </span>
            ),
          },
        ]
      : []),
  ];
}

function Evidence({ tick, parts }: Paper) {
  const outdated = [...new Set(parts.flatMap((part) => part.outdated))];
  return (
    <span>
      {tick.evidence}
      {tick.category ? `, categorie: ${tick.category}` : null}
      {tick.revoked ? <span class="ib-soft"> Ingetrokken: {tick.revoked.reason}</span> : null}
      {outdated.length > 0 ? (
        <span class="ib-soft"> {outdated.join(' en ')} is sindsdien gewijzigd: bevestig het opnieuw.</span>
      ) : null}
    </span>
  );
}
