import type { ComponentChildren } from 'preact';
import type { Translated } from '../../shared-kernel/language.ts';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';
import { DateText } from '../format/date-text.tsx';
import { useLanguage } from '../language.tsx';

const NL = { source: 'Bron', uncertainty: 'Onzekerheid', id: 'Nummer', json: 'Deze cijfers als JSON' };
const WORDS: Translated<typeof NL> = {
  nl: NL,
  en: { source: 'Source', uncertainty: 'Uncertainty', id: 'Number', json: 'These figures as JSON' },
};

/** Where a figure comes from. Every figure on screen carries one. */
export interface SourceFacts {
  /** Who published it, such as 'CoMensha' or 'In Beeld'. */
  readonly source: ComponentChildren;
  /** Which series of that source. */
  readonly series?: ComponentChildren;
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
  const words = WORDS[useLanguage()];
  return (
    <p class="ib-source">
      {words.source}: {props.source}
      {props.series ? <>, {props.series}</> : null}, <DateText date={props.date} />.
      {props.uncertainty ? ` ${words.uncertainty}: ${props.uncertainty}.` : ''}
      {props.id ? (
        <>
          {' '}
          {words.id}: <code>{props.id}</code>.
        </>
      ) : null}
      {props.jsonHref ? (
        <>
          {' '}
          <a class="utrecht-link utrecht-link--html-a" href={props.jsonHref}>
            {words.json}
          </a>
        </>
      ) : null}
    </p>
  );
}
