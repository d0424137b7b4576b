/** The three kinds of support of the programme. */
export const SUPPORT_KINDS = {
  knowledge: 'Kennis over mensenhandel',
  coordination: 'Zorgcoördinatie inrichten',
  connect: 'Aansluiten op wat er al is',
} as const;
export type SupportKind = keyof typeof SUPPORT_KINDS;

/** Why In Beeld proposes it. */
export const NEED_REASONS = {
  missing: 'nog niet geregeld',
  lapsed: 'verlopen',
} as const;
export type NeedReason = keyof typeof NEED_REASONS;

/** A basis element that is not there, or no longer: something support could help with. */
export interface Need {
  readonly element: string;
  readonly kind: SupportKind;
  readonly reason: NeedReason;
}

interface KnownElement {
  readonly id: string;
  readonly theme: string;
  readonly isBasis: boolean;
}

/** Help and shelter is organising care coordination, the chain is connecting; the rest is knowing what to do. [design: In Beeld] */
const KIND_OF_THEME: Readonly<Record<string, SupportKind>> = { '4': 'connect', '5': 'coordination' };

/**
 * What a municipality needs, from everything that reports to its approach: the scan, training, coverage, agreements. What lapsed comes
 * before what never was; the municipality says itself whether it wants help with it.
 */
export function needsFrom(
  elements: readonly KnownElement[],
  /** Of each element: it holds today, or it held and lapsed. Not named: never there. */
  standing: ReadonlyMap<string, 'holds' | 'lapsed'>,
): readonly Need[] {
  return elements
    .filter(({ id, isBasis }) => isBasis && standing.get(id) !== 'holds')
    .map(
      ({ id, theme }): Need => ({
        element: id,
        kind: KIND_OF_THEME[theme] ?? 'knowledge',
        reason: standing.get(id) === 'lapsed' ? 'lapsed' : 'missing',
      }),
    )
    .toSorted((a, b) => Number(b.reason === 'lapsed') - Number(a.reason === 'lapsed'));
}
