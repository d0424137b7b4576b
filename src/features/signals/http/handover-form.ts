import { z } from 'zod';
import { CHANNELS, DECLINE_REASONS } from '../domain/handover.ts';
import type { AnswersRefusal } from '../domain/leaving.ts';
import type { HandingRefusal } from '../use-cases/hand-over.ts';
import { day, receiver } from './consult-form.ts';

const answer = z.enum(['yes', 'no', 'unknown'], 'Kies ja, nee of ik weet het niet.');

/** The four answers before a signal about a person leaves. */
export const LeavingForm = z.object({
  weetHet: answer,
  wilHet: answer,
  veiligBereikbaar: answer,
  waaromNiet: z
    .string()
    .trim()
    .max(1000, 'Gebruik hoogstens 1.000 tekens.')
    .transform((typed) => typed || undefined),
  opnieuwKijken: z.union([z.literal('').transform(() => undefined), day('Vul een dag in.')]),
  melderAkkoord: z.enum(['', 'ja'], 'Vink dit aan, of laat het leeg.').transform((ticked) => ticked === 'ja'),
});

/** To whom, and how. */
export const HandOverForm = z.object({
  naarWie: z.enum(CHANNELS, 'Kies aan wie u het signaal overdraagt.'),
  ontvanger: receiver,
});

/** Which care coordinator of this organisation is let in. */
export const CoordinatorForm = z.object({ zorgcoordinator: z.uuid('Kies een zorgcoördinator.') });

/** What a receiver without an account answered. */
export const ReceiptForm = z.object({
  overdracht: z.uuid('Kies welke ontvanger antwoordde.'),
  antwoord: z.enum(['ontvangen', ...DECLINE_REASONS], 'Kies wat de ontvanger zei.'),
  antwoordOp: day('Vul in wanneer de ontvanger antwoordde.'),
  doorWie: z.string().trim().max(100, 'Gebruik hoogstens 100 tekens.'),
});

export const LEAVING_REFUSED: Readonly<
  Record<
    AnswersRefusal['code'] | 'holds-number',
    { readonly field: keyof typeof LeavingForm.shape; readonly text: string }
  >
> = {
  'not-told-reason-missing': { field: 'waaromNiet', text: 'Vul in waarom de persoon het niet weet.' },
  'look-again-missing': { field: 'opnieuwKijken', text: 'Vul in wanneer u opnieuw kijkt of het wel kan.' },
  'look-again-past': { field: 'opnieuwKijken', text: 'Kies een dag die nog komt.' },
  'look-again-too-late': { field: 'opnieuwKijken', text: 'Kies een dag binnen drie maanden.' },
  'holds-number': {
    field: 'waaromNiet',
    text: 'Er staat een nummer of e-mailadres in waaraan iemand te herkennen is. Haal het weg.',
  },
};

const NOT_SENT = 'Het signaal is niet overgedragen.';

export const HANDING_REFUSED: Readonly<
  Record<
    Exclude<HandingRefusal['code'], 'not-found' | 'signal-moved-on'>,
    { readonly field: keyof typeof HandOverForm.shape; readonly text: string }
  >
> = {
  'handed-before': {
    field: 'naarWie',
    text: 'Het signaal is hier al aan overgedragen. Onder ‘Overgedragen aan’ ziet u hoe het staat.',
  },
  'answers-missing': { field: 'naarWie', text: 'Beantwoord eerst de vragen hierboven.' },
  'consult-first': { field: 'naarWie', text: 'Overleg eerst zonder persoonsgegevens, en leg het advies vast.' },
  'person-does-not-want': {
    field: 'naarWie',
    text: 'De persoon wil dit niet, is volwassen en niet in gevaar. Die keuze gaat voor.',
  },
  'unknown-receiver': { field: 'ontvanger', text: 'Kies een organisatie uit de lijst, of draag het zelf over.' },
  'other-receiver': {
    field: 'ontvanger',
    text: `Deze organisatie is niet de ontvanger die u koos. Per ontvanger mag iets anders mee. ${NOT_SENT}`,
  },
  'no-agreement': { field: 'ontvanger', text: `Een van de twee afspraken loopt niet meer. ${NOT_SENT}` },
  'no-consent': { field: 'ontvanger', text: NOT_SENT },
  'receiver-ended': { field: 'ontvanger', text: `Deze organisatie bestaat niet meer. ${NOT_SENT}` },
  'receiver-has-no-key': { field: 'ontvanger', text: `Deze organisatie kan nog geen berichten ontvangen. ${NOT_SENT}` },
  'unknown-kind': { field: 'ontvanger', text: NOT_SENT },
  'other-message': { field: 'ontvanger', text: `Begin opnieuw. ${NOT_SENT}` },
};

export const RECEIPT_REFUSED = {
  'receipt-in-future': { field: 'antwoordOp', text: 'Deze dag komt nog. Vul in wanneer de ontvanger antwoordde.' },
  'receipt-before-handover': { field: 'antwoordOp', text: 'Deze dag ligt voor de overdracht.' },
} as const;
export const RECEIPT_CONFLICT = {
  'answered-before': 'Het antwoord is al vastgelegd. Hieronder ziet u wat er staat.',
  'exchange-answers': 'Deze overdracht ging via In Beeld. De ontvanger bevestigt daar zelf.',
} as const;

export const INVOLVE_REFUSED = {
  'not-with-care': 'Draag het signaal eerst over aan de zorgcoördinator.',
  'no-coordinator': 'Deze collega kan hier niet bij helpen. Kies een ander.',
  'involved-before': 'Deze zorgcoördinator is al betrokken.',
} as const;
