import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound } from '../../../platform/http/edge.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import { BODY_CHOICES, currentFramework, elementById, readCvdr } from '../../approach/index.ts';
import { EFFECTS, type Effect, OFFERS, type Offer, type RequestRefusal } from '../domain/request.ts';

/** Who asks support for a municipality, and who reads what was asked. */
export const ASKERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
export const READERS: readonly Role[] = [...ASKERS, 'bestuurder'];
/** Who helps: one desk of VNG and CoMensha. */
export const DESK: readonly Role[] = ['vng-adviseur', 'comensha-adviseur'];
export const CONFIG = { purpose: 'VA-11', data: ['D1'] } as const;

const keysOf = <T extends string>(words: Readonly<Record<T, string>>) => Object.keys(words) as [T, ...T[]];
const version = z
  .string()
  .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
  .transform(Number);
const text = (question: string, longest: number) =>
  z.string().trim().min(1, question).max(longest, `Gebruik hoogstens ${longest} tekens.`);

const OWN_BODY = BODY_CHOICES.map(({ value }) => value);
const date = z.string().transform((typed, context) => {
  const read = readDutchDate(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'Vul een datum in, bijvoorbeeld 31-12-2027.' });
  return z.NEVER;
});

export const NothingForm = z.object({});
export const BeginForm = z.object({ gemeente: z.string().regex(/^[\w-]{2,20}$/, 'Kies een gemeente.') });
export const PolicyForm = z.object({
  titel: text('Vul in hoe het beleid heet.', 200),
  cvdr: z.string().transform((typed, context) => {
    if (typed.trim() === '') return undefined;
    const number = readCvdr(typed.trim());
    if (number) return number;
    context.addIssue({ code: 'custom', message: 'Dit is geen CVDR-nummer. Schrijf het zo: CVDR123456.' });
    return z.NEVER;
  }),
  link: z
    .string()
    .trim()
    .max(500, 'Gebruik hoogstens 500 tekens.')
    .refine(
      (typed) => typed === '' || /^https:\/\/[^\s]+\.[^\s]+$/i.test(typed),
      'Begin het adres met https://, of laat het leeg.',
    ),
  orgaan: z.enum(OWN_BODY, 'Kies wie het vaststelde.'),
  datum: date,
  geldigTot: date,
});
export const AskForm = z.object({
  onderdeel: z.string().max(10, 'Kies een onderdeel uit de lijst.'),
  wens: text('Schrijf op waar u hulp bij wilt.', 2000),
});
export const EffectForm = z.object({
  versie: version,
  opbrengst: z.enum(keysOf<Effect>(EFFECTS), 'Kies wat het opleverde.'),
});
export const VersionForm = z.object({ versie: version });
export const PlanForm = z.object({
  versie: version,
  aanbod: z.enum(keysOf<Offer>(OFFERS), 'Kies wat u geeft.'),
  datum: date,
});
export const SessionForm = z.object({
  aanbod: z.enum(keysOf<Offer>(OFFERS), 'Kies wat u geeft.'),
  titel: text('Vul in hoe het heet.', 200),
  datum: date,
  plekken: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'Vul een getal in, van 1 tot en met 500.')
    .transform(Number)
    .refine((places) => places >= 1 && places <= 500, 'Vul een getal in, van 1 tot en met 500.'),
});
export const PlaceForm = z.object({
  versie: version,
  sessie: z.string().refine(isUuid, 'Kies waarin u een plek geeft.'),
});
export const HelpForm = z.object({ versie: version, wat: text('Schrijf op wat u gaf.', 300) });

/** What a refused step says on the page. */
export const MOVED: Readonly<Record<Exclude<RequestRefusal['code'], 'not-found' | 'planned-in-past'>, string>> = {
  'edit-conflict': 'iemand anders was u voor. Kijk wat er nu staat',
  'wrong-state': 'dit kan nu niet meer. Kijk wat er nu staat',
};

export const titleOf = (element: string): string => elementById(currentFramework(), element)?.title ?? '';

export function idIn(request: FastifyRequest, name: string): string {
  const id = (request.params as Record<string, string>)[name];
  if (id === undefined || !isUuid(id)) throw notFound();
  return id;
}

export function pageIn(request: FastifyRequest): number {
  const page = Number((request.query as Record<string, unknown>).pagina);
  return Number.isInteger(page) && page >= 1 && page <= 100_000 ? page : 1;
}
