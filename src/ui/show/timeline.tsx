import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../format/date-text.tsx';

export interface TimelineItem {
  readonly id: string;
  readonly at: PlainDate | Date;
  readonly title: string;
  readonly by?: string | undefined;
  readonly children?: ComponentChildren;
}

/** What happened, newest first: the caller decides the order. */
export function Timeline(props: { items: readonly TimelineItem[]; label: string }) {
  return (
    <ol class="ib-timeline" aria-label={props.label}>
      {props.items.map((item) => (
        <li class="ib-timeline__item" key={item.id}>
          <p class="ib-timeline__title">{item.title}</p>
          <p class="ib-soft">
            {item.at instanceof Date ? <MomentText instant={item.at} /> : <DateText date={item.at} />}
            {item.by ? ` · ${item.by}` : ''}
          </p>
          {item.children}
        </li>
      ))}
    </ol>
  );
}
