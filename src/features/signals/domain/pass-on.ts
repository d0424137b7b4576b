import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardTexts, type NumberFound } from '../../../shared-kernel/text-guard.ts';
import type {
  Form,
  ReporterFunction,
  ReportKind,
  Sector,
  SignalContent,
  SourceReach,
  YesNoUnknown,
} from './signal-report.ts';

/** A signal as somebody passes it on. */
export interface PassedOn {
  readonly kind: ReportKind;
  readonly reporterFunction: ReporterFunction;
  readonly form: Form;
  readonly sector: Sector;
  readonly isDangerNow: boolean;
  /** 'HH:MM': when 112 was called. */
  readonly called112At: string | undefined;
  readonly isMinor: YesNoUnknown;
  readonly content: SignalContent;
  /** The writer looked again at what may be a name, and says that it belongs there. */
  readonly isChecked: boolean;
}

/** The parts of a signal that hold free text. A place is an address and may look like a name. */
export type WrittenPart = Exclude<keyof SignalContent, 'place'>;

export type PassOnRefusal =
  | { readonly code: 'emergency-call-first' | 'no-place' | 'says-too-much' }
  | { readonly code: 'holds-number'; readonly part: keyof SignalContent; readonly found: NumberFound }
  | { readonly code: 'may-name-somebody'; readonly parts: readonly WrittenPart[] };

/** Whether a signal may be kept as it is written: 112 before anything else, no numbers of persons, and a second look at names. */
export function judgePassing(
  passed: Pick<PassedOn, 'kind' | 'isDangerNow' | 'called112At' | 'isMinor' | 'content' | 'isChecked'>,
): Result<undefined, PassOnRefusal> {
  const { content, kind } = passed;
  if (passed.isDangerNow && !passed.called112At) return err({ code: 'emergency-call-first' });
  if (kind === 'location' && !content.place) return err({ code: 'no-place' });
  if (kind === 'location' && (content.saidByPerson || passed.isMinor !== 'unknown'))
    return err({ code: 'says-too-much' });
  const { place, ...written } = content;
  const guarded = guardTexts<keyof SignalContent>({ ...written, place });
  const [refused] = guarded.refused;
  if (refused) return err({ code: 'holds-number', part: refused.field, found: refused.found });
  const suspect = guarded.suspect.filter((part): part is WrittenPart => part !== 'place');
  if (suspect.length > 0 && !passed.isChecked) return err({ code: 'may-name-somebody', parts: suspect });
  return ok(undefined);
}

/** What the focal point records for somebody else, with how the source may be reached. */
export type Recorded = PassedOn & SourceReach;
