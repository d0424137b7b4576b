import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { Task } from '../../../ui/show/task-list.tsx';
import { POLICY_ELEMENT } from '../domain/adoption.ts';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import { elementsIn, LATELY_DAYS, type Lapse, type Step } from '../domain/attention.ts';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import { type Standing, standingOn } from '../domain/standing.ts';
import { ADOPTION_LAPSES, ANCHORING_LAPSES, CARRIER_LEAVES, ELEMENT_LAPSES } from '../use-cases/anchoring.ts';
import type { Attention } from '../use-cases/attention.ts';
import type { AttentionDetails } from '../use-cases/attention-details.ts';
import { REGION_WITHDREW } from '../use-cases/close-withdrawals.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { MONITOR_ELEMENTS } from '../use-cases/monitor.ts';
import { ACTION_DUE } from '../use-cases/plan-actions.ts';

/** An alarm that somebody has already: what it says is not said again. */
interface Said {
  readonly kind: string;
  readonly dueOn: PlainDate | undefined;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The alarms that are about the end of an element. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  [FOCAL_POINT_ELEMENT]: [ELEMENT_LAPSES, CARRIER_LEAVES],
  [POLICY_ELEMENT]: [ADOPTION_LAPSES],
  [ANCHORING_ELEMENT]: [ANCHORING_LAPSES, ADOPTION_LAPSES, ELEMENT_LAPSES, CARRIER_LEAVES, REGION_WITHDREW],
};

const PATHS: Readonly<Record<string, string>> = {
  [FOCAL_POINT_ELEMENT]: '/aanpak/K2.1',
  [POLICY_ELEMENT]: '/aanpak/vaststelling',
  [ANCHORING_ELEMENT]: '/aanpak/borging',
};
/** How many municipalities of a region stand here one by one; the rest stand on its page. */
const MOST = 10;

const writes = (role: Role) => role === 'aandachtsfunctionaris' || role === 'beleidsmedewerker';

function pathOf(element: string, role: Role): string {
  return PATHS[element] ?? (writes(role) ? `/aanpak/borging/verklaring?onderdeel=${element}` : '/aanpak/borging');
}

function nameOf(element: string): string {
  if (element === ANCHORING_ELEMENT) return 'Borging van de aanpak';
  const known =
    MONITOR_ELEMENTS.find(({ id }) => id === element) ?? currentFramework().elements.find(({ id }) => id === element);
  return known ? `${known.title} (${element})` : element;
}

const badge = (isLapsed: boolean): Task['status'] =>
  isLapsed ? { kind: 'error', label: 'Vervallen' } : { kind: 'warning', label: 'Loopt binnen 90 dagen af' };

const dated = ({ lapsesOn, isLapsed }: Lapse): Pick<Task, 'status' | 'dueOn' | 'isOverdue'> => ({
  status: badge(isLapsed),
  dueOn: lapsesOn,
  isOverdue: isLapsed,
});

/** What the approach asks of somebody, as tasks on the home page, without what an alarm there says already. */
export function attentionTasks(
  attention: Attention | undefined,
  role: Role,
  said: readonly Said[],
  { failedTests }: Pick<AttentionDetails, 'failedTests'>,
  today: PlainDate,
): readonly Task[] {
  switch (attention?.of) {
    case 'keeper':
      return [
        ...attention.lapses.filter((lapse) => !isSaid(lapse, said)).map(ofElement(role, failedTests)),
        ...attention.steps.map((step) => STEPS[step]),
      ];
    case 'governor':
      return [stateOf(attention, today)];
    case 'region':
      return ofRegion(attention);
    case 'country':
      return ofCountry(attention);
    default:
      return [];
  }
}

/** A deadline with what its text says besides: the title of an action, the tests that lapsed. */
export function detailed<Deadline extends Said & { readonly subjectId: string | undefined }>(
  deadline: Deadline,
  { actionTitles, failedTests }: AttentionDetails,
): Deadline {
  const { kind, parameters, subjectId = '' } = deadline;
  if (kind === ACTION_DUE)
    return { ...deadline, parameters: { ...parameters, actie: actionTitles.get(subjectId) ?? '' } };
  if (kind === ANCHORING_LAPSES && failedTests.length > 0)
    return { ...deadline, parameters: { ...parameters, toetsen: sayFailed(failedTests) } };
  return deadline;
}

