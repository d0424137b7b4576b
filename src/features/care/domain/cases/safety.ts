/** What is asked about safety, in the order of the page. [field review, care coordination, point 5] */
export const SAFETY_ITEMS = [
  'danger',
  'whereabouts',
  'phone',
  'accounts',
  'children',
  'family',
  'tonight',
  'medication',
  'papers',
] as const;
export type SafetyItem = (typeof SAFETY_ITEMS)[number];

/** How it stands: no worry, something must be done, or not known yet. Nothing is added up. */
export const SAFETY_ANSWERS = ['fine', 'act', 'unknown'] as const;
export type SafetyAnswer = (typeof SAFETY_ANSWERS)[number];

/** How somebody may be reached. `nobody` until it is asked: then nobody calls. */
export const REACH_WAYS = ['call', 'text', 'through-somebody', 'in-person', 'not-now'] as const;
export type ReachWay = (typeof REACH_WAYS)[number];

/** The list of one case. */
export interface Safety {
  readonly answers: Readonly<Record<SafetyItem, SafetyAnswer>>;
  readonly notes: Readonly<Partial<Record<SafetyItem, string>>>;
  readonly reach: {
    readonly ways: readonly ReachWay[];
    readonly number: string;
    readonly when: string;
    /** What nobody may do: leave a voicemail, name the organisation. */
    readonly never: string;
  };
  /** Another organisation wrote it, and nobody here asked yet. Never kept. */
  readonly isShared?: true;
  /** Never the companion. */
  readonly interpreter: { readonly language: string; readonly wish: string; readonly booking: string };
}

/** What still asks something, in the order of the list: what must be done first, then what nobody knows. */
export function worries(safety: Safety): readonly { readonly item: SafetyItem; readonly answer: SafetyAnswer }[] {
  const of = (wanted: SafetyAnswer) =>
    SAFETY_ITEMS.filter((item) => safety.answers[item] === wanted).map((item) => ({ item, answer: wanted }));
  return [...of('act'), ...of('unknown')];
}
