import type { FastifyInstance, FastifyRequest } from 'fastify';
import { LATE_FORM_COOKIE, takeLateForm, ticketsIn } from '../features/accounts/index.ts';
import {
  attentionDoor,
  attentionTasks,
  detailed,
  readAttention,
  readAttentionDetails,
  SOURCE_FOUND,
  sourcesWaiting,
} from '../features/approach/index.ts';
import { CARE_CONFIRMERS, careAttention, careTask } from '../features/care/index.ts';
import { nextToLearn } from '../features/learning/index.ts';
import { contactLinesToday, linesNeedingVerification } from '../features/organisations/index.ts';
import { callTaskOf, StartCallForm } from '../features/registration/index.ts';
import { realNow } from '../platform/clock/real-time.ts';
import { type OpenDeadline, openDeadlines } from '../platform/deadlines/open-deadlines.ts';
import { municipalityCode } from '../shared-kernel/municipality-code.ts';
import type { PlainDate } from '../shared-kernel/plain-date.ts';
import type { Role } from '../shared-kernel/role.ts';
import { HomePage } from '../ui/home-page.tsx';
import type { Task } from '../ui/show/task-list.tsx';
import { DEADLINE_TEXTS } from './due-work.ts';
import type { PageEdge } from './edge.ts';

const PAGE = 100;
const URGENCY = {
  overdue: { kind: 'error', label: 'Termijn voorbij' },
  today: { kind: 'error', label: 'Vandaag' },
  soon: { kind: 'warning', label: 'Binnenkort' },
  later: { kind: 'info', label: 'Komt eraan' },
} as const;

const NEW = { kind: 'info', label: 'Nieuw' } as const;

/** For a row of a feature that is no longer there. */
const UNNAMED = { title: 'Er staat iets voor u klaar', description: undefined, overdueLabel: undefined };

/** What public sources say of the municipality, until somebody there says whether it is right. */
const sourcesTask = (count: number): Task => ({
  href: '/aanpak/openbare-bronnen',
  title:
    count === 1
      ? 'Een openbare bron over uw gemeente: klopt die?'
      : `${count} openbare bronnen over uw gemeente: kloppen ze?`,
  description: 'VNG vond dit. Het telt niet mee tot u het bevestigt.',
  status: { kind: 'info', label: 'Niet bevestigd' },
});

/** Who looks after the numbers that everybody reads. */
const NUMBERS_CHECKED_BY: readonly Role[] = ['vng-adviseur', 'comensha-adviseur'];

/** Numbers that were never checked, or longer than six months ago. */
const numbersTask = (count: number): Task => ({
  href: '/netwerk/wie-belt-u',
  title:
    count === 1
      ? 'Een telefoonnummer is nooit of te lang geleden nagekeken'
      : `${count} telefoonnummers zijn nooit of te lang geleden nagekeken`,
  description: 'Iedereen ziet ze met «nog te verifiëren» erbij. Kijk ze elk halfjaar na bij de organisatie zelf.',
  status: { kind: 'warning', label: 'Nakijken' },
});

/** What she sent after her session had ended. That it went on later is not known here, so it does not say that it did not. */
const KEPT_FORM: Task = {
  href: '/formulier-terug',
  title: 'Een formulier dat u invulde, wacht op u',
  description: 'U verstuurde het toen uw sessie voorbij was. Open het en verstuur het opnieuw, of gooi het weg.',
  status: { kind: 'warning', label: 'Een uur bewaard' },
};

/**
 * The first page after signing in: what asks attention today, in one query however many features set deadlines; what the state of
 * the approach asks of this role, whoever got the alarm; what others entered about the municipality, which has no day; numbers that
 * must be checked again; a gap in care coordination; and what to learn next. Whose telephone rings begins with the call.
 */
