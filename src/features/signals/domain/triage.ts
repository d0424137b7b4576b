/** How much a signal weighs: content of the catalogue, a help in weighing, never a score about a person. */
export type SignalStrength = 'strong' | 'weak';

/** One signal that somebody noticed, as the rule of weighing needs it. */
export interface WeighedSignal {
  readonly strength: SignalStrength;
  /** The category of the catalogue: two weak signals only add up when they are of different kinds. */
  readonly category: string;
}

/** What is known. `unknown` never raises anything: nobody is weighed by what we do not know. */
export interface Noticed {
  readonly signals: readonly WeighedSignal[];
  /** Somebody is in danger now, is locked in, or a minor is missing. */
  readonly isAcute: boolean;
  readonly isMinor: 'yes' | 'no' | 'unknown';
  readonly hasMildIntellectualDisability: 'yes' | 'no' | 'unknown';
  /** The person says that she or he is forced, threatened or deceived. */
  readonly statesCoercion: boolean;
}

/** What to do, from the most urgent to the least. */
export const TRIAGE_LEVELS = ['acute', 'today', 'three-days', 'remember', 'nothing'] as const;
export type TriageLevel = (typeof TRIAGE_LEVELS)[number];

/** Why. Each is a sentence on the screen; none is about what somebody is. */
export type TriageReason =
  | 'acute'
  | 'states-coercion'
  | 'strong'
  | 'weak-of-different-kinds'
  | 'weak-of-one-kind'
  | 'one-weak'
  | 'none'
  | 'raised-for-minor'
  | 'raised-for-disability';

/** An advice with its reasons. */
export interface Triage {
  readonly level: TriageLevel;
  readonly reasons: readonly TriageReason[];
  /**
   * The professions bound by it follow the Meldcode: for a child. A mild intellectual disability does not bring it about by itself
   * (field review, "Recognise it").
   */
  readonly followsMeldcode: boolean;
}

const RAISED: Readonly<Record<TriageLevel, TriageLevel>> = {
  acute: 'acute',
  today: 'today',
  'three-days': 'today',
  remember: 'three-days',
  nothing: 'nothing',
};

/**
 * The rule of weighing (dossier, 2.4). Acute: 112 and nothing else. A strong signal, or the person's own word that there is coercion:
 * consult the focal point today. Weak signals of two different kinds: within three working days. Otherwise write nothing about the
 * person, remember and look again. A minor, or somebody with a mild intellectual disability: one level up.
 */
export function triage(noticed: Noticed): Triage {
  const followsMeldcode = noticed.isMinor === 'yes';
  if (noticed.isAcute) return { level: 'acute', reasons: ['acute'], followsMeldcode };
  const { level, reasons } = weigh(noticed);
  const raised = RAISED[level];
  if (raised === level) return { level, reasons, followsMeldcode };
  const why: TriageReason[] = [
    ...(noticed.isMinor === 'yes' ? (['raised-for-minor'] as const) : []),
    ...(noticed.hasMildIntellectualDisability === 'yes' ? (['raised-for-disability'] as const) : []),
  ];
  return why.length > 0
    ? { level: raised, reasons: [...reasons, ...why], followsMeldcode }
    : { level, reasons, followsMeldcode };
}

function weigh({ signals, statesCoercion }: Noticed): { level: TriageLevel; reasons: readonly TriageReason[] } {
  const hasStrong = signals.some(({ strength }) => strength === 'strong');
  if (statesCoercion || hasStrong)
    return {
      level: 'today',
      reasons: [...(statesCoercion ? (['states-coercion'] as const) : []), ...(hasStrong ? (['strong'] as const) : [])],
    };
  if (signals.length === 0) return { level: 'nothing', reasons: ['none'] };
  const kinds = new Set(signals.map(({ category }) => category));
  if (kinds.size > 1) return { level: 'three-days', reasons: ['weak-of-different-kinds'] };
  return { level: 'remember', reasons: [signals.length === 1 ? 'one-weak' : 'weak-of-one-kind'] };
}
