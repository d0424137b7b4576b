import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { type Aftermath, type AftermathRefusal, checkAftermath } from './inspection.ts';
import type { YesNoUnknown } from './signal-report.ts';

/** Instruments that take a home or work away. The same names as in the list of instruments of the approach (K6.1). */
export const CLOSURE_INSTRUMENTS = [
  'gemeentewet-174a',
  'opiumwet-13b',
  'goed-verhuurderschap',
  'huisvesting',
  'dwangsom',
] as const;
export type ClosureInstrument = (typeof CLOSURE_INSTRUMENTS)[number];

/** Whether whoever lives or works there is possibly a victim, who looked, and whether help is arranged. */
export interface VictimCheck {
  readonly answer: YesNoUnknown;
  /** A function, never a name. */
  readonly checkedBy: string;
  readonly checkedOn: PlainDate;
  readonly isHelpArranged: boolean;
}

export interface Closure {
  readonly id: string;
  readonly dossierId: string;
  readonly instrument: ClosureInstrument;
  readonly intendedOn: PlainDate;
  readonly recordedByName: string;
  readonly check: VictimCheck | undefined;
  readonly readyOn: PlainDate | undefined;
  readonly carriedOutOn: PlainDate | undefined;
  readonly cancelledOn: PlainDate | undefined;
  readonly aftermath: Aftermath | undefined;
}

export type ClosureStatus = 'asks-victim' | 'asks-help' | 'can-be-ready' | 'ready' | 'carried-out' | 'cancelled';

/** Where a closure stands. «I do not know» is no answer: then the question stays. */
export function closureStatus(
  closure: Pick<Closure, 'check' | 'readyOn' | 'carriedOutOn' | 'cancelledOn'>,
): ClosureStatus {
  if (closure.cancelledOn) return 'cancelled';
  if (closure.carriedOutOn) return 'carried-out';
  if (closure.readyOn) return 'ready';
  if (!closure.check || closure.check.answer === 'unknown') return 'asks-victim';
  return closure.check.answer === 'yes' && !closure.check.isHelpArranged ? 'asks-help' : 'can-be-ready';
}

export type ReadyRefusal = {
  readonly code: 'victim-check-first' | 'help-first' | 'closure-moved-on';
};

/** Whether a closure may be recorded as ready. */
export function checkReady(closure: Parameters<typeof closureStatus>[0]): Result<undefined, ReadyRefusal> {
  const status = closureStatus(closure);
  if (status === 'can-be-ready') return ok(undefined);
  if (status === 'asks-victim') return err({ code: 'victim-check-first' });
  return err({ code: status === 'asks-help' ? 'help-first' : 'closure-moved-on' });
}

export type CarryOutRefusal =
  | AftermathRefusal
  | { readonly code: 'closure-not-ready' | 'closure-moved-on' | 'carried-out-in-future' };

/** Whether a closure may be recorded as carried out, with who lost what and where they went. */
export function checkCarriedOut(
  closure: Parameters<typeof closureStatus>[0],
  carriedOut: { readonly on: PlainDate; readonly aftermath: Aftermath },
  today: PlainDate,
): Result<undefined, CarryOutRefusal> {
  const status = closureStatus(closure);
  if (status === 'carried-out' || status === 'cancelled') return err({ code: 'closure-moved-on' });
  if (status !== 'ready') return err({ code: 'closure-not-ready' });
  if (carriedOut.on > today) return err({ code: 'carried-out-in-future' });
  return checkAftermath(carriedOut.aftermath);
}
