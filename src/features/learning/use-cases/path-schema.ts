import { z } from 'zod';
import { plainDate } from '../../../shared-kernel/plain-date.ts';
import { WORK_ROLES } from '../../../shared-kernel/work-role.ts';
import { AUDIENCES, CHAPTERS, CHECK_STEP, LINKABLE } from '../domain/path.ts';

const filled = z.string().trim().min(1, 'vul iets in');
const aDay = z.string().refine((text) => plainDate(text) !== undefined, 'schrijf een bestaande dag als 2026-11-25');
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'gebruik kleine letters, cijfers en streepjes');
const translated = z.strictObject({ nl: filled, en: filled });

/** No two of them carry the same id. */
const isOnce = (items: readonly { readonly id: string }[]) => new Set(items.map(({ id }) => id)).size === items.length;
const once = 'twee onderdelen hebben hetzelfde id';

const head = {
  id: slug.refine((id) => id !== CHECK_STEP, `«${CHECK_STEP}» is de toets zelf`),
  chapter: z.enum(CHAPTERS),
  title: filled,
  /** The id of a reference in `content/learning-shared`. */
  reference: filled,
};

const TextFile = z.strictObject({
  ...head,
  kind: z.literal('text'),
  paragraphs: z.array(filled).min(1),
  points: z.array(filled).default([]),
  showsRoute: z.boolean().default(false),
  links: z.array(z.strictObject({ label: filled, href: z.enum(LINKABLE, 'deze link bestaat niet') })).default([]),
  /** The text teaches what is never a signal, and so names it. */
  namesWhatIsNever: z.boolean().default(false),
});

const ChoiceFile = z.strictObject({
  id: z.string().regex(/^[a-e]$/, 'noem keuzes a, b, c …'),
  text: filled,
  isRight: z.boolean(),
  consequence: filled,
});

const SceneFile = z.strictObject({
  ...head,
  kind: z.literal('scene'),
  situation: z.array(filled).min(1),
  question: filled,
  choices: z
    .array(ChoiceFile)
    .min(2, 'geef minstens twee keuzes')
    .refine(isOnce, once)
    .refine((choices) => choices.some(({ isRight }) => isRight), 'geen enkele keuze is goed')
    .refine((choices) => choices.some(({ isRight }) => !isRight), 'elke keuze is goed: dan valt er niets te kiezen'),
  why: filled,
});

const StoryFile = z.strictObject({
  ...head,
  kind: z.literal('story'),
  opening: filled,
  moments: z
    .array(z.strictObject({ id: slug, text: filled, isSign: z.boolean(), why: filled }))
    .min(4, 'een verhaal heeft minstens vier momenten')
    .refine(isOnce, once)
    .refine((moments) => moments.some(({ isSign }) => isSign), 'in geen enkel moment is iets te zien'),
  ending: filled,
});

const QuestionFile = z.strictObject({
  kind: z.literal('question'),
  id: slug,
  question: filled,
  answers: z
    .array(z.strictObject({ id: z.string().regex(/^[a-e]$/, 'noem antwoorden a, b, c …'), text: filled }))
    .min(2)
    .refine(isOnce, 'twee antwoorden hebben dezelfde letter'),
  right: filled,
  explanation: filled,
  reference: filled,
});

/** In the place of a part or question: one that was written for several paths. */
const SharedFile = z.strictObject({ kind: z.literal('shared'), id: slug });

/** What every file of `content/learning-shared` must hold: what paths rest on, and what occurs in more than one of them. */
export const SharedEdition = z.looseObject({
  id: filled,
  validFrom: aDay,
  references: z
    .array(
      z.strictObject({
        id: filled,
        title: filled,
        source: filled,
        href: z.url('schrijf een adres dat met https begint').nullable(),
        readOn: aDay.nullable(),
      }),
    )
    .min(1)
    .refine(isOnce, 'twee verwijzingen hebben hetzelfde id'),
  parts: z.array(z.discriminatedUnion('kind', [TextFile, SceneFile, StoryFile])).refine(isOnce, once),
  questions: z.array(QuestionFile).refine(isOnce, once),
});

/** A role path teaches decisions: this many at least. */
const FEWEST_SCENES = 8;

/** What every file of `content/learning` must hold by itself; what it names elsewhere is checked by the loader. */
export const PathEdition = z
  .looseObject({
    id: slug,
    version: z.int().min(1).default(1),
    validFrom: aDay,
    title: translated,
    lead: translated,
    audience: z.enum(AUDIENCES),
    roles: z.array(z.enum(WORK_ROLES, 'deze functie bestaat niet')).default([]),
    minutes: z.int().min(1).max(60),
    follows: slug.nullable(),
    parts: z
      .array(z.discriminatedUnion('kind', [SharedFile, TextFile, SceneFile, StoryFile]))
      .min(3)
      .refine(isOnce, once),
    check: z.strictObject({
      passWith: z.int().min(1),
      questions: z
        .array(z.discriminatedUnion('kind', [SharedFile, QuestionFile]))
        .min(2)
        .refine(isOnce, once),
    }),
    validatedBy: filled.nullable(),
    validatedOn: aDay.nullable(),
  })
  .refine(({ audience, roles }) => (audience === 'work') === roles.length > 0, {
    message: 'noem functies als het pad voor functies is (audience work), en anders niet',
    path: ['roles'],
  })
  .refine(
    ({ audience, parts }) =>
      audience !== 'work' || parts.filter(({ kind }) => kind === 'scene').length >= FEWEST_SCENES,
    {
      message: `een pad voor een functie heeft minstens ${FEWEST_SCENES} situaties waarin iemand kiest`,
      path: ['parts'],
    },
  )
  .refine(
    ({ check }) =>
      check.questions.every((each) => each.kind === 'shared' || each.answers.some(({ id }) => id === each.right)),
    {
      message: 'het goede antwoord staat er niet bij',
      path: ['check', 'questions'],
    },
  )
  .refine(({ check }) => check.passWith <= check.questions.length, {
    message: 'er zijn minder vragen dan er goed moeten zijn',
    path: ['check', 'passWith'],
  })
  .refine(({ validatedBy, validatedOn }) => (validatedBy === null) === (validatedOn === null), {
    message: 'vul in wie het pad toetste én wanneer, of geen van beide',
    path: ['validatedBy'],
  });

export type PathFile = z.output<typeof PathEdition>;
export type SharedFileOfPaths = z.output<typeof SharedEdition>;
