import type { FastifyInstance } from 'fastify';
import { type OpenDeadline, openDeadlines } from '../platform/deadlines/open-deadlines.ts';
import { HomePage } from '../ui/home-page.tsx';
import type { Task } from '../ui/show/task-list.tsx';
import { DEADLINE_TEXTS } from './due-work.ts';
import type { PageEdge } from './edge.ts';
import { navigationFor } from './navigation.ts';

const PAGE = 100;
const URGENCY = {
  overdue: { kind: 'error', label: 'De dag is voorbij' },
  soon: { kind: 'warning', label: 'Binnenkort' },
  later: { kind: 'info', label: 'Komt eraan' },
} as const;

/** For a row of a feature that is no longer there. */
const UNNAMED = { title: 'Er staat iets voor u klaar', description: undefined };

/** The first page after signing in: what asks attention today, in one query however many features there are. */
export function registerHomeRoutes(app: FastifyInstance, edge: PageEdge): void {
  app.get('/overzicht', { config: { access: 'signed-in', purpose: 'VA-14', data: ['D1'] } }, async (request, reply) => {
    const actor = edge.actor(request);
    const asked = Number((request.query as Record<string, unknown>).pagina);
    const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
    const { deadlines, total } = await edge.look(request, 'own', (tx, time) =>
      openDeadlines(tx, actor, time.today, { limit: PAGE, offset: (page - 1) * PAGE }),
    );
    const rooms = navigationFor(actor, '').filter((item) => item.href !== '/overzicht');
    return edge.html(
      reply,
      <HomePage
        frame={edge.frame(request)}
        tasks={deadlines.map(taskOf)}
        total={total}
        page={page}
        pages={Math.ceil(total / PAGE)}
        rooms={rooms}
      />,
    );
  });
}

function taskOf({ kind, parameters, urgency, href, isUnread, dueOn }: OpenDeadline): Task {
  const { title, description } = DEADLINE_TEXTS[kind]?.(parameters, urgency === 'overdue') ?? UNNAMED;
  const isOverdue = urgency === 'overdue';
  const status = URGENCY[urgency];
  return { href, title: isUnread ? `${title} (nieuw)` : title, description, status, dueOn, isOverdue };
}
