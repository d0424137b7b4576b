import { isUuid } from '../../../shared-kernel/ids.ts';
import { addDays, type PlainDate } from '../../../shared-kernel/plain-date.ts';

/** What the officer for data protection looks for in the logs. */
export type LogSearch =
  /** The code by which people know a dossier: the last part of its address. */
  | { readonly kind: 'code'; readonly code: string }
  /** The id of a dossier, or of a trace. */
  | { readonly kind: 'id'; readonly id: string }
  /** A person, under the pseudonym that the log shows. */
  | { readonly kind: 'person'; readonly pseudonym: string };

/** Reads what was typed; undefined when it can be nothing that is in the logs. */
export function readLogSearch(typed: string): LogSearch | undefined {
  const text = typed.trim();
  const id = text.toLowerCase();
  if (isUuid(id)) return { kind: 'id', id };
  if (/^[0-9a-f]{64}$/.test(id)) return { kind: 'person', pseudonym: id };
  return /^[\p{L}\p{N}._-]{1,100}$/u.test(text) ? { kind: 'code', code: text } : undefined;
}

/** From the first moment of a day until the last of another; either may be open. */
export interface Period {
  readonly from: PlainDate | undefined;
  readonly until: PlainDate | undefined;
}

/** A list of everything that happened begins with so many days, since it has no other bound. */
export const LATEST_DAYS = 30;

/** The days that the list of deeds shows when none were asked. */
export function latestDays(today: PlainDate): Period {
  return { from: addDays(today, -LATEST_DAYS), until: today };
}
