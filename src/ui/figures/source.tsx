import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { DateText } from '../format/date-text.tsx';

/** Where a figure comes from. Every figure on screen carries one. */
export interface SourceFacts {
  /** Who published it, such as 'CoMensha' or 'In Beeld'. */
  readonly source: string;
  /** Which series of that source. */
  readonly series?: string | undefined;
  /** The day the figures were true or fetched. */
  readonly date: PlainDate;
  /** In words: '95%-interval 4.732 tot 6.250', 'geen, dit is een telling'. */
  readonly uncertainty?: string | undefined;
  /** The permanent id of the figure, to cite it by. */
  readonly id?: string | undefined;
  /** The same figure for machines. */
  readonly jsonHref?: string | undefined;
}

/** The line under a figure: source, series, date, uncertainty, id and the machine-readable twin. */
export function Source(props: SourceFacts) {
  return (
    <p class="ib-source">
      Bron: {props.source}
      {props.series ? `, ${props.series}` : ''}, <DateText date={props.date} />.
      {props.uncertainty ? ` Onzekerheid: ${props.uncertainty}.` : ''}
      {props.id ? (
        <>
          {' '}
          Nummer: <code>{props.id}</code>.
        </>
      ) : null}
      {props.jsonHref ? (
        <>
          {' '}
          <a class="utrecht-link utrecht-link--html-a" href={props.jsonHref}>
            Deze cijfers als JSON
          </a>
        </>
      ) : null}
    </p>
  );
}
