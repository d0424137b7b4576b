import { z } from 'zod';
import { type PlainDate, readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import { LANGUAGE_WORDS } from '../../registration/index.ts';
import {
  AGREED_MANNERS,
  GOAL_STATES,
  type GoalState,
  type Intake,
  LIFE_DOMAINS,
  type LifeDomain,
  OUTCOME_ANSWERS,
  type OutcomeAnswer,
  type OutcomeMeasure,
  type Plan,
} from '../domain/cases/full-file.ts';
import type { SafetyAnswer } from '../domain/cases/safety.ts';
import { OWN_TASK_KINDS, SETTLED_WAYS } from '../domain/cases/task.ts';
import { VERSION } from './case-form.ts';
import { answer, someDay } from './safety-form.ts';

const LANGUAGES = Object.keys(LANGUAGE_WORDS);
const long = z.string().trim().max(2000, 'Gebruik hoogstens 2.000 tekens.');
const ofDomains = <Ending extends string, Field>(ending: Ending, field: Field) =>
  Object.fromEntries(LIFE_DOMAINS.map((domain) => [`${domain}${ending}`, field])) as Record<
    `${LifeDomain}${Ending}`,
    Field
  >;

export const IntakeForm = z.object({
  ...VERSION,
  wens: long,
  ...ofDomains('Stand', answer),
  ...ofDomains('Uitleg', long),
});

/** A day that may be left open. */
const someDayOrNone = z
  .string()
  .trim()
  .transform((typed, context) => {
    if (typed === '') return undefined;
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'Vul de dag in, bijvoorbeeld 12-3-2027. Of laat het leeg.' });
    return z.NEVER;
  });
const language = z
  .string()
  .refine((typed) => typed === '' || LANGUAGES.includes(typed), 'Kies uit de lijst, of laat het open.');

export const PlanForm = z
  .object({
    ...VERSION,
    eigenWoorden: long,
    ...ofDomains('Doel', z.string().trim().max(500, 'Gebruik hoogstens 500 tekens.')),
    ...ofDomains('Stappen', long),
    ...ofDomains('Klaar', someDayOrNone),
    ...ofDomains(
      'Stand',
      z.union([z.literal(''), z.enum(GOAL_STATES)], 'Kies hoe het doel staat.').transform((typed) => typed || 'open'),
    ),
    planTaal: language,
    vertaling: z.string().trim().max(10_000, 'Gebruik hoogstens 10.000 tekens.'),
  })
  .superRefine((form, context) => {
    const said = form as unknown as Readonly<Record<string, string>>;
    for (const domain of LIFE_DOMAINS)
      if (said[`${domain}Doel`] === '' && (said[`${domain}Stappen`] !== '' || said[`${domain}Klaar`] !== undefined))
        context.addIssue({
          code: 'custom',
          path: [`${domain}Doel`],
          message: 'Schrijf eerst het doel op, of laat ook de rest leeg.',
        });
    if (form.vertaling !== '' && form.planTaal === '')
      context.addIssue({ code: 'custom', path: ['planTaal'], message: 'Kies in welke taal de tekst is.' });
  });

export function intakeOf(form: z.output<typeof IntakeForm>): Intake {
  const said = form as unknown as Readonly<Record<string, string>>;
  return {
    answers: Object.fromEntries(
      LIFE_DOMAINS.map((domain) => [domain, said[`${domain}Stand`] as SafetyAnswer]),
    ) as Intake['answers'],
    notes: Object.fromEntries(
      LIFE_DOMAINS.flatMap((domain) => (said[`${domain}Uitleg`] ? [[domain, said[`${domain}Uitleg`]]] : [])),
    ),
    wish: form.wens,
  };
}

export const intakeValues = ({ answers, notes, wish }: Intake): FieldValues => ({
  wens: wish,
  ...Object.fromEntries(
    LIFE_DOMAINS.flatMap((domain) => [
      [`${domain}Stand`, answers[domain]],
      [`${domain}Uitleg`, notes[domain] ?? ''],
    ]),
  ),
});

export function planOf(form: z.output<typeof PlanForm>): Plan {
  const said = form as unknown as Readonly<Record<string, string | undefined>>;
  return {
    ownWords: form.eigenWoorden,
    goals: LIFE_DOMAINS.flatMap((domain) =>
      said[`${domain}Doel`]
        ? [
            {
              domain,
              goal: said[`${domain}Doel`]!,
              steps: said[`${domain}Stappen`] ?? '',
              until: said[`${domain}Klaar`] as PlainDate | undefined,
              state: said[`${domain}Stand`] as GoalState,
            },
          ]
        : [],
    ),
    language: form.planTaal,
    translation: form.vertaling,
  };
}

export const planValues = ({ ownWords, goals, language: planTaal, translation }: Plan): FieldValues => ({
  eigenWoorden: ownWords,
  planTaal,
  vertaling: translation,
  ...Object.fromEntries(
    goals.flatMap(({ domain, goal, steps, until, state }) => [
      [`${domain}Doel`, goal],
      [`${domain}Stappen`, steps],
      [`${domain}Klaar`, until ?? ''],
      [`${domain}Stand`, state],
    ]),
  ),
});

export const AgreeForm = z.object({
  ...VERSION,
  besprokenOp: someDay('Vul in op welke dag u het plan besprak, bijvoorbeeld 12-3-2027.'),
  besprokenTaal: z.string().refine((typed) => LANGUAGES.includes(typed), 'Kies in welke taal u het plan besprak.'),
  besprokenHoe: z.enum(AGREED_MANNERS, 'Kies hoe u het plan besprak.'),
});

/** What was not answered was not asked: nobody must. */
export const OutcomeForm = z.object({
  ...VERSION,
  ...ofDomains(
    'Gaat',
    z.union([z.literal(''), z.enum(OUTCOME_ANSWERS)], 'Kies uit de lijst.').transform((typed) => typed || 'not-asked'),
  ),
});

export function outcomeOf(form: z.output<typeof OutcomeForm>): OutcomeMeasure {
  const said = form as unknown as Readonly<Record<string, OutcomeAnswer>>;
  return {
    answers: Object.fromEntries(
      LIFE_DOMAINS.map((domain) => [domain, said[`${domain}Gaat`]]),
    ) as OutcomeMeasure['answers'],
  };
}

export const outcomeValues = ({ answers }: OutcomeMeasure): FieldValues =>
  Object.fromEntries(LIFE_DOMAINS.map((domain) => [`${domain}Gaat`, answers[domain]]));

export const TaskForm = z.object({
  wat: z.enum(OWN_TASK_KINDS, 'Kies: een taak of een afspraak.'),
  dag: someDay('Vul de dag in, bijvoorbeeld 12-3-2027.'),
  uur: z
    .string()
    .trim()
    .regex(/^(([01]?\d|2[0-3])[:.][0-5]\d)?$/, 'Vul een tijd in, bijvoorbeeld 14:30. Of laat het leeg.')
    .transform((typed) => (typed === '' ? undefined : typed.replace('.', ':').padStart(5, '0'))),
  omschrijving: z
    .string()
    .trim()
    .min(1, 'Schrijf op wat er moet gebeuren.')
    .max(1000, 'Gebruik hoogstens 1.000 tekens.'),
});
export const SettleForm = z.object({
  taak: z.uuid('Kies een taak.'),
  hoeGing: z.enum(SETTLED_WAYS, 'Kies hoe het ging.'),
});