const sayFailed = (tests: readonly string[]): string =>
  `Nu niet gehaald: ${tests.length === 1 ? 'toets' : 'de toetsen'} ${tests.join('; ')}. Daar staat wat er mist.`;

function isSaid({ element, lapsesOn }: Lapse, said: readonly Said[]): boolean {
  return said.some(
    ({ kind, dueOn, parameters }) =>
      dueOn === lapsesOn &&
      (SAYS[element]?.includes(kind) || (kind === REGION_WITHDREW && elementsIn(parameters).includes(element))),
  );
}

const STEPS: Readonly<Record<Step, Task>> = {
  begin: {
    href: '/aanpak/scan',
    title: 'Begin met de scan',
    description: 'Uw gemeente legde nog niets vast. In een half uur weet u waar u staat.',
    status: { kind: 'info', label: 'Nog niet begonnen' },
  },
  'finish-scan': {
    href: '/aanpak/scan',
    title: 'De scan is bezig',
    description: 'Is alles ingevuld? Stel de scan dan vast. U ziet daarna waar uw gemeente staat.',
    status: { kind: 'info', label: 'Bezig' },
  },
  plan: {
    href: '/aanpak/plan',
    title: 'Maak een plan',
    description: 'De scan is klaar, maar er is nog geen plan. Daarin staat wie wat doet, en wanneer.',
    status: { kind: 'info', label: 'Volgende stap' },
  },
  'focal-point': {
    href: '/aanpak/K2.1',
    title: 'Leg vast wie de aandachtsfunctionaris is',
    description: 'En wie vervangt. Het land ziet dat het geregeld is en tot wanneer, geen namen.',
    status: { kind: 'info', label: 'Volgende stap' },
  },
};

const ofElement =
  (role: Role, failedTests: readonly string[]) =>
  (lapse: Lapse): Task => ({
    href: pathOf(lapse.element, role),
    title: `${nameOf(lapse.element)}: ${lapse.isLapsed ? 'vervallen' : 'loopt af'}`,
    description: lapse.isLapsed
      ? lapse.element === ANCHORING_ELEMENT && failedTests.length > 0
        ? `Het land ziet dit ook. ${sayFailed(failedTests)}`
        : 'Het land ziet dit ook. Leg vast wat nu geldt, of laat een nieuw besluit nemen.'
      : 'Leg op tijd vast wat erna geldt. Anders ziet het land het als vervallen.',
    ...dated(lapse),
  });

/** How the approach stands, in one line for who answers for it. */
function stateOf({ lapses, standings, hasScan }: Extract<Attention, { of: 'governor' }>, today: PlainDate): Task {
  const others = lapses.filter(({ element }) => element !== ANCHORING_ELEMENT);
  const list = (isLapsed: boolean, words: string) => {
    const named = others.filter((lapse) => lapse.isLapsed === isLapsed);
    return named.length === 0
      ? []
      : [
          `${words}: ${named.map(({ element, lapsesOn }) => `${nameOf(element)}, ${writeDutchDate(lapsesOn)}`).join('; ')}.`,
        ];
  };
  const sentences = [
    sayState(standings, hasScan, today),
    ...list(true, 'Vervallen'),
    ...list(false, 'Loopt binnen 90 dagen af'),
  ];
  const hasLapsed = lapses.some(({ isLapsed }) => isLapsed);
  const isAnchored = ['arranged', 'lapsing'].includes(standingOn(standings.get(ANCHORING_ELEMENT), today));
  return {
    href: '/aanpak/documenten/burgemeester',
    title: 'Zo staat de aanpak van uw gemeente',
    description: sentences.join(' '),
    status:
      lapses.length > 0
        ? badge(hasLapsed)
        : isAnchored
          ? { kind: 'ok', label: 'Geborgd' }
          : { kind: 'info', label: 'Nog niet geborgd' },
  };
}

