import type { Language } from '../../../shared-kernel/language.ts';
import type { SourceFacts } from '../../../ui/figures/source.tsx';
import { writeNumber } from '../../../ui/format/number-text.tsx';
import { useLanguage } from '../../../ui/language.tsx';
import type { EstimatedRange } from '../domain/in-view.ts';
import { BETWEEN } from './figure-words.tsx';
import { STUDY_TEXTS } from './study-texts.tsx';

/** How a study is shown: the names of its lists for people, and where its table comes from. */
export interface StudyFrame {
  readonly names: Readonly<Record<string, string>>;
  /** Which people and years the table is about: 'in 2010 tot en met 2015 samen'. */
  readonly scope: string;
  /** The years and the source of the table, in a few words: they stand in every title that holds a number. */
  readonly from: string;
  readonly tableSource: SourceFacts;
  readonly resultSource: SourceFacts;
  /** The published estimates, to stand beside every result. */
  readonly official: readonly EstimatedRange[];
  /** The language in which those name their sources; that of the page unless told. */
  readonly officialLanguage?: Language | undefined;
  /** A published estimate on the scale of the table (all its years together), when that can be said. */
  readonly reference?: { readonly label: string; readonly low: number; readonly middle: number; readonly high: number };
}

export function Pair(props: { pair: readonly string[]; frame: StudyFrame }) {
  const { and } = BETWEEN[useLanguage()];
  return <>{props.pair.map((list) => nameIn(props.frame, list)).join(` ${and} `)}</>;
}

export const nameIn = (frame: StudyFrame, list: string) => frame.names[list] ?? list;

/** Three digits say as much as such a total can; machines get whole numbers. */
export function threeDigits(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - 2);
  return Math.round(value / unit) * unit;
}

export function Total({ value }: { value: number | null }) {
  const language = useLanguage();
  return value === null ? (
    STUDY_TEXTS[language].noNumber
  ) : (
    <data value={String(Math.round(value))}>{writeNumber(threeDigits(value), 0, language)}</data>
  );
}
