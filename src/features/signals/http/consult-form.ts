import { z } from 'zod';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import { ADVISED_STEPS, CONSULT_PARTNERS } from '../domain/consultation.ts';
import type { ConsultRefusal } from '../use-cases/consult.ts';

export const day = (question: string) =>
  z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({
      code: 'custom',
      message: typed.trim() === '' ? question : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.',
    });
    return z.NEVER;
  });

export const receiver = z
  .string()
  .max(20, 'Kies een organisatie uit de lijst.')
  .transform((code) => code || undefined);

/** A question without personal data. */
export const ConsultForm = z.object({
  metWie: z.enum(CONSULT_PARTNERS, 'Kies met wie u overlegt.'),
  vraag: z.string().trim().min(1, 'Vul uw vraag in.').max(4000, 'Gebruik hoogstens 4.000 tekens.'),
  nagelezen: z.enum(['', 'ja'], 'Lees de tekst na en vink dit aan.').transform((ticked) => ticked === 'ja'),
  ontvanger: receiver,
});

/** What was advised. */
export const AdviceForm = z.object({
  overleg: z.uuid('Kies over welk overleg dit gaat.'),
  adviesOp: day('Vul in wanneer u het advies kreeg.'),
  advies: z.enum(ADVISED_STEPS, 'Kies waar het advies op neerkwam.'),
  toelichting: z.string().trim().min(1, 'Vul in wat is geadviseerd.').max(4000, 'Gebruik hoogstens 4.000 tekens.'),
});

const NOT_SENT = 'De vraag is niet verstuurd en niet vastgelegd.';

/** Beside which field a refusal of the question stands, and what to do; never what was written. */
export const CONSULT_REFUSED: Readonly<
  Record<
    Exclude<ConsultRefusal['code'], 'not-found' | 'signal-moved-on'>,
    { readonly field: keyof typeof ConsultForm.shape; readonly text: string }
  >
> = {
  'holds-number': {
    field: 'vraag',
    text: 'Er staat een nummer of e-mailadres in waaraan iemand te herkennen is. Haal het weg.',
  },
  'holds-address': {
    field: 'vraag',
    text: 'Er staat een adres of de naam van de plek in. Haal het weg: zeg wat voor plek het is, niet welke.',
  },
  'holds-birth-date': {
    field: 'vraag',
    text: 'Er staat een geboortedatum in. Haal hem weg: de leeftijd is genoeg.',
  },
  'may-name-somebody': {
    field: 'nagelezen',
    text: 'Er staat misschien een naam of kenteken in. Haal het weg. Is het er geen, vink dan aan dat u het hebt nagelezen.',
  },
  'unknown-receiver': { field: 'ontvanger', text: 'Kies een organisatie uit de lijst, of stel de vraag zelf.' },
  'no-agreement': { field: 'ontvanger', text: `Een van de twee afspraken loopt niet meer. ${NOT_SENT}` },
  'no-consent': { field: 'ontvanger', text: NOT_SENT },
  'receiver-ended': { field: 'ontvanger', text: `Deze organisatie bestaat niet meer. ${NOT_SENT}` },
  'receiver-has-no-key': { field: 'ontvanger', text: `Deze organisatie kan nog geen berichten ontvangen. ${NOT_SENT}` },
  'unknown-kind': { field: 'ontvanger', text: NOT_SENT },
  'other-message': { field: 'ontvanger', text: `Begin opnieuw. ${NOT_SENT}` },
};

export const ADVICE_REFUSED = {
  'advice-in-future': { field: 'adviesOp', text: 'Deze dag komt nog. Vul in wanneer u het advies kreeg.' },
  'advice-before-question': {
    field: 'adviesOp',
    text: 'Deze dag ligt voor de vraag. Vul in wanneer u het advies kreeg.',
  },
  'holds-number': {
    field: 'toelichting',
    text: 'Er staat een nummer of e-mailadres in waaraan iemand te herkennen is. Haal het weg.',
  },
} as const;

export const MOVED_ON = 'Het signaal staat intussen ergens anders. Kijk bij het signaal wat er nu kan.';
export const ADVISED_BEFORE = 'Het advies is al vastgelegd. Hieronder ziet u wat er staat.';
