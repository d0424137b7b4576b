import { z } from 'zod';
import { readDutchDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { TRACKS } from '../domain/framework.ts';
import { ACTION_STATUSES, type Action, type ActionRefusal, type Plan, type PlanRefusal } from '../domain/plan.ts';
import type { PlanInput } from '../use-cases/plan.ts';
import type { ActionInput } from '../use-cases/plan-actions.ts';

export const text = (question: string, longest = 200) =>
  z.string().trim().min(1, question).max(longest, `Gebruik hoogstens ${longest} tekens.`);
export const optionalText = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Gebruik hoogstens ${longest} tekens.`)
    .transform((typed) => typed || undefined);

/** A day as Dutch people write it; empty only when it may be. */
export const date = (question: string) =>
  z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({ code: 'custom', message: typed.trim() === '' ? question : NO_DATE });
    return z.NEVER;
  });
export const optionalDate = z.string().transform((typed, context) => {
  if (typed.trim() === '') return undefined;
  const read = readDutchDate(typed);
  if (read) return read;
  context.addIssue({ code: 'custom', message: NO_DATE });
  return z.NEVER;
});
const NO_DATE = 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.';

/** An amount as Dutch people write it: 12.500 or 4,5. */
const amount = (longest: number, decimals: boolean, mend: string) =>
  z.string().transform((typed, context) => {
    const clean = typed.trim().replace(/^€\s*/, '');
    if (clean === '') return undefined;
    const plain = /^\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(clean) ? clean.replaceAll('.', '') : clean;
    const number = /^\d{1,9}(,\d{1,2})?$/.test(plain) ? Number(plain.replace(',', '.')) : Number.NaN;
    if (Number.isFinite(number) && number <= longest && (decimals || Number.isInteger(number))) return number;
    context.addIssue({ code: 'custom', message: mend });
    return z.NEVER;
  });

export const link = z
  .string()
  .trim()
  .max(500, 'Gebruik hoogstens 500 tekens.')
  .refine(
    (typed) => typed === '' || /^https?:\/\/[^\s]+\.[^\s]+$/i.test(typed),
    'Begin het adres met https://, of laat het leeg.',
  )
  .transform((typed) => typed || undefined);
const version = z
  .string()
  .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
  .transform(Number);
const memberId = z
  .union([z.literal(''), z.uuid()], 'Kies iemand uit de lijst, of niemand.')
  .transform((id) => id || undefined);

/** Where the policy stands that a plan is under, when no region of ours published it. */
export const ELSEWHERE = 'elders';

/** The plan itself. */
export const PlanForm = z.object({
  titel: text('Geef het plan een titel.'),
  regioId: z
    .union([z.literal(''), z.literal(ELSEWHERE), z.uuid()], 'Kies een regio uit de lijst.')
    .transform((id) => id || undefined),
  beleid: optionalText(200),
  beleidsadres: link,
  begint: date('Vul in wanneer het plan begint.'),
  eindigt: date('Vul in wanneer er een nieuw plan moet zijn.'),
  versie: version,
});

/** An action of the plan. */
export const ActionForm = z.object({
  titel: text('Schrijf op wat er gaat gebeuren.'),
  spoor: z.enum(TRACKS, 'Kies een van de vier sporen.'),
  onderdeel: z
    .string()
    .trim()
    .max(10, 'Kies een onderdeel uit de lijst.')
    .transform((id) => id || undefined),
  eigenaarId: memberId,
  vervangerId: memberId,
  termijn: optionalDate,
  bedrag: amount(999_999_999, false, 'Vul hele euro’s in, bijvoorbeeld 12.500. Of laat het leeg.'),
  uren: amount(100_000, true, 'Vul een aantal uren in, bijvoorbeeld 40 of 4,5. Of laat het leeg.'),
  versie: version,
});

/** How an action goes. */
export const StatusForm = z.object({
  stand: z.enum(ACTION_STATUSES, 'Kies hoe het met deze actie staat.'),
  aantekening: optionalText(1000),
  versie: version,
});

/** Which proposals to take over. Several boxes of one name come as one field, joined by spaces. */
export const ProposalForm = z.object({
  voorstel: z
    .string()
    .transform((ids) => ids.split(' ').filter(Boolean))
    .pipe(z.array(z.string().max(20)).min(1, 'Vink ten minste één voorstel aan.').max(200)),
});

/** Joins what came from several boxes of one name. */
export function withProposals(body: unknown): Record<string, unknown> {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return { ...fields, voorstel: [fields.voorstel ?? []].flat().join(' ') };
}

/** What is said when a proposal that was ticked is no longer there. */
export const PROPOSAL_GONE =
  'Niet elk voorstel dat u aanvinkte, is er nog: wat het oplost, is intussen geregeld. Kijk na wat er nog staat en bewaar opnieuw.';

export const PLAN_REFUSED: Readonly<
  Record<Exclude<PlanRefusal['code'], 'edit-conflict'>, { readonly field: string; readonly text: string }>
> = {
  'ends-before-start': { field: 'eindigt', text: 'De einddatum moet na het begin liggen.' },
  'runs-too-long': { field: 'eindigt', text: 'Kies een einddatum binnen vier jaar na het begin.' },
  'already-lapsed': { field: 'eindigt', text: 'Deze datum is al voorbij. Vul een dag in die nog komt.' },
  'unknown-region': { field: 'regioId', text: 'Deze regio heeft nu geen beleid dat geldt. Kies opnieuw.' },
};

export const ACTION_REFUSED: Readonly<
  Record<
    Exclude<ActionRefusal['code'], 'edit-conflict' | 'not-found' | 'no-plan' | 'in-plan-already'>,
    { readonly field: string; readonly text: string }
  >
> = {
  'unknown-element': { field: 'onderdeel', text: 'Dit onderdeel bestaat niet. Kies een onderdeel uit de lijst.' },
  'unknown-owner': { field: 'eigenaarId', text: 'Deze collega werkt hier niet meer. Kies iemand anders.' },
  'unknown-substitute': { field: 'vervangerId', text: 'Deze collega werkt hier niet meer. Kies iemand anders.' },
  'substitute-is-same-person': { field: 'vervangerId', text: 'De vervanger moet iemand anders zijn dan de eigenaar.' },
  'due-in-past': { field: 'termijn', text: 'Deze dag is al voorbij. Vul een dag in die nog komt.' },
};

/** The form as the use case takes it. A regional policy elsewhere asks for its name. */
export function planInput(form: z.output<typeof PlanForm>): PlanInput | { readonly missing: 'beleid' } {
  const isElsewhere = form.regioId === ELSEWHERE;
  if (isElsewhere && !form.beleid) return { missing: 'beleid' };
  return {
    title: form.titel,
    startsOn: form.begint,
    endsOn: form.eindigt,
    regionId: isElsewhere ? undefined : form.regioId,
    elsewhere: isElsewhere && form.beleid ? { title: form.beleid, link: form.beleidsadres } : undefined,
    seenVersion: form.versie,
  };
}

export function actionInput(form: z.output<typeof ActionForm>): ActionInput {
  return {
    title: form.titel,
    track: form.spoor,
    closesElement: form.onderdeel,
    ownerId: form.eigenaarId,
    substituteId: form.vervangerId,
    dueOn: form.termijn,
    budgetEuro: form.bedrag,
    hours: form.uren,
  };
}

export function planValues(plan: Plan): Readonly<Record<string, string>> {
  const { regional } = plan;
  const isElsewhere = regional !== undefined && regional.regionId === undefined;
  return {
    titel: plan.title,
    regioId: isElsewhere ? ELSEWHERE : (regional?.regionId ?? ''),
    beleid: isElsewhere ? regional.title : '',
    beleidsadres: isElsewhere ? (regional.link ?? '') : '',
    begint: writeDutchDate(plan.startsOn),
    eindigt: writeDutchDate(plan.endsOn),
    versie: String(plan.version),
  };
}

export function actionValues(action: Action): Readonly<Record<string, string>> {
  return {
    titel: action.title,
    spoor: action.track,
    onderdeel: action.closesElement ?? '',
    eigenaarId: action.owner?.membershipId ?? '',
    vervangerId: action.substitute?.membershipId ?? '',
    termijn: action.dueOn ? writeDutchDate(action.dueOn) : '',
    bedrag: action.budgetEuro === undefined ? '' : action.budgetEuro.toLocaleString('nl-NL'),
    uren: action.hours === undefined ? '' : String(action.hours).replace('.', ','),
    versie: String(action.version),
  };
}
