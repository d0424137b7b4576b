import { z } from 'zod';
import type { FieldErrors } from '../../../platform/http/parse.ts';
import { SIGNAL_CATEGORIES } from '../domain/catalogue.ts';
import { CLOSE_REASONS } from '../domain/signal-report.ts';
import type { SignalStrength } from '../domain/triage.ts';
import { TRIAGE_LEVELS } from '../domain/triage.ts';
import { AGREED_REASON_LENGTH, type Recognised } from '../domain/weighing.ts';
import { NUMBER_WORDS } from '../ui/signal-words.ts';
import { signField } from '../ui/weigh-page.tsx';
import type { WeighingRefusal } from '../use-cases/weigh-report.ts';

const strength = z
  .union([z.literal(''), z.enum(['weak', 'strong'])], 'Kies uit de lijst.')
  .transform((value): SignalStrength | undefined => value || undefined);
const known = (whether: string) => z.enum(['yes', 'no', 'unknown'], `Kies ${whether}. Weet u het niet? Kies dan dat.`);
const reason = z.string().trim().max(1000, 'Gebruik hoogstens 1.000 tekens.');

export const WeighForm = z.object({
  acuut: z.enum(['ja', 'nee'], 'Kies of iemand nu in gevaar is.'),
  ...Object.fromEntries(SIGNAL_CATEGORIES.map((category) => [signField(category), strength] as const)),
  dwang: z.enum(
    ['ja', 'nee', 'weet-niet'],
    'Kies of de persoon zelf van dwang spreekt. Weet u het niet? Kies dan dat.',
  ),
  minderjarig: known('of de persoon jonger dan 18 is'),
  beperking: known('of de persoon een beperking heeft'),
  uitkomst: z
    .union([z.literal(''), z.enum(TRIAGE_LEVELS)], 'Kies uw besluit.')
    .transform((level) => level || undefined),
  reden: reason.transform((text) => text || undefined),
});

export const CloseForm = z.object({
  waarom: z.enum(CLOSE_REASONS, 'Kies waarom u dit signaal sluit.'),
  reden: reason.min(1, 'Licht toe waarom u dit signaal sluit.'),
});

/** What was filled in, as the domain weighs it. */
export function recognisedIn(form: z.output<typeof WeighForm>): Recognised {
  const filled = form as Readonly<Record<string, unknown>>;
  const signs = SIGNAL_CATEGORIES.flatMap((category) => {
    const found = filled[signField(category)] as SignalStrength | undefined;
    return found ? [[category, found] as const] : [];
  });
  return {
    isAcute: form.acuut === 'ja',
    signs: Object.fromEntries(signs),
    statesCoercion: form.dwang === 'ja',
    isMinor: form.minderjarig,
    hasMildIntellectualDisability: form.beperking,
  };
}

/** The words beside the field, or above the page (`_signaal`), when a weighing or a closing is refused. */
export function weighRefusalAt(error: Exclude<WeighingRefusal, { code: 'not-found' }>): FieldErrors {
  switch (error.code) {
    case 'reason-missing':
      return { reden: 'U wijkt af van het advies, of maakt een acuut signaal lager. Schrijf waarom.' };
    case 'reason-too-short':
      return { reden: `Schrijf minstens ${AGREED_REASON_LENGTH} tekens: uw collega moet het kunnen beoordelen.` };
    case 'reason-may-name':
      return { reden: 'Er lijkt een naam of kenteken in te staan. Haal die weg: een tweede persoon leest dit.' };
    case 'reason-holds-number':
      return { reden: `Er staat ${NUMBER_WORDS[error.found]} in. Haal het weg.` };
    case 'signal-moved-on':
      return { _signaal: 'Het signaal is intussen verder. Open het opnieuw en kijk hoe het staat.' };
    case 'asked-before':
      return { _signaal: 'Dit is al gevraagd. Een tweede persoon moet nog besluiten; zie Goedkeuringen.' };
    case 'nobody-can-decide':
      return {
        _signaal:
          'Er is nu niemand die kan meebesluiten. Laat de functioneel beheerder een tweede aandachtsfunctionaris of een teamleider aanwijzen.',
      };
    case 'not-your-request':
    case 'decider-ended':
      return { _signaal: 'Met uw rol kunt u dit niet vragen.' };
  }
}
