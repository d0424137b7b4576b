import { type PlainDate, writeDutchDate } from '../../shared-kernel/plain-date.ts';
import type { Kind } from './shape.tsx';
import { StatusBadge } from './status-badge.tsx';

export interface Task {
  readonly href: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly status: { readonly kind: Kind; readonly label: string };
  readonly dueOn?: PlainDate | undefined;
  /** The day itself has come. */
  readonly isOverdue?: boolean | undefined;
  /** It is the day itself. */
  readonly isToday?: boolean | undefined;
}

/** What asks attention, most urgent first: the caller decides the order. */
export function TaskList(props: { tasks: readonly Task[]; label: string }) {
  return (
    <ul class="ib-tasks" aria-label={props.label}>
      {props.tasks.map((task) => (
        <li class="ib-task" key={task.href}>
          <div class="ib-task__text">
            <a class="utrecht-link utrecht-link--html-a ib-task__link" href={task.href}>
              {task.title}
            </a>
            {task.description ? <p class="ib-soft">{task.description}</p> : null}
          </div>
          <div class="ib-task__state">
            <StatusBadge {...task.status} />
            {task.dueOn ? (
              <span class="ib-soft">
                {task.isToday ? 'op' : task.isOverdue ? 'sinds' : 'vóór'}{' '}
                <time dateTime={task.dueOn}>{writeDutchDate(task.dueOn)}</time>
              </span>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
