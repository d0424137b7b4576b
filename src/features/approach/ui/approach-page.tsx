import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { type Task, TaskList } from '../../../ui/show/task-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { type FocalPoint, holdsUntil, type Left } from '../domain/focal-point.ts';
import { type Standing, standingOn } from '../domain/standing.ts';
import { sayLeft } from './focal-point-words.ts';
import { STATES, sayState } from './states.ts';
import { type PredecessorView, TAKEN_OVER_HREF, UndecidedNotice } from './taken-over-page.tsx';

/** What else is there of the municipality. */
const ROOMS = [
  {
    href: '/aanpak/wat-anderen-zien',
    title: 'Wat zien anderen van ons?',
    description: 'wat VNG, regio, andere gemeenten en iedereen zien, en of u dat openbaar maakt.',
  },
  {
    href: '/aanpak/openbare-bronnen',
    title: 'Openbare bronnen',
    description: 'wat openbaar over uw gemeente bekend is: klopt het?',
  },
  {
    href: '/meldroute',
    title: 'Meldroute',
    description: 'naar wie gaat een collega met een signaal, hoe en wanneer? En wanneer is dat geoefend?',
  },
  {
    href: '/aanpak/instrumenten',
    title: 'Bestuurlijke instrumenten',
    description: 'wat kan uw gemeente zelf doen, en wanneer is dat gebruikt?',
  },
  {
    href: '/aanpak/barrieres',
    title: 'Barrièremodel',
    description: 'welke stap maakt uw gemeente een mensenhandelaar moeilijk, en waar nog niet?',
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

interface StepsProps {
  readonly record: FocalPoint | undefined;
  readonly left: Left;
  readonly scan: ScanState;
  readonly plan: { readonly title: string; readonly endsOn: PlainDate } | undefined;
  /** As the country sees them. */
  readonly policy: Standing | undefined;
  readonly anchoring: Standing | undefined;
  readonly today: PlainDate;
}

function focalPointTask({ record, left, today }: StepsProps): Task {
  const lapsesOn = record && holdsUntil(record, left);
  const state = standingOn(record && lapsesOn && { decidedOn: record.decidedOn, lapsesOn }, today);
  return {
    href: '/aanpak/K2.1',
    title: 'Aandachtsfunctionaris en vervanger',
    description: record
      ? [
          state === 'lapsed' ? `Vervallen op ${writeDutchDate(lapsesOn!)}.` : `Nu ${sayState(state, lapsesOn)}.`,
          ...sayLeft(left, today),
        ].join(' ')
      : 'Wie is in uw gemeente het aanspreekpunt, en wie vervangt?',
    status: { kind: STATES[state].kind, label: STATES[state].label },
  };
}

function planTask({ plan, today }: StepsProps): Task {
  const isOver = plan !== undefined && plan.endsOn <= today;
  return {
    href: '/aanpak/plan',
    title: 'Plan',
    description: plan ? `${plan.title}, tot ${writeDutchDate(plan.endsOn)}.` : 'Wie doet wat, en wanneer is het klaar?',
    status: !plan
      ? { kind: 'neutral', label: 'Nog geen plan' }
      : isOver
        ? { kind: 'warning', label: 'Afgelopen' }
        : { kind: 'ok', label: 'Loopt' },
  };
}

/** A step that the country sees with its day. */
function datedTask(
  step: { readonly href: string; readonly title: string; readonly question: string; readonly done: string },
  standing: Standing | undefined,
  today: PlainDate,
): Task {
  const { href, title, question, done } = step;
  if (!standing) return { href, title, description: question, status: { kind: 'neutral', label: 'Nog niet' } };
  const state = standingOn(standing, today);
  const until = writeDutchDate(standing.lapsesOn);
  return {
    href,
    title,
    description: state === 'lapsed' ? `Verviel op ${until}.` : `Geldt tot ${until}.`,
    status: { kind: STATES[state].kind, label: state === 'arranged' ? done : STATES[state].label },
  };
}

const ADOPTION = {
  href: '/aanpak/vaststelling',
  title: 'Vaststelling',
  question: 'Wie stelt het plan vast, en tot wanneer geldt dat?',
  done: 'Vastgesteld',
} as const;
const ANCHORING = {
  href: '/aanpak/borging',
  title: 'Borging',
  question: 'Blijft het werken, ook als mensen vertrekken?',
  done: 'Geborgd',
} as const;

const DOCUMENTS_TASK: Task = {
  href: '/aanpak/documenten',
  title: 'Documenten',
  description: 'Raadsbrief, collegevoorstel, meldroute en meer, zonder iets over te typen.',
  status: { kind: 'info', label: 'Te lezen' },
};

/** The approach of one's own municipality, from scan to anchored: how each step stands. */
export function ApproachPage(
  props: StepsProps & {
    readonly frame: PageFrame;
    /** The municipalities that went up in this one. */
    readonly takenOver: readonly PredecessorView[];
    /** The municipalities in whose place the reader may work. */
    readonly onBehalfOf: readonly { readonly code: string; readonly name: string }[];
  },
) {
  const { record } = props;
  return (
    <Page
      frame={props.frame}
      title="Aanpak"
      lead="Van scan naar geborgd: wat uw gemeente heeft geregeld, met bewijs en einddatum. Het land ziet de datums, niet de namen."
    >
      {props.takenOver.map((each) =>
        !record || record.decidedOn < each.onDate ? (
          <UndecidedNotice key={each.code} {...each} />
        ) : (
          <p key={each.code}>
            <Link href={`${TAKEN_OVER_HREF}?van=${each.code}`}>{`Wat ${each.name} had vastgelegd`}</Link>
          </p>
        ),
      )}
      <TaskList
        label="Van scan naar geborgd"
        tasks={[
          ...scanTasks(props.scan),
          focalPointTask(props),
          planTask(props),
          datedTask(ADOPTION, props.policy, props.today),
          datedTask(ANCHORING, props.anchoring, props.today),
          DOCUMENTS_TASK,
        ]}
      />
      <section class="ib-flow" aria-labelledby="verder">
        <Heading level={2} id="verder">
          Ook van uw gemeente
        </Heading>
        <BulletList
          items={ROOMS.map(({ href, title, description }) => (
            <>
              <Link href={href}>{title}</Link>: {description}
            </>
          ))}
        />
      </section>
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
