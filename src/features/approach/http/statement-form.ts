import { z } from 'zod';
import { type DrillFacts, OWN_BODIES, type StatementFacts, type StatementRefusal } from '../domain/statement.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { date, link, optionalDate, text } from './plan-form.ts';
import { UNKNOWN_REGION } from './scan-form.ts';

const evidence = {
  bewijs: text('Vul in hoe het bewijs heet.'),
  vindplaats: link,
  bewijsstukId: z.union([z.literal(''), z.uuid()], 'Kies het document opnieuw.').transform((id) => id || undefined),
};

/** A drill with its report. */
export const DrillForm = z.object({
  gehoudenOp: date('Vul in wanneer u oefende.'),
  scenario: text('Vul in wat u oefende.', 300),
  ...evidence,
});

/** What a municipality states of one element. */
export const StatementForm = z.object({
  onderdeel: z.enum(
    currentFramework().elements.map(({ id }) => id),
    'Kies over welk onderdeel dit gaat.',
  ),
  stand: z.enum(['gemeente', 'regio'], 'Kies wie dit doet.'),
  regio: z
    .string()
    .trim()
    .max(40, 'Kies een regio uit de lijst.')
    .default('')
    .transform((region) => (region === UNKNOWN_REGION ? '' : region) || undefined),
  verklaring: text('Vul in wat er is geregeld.', 300),
  orgaan: z.enum(['', ...OWN_BODIES], 'Kies wie het besluit nam.').transform((body) => body || undefined),
  datum: date('Vul in van welke dag dit is.'),
  geldigTot: optionalDate,
  ...evidence,
});

export function drillFacts(form: z.output<typeof DrillForm>): DrillFacts {
  return {
    heldOn: form.gehoudenOp,
    scenario: form.scenario,
    evidenceTitle: form.bewijs,
    evidenceLink: form.vindplaats,
    evidenceFileId: form.bewijsstukId,
  };
}

export function statementFacts(form: z.output<typeof StatementForm>): StatementFacts {
  return {
    element: form.onderdeel,
    state: form.stand === 'regio' ? 'regional' : 'present',
    regionId: form.stand === 'regio' ? form.regio : undefined,
    sentence: form.verklaring,
    adoptingBody: form.onderdeel === 'K1.1' ? form.orgaan : undefined,
    asOf: form.datum,
    validUntil: form.geldigTot,
    evidenceTitle: form.bewijs,
    evidenceLink: form.vindplaats,
    evidenceFileId: form.bewijsstukId,
  };
}

/** Which field a refusal is about, and what to do. */
export const STATEMENT_REFUSED: Readonly<
  Record<StatementRefusal['code'], { readonly field: string; readonly text: string }>
> = {
  'held-in-future': { field: 'gehoudenOp', text: 'Deze dag komt nog. Leg de oefening vast nadat zij is gehouden.' },
  'older-than-known': { field: 'gehoudenOp', text: 'Er is al een latere oefening vastgelegd; die telt.' },
  'decided-in-future': { field: 'datum', text: 'Deze datum ligt in de toekomst. Vul een dag in die voorbij is.' },
  'ends-before-decision': { field: 'geldigTot', text: 'De einddatum moet na de datum liggen.' },
  'already-lapsed': { field: 'geldigTot', text: 'Deze datum is al voorbij. Vul een dag in die nog komt.' },
  'runs-too-long': { field: 'geldigTot', text: 'Kies een datum binnen vier jaar, zodat dit opnieuw wordt bekeken.' },
  'end-missing': { field: 'geldigTot', text: 'Vul in tot wanneer dit geldt.' },
  'body-missing': { field: 'orgaan', text: 'Kies wie in uw gemeente het besluit nam.' },
  'unknown-region': { field: 'regio', text: 'Uw gemeente hoort vandaag niet bij deze regio. Kies een andere.' },
  'evidence-not-found': { field: 'bewijsstukId', text: 'Dit document is er niet meer. Kies het opnieuw.' },
};