export function registerHomeRoutes(app: FastifyInstance, edge: PageEdge): void {
  async function careLine(request: FastifyRequest): Promise<readonly Task[]> {
    const actor = edge.actor(request);
    if (!CARE_CONFIRMERS.includes(actor.role) || !municipalityCode(actor.organisationCode)) return [];
    const attention = await edge.look(request, 'published', (tx, { today }) => careAttention(tx, actor, today));
    const task = careTask(attention, actor.organisationCode);
    return task ? [task] : [];
  }

  app.get('/overzicht', { config: { access: 'signed-in', purpose: 'VA-14', data: ['D1'] } }, async (request, reply) => {
    const actor = edge.actor(request);
    const asked = Number((request.query as Record<string, unknown>).pagina);
    const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
    const door = page === 1 ? attentionDoor(actor.role) : undefined;
    const task = page === 1 ? callTaskOf(actor.role) : undefined;
    const { deadlines, total, waiting, own, details, numbers, learn, mayCall, today } = await edge.look(
      request,
      'own',
      async (tx, time) => {
        const open = await openDeadlines(tx, actor, time.today, { limit: PAGE, offset: (page - 1) * PAGE });
        const mine = door === 'own' ? await readAttention(tx, actor, time) : undefined;
        return {
          ...open,
          waiting: page === 1 ? await sourcesWaiting(tx, actor, time) : 0,
          own: mine,
          details: await readAttentionDetails(tx, actor, open.deadlines, mine, time),
          numbers:
            page === 1 && NUMBERS_CHECKED_BY.includes(actor.role)
              ? linesNeedingVerification({ lines: await contactLinesToday(tx, time.today) }, time.today).length
              : 0,
          learn: page === 1 ? await nextToLearn(tx, actor, time) : undefined,
          mayCall: task ? await edge.isFeatureOpen(tx, actor.organisationId, 'registration', time.today) : false,
          today: time.today,
        };
      },
    );
    // beyond the end nothing would stand, as if nothing waited
    if (page > 1 && deadlines.length === 0) return reply.redirect('/overzicht', 303);
    const attention =
      door === 'published' ? await edge.look(request, door, (tx, time) => readAttention(tx, actor, time)) : own;
    // who got the alarm about them has that line already
    const isAsked = deadlines.some(({ kind }) => kind === SOURCE_FOUND);
    const sources = waiting > 0 && !isAsked ? [sourcesTask(waiting)] : [];
    const unchecked = numbers > 0 ? [numbersTask(numbers)] : [];
    const care = page === 1 ? await careLine(request) : [];
    const tickets = page === 1 ? ticketsIn(request.cookies[LATE_FORM_COOKIE]) : [];
    const kept =
      tickets.length > 0
        ? await edge.keep(request, (tx) => takeLateForm(tx, tickets, actor.personId, realNow()))
        : undefined;
    const forms = kept ? [KEPT_FORM] : [];
    const state = attentionTasks(attention, actor.role, deadlines, details, today);
    const [lapsed, others] = [state.filter(({ isOverdue }) => isOverdue), state.filter(({ isOverdue }) => !isOverdue)];
    const frame = edge.frame(request);
    const rooms = frame.navigation.filter((item) => item.href !== '/overzicht');
    return edge.html(
      reply,
      <HomePage
        frame={frame}
        tasks={[
          ...forms,
          ...lapsed,
          ...deadlines.map((deadline) => taskOf(detailed(deadline, details), today)),
          ...others,
          ...care,
          ...sources,
          ...unchecked,
        ]}
        total={total + forms.length + state.length + care.length + sources.length + unchecked.length}
        page={page}
        pages={Math.ceil(total / PAGE)}
        learn={learn}
        rooms={rooms}
        first={
          task && mayCall
            ? {
                title: 'Er belt iemand',
                content: <StartCallForm frame={frame} task={task} formKey={edge.formKey()} />,
              }
            : undefined
        }
      />,
    );
  });
}

function taskOf({ kind, parameters, urgency, href, isUnread, dueOn, times }: OpenDeadline, today: PlainDate): Task {
  const isOverdue = urgency === 'overdue';
  const say = (count: number) => DEADLINE_TEXTS[kind]?.(parameters, isOverdue, count) ?? UNNAMED;
  const { title, description, overdueLabel } = say(times);
  const counted = times > 1 && title === say(1).title ? `${title} (${times} keer)` : title;
  // a message without a day is not soon: it is new
  if (!dueOn) return { href, title: counted, description, status: NEW };
  // on the day itself nothing is over yet, unless its words say so
  const isToday = dueOn === today && !overdueLabel;
  const status = isToday
    ? URGENCY.today
    : isOverdue && overdueLabel
      ? { ...URGENCY.overdue, label: overdueLabel }
      : URGENCY[urgency];
  return { href, title: isUnread ? `${counted} (nieuw)` : counted, description, status, dueOn, isOverdue, isToday };
}
