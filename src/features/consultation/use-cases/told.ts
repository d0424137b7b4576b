import { z } from 'zod';
import { plainDate } from '../../../shared-kernel/plain-date.ts';
import { GIVERS, LANGUAGES, MANNERS, REPRESENTATIVES, WISHES } from '../../registration/index.ts';
import { LAWS, MEETING_KINDS } from '../domain/meeting.ts';

const day = z.string().transform((text, context) => {
  const read = plainDate(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'no day' });
  return z.NEVER;
});
/** `personId` says whom it is about, where it is about somebody: the same in everything about her. */
const common = { meetingId: z.uuid(), aboutId: z.uuid(), personId: z.uuid().optional() };
const Person = z.object({ called: z.string(), question: z.string(), background: z.string() });

/** What travels between the organisations at a table, by what it is. Read as it was sent: nothing is added. */
export const Told = z.discriminatedUnion('what', [
  z.object({
    ...common,
    what: z.literal('invitation'),
    kind: z.enum(MEETING_KINDS),
    title: z.string(),
    purpose: z.string(),
    onDay: day,
    atTime: z.string(),
    place: z.string(),
    chairName: z.string(),
  }),
  z.object({
    ...common,
    what: z.literal('item'),
    number: z.number(),
    purpose: z.string(),
    topic: z.string().optional(),
    person: Person.optional(),
    ground: z.enum(['consent', 'law', 'task']).optional(),
    law: z.enum(LAWS).optional(),
  }),
  // what was decided, or what somebody else at the table does
  z.object({
    ...common,
    what: z.literal('decision'),
    number: z.number(),
    text: z.string(),
    by: z.string().optional(),
    dueOn: day.optional(),
  }),
  z.object({ ...common, what: z.literal('action'), number: z.number(), text: z.string(), dueOn: day }),
  z.object({ ...common, what: z.literal('closed'), on: day }),
  z.object({ ...common, what: z.literal('chair'), chairName: z.string() }),
  z.object({ ...common, what: z.literal('cancelled') }),
  z.object({ ...common, what: z.literal('report'), how: z.enum(['done', 'stuck']) }),
]);
export type Told = z.input<typeof Told>;
/** The same as it was read. */
export type Heard = z.output<typeof Told>;

/** What a message says; undefined when it was not written by this product. */
export function heardIn(bytes: Buffer): Heard | undefined {
  const read = Told.safeParse(JSON.parse(bytes.toString('utf8')));
  return read.success ? read.data : undefined;
}

/** What somebody at the table brings in: an item as she would have it, with the consent as she asked for it. */
export const Brought = z.object({
  purpose: z.string(),
  topic: z.string().optional(),
  person: Person.optional(),
  ground: z.enum(['consent', 'law']).optional(),
  law: z.enum(LAWS).optional(),
  consent: z
    .object({
      ageGroup: z.string(),
      givenBy: z.enum(GIVERS),
      manner: z.enum(MANNERS),
      language: z.enum(LANGUAGES),
      hasInterpreter: z.boolean(),
      wish: z
        .enum(WISHES)
        .optional()
        .transform((wish) => wish),
      representative: z.enum(REPRESENTATIVES).optional(),
      givenOn: day,
    })
    .optional(),
  /** Who brings it, by name. */
  by: z.string(),
});
export type Brought = z.output<typeof Brought>;

/** What was brought in; undefined when it was not written by this product. */
export function broughtIn(bytes: Buffer): Brought | undefined {
  const read = Brought.safeParse(JSON.parse(bytes.toString('utf8')));
  return read.success ? read.data : undefined;
}
