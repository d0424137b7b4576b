import type { ComponentChildren } from 'preact';
import type { Language, Translated } from '../../../shared-kernel/language.ts';
import { NumberText, writeNumber } from '../../../ui/format/number-text.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import type { Mark, PublishedEstimate, Share } from '../domain/in-view.ts';

/** What each mark says to a reader; nothing for what was read in a public source, for that source stands beside it. */
export const MARK_WORDS: Translated<Readonly<Record<Mark, string>>> = {
  nl: { found: 'gevonden in een openbare bron', own: 'nog te verifiëren', derived: 'afgeleid' },
  en: { found: 'found in a public source', own: 'still to be verified', derived: 'derived' },
};

const NL = {
  and: 'en',
  to: 'tot',
  about: 'ongeveer',
  moreThan: 'meer dan',
  atMost: 'hoogstens',
  middle: 'midden',
  unknown: 'onbekend',
};
/** Small words between numbers. */
export const BETWEEN: Translated<typeof NL> = {
  nl: NL,
  en: {
    and: 'and',
    to: 'to',
    about: 'about',
    moreThan: 'more than',
    atMost: 'at most',
    middle: 'middle',
    unknown: 'unknown',
  },
};

export function MarkBadge({ mark }: { mark: Mark }) {
  const words = MARK_WORDS[useLanguage()];
  return mark === 'found' ? null : <StatusBadge kind={mark === 'own' ? 'warning' : 'neutral'} label={words[mark]} />;
}

/** '2014', '2014 en 2015', '2014, 2015 en 2016' */
export function writeYears(years: readonly number[], language: Language = 'nl'): string {
  return years.length < 2
    ? years.join('')
    : `${years.slice(0, -1).join(', ')} ${BETWEEN[language].and} ${years.at(-1)}`;
}

/** A text of the content in which every number that is no year can be read by machines. */
export function WithNumbers({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/(\d+)/)
        .map((part) =>
          /^\d+$/.test(part) && !/^(19|20)\d\d$/.test(part) && part.length > 2 ? (
            <NumberText key={part} value={Number(part)} />
          ) : (
            part
          ),
        )}
    </>
  );
}

/** Where a figure was read, as a name and not as a figure. `language` where it is not that of the page. */
export function SourceName(props: { language?: Language | undefined; children: ComponentChildren }) {
  const spoken = useLanguage();
  return (
    <cite class="ib-cite" lang={props.language && props.language !== spoken ? props.language : undefined}>
      {props.children}
    </cite>
  );
}

/** 'ongeveer 5.000 (4.000 tot 7.000)', 'ongeveer 5.000', 'meer dan 8.000' */
export function EstimateText({ estimate: { kind, low, middle, high } }: { estimate: PublishedEstimate }) {
  const words = BETWEEN[useLanguage()];
  return (
    <>
      {kind === 'more-than' ? words.moreThan : words.about} <NumberText value={middle} />
      {low !== null && high !== null ? (
        <>
          {' ('}
          <NumberText value={low} /> {words.to} <NumberText value={high} />
          {')'}
        </>
      ) : null}
    </>
  );
}

/** '20 tot 34%, midden 27%', 'hoogstens 21%' */
export function ShareText({ share: { low, middle, high } }: { share: Share }) {
  const words = BETWEEN[useLanguage()];
  if (low !== null && high !== null && middle !== null)
    return (
      <>
        <Percent share={low} /> {words.to} <Percent share={high} />, {words.middle} <Percent share={middle} />
      </>
    );
  if (middle !== null)
    return (
      <>
        {words.about} <Percent share={middle} />
      </>
    );
  return high === null ? (
    words.unknown
  ) : (
    <>
      {words.atMost} <Percent share={high} />
    </>
  );
}

/** A share in whole percents; machines read it as a share from 0 to 1 in three digits. */
export function Percent({ share }: { share: number }) {
  return <data value={share.toFixed(3)}>{writeNumber(share * 100, 0, useLanguage())}%</data>;
}
