import { CELL_RULES } from '../../../shared-kernel/publishable.ts';
import {
  AGE_GROUPS,
  type AgeGroup,
  COUNTRIES,
  EXPLOITATION_FORMS,
  EXPLOITATION_SECTORS,
  GENDERS,
  isMinor,
  REGIONS,
  type RegistrationContent,
} from './registration.ts';
import { REPORTER_TYPES, ROUTES } from './reporting-guide.ts';

/** No combination that is sent stands for fewer persons: the smallest count for research, from the one table of minimum cells. */
export const K = CELL_RULES.research.smallest;

/** What is told of a person, the most important first: what is folded, is folded from the end. Nothing else ever goes along. */
export const YEARLY_FIELDS = [
  'line',
  'form',
  'age',
  'gender',
  'nationality',
  'reporter',
  'region',
  'route',
  'sector',
] as const;
export type YearlyField = (typeof YEARLY_FIELDS)[number];

/** More than one holds, or those who reported her do not say the same. */
export const SEVERAL = 'several';
export const UNKNOWN = 'unknown';
/** Several rare values told as one. */
export const FOLDED = 'folded';
/** Coarser values, where the finer one would stand for too few. */
export const COARSE = ['under-18', '23+', 'not-dutch'] as const;

/** One person as the fields tell her, each from a closed list. */
export type YearlyPerson = Readonly<Record<YearlyField, string>>;

/** What one reporter said about a person, as far as it can still be read. */
export interface YearlyReport {
  readonly reporterType: string;
  readonly route: string;
  readonly region: string;
  readonly content: RegistrationContent;
}

/** Of the list, or not told: a text that somebody typed never gets through. */
const among = (list: readonly string[], value: string): string => (list.includes(value) ? value : UNKNOWN);

function one(values: readonly string[]): string {
  const different = new Set(values);
  different.delete(UNKNOWN);
  if (different.size > 1) return SEVERAL;
  return [...different][0] ?? UNKNOWN;
}

/** A person out of what was reported about her: what reporters say differently is «several», and for an age or gender unknown. */
export function yearlyPerson(reports: readonly YearlyReport[]): YearlyPerson {
  const contents = reports.map(({ content }) => content);
  const agreed = (values: readonly string[]) => (one(values) === SEVERAL ? UNKNOWN : one(values));
  const each = (list: readonly string[], of: (content: RegistrationContent) => readonly string[]) =>
    one(contents.flatMap((content) => of(content).map((value) => among(list, value))));
  return {
    line: lineOf(contents),
    form: each(EXPLOITATION_FORMS, ({ forms }) => forms),
    age: agreed(contents.map(({ ageGroup }) => among(AGE_GROUPS, ageGroup))),
    gender: agreed(contents.map(({ gender }) => among(GENDERS, gender))),
    nationality: each([...COUNTRIES], ({ nationalities }) => nationalities),
    reporter: one(reports.map(({ reporterType }) => among(REPORTER_TYPES, reporterType))),
    region: one(reports.map(({ region }) => among(REGIONS, region))),
    route: one(reports.map(({ route }) => among(ROUTES, route))),
    sector: each(EXPLOITATION_SECTORS, ({ sectors }) => sectors),
  };
}

/** On which line of the series she counts: two lines stand apart, since they change it by hundreds. */
function lineOf(contents: readonly RegistrationContent[]): string {
  if (contents.some(({ isKmarSub3 }) => isKmarSub3)) return 'kmar-sub-3';
  return contents.length > 0 && contents.every(({ exploitedIn }) => exploitedIn === 'abroad') ? 'abroad' : 'other';
}

interface Step {
  readonly field: YearlyField;
  readonly tell: (person: YearlyPerson) => string;
}

function coarseAge({ age }: YearlyPerson): string {
  if (age === '18-22' || age === UNKNOWN) return age;
  return isMinor(age as AgeGroup) === 'yes' ? 'under-18' : '23+';
}

function coarseNationality({ nationality }: YearlyPerson): string {
  if (nationality === UNKNOWN || nationality === SEVERAL) return nationality;
  return nationality === 'NL' ? nationality : 'not-dutch';
}

