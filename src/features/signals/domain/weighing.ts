import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText, type NumberFound } from '../../../shared-kernel/text-guard.ts';
import type { SignalCategory } from './catalogue.ts';
import type { YesNoUnknown } from './signal-report.ts';
import { type Noticed, type SignalStrength, type TriageLevel, triage } from './triage.ts';

/** What the focal point recognises in a signal, by the categories of the catalogue. */
export interface Recognised {
  readonly isAcute: boolean;
  readonly signs: Readonly<Partial<Record<SignalCategory, SignalStrength>>>;
  readonly statesCoercion: boolean;
  readonly isMinor: YesNoUnknown;
  readonly hasMildIntellectualDisability: YesNoUnknown;
}

/** The same, as the rule of weighing takes it. */
export function noticedIn(recognised: Recognised): Noticed {
  const { signs, ...rest } = recognised;
  const signals = (Object.entries(signs) as [SignalCategory, SignalStrength][]).map(([category, strength]) => ({
    category,
    strength,
  }));
  return { ...rest, signals };
}

/** Shorter than this is not a reason a second person can judge. */
export const AGREED_REASON_LENGTH = 20;

export interface Decided {
  readonly outcome: TriageLevel;
  /** In the words of who weighs. */
  readonly because: string | undefined;
}

export type WeighRefusal =
  | { readonly code: 'reason-missing' | 'reason-too-short' | 'reason-may-name' }
  | { readonly code: 'reason-holds-number'; readonly found: NumberFound };

/** Whether who weighs may decide this alone, or a second person has to agree first. */
export type Hands = 'alone' | 'together';

/**
 * Weighs: the rule advises, a person decides. Another outcome than the advice asks a reason. What was acute, by the rule, by an earlier
 * weighing or by the word of who passed it on, becomes less only when a second person agrees; she reads the reason, so it names nobody.
 */
export function weigh(
  recognised: Recognised,
  decided: Decided,
  before: TriageLevel | undefined,
): Result<{ readonly advice: ReturnType<typeof triage>; readonly hands: Hands }, WeighRefusal> {
  const advice = triage(noticedIn(recognised));
  const { outcome, because } = decided;
  const isLowered = outcome !== 'acute' && (advice.level === 'acute' || before === 'acute');
  if (because === undefined && (outcome !== advice.level || isLowered)) return err({ code: 'reason-missing' });
  if (because !== undefined) {
    const judged = judgeReason(because, isLowered);
    if (!judged.ok) return judged;
  }
  return ok({ advice, hands: isLowered ? 'together' : 'alone' });
}

/** A reason holds no number of a person; one that a second person reads is long enough to judge and names nobody. */
export function judgeReason(reason: string, isReadByOther: boolean): Result<undefined, WeighRefusal> {
  const guarded = guardText(reason);
  const [found] = guarded.numbers;
  if (found) return err({ code: 'reason-holds-number', found });
  if (!isReadByOther) return ok(undefined);
  if (reason.trim().length < AGREED_REASON_LENGTH) return err({ code: 'reason-too-short' });
  return guarded.looksLikeName ? err({ code: 'reason-may-name' }) : ok(undefined);
}
