import { z } from 'zod';
import { HELP_DATA, REGISTRATION_DATA } from '../domain/consent.ts';
import {
  AGE_GROUPS,
  COMPLAINTS,
  EXPLOITATION_FORMS,
  EXPLOITATION_SECTORS,
  EXPLOITED_IN,
  GENDERS,
  type PartialDate,
  RECRUITED_BY,
  REGIONS,
  readPartialDate,
} from '../domain/registration.ts';
import { REPORTER_TYPES, ROUTES } from '../domain/reporting-guide.ts';
import type { RegistrationMessage } from './send-registration.ts';

const partial = z
  .string()
  .refine((text) => readPartialDate(text) === text, 'geen dag, maand of jaar')
  .transform((text) => text as PartialDate)
  .optional();

/** What travels of a consent. */
export const SharedConsentBody = z.object({
  givenOn: z.iso.date(),
  data: z
    .array(z.enum([...REGISTRATION_DATA, ...HELP_DATA]))
    .min(1)
    .max(10),
});

/** What a registration says, as it travels. */
export const MessageContent = z.object({
  ageGroup: z.enum(AGE_GROUPS),
  gender: z.enum(GENDERS),
  nationalities: z.array(z.string().regex(/^[A-Z]{2}$/)).max(5),
  forms: z.array(z.enum(EXPLOITATION_FORMS)).max(EXPLOITATION_FORMS.length),
  sectors: z.array(z.enum(EXPLOITATION_SECTORS)).max(EXPLOITATION_SECTORS.length),
  exploitedIn: z.enum(EXPLOITED_IN),
  recruitedBy: z.enum(RECRUITED_BY),
  from: partial,
  until: partial,
  identifiedOn: partial,
  complaint: z.enum(COMPLAINTS),
  children: z.int().min(0).max(30).optional(),
  isKmarSub3: z.boolean(),
});

const Message = z.object({
  code: z.string().regex(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/),
  route: z.enum(ROUTES),
  reporterType: z.enum(REPORTER_TYPES),
  region: z.enum(REGIONS),
  sentOn: z.iso.date(),
  content: MessageContent,
  person: z.object({ name: z.string().min(1).max(200), birthDate: partial }).optional(),
  joins: z.uuid().optional(),
  consent: SharedConsentBody.optional(),
});

/** What a message of another organisation says, as far as it is one of ours; undefined when it is not. */
export function readMessageContent(bytes: Buffer): Omit<RegistrationMessage, 'sentOn'> | undefined {
  let said: unknown;
  try {
    said = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  const read = Message.safeParse(said);
  if (!read.success) return undefined;
  const { content, person, joins, consent, ...rest } = read.data;
  return {
    ...rest,
    content: {
      ...content,
      from: content.from,
      until: content.until,
      identifiedOn: content.identifiedOn,
      children: content.children,
    },
    person: person && { name: person.name, birthDate: person.birthDate },
    joins,
    consent,
  };
}
