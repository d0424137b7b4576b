/** Who reports to the national register, by the codes of its own figures. */
export const REPORTER_TYPES = [
  'POL',
  'KMAR',
  'NLA',
  'ZORGCO',
  'FAIRWORK',
  'JEUGD',
  'OPVANG',
  'AMBUL',
  'ADV',
  'GEM',
] as const;
export type ReporterType = (typeof REPORTER_TYPES)[number];

/** Whether somebody has to report, or may. */
export type Duty = 'must' | 'may';

/** How old a person is, as far as consent depends on it. */
export const CONSENT_AGES = ['18-or-older', '16-17', '12-15', 'under-12', 'unknown'] as const;
export type ConsentAge = (typeof CONSENT_AGES)[number];

/** Whether a person can oversee what she agrees to. */
export const CAPACITIES = ['yes', 'doubt', 'no'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** How consent stands. Contested: who would give it may be involved, or disagrees. */
export const CONSENT_STANDINGS = ['given', 'not-asked', 'cannot-ask', 'refused', 'representative-contested'] as const;
export type ConsentStanding = (typeof CONSENT_STANDINGS)[number];

/** Being counted, or being counted and asking for shelter or help. */
export const GUIDE_PURPOSES = ['registration', 'registration-and-help'] as const;
export type GuidePurpose = (typeof GUIDE_PURPOSES)[number];

/** The three ways to report. None is ever hidden. */
export const ROUTES = ['must', 'by-name', 'nameless'] as const;
export type Route = (typeof ROUTES)[number];

/** What to do before, or meanwhile. */
export const FIRSTS = ['nothing', 'consult', 'care-coordinator', 'ask', 'ask-age'] as const;
export type First = (typeof FIRSTS)[number];

/** How the request for shelter or help stands, which always has a consent of its own. */
export const HELP_STANDINGS = ['not-asked', 'with-consent', 'ask-first', 'consult-first'] as const;
export type HelpStanding = (typeof HELP_STANDINGS)[number];

export interface GuideAnswers {
  readonly reporter: ReporterType;
  readonly age: ConsentAge;
  readonly capacity: Capacity;
  readonly consent: ConsentStanding;
  readonly purpose: GuidePurpose;
}

/** One row of the decision table: what it looks at, and what follows. What it does not name does not matter to it. */
export interface GuideRule {
  readonly id: string;
  readonly if: {
    readonly duty?: readonly Duty[] | undefined;
    readonly reporter?: readonly ReporterType[] | undefined;
    readonly age?: readonly ConsentAge[] | undefined;
    readonly capacity?: readonly Capacity[] | undefined;
    readonly consent?: readonly ConsentStanding[] | undefined;
    readonly purpose?: readonly GuidePurpose[] | undefined;
  };
  readonly lead: Route;
  readonly first: First;
  readonly help: HelpStanding;
}

/** What a law says about from which age a person consents herself; null when it has rules of its own that no age says. */
export interface ConsentLaw {
  readonly id: string;
  readonly purpose: 'registration' | 'help';
  /** Only for these; for everybody when empty. */
  readonly reporters: readonly ReporterType[];
  readonly consentAge: number | null;
}

const holds = <Value>(wanted: readonly Value[] | undefined, value: Value) => !wanted || wanted.includes(value);

/** The first row of the table that fits; undefined only for a table with a hole in it. */
export function ruleFor<Rule extends GuideRule>(
  rules: readonly Rule[],
  duty: Duty,
  answers: GuideAnswers,
): Rule | undefined {
  return rules.find(
    ({ if: when }) =>
      holds(when.duty, duty) &&
      holds(when.reporter, answers.reporter) &&
      holds(when.age, answers.age) &&
      holds(when.capacity, answers.capacity) &&
      holds(when.consent, answers.consent) &&
      holds(when.purpose, answers.purpose),
  );
}

/** Every combination of answers there is. */
export function* everyAnswer(): Generator<GuideAnswers> {
  for (const reporter of REPORTER_TYPES)
    for (const age of CONSENT_AGES)
      for (const capacity of CAPACITIES)
        for (const consent of CONSENT_STANDINGS)
          for (const purpose of GUIDE_PURPOSES) yield { reporter, age, capacity, consent, purpose };
}

/** How each of the three ways stands for this reporter: the one to take, open as well, or not hers now. */
export type RouteStanding = 'lead' | 'open' | 'other';

export function standingOf(route: Route, lead: Route, duty: Duty, answers: GuideAnswers): RouteStanding {
  if (route === lead) return 'lead';
  if (route === 'nameless') return 'open';
  if (route === 'must') return duty === 'must' ? 'open' : 'other';
  // by name asks a consent that holds, whoever asks it
  return answers.consent === 'given' && answers.capacity === 'yes' && answers.age !== 'unknown' ? 'open' : 'other';
}

/** Who gives consent, and whether a child is asked what it wants itself. */
export interface WhoConsents<Law extends ConsentLaw> {
  readonly law: Law;
  readonly by: 'person' | 'representative' | 'ask-age' | 'own-rules' | 'unsure' | 'not-this-representative';
  /** Between twelve and fifteen: always asked and recorded. */
  readonly asksWish: boolean;
}

/**
 * The same, as far as the answers leave it so: nobody is named as the one to ask who may be involved herself, or of whom it is not sure
 * that she can oversee it.
 */
export function whoConsentsHere<Law extends ConsentLaw>(
  laws: readonly Law[],
  purpose: ConsentLaw['purpose'],
  { reporter, age, capacity, consent }: GuideAnswers,
): WhoConsents<Law> | undefined {
  const who = whoConsents(laws, purpose, reporter, age);
  if (who?.by === 'representative' && consent === 'representative-contested')
    return { ...who, by: 'not-this-representative' };
  return who?.by === 'person' && capacity !== 'yes' ? { ...who, by: 'unsure' } : who;
}

const YOUNGEST: Readonly<Record<Exclude<ConsentAge, 'unknown'>, number>> = {
  '18-or-older': 18,
  '16-17': 16,
  '12-15': 12,
  'under-12': 0,
};

/** By the law that applies to this purpose: never one table of ages for everything. */
export function whoConsents<Law extends ConsentLaw>(
  laws: readonly Law[],
  purpose: ConsentLaw['purpose'],
  reporter: ReporterType,
  age: ConsentAge,
): WhoConsents<Law> | undefined {
  const fitting = laws.filter((law) => law.purpose === purpose);
  const law =
    fitting.find(({ reporters }) => reporters.includes(reporter)) ??
    fitting.find(({ reporters }) => reporters.length === 0);
  if (!law) return undefined;
  const asksWish = age === '12-15';
  if (age === '18-or-older') return { law, by: 'person', asksWish };
  if (law.consentAge === null) return { law, by: 'own-rules', asksWish };
  if (age === 'unknown') return { law, by: 'ask-age', asksWish };
  return { law, by: YOUNGEST[age] >= law.consentAge ? 'person' : 'representative', asksWish };
}
