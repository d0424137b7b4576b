import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition, type Edition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { readPartialDate } from '../domain/registration.ts';
import {
  CAPACITIES,
  CONSENT_AGES,
  CONSENT_STANDINGS,
  everyAnswer,
  FIRSTS,
  GUIDE_PURPOSES,
  type GuideAnswers,
  HELP_STANDINGS,
  type HelpStanding,
  REPORTER_TYPES,
  type ReporterType,
  ROUTES,
  type RouteStanding,
  ruleFor,
  standingOf,
  type WhoConsents,
  whoConsentsHere,
} from '../domain/reporting-guide.ts';

const filled = z.string().trim().min(1, 'vul iets in');
const checked = {
  mark: z.enum(['law', 'found', 'own', 'design']),
  verifiedOn: z.iso.date('schrijf de dag als 2026-11-25').nullable(),
};
const DUTIES = ['must', 'may'] as const;

const Reporter = z.strictObject({
  type: z.enum(REPORTER_TYPES),
  name: filled,
  duty: z.enum(DUTIES),
  source: filled,
  ...checked,
});
const Law = z.strictObject({
  id: filled,
  purpose: z.enum(['registration', 'help']),
  reporters: z.array(z.enum(REPORTER_TYPES)),
  consentAge: z.int().min(1).max(18).nullable(),
  name: filled,
  article: filled,
  explanation: filled,
  source: filled,
  ...checked,
});
const RouteWords = z.strictObject({
  route: z.enum(ROUTES),
  name: filled,
  how: filled,
  /** What to say to who cannot take it: what she can do instead. */
  otherwise: z.string(),
  tell: filled,
  article: filled,
  source: filled,
  ...checked,
});
const HelpText = z.strictObject({ tell: filled, article: filled, source: filled, ...checked });
const FirstWords = z.strictObject({ first: z.enum(FIRSTS), name: z.string(), how: z.string() });
const some = <Value extends string>(values: readonly [Value, ...Value[]]) => z.array(z.enum(values)).min(1).optional();
const Rule = z.strictObject({
  id: filled,
  if: z.strictObject({
    duty: some(DUTIES),
    reporter: some(REPORTER_TYPES),
    age: some(CONSENT_AGES),
    capacity: some(CAPACITIES),
    consent: some(CONSENT_STANDINGS),
    purpose: some(GUIDE_PURPOSES),
  }),
  lead: z.enum(ROUTES),
  first: z.enum(FIRSTS),
  help: z.enum(HELP_STANDINGS),
  why: filled,
  article: filled,
  ...checked,
});
const Reading = z.strictObject({
  owner: filled,
  says: filled,
  /** Where it was read; the first edition named it with its owner. */
  source: filled.optional(),
  /** A day, a month or a year, as far as it is known. Never guessed. */
  statedOn: z
    .string()
    .refine((text) => readPartialDate(text) === text, 'schrijf een dag, maand of jaar als 2022-10-31, 2022-10 of 2022')
    .nullable(),
  readOn: z.iso.date(),
  ...checked,
});

const oneOfEach =
  <Value extends string>(values: readonly Value[], of: (each: never) => Value) =>
  (rows: readonly unknown[]) =>
    values.every((value) => rows.filter((row) => of(row as never) === value).length === 1);

const Rules = z
  .looseObject({
    reporters: z.array(Reporter).refine(
      oneOfEach(REPORTER_TYPES, ({ type }: { type: ReporterType }) => type),
      'noem elke aanmelder één keer',
    ),
    laws: z.array(Law),
    routes: z.array(RouteWords).refine(
      oneOfEach(ROUTES, ({ route }: { route: (typeof ROUTES)[number] }) => route),
      'noem elke weg één keer',
    ),
    /** What is read out before consent for shelter or help is given. */
    help: HelpText,
    firsts: z.array(FirstWords).refine(
      oneOfEach(FIRSTS, ({ first }: { first: (typeof FIRSTS)[number] }) => first),
      'noem elke stap één keer',
    ),
    rules: z.array(Rule).min(1),
    readings: z.array(Reading).min(2, 'toon minstens twee lezingen'),
  })
  .refine(({ rules, reporters }) => {
    const duties = new Map(reporters.map(({ type, duty }) => [type, duty]));
    return [...everyAnswer()].every((answers) => ruleFor(rules, duties.get(answers.reporter) ?? 'may', answers));
  }, 'bij elk antwoord hoort een regel');

export type RegistrationRules = z.infer<typeof Rules>;

/** «Mag ik aanmelden?»: `content/registration-rules/`, one decision table with its words. */
export const REGISTRATION_RULES: ContentKind<RegistrationRules> = {
  kind: 'registration-rules',
  schema: Rules,
  verifiedOn: ({ rules, routes, laws, help }) => {
    const days = [...rules, ...routes, ...laws, help].map((each) => plainDate(each.verifiedOn ?? ''));
    return days.every((day) => day !== undefined) ? ((days.toSorted()[0] ?? null) as PlainDate | null) : null;
  },
};

/** The rules as they stand today. Shipped with the product, so there always is an edition. */
export async function rulesToday(tx: Tx<'content.edition'>, today: PlainDate): Promise<Edition<RegistrationRules>> {
  const edition = await currentEdition(tx, REGISTRATION_RULES, today);
  if (!edition) throw new Error('no edition of registration-rules holds today');
  return edition;
}

type Rule = RegistrationRules['rules'][number];
type Law = RegistrationRules['laws'][number];
type RouteText = RegistrationRules['routes'][number];

/** What the table says to these answers: one way to take, and all three shown. */
export interface Guidance {
  readonly rule: Rule;
  readonly first: RegistrationRules['firsts'][number];
  readonly routes: readonly (RouteText & { readonly standing: RouteStanding })[];
  readonly consents: readonly WhoConsents<Law>[];
  /** Only for who wants help too. */
  readonly help: HelpStanding;
  /** What to read out for help, as far as consent for it can be asked now. */
  readonly helpText: RegistrationRules['help'] | undefined;
}

/** Answers «Mag ik aanmelden?» from one edition of the rules. */
export function guidanceFor(rules: RegistrationRules, answers: GuideAnswers): Guidance {
  const duty = rules.reporters.find(({ type }) => type === answers.reporter)?.duty ?? 'may';
  const rule = ruleFor(rules.rules, duty, answers);
  if (!rule) throw new Error('the table of registration-rules has a hole');
  const help = answers.purpose === 'registration' ? 'not-asked' : rule.help;
  const purposes =
    answers.purpose === 'registration' ? (['registration'] as const) : (['registration', 'help'] as const);
  return {
    rule,
    first: rules.firsts.find(({ first }) => first === rule.first)!,
    routes: rules.routes.map((each) => ({ ...each, standing: standingOf(each.route, rule.lead, duty, answers) })),
    consents: purposes
      // who must report needs no consent to be counted
      .filter((purpose) => !(duty === 'must' && purpose === 'registration'))
      .flatMap((purpose) => whoConsentsHere(rules.laws, purpose, answers) ?? []),
    help,
    helpText: help === 'ask-first' || help === 'with-consent' ? rules.help : undefined,
  };
}
