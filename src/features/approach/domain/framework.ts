/** Where a duty or an advice comes from: law, agreement (IBP 5.11), programme, the framework itself, or our own elaboration. */
export type DutyKind = 'wet' | 'ibp-5.11' | 'programma' | 'kader' | 'in-beeld';

export interface Duty {
  readonly kind: DutyKind;
  readonly source: string;
  /** False: shown as "nog te verifiëren". */
  readonly isVerified: boolean;
}

/** The four tracks of a plan. A proposal belongs to one of them. */
export const TRACKS = ['preventie', 'signaleren', 'handhaven', 'hulpverlenen'] as const;
export type Track = (typeof TRACKS)[number];

/** An action that would close the gap of an element: a proposal for a plan, never a duty. */
export interface ProposedAction {
  readonly id: string;
  readonly title: string;
  readonly track: Track;
}

export type Plateau = 'basis' | 'verdieping';

export interface FrameworkElement {
  /** 'K2.1'; the same in every edition, so that scans over different editions compare. */
  readonly id: string;
  readonly theme: string;
  readonly title: string;
  readonly question: string;
  readonly plateau: Plateau;
  readonly evidenceAsked: string;
  readonly duty: Duty;
  /** One of the few elements of IBP 5.11, which the country sees. */
  readonly isIbp: boolean;
  /** The element shows that the approach is used: it can carry a theme to level 3. */
  readonly showsUse: boolean;
  /** A report or an exercise in the last twelve months is all the evidence it needs. */
  readonly metByUse: boolean;
  readonly actions: readonly ProposedAction[];
}

export interface Theme {
  readonly id: string;
  readonly title: string;
  /** kader-2021: a theme of the framework · in-beeld: ours, across the themes. */
  readonly source: 'kader-2021' | 'in-beeld';
}

export type Level = 0 | 1 | 2 | 3 | 4;

export interface LevelMeaning {
  readonly level: Level;
  readonly title: string;
  readonly meaning: string;
}

/** One of the ten tests of "geborgd"; computed from facts, never ticked. */
export interface AnchoringTest {
  readonly number: number;
  readonly title: string;
  readonly question: string;
  readonly elements: readonly string[];
}

/** An edition of the framework. Once used it never changes; what changes is a new edition. */
export interface Framework {
  readonly id: string;
  readonly validFrom: string;
  readonly title: string;
  /** The sentence that stands on every result: what is the framework's, and what is ours. */
  readonly source: string;
  readonly themes: readonly Theme[];
  readonly levels: readonly LevelMeaning[];
  readonly elements: readonly FrameworkElement[];
  readonly anchoringTests: readonly AnchoringTest[];
}

/** The element with this id; undefined when this edition has none. */
export function elementById(framework: Framework, id: string): FrameworkElement | undefined {
  return framework.elements.find((element) => element.id === id);
}

/** The elements of a theme, in their order; of one plateau when it is named. */
export function elementsOf(framework: Framework, theme: string, plateau?: Plateau): readonly FrameworkElement[] {
  return framework.elements.filter(
    (element) => element.theme === theme && (plateau === undefined || element.plateau === plateau),
  );
}

/** What people read about where a duty comes from. */
export const DUTY_NAMES: Readonly<Record<DutyKind, string>> = {
  wet: 'Wet',
  'ibp-5.11': 'IBP 5.11',
  programma: 'Programma Samen tegen mensenhandel',
  kader: 'Kader (2021)',
  'in-beeld': 'Uitwerking van In Beeld',
};
