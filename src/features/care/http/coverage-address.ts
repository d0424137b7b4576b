import { type PlainDate, readDutchDate } from '../../../shared-kernel/plain-date.ts';
import { COVERAGE_STATES, type CoverageState } from '../domain/coverage.ts';
import { CARE_AGES, CARE_FORMS, CARE_GENDERS, CARE_MOMENTS, type CareMoment, type CareNeed } from '../domain/need.ts';
import {
  AGE_WORDS,
  choiceOf,
  FORM_WORDS,
  GENDER_WORDS,
  MOMENT_WORDS,
  STATE_WORDS,
  SUBSTITUTE_WORDS,
} from '../ui/care-words.ts';

/** A question in an address: what was understood, what was not, and what was filled in. */
export interface Asked {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Record<string, string>;
}

const LONGEST = 100;

/** The texts of these parameters; one that is too long or given twice counts as its first part. */
export function askedIn(query: unknown, names: readonly string[]): Asked['values'] {
  const raw = (query ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    names.map((name) => {
      const value = [raw[name]].flat()[0];
      return [name, typeof value === 'string' ? value.trim().slice(0, LONGEST) : ''];
    }),
  );
}

/** Reads one choice; what is not in the list gets a text beside the field. */
function choose<T extends string>(
  { values, errors }: Asked,
  name: string,
  all: readonly T[],
  words: Readonly<Record<T, { readonly value: string }>>,
): T | undefined {
  const value = values[name];
  if (!value) return undefined;
  const found = choiceOf(all, words, value);
  if (found === undefined) errors[name] = 'Kies iets uit de lijst.';
  return found;
}

/** Whom a question is about. */
export function readNeed(asked: Asked): CareNeed {
  return {
    form: choose(asked, 'vorm', CARE_FORMS, FORM_WORDS),
    age: choose(asked, 'leeftijd', CARE_AGES, AGE_WORDS),
    gender: choose(asked, 'geslacht', CARE_GENDERS, GENDER_WORDS),
  };
}

/** A day in a question; undefined when none was given. */
export function readDay(asked: Asked, name: string): PlainDate | undefined {
  const typed = asked.values[name];
  if (!typed) return undefined;
  const read = readDutchDate(typed);
  if (!read) asked.errors[name] = 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2026.';
  return read;
}

const FIELDS = ['vorm', 'leeftijd', 'geslacht', 'moment', 'vervanging', 'zonder', 'stand', 'naam', 'op', 'pagina'];

/** What somebody asks of the map. */
export interface CoverageAddress extends Asked {
  readonly need: CareNeed;
  readonly moment: CareMoment | undefined;
  /** Only what goes on while the coordinator is away. */
  readonly isAway: boolean;
  readonly state: CoverageState | undefined;
  readonly on: PlainDate | undefined;
  readonly page: number;
}

/** Reads what somebody asks of the map; a day that has yet to come is not known. */
export function readCoverageAddress(query: unknown, today: PlainDate): CoverageAddress {
  const asked: Asked = { values: askedIn(query, FIELDS), errors: {} };
  const on = readDay(asked, 'op');
  if (on && on > today) asked.errors.op = 'Deze dag moet nog komen. Kies vandaag of eerder.';
  return {
    ...asked,
    need: readNeed(asked),
    moment: choose(asked, 'moment', CARE_MOMENTS, MOMENT_WORDS),
    isAway: choose(asked, 'vervanging', ['arranged'], SUBSTITUTE_WORDS) !== undefined,
    state: choose(asked, 'stand', COVERAGE_STATES, STATE_WORDS),
    on: on && on <= today ? on : undefined,
    page: /^[1-9]\d{0,5}$/.test(asked.values.pagina ?? '') ? Number(asked.values.pagina) : 1,
  };
}

/** The address of the same question with some of it changed; '' leaves a part out. */
export function hrefOf(path: string, values: Asked['values'], changes: Readonly<Record<string, string>> = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...values, ...changes })) if (value !== '') parameters.set(name, value);
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
