import type { ComponentChildren } from 'preact';
import { NumberText, writeNumber } from '../../../ui/format/number-text.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import type { Mark, PublishedEstimate, Share } from '../domain/in-view.ts';

/** What each mark says to a reader; nothing for what was read in a public source, for that source stands beside it. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  found: 'gevonden in een openbare bron',
  own: 'nog te verifiëren',
  derived: 'afgeleid',
};

export function MarkBadge({ mark }: { mark: Mark }) {
  return mark === 'found' ? null : (
    <StatusBadge kind={mark === 'own' ? 'warning' : 'neutral'} label={MARK_WORDS[mark]} />
  );
}

/** '2014', '2014 en 2015', '2014, 2015 en 2016' */
export function writeYears(years: readonly number[]): string {
  return years.length < 2 ? years.join('') : `${years.slice(0, -1).join(', ')} en ${years.at(-1)}`;
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

/** Where a figure was read, as a name and not as a figure. */
export function SourceName({ children }: { children: ComponentChildren }) {
  return <cite class="ib-cite">{children}</cite>;
}

/** 'ongeveer 5.000 (4.000 tot 7.000)', 'ongeveer 5.000', 'meer dan 8.000' */
export function EstimateText({ estimate: { kind, low, middle, high } }: { estimate: PublishedEstimate }) {
  return (
    <>
      {kind === 'more-than' ? 'meer dan ' : 'ongeveer '}
      <NumberText value={middle} />
      {low !== null && high !== null ? (
        <>
          {' ('}
          <NumberText value={low} /> tot <NumberText value={high} />
          {')'}
        </>
      ) : null}
    </>
  );
}

/** '20 tot 34%, midden 27%', 'hoogstens 21%' */
export function ShareText({ share: { low, middle, high } }: { share: Share }) {
  if (low !== null && high !== null && middle !== null)
    return (
      <>
        <Percent share={low} /> tot <Percent share={high} />, midden <Percent share={middle} />
      </>
    );
  if (middle !== null)
    return (
      <>
        ongeveer <Percent share={middle} />
      </>
    );
  return high === null ? (
    <>onbekend</>
  ) : (
    <>
      hoogstens <Percent share={high} />
    </>
  );
}

/** A share in whole percents; machines read it as a share from 0 to 1 in three digits. */
export function Percent({ share }: { share: number }) {
  return <data value={share.toFixed(3)}>{writeNumber(share * 100)}%</data>;
}