function sayState(standings: ReadonlyMap<string, Standing>, hasScan: boolean, today: PlainDate): string {
  const anchoring = standings.get(ANCHORING_ELEMENT);
  const policy = standings.get(POLICY_ELEMENT);
  if (anchoring)
    return anchoring.lapsesOn > today
      ? `De aanpak is geborgd tot ${writeDutchDate(anchoring.lapsesOn)}.`
      : `De borging verviel op ${writeDutchDate(anchoring.lapsesOn)}.`;
  if (policy && policy.lapsesOn > today)
    return `Het beleid is vastgesteld tot ${writeDutchDate(policy.lapsesOn)}. De aanpak is nog niet geborgd.`;
  return hasScan ? 'Het beleid is nog niet vastgesteld.' : 'Uw gemeente is nog niet begonnen met de scan.';
}

function ofRegion({ offers, municipalities }: Extract<Attention, { of: 'region' }>): readonly Task[] {
  const firsts = municipalities
    .map((each) => ({ ...each, first: each.lapses[0]! }))
    .sort((one, other) => (one.first.lapsesOn < other.first.lapsesOn ? -1 : 1));
  const rest = firsts.length - MOST;
  return [
    ...offers.map(
      (lapse): Task => ({
        href: '/regio/regelt',
        title: `De regio regelt ${nameOf(lapse.element)}: ${lapse.isLapsed ? 'vervallen' : 'loopt af'}`,
        description: 'Het telt dan voor geen gemeente meer die erop rust. Leg een nieuw besluit vast.',
        ...dated(lapse),
      }),
    ),
    ...firsts.slice(0, MOST).map(
      ({ code, name, lapses, first }): Task => ({
        href: `/gemeenten/${code}`,
        title: `${name}: ${first.isLapsed ? 'vervallen' : 'loopt af'}`,
        description: `${lapses
          .map(
            ({ element, lapsesOn, isLapsed }) =>
              `${nameOf(element)} ${isLapsed ? 'verviel' : 'loopt af'} op ${writeDutchDate(lapsesOn)}`,
          )
          .join('; ')}.`,
        ...dated(first),
      }),
    ),
    ...(rest > 0
      ? [
          {
            href: '/regio',
            title: rest === 1 ? 'Nog 1 gemeente in uw regio' : `Nog ${rest} gemeenten in uw regio`,
            description: 'Ook daar verviel iets, of loopt iets binnen 90 dagen af.',
            status: { kind: 'info', label: 'Te bekijken' } as const,
          },
        ]
      : []),
  ];
}

/** How many elements stand here; all of them stand on the monitor. */
const MOST_ELEMENTS = 3;

const municipalities = (count: number): string => (count === 1 ? '1 gemeente' : `${count} gemeenten`);

/** By number of municipalities, never by name: the monitor names what each published. */
function ofCountry({ lapsed, sourcesWaiting, role }: Extract<Attention, { of: 'country' }>): readonly Task[] {
  return [
    ...lapsed.slice(0, MOST_ELEMENTS).map(
      ({ element, count, lately }): Task => ({
        href: `/monitor?onderdeel=${element}&stand=vervallen`,
        title: `${nameOf(element)}: vervallen bij ${municipalities(count)}`,
        description:
          lately > 0
            ? `Bij ${municipalities(lately)} in de laatste ${LATELY_DAYS} dagen. Bekijk welke dat zijn.`
            : `In de laatste ${LATELY_DAYS} dagen kwam er geen gemeente bij.`,
        status: lately > 0 ? { kind: 'warning', label: 'Pas vervallen' } : { kind: 'info', label: 'Vervallen' },
      }),
    ),
    ...(sourcesWaiting > 0
      ? [
          {
            href: role === 'vng-adviseur' ? '/monitor/openbare-bronnen' : '/monitor',
            title:
              sourcesWaiting === 1
                ? '1 openbare bron wacht op een antwoord'
                : `${sourcesWaiting} openbare bronnen wachten op een antwoord`,
            description: 'De gemeente heeft nog niet gezegd of dit klopt. Tot dan telt het niet mee.',
            status: { kind: 'info', label: 'Niet bevestigd' } as const,
          },
        ]
      : []),
  ];
}
