import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { type Task, TaskList } from '../../../ui/show/task-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { FocalPoint } from '../domain/focal-point.ts';
import { standingOn } from '../domain/standing.ts';
import { STATES, sayState } from './states.ts';

export interface TakenOver {
  readonly code: string;
  readonly name: string;
  readonly onDate: PlainDate;
  readonly record: FocalPoint;
}

/** What a predecessor had arranged: it holds for nobody until the new municipality decides. */
function TakenOverFacts({ name, onDate, record }: TakenOver) {
  return (
    <section class="ib-flow" aria-label={`Overgenomen van ${name}`}>
      <Heading level={2}>{`Overgenomen van ${name}, nog te besluiten`}</Heading>
      <p>
        {name} hoort sinds <DateText date={onDate} /> bij uw gemeente. Dit had {name} geregeld. Neem een nieuw besluit
        en leg dat vast; tot die tijd staat dit onderdeel voor uw gemeente open.
      </p>
      <DataList
        facts={[
          { label: 'Aandachtsfunctionaris', value: record.focalPoint },
          { label: 'Vervanger', value: record.substitute },
          { label: 'Besluit', value: record.evidenceTitle },
          { label: 'Datum besluit', value: <DateText date={record.decidedOn} /> },
          { label: 'Gold tot', value: <DateText date={record.validUntil} /> },
        ]}
      />
    </section>
  );
}

/** What comes after the scan, in the order in which it is done. */
const ROOMS = [
  { href: '/aanpak/plan', title: 'Plan', description: 'wie doet wat, en wanneer is het klaar?' },
  {
    href: '/aanpak/vaststelling',
    title: 'Vaststelling',
    description: 'wie stelde het plan vast, en tot wanneer geldt dat?',
  },
  { href: '/aanpak/borging', title: 'Borging', description: 'blijft het werken, ook als mensen vertrekken?' },
  {
    href: '/aanpak/documenten',
    title: 'Documenten',
    description: 'raadsbrief, collegevoorstel, meldroute en meer, zonder iets over te typen.',
  },
  {
    href: '/aanpak/instrumenten',
    title: 'Bestuurlijke instrumenten',
    description: 'wat kan uw gemeente zelf doen, en wanneer is dat gebruikt?',
  },
] as const;

/** Where the scan is: open or not, and when the last one was settled. */
export interface ScanState {
  readonly isOpen: boolean;
  readonly settledOn: PlainDate | undefined;
}

function scanTasks({ isOpen, settledOn }: ScanState): readonly Task[] {
  return [
    {
      href: '/aanpak/scan',
      title: 'Scan',
      description: settledOn
        ? `Laatste scan vastgesteld op ${writeDutchDate(settledOn)}.`
        : 'Waar staat uw gemeente? In een half uur weet u het.',
      status: isOpen
        ? { kind: 'info', label: 'Bezig' }
        : settledOn
          ? { kind: 'ok', label: 'Vastgesteld' }
          : { kind: 'neutral', label: 'Nog niet begonnen' },
    },
    {
      href: '/aanpak/resultaat',
      title: 'Resultaat',
      description: 'Uw niveau per thema, en wat er nodig is voor het volgende.',
      status: settledOn ? { kind: 'info', label: 'Te bekijken' } : { kind: 'neutral', label: 'Na de scan' },
    },
  ];
}

/** The approach of one's own municipality: what stands recorded, and what asks attention. */
export function ApproachPage(props: {
  frame: PageFrame;
  record: FocalPoint | undefined;
  scan: ScanState;
  today: PlainDate;
  /** What municipalities recorded that were taken over by this one. */
  takenOver: readonly TakenOver[];
  /** The municipalities in whose place the reader may work. */
  onBehalfOf: readonly { readonly code: string; readonly name: string }[];
}) {
  const { record } = props;
  const state = standingOn(record && { decidedOn: record.decidedOn, lapsesOn: record.validUntil }, props.today);
  return (
    <Page
      frame={props.frame}
      title="Aanpak"
      lead="Wat uw gemeente heeft geregeld tegen mensenhandel, met bewijs en einddatum. Het land ziet de datums, niet de namen."
    >
      <TaskList
        label="Onderdelen van de aanpak"
        tasks={[
          ...scanTasks(props.scan),
          {
            href: '/aanpak/K2.1',
            title: 'Aandachtsfunctionaris en vervanger',
            description: record
              ? `Nu ${sayState(state, record.validUntil)}.`
              : 'Wie is in uw gemeente het aanspreekpunt, en wie vervangt?',
            status: { kind: STATES[state].kind, label: STATES[state].label },
          },
        ]}
      />
      <section class="ib-flow" aria-labelledby="verder">
        <Heading level={2} id="verder">
          Van scan naar geborgd
        </Heading>
        <BulletList
          items={ROOMS.map(({ href, title, description }) => (
            <>
              <Link href={href}>{title}</Link>: {description}
            </>
          ))}
        />
      </section>
      {props.takenOver
        .filter(({ onDate }) => !record || record.decidedOn < onDate)
        .map((each) => (
          <TakenOverFacts key={each.code} {...each} />
        ))}
      {props.onBehalfOf.length > 0 ? (
        <section class="ib-flow" aria-labelledby="namens">
          <Heading level={2} id="namens">
            Namens een andere gemeente
          </Heading>
          <BulletList
            items={props.onBehalfOf.map(({ code, name }) => (
              <Link href={`/aanpak/namens/${code}`} key={code}>
                {`Werk namens ${name}`}
              </Link>
            ))}
          />
        </section>
      ) : null}
      <p class="ib-soft">
        Thema’s volgens het Kader Aanpak Mensenhandel (2021); onderdelen en niveaus: uitwerking van In Beeld. De
        aandachtsfunctionaris (onderdeel K2.1) staat in het IBP, punt 5.11.
      </p>
    </Page>
  );
}
