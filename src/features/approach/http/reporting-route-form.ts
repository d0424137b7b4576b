import { z } from 'zod';
import { addMonths, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import {
  type ReportingRoute,
  type RouteDrillInput,
  type RouteDrillRefusal,
  type RouteInput,
  type RouteLine,
  type RouteRefusal,
  SITUATIONS,
  type Situation,
  WITHIN,
} from '../domain/reporting-route.ts';
import { date, optionalText, text } from './plan-form.ts';

/** The fields of each situation: who, how, by when. */
const LINE_FIELDS = {
  acute: ['acuutWie', 'acuutHoe', 'acuutWanneer'],
  person: ['persoonWie', 'persoonHoe', 'persoonWanneer'],
  location: ['plekWie', 'plekHoe', 'plekWanneer'],
  minor: ['jongereWie', 'jongereHoe', 'jongereWanneer'],
  labour: ['werkWie', 'werkHoe', 'werkWanneer'],
  night: ['nachtWie', 'nachtHoe', 'nachtWanneer'],
} as const satisfies Record<Situation, readonly [who: string, how: string, within: string]>;

/** What the page calls the three fields of a situation. */
export const fieldsOf = (situation: Situation) => LINE_FIELDS[situation];

// long enough for a function and a number; the route must fit on one sheet
const who = optionalText(60);
const how = optionalText(60);
const within = z.enum(['', ...WITHIN], 'Kies wanneer.').transform((chosen) => chosen || undefined);

/** The route for reports: three fields for each situation, and until when it counts. */
export const RouteForm = z.object({
  acuutWie: who,
  acuutHoe: how,
  acuutWanneer: within,
  persoonWie: who,
  persoonHoe: how,
  persoonWanneer: within,
  plekWie: who,
  plekHoe: how,
  plekWanneer: within,
  jongereWie: who,
  jongereHoe: how,
  jongereWanneer: within,
  werkWie: who,
  werkHoe: how,
  werkWanneer: within,
  nachtWie: who,
  nachtHoe: how,
  nachtWanneer: within,
  opnieuwNakijken: date('Vul in wanneer u de meldroute opnieuw nakijkt.'),
  versie: z
    .string()
    .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
    .transform(Number),
});

/** A drill of the route, with its result. */
export const RouteDrillForm = z.object({
  situatie: z.enum(SITUATIONS, 'Kies welke situatie u oefende.'),
  gehoudenOp: date('Vul in wanneer u oefende.'),
  scenario: text('Vul in wat u oefende.', 300),
  uitkomst: z.enum(['ja', 'nee'], 'Kies of de meldroute werkte.'),
  verbeteren: optionalText(300),
});

export function routeInput(form: z.output<typeof RouteForm>): RouteInput {
  const lines = SITUATIONS.map((situation): RouteLine => {
    const [whoField, howField, withinField] = LINE_FIELDS[situation];
    return { situation, who: form[whoField], how: form[howField], within: form[withinField] };
  });
  return { lines, validUntil: form.opnieuwNakijken, seenVersion: form.versie };
}

/** What the form shows at first: the route as it is, or a year to look at it again. */
export function routeValues(route: ReportingRoute | undefined, today: PlainDate): Readonly<Record<string, string>> {
  const lines = SITUATIONS.flatMap((situation) => {
    const line = route?.lines.find((each) => each.situation === situation);
    const [whoField, howField, withinField] = LINE_FIELDS[situation];
    return [
      [whoField, line?.who ?? ''],
      [howField, line?.how ?? ''],
      [withinField, line?.within ?? ''],
    ];
  });
  return {
    ...Object.fromEntries(lines),
    opnieuwNakijken: writeDutchDate(route?.validUntil ?? addMonths(today, 12)),
    versie: String(route?.version ?? 0),
  };
}

export function drillInput(form: z.output<typeof RouteDrillForm>): RouteDrillInput {
  return {
    situation: form.situatie,
    heldOn: form.gehoudenOp,
    scenario: form.scenario,
    hasWorked: form.uitkomst === 'ja',
    toMend: form.verbeteren,
  };
}

/** Beside which field a refusal stands, and what to do. */
export function routeRefusedAt(
  refusal: Exclude<RouteRefusal, { readonly code: 'edit-conflict' }>,
  lines: readonly RouteLine[],
): Readonly<Record<string, string>> {
  if (refusal.code === 'line-missing') {
    const line = lines.find(({ situation }) => situation === refusal.situation);
    const [whoField, howField, withinField] = LINE_FIELDS[refusal.situation];
    const field = !line?.who ? whoField : !line.how ? howField : withinField;
    return { [field]: 'Vul dit in: uw meldroute was compleet en telt als bewijs. Laat geen situatie open.' };
  }
  return {
    opnieuwNakijken:
      refusal.code === 'already-lapsed'
        ? 'Deze datum is al voorbij. Vul een dag in die nog komt.'
        : 'Kies een datum binnen vier jaar, zodat de meldroute opnieuw wordt bekeken.',
  };
}

export const DRILL_REFUSED: Readonly<
  Record<RouteDrillRefusal['code'], { readonly field: keyof typeof RouteDrillForm.shape; readonly text: string }>
> = {
  'route-missing': {
    field: 'situatie',
    text: 'Leg eerst in de meldroute vast wie dit oppakt, hoe en wanneer. Daarna kunt u het oefenen.',
  },
  'held-in-future': {
    field: 'gehoudenOp',
    text: 'Deze dag komt nog. Leg de oefening vast nadat zij is gehouden.',
  },
  'mend-missing': { field: 'verbeteren', text: 'Vul in wat er anders moet, zodat het de volgende keer wel werkt.' },
};
