import { day, type PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** An organisation and the days it exists: from `validFrom` up to, not including, `validUntil`. */
export interface DatedOrganisation {
  readonly code: string;
  readonly name: string;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | null;
}

/** One took over (part of) another on a day. Several rows of one predecessor are a split. */
export interface Succession {
  readonly predecessor: string;
  readonly successor: string;
  readonly on: PlainDate;
}

/** Who existed when, and who took over from whom. Keyed on code, never on name. */
export interface OrganisationHistory {
  readonly organisations: readonly DatedOrganisation[];
  readonly successions: readonly Succession[];
}

/** The start of an organisation that is older than our register: shown as "onbekend". */
export const UNKNOWN_START = day('1900-01-01');

interface MergerReference {
  readonly founded: readonly { readonly code: string; readonly validFrom: string }[];
  readonly dissolved: readonly {
    readonly code: string;
    readonly name: string;
    readonly validUntil: string;
    readonly successorCodes: readonly string[];
  }[];
}

/** The history of the municipalities, from `seed/reference/municipalities.json` and `mergers.json`. */
export function municipalHistory(
  today: readonly { readonly code: string; readonly name: string }[],
  { founded, dissolved }: MergerReference,
): OrganisationHistory {
  const start = new Map(founded.map(({ code, validFrom }) => [code, day(validFrom)]));
  const from = (code: string) => start.get(code) ?? UNKNOWN_START;
  return {
    organisations: [
      ...today.map(({ code, name }) => ({ code, name, validFrom: from(code), validUntil: null })),
      ...dissolved.map(({ code, name, validUntil }) => ({
        code,
        name,
        validFrom: from(code),
        validUntil: day(validUntil),
      })),
    ],
    successions: dissolved.flatMap(({ code, validUntil, successorCodes }) =>
      successorCodes.map((successor) => ({ predecessor: code, successor, on: day(validUntil) })),
    ),
  };
}

/** What a code stands for on a day. */
export type OrganisationOn =
  | { readonly state: 'exists'; readonly organisation: DatedOrganisation }
  /** It ended before; `successors` are the codes that carry it on this day. */
  | { readonly state: 'ended'; readonly organisation: DatedOrganisation; readonly successors: readonly string[] }
  /** It starts later; `predecessors` are the codes that become it. */
  | { readonly state: 'not-yet'; readonly organisation: DatedOrganisation; readonly predecessors: readonly string[] }
  | { readonly state: 'unknown' };

/** Looks a code up on a day. */
export function organisationOn(history: OrganisationHistory, code: string, date: PlainDate): OrganisationOn {
  const organisation = history.organisations.find((each) => each.code === code);
  if (!organisation) return { state: 'unknown' };
  if (date < organisation.validFrom)
    return { state: 'not-yet', organisation, predecessors: predecessorsOf(history, code) };
  if (organisation.validUntil === null || date < organisation.validUntil) return { state: 'exists', organisation };
  return { state: 'ended', organisation, successors: successorsOn(history, code, date) };
}

/** The codes that carry an organisation on a day, through as many mergers as it took: itself as long as it exists. */
export function successorsOn(history: OrganisationHistory, code: string, date: PlainDate): readonly string[] {
  const next = history.successions.filter((each) => each.predecessor === code && each.on <= date);
  if (next.length === 0) return [code];
  return [...new Set(next.flatMap(({ successor }) => successorsOn(history, successor, date)))];
}

/** The codes that went up, wholly or in part, in this one. */
export function predecessorsOf(history: OrganisationHistory, code: string): readonly string[] {
  return history.successions.filter(({ successor }) => successor === code).map(({ predecessor }) => predecessor);
}

/** May records of this organisation change on this day? After a merger the old one is read-only, for ever. */
export function isWritable(history: OrganisationHistory, code: string, date: PlainDate): boolean {
  return organisationOn(history, code, date).state === 'exists';
}

/**
 * The organisation that by itself holds the mandate (read and export) over the records of an ended one. Undefined while
 * it exists, and after a split: then people decide record by record who takes it over.
 */
export function mandateHolderOn(history: OrganisationHistory, code: string, date: PlainDate): string | undefined {
  const found = organisationOn(history, code, date);
  return found.state === 'ended' && found.successors.length === 1 ? found.successors[0] : undefined;
}

/** A merger as it is decided: who ends, who carries on (new or existing), on which day. */
export interface Merger {
  readonly predecessors: readonly string[];
  readonly successors: readonly { readonly code: string; readonly name: string }[];
  readonly on: PlainDate;
}

export type MergerRefusal = {
  readonly code:
    | 'no-predecessor'
    | 'no-successor'
    | 'predecessor-not-active'
    | 'successor-ended'
    | 'merges-with-itself';
  readonly organisation?: string;
};

/**
 * The history after a merger: predecessors end on the day, successors that did not exist start on it, and each
 * predecessor gets its successions. No record moves and no code changes: that is for mandates and hand-overs.
 */
export function merge(
  history: OrganisationHistory,
  { predecessors, successors, on }: Merger,
): Result<OrganisationHistory, MergerRefusal> {
  if (predecessors.length === 0) return err({ code: 'no-predecessor' });
  if (successors.length === 0) return err({ code: 'no-successor' });
  for (const code of predecessors) {
    if (successors.some((successor) => successor.code === code))
      return err({ code: 'merges-with-itself', organisation: code });
    const found = organisationOn(history, code, on);
    if (found.state !== 'exists' || found.organisation.validUntil !== null)
      return err({ code: 'predecessor-not-active', organisation: code });
  }
  for (const { code } of successors) {
    const known = history.organisations.find((each) => each.code === code);
    if (known && (known.validUntil !== null || known.validFrom > on))
      return err({ code: 'successor-ended', organisation: code });
  }
  const starting = successors.filter(({ code }) => !history.organisations.some((each) => each.code === code));
  return ok({
    organisations: [
      ...history.organisations.map((each) => (predecessors.includes(each.code) ? { ...each, validUntil: on } : each)),
      ...starting.map(({ code, name }) => ({ code, name, validFrom: on, validUntil: null })),
    ],
    successions: [
      ...history.successions,
      ...predecessors.flatMap((predecessor) => successors.map(({ code }) => ({ predecessor, successor: code, on }))),
    ],
  });
}
