import { z } from 'zod';
import type { Instrument, InstrumentFacts, InstrumentRefusal } from '../domain/instrument.ts';
import { date, link, optionalText, text } from './plan-form.ts';

const yesOrNo = (question: string) => z.enum(['ja', 'nee'], question).transform((answer) => answer === 'ja');

/** Whether an instrument is there. */
export const InstrumentForm = z.object({
  beschikbaar: yesOrNo('Kies ja of nee.'),
  grondslag: optionalText(200),
  vindplaats: link,
  beslisser: optionalText(200),
  versie: z
    .string()
    .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
    .transform(Number),
});

/** That it was used. */
export const UseForm = z.object({
  datum: date('Vul in wanneer het is gebruikt.'),
  waarvoor: text('Vul in waarvoor het is gebruikt.', 500),
  uitkomst: optionalText(500),
  slachtoffercheck: z
    .union([z.literal(''), z.enum(['ja', 'nee'])], 'Kies ja of nee.')
    .transform((answer) => (answer === '' ? undefined : answer === 'ja')),
});

export const INSTRUMENT_REFUSED: Readonly<
  Record<Exclude<InstrumentRefusal['code'], 'edit-conflict'>, { readonly field: string; readonly text: string }>
> = {
  'basis-missing': { field: 'grondslag', text: 'Vul in op welke regel dit in uw gemeente steunt.' },
  'used-in-future': { field: 'datum', text: 'Deze datum ligt in de toekomst. Leg het gebruik vast als het zover is.' },
  'instrument-not-there': {
    field: 'waarvoor',
    text: 'Leg eerst vast dat uw gemeente dit instrument heeft, en op welke regel het steunt.',
  },
  'victim-check-missing': {
    field: 'slachtoffercheck',
    text: 'Kies of eerst is nagegaan of iemand daar slachtoffer kan zijn.',
  },
};

export function instrumentFacts(form: z.output<typeof InstrumentForm>): InstrumentFacts {
  return { isAvailable: form.beschikbaar, basis: form.grondslag, link: form.vindplaats, decidedBy: form.beslisser };
}

export function instrumentValues(instrument: Instrument | undefined): Readonly<Record<string, string>> {
  if (!instrument) return { versie: '0' };
  return {
    beschikbaar: instrument.isAvailable ? 'ja' : 'nee',
    grondslag: instrument.basis ?? '',
    vindplaats: instrument.link ?? '',
    beslisser: instrument.decidedBy ?? '',
    versie: String(instrument.version),
  };
}