/** From coarse to fine: each step divides every group that can bear it. */
const STEPS: readonly Step[] = YEARLY_FIELDS.flatMap((field) => {
  const fine = { field, tell: (person: YearlyPerson) => person[field] };
  if (field === 'age') return [{ field, tell: coarseAge }, fine];
  if (field === 'nationality') return [{ field, tell: coarseNationality }, fine];
  return [fine];
});

/** One combination, and how many persons it stands for. */
export interface YearlyRow {
  readonly values: YearlyPerson;
  readonly persons: number;
}

export interface YearlyTable {
  readonly rows: readonly YearlyRow[];
  readonly persons: number;
  /** For how many persons a field is told more coarsely than it is known. */
  readonly folded: Readonly<Record<YearlyField, number>>;
}

interface Group {
  readonly told: Partial<Record<YearlyField, string>>;
  readonly persons: readonly YearlyPerson[];
}

/**
 * Tells persons in combinations of which none stands for fewer than `k`. It divides from the most important field on; values that are
 * too rare within their group are told as one. When that would hide a field of many for the sake of a few, those few go to the rest
 * instead, of which nothing is told but how many they are. The order in which persons come makes no difference. Undefined when there
 * are fewer than `k` persons at all: then nothing can be told.
 */
export function anonymise(persons: readonly YearlyPerson[], k: number = K): YearlyTable | undefined {
  if (persons.length < k) return undefined;
  let groups: readonly Group[] = [{ told: {}, persons }];
  const rest: YearlyPerson[] = [];
  for (const step of STEPS) groups = groups.flatMap((group) => divided(group, step, k, rest));
  const all = withRest(groups, rest, k);
  const rows = all
    .map(({ told, persons: those }) => ({ values: told as YearlyPerson, persons: those.length }))
    .toSorted((one, other) => compare(one.values, other.values));
  const foldedIn =
    (field: YearlyField) =>
    ({ told, persons: those }: Group) =>
      those.filter((person) => person[field] !== told[field]).length;
  const folded = Object.fromEntries(
    YEARLY_FIELDS.map((field) => [field, all.map(foldedIn(field)).reduce((sum, many) => sum + many, 0)]),
  ) as Record<YearlyField, number>;
  return { rows, persons: persons.length, folded };
}

/** Nothing is told of the rest but how many; the smallest groups go along until it is large enough. */
function withRest(groups: readonly Group[], rest: readonly YearlyPerson[], k: number): readonly Group[] {
  const told = Object.fromEntries(YEARLY_FIELDS.map((field) => [field, FOLDED]));
  const isRest = (group: Group) => YEARLY_FIELDS.every((field) => group.told[field] === FOLDED);
  // what was folded in every field reads the same: it is one row
  const persons = [...groups.filter(isRest).flatMap((group) => group.persons), ...rest];
  const others = groups
    .filter((group) => !isRest(group))
    .toSorted(
      (one, other) =>
        other.persons.length - one.persons.length || compare(one.told as YearlyPerson, other.told as YearlyPerson),
    );
  while (persons.length > 0 && persons.length < k) persons.push(...others.pop()!.persons);
  return persons.length === 0 ? others : [...others, { told, persons }];
}

function divided(group: Group, { field, tell }: Step, k: number, rest: YearlyPerson[]): readonly Group[] {
  const before = group.told[field];
  if (before === FOLDED) return [group];
  const common = [...Map.groupBy(group.persons, tell)].toSorted(
    ([one, ones], [other, others]) => others.length - ones.length || (one < other ? -1 : 1),
  );
  const rare: YearlyPerson[] = [];
  while (common.length > 0 && common.at(-1)![1].length < k) rare.push(...common.pop()![1]);
  const isTooFew = rare.length > 0 && rare.length < k && common.length > 0;
  if (isTooFew && rare.length * YEARLY_FIELDS.length <= rare.length + common.at(-1)![1].length)
    rest.push(...rare.splice(0));
  else if (isTooFew) rare.push(...common.pop()![1]);
  const parts = common.map(([value, those]) => ({ told: { ...group.told, [field]: value }, persons: those }));
  if (rare.length === 0) return parts;
  return [...parts, { told: { ...group.told, [field]: before ?? FOLDED }, persons: rare }];
}

function compare(one: YearlyPerson, other: YearlyPerson): number {
  for (const field of YEARLY_FIELDS) if (one[field] !== other[field]) return one[field] < other[field] ? -1 : 1;
  return 0;
}
