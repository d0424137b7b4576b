import type { FieldErrors } from '../../../ui/forms/field.tsx';

/** What the stand of tonight cannot be, beside the field; for the form and for other systems. */
export const STAND_REFUSED: Readonly<Record<string, FieldErrors>> = {
  'place-taken': {
    bezet:
      'Een van deze plekken is net gegeven, of is dat vóór de dag waarop u de plek weer vrij verwacht. Kijk hieronder.',
  },
  'place-not-open': { bezet: 'Een van deze plekken is vannacht niet open. Wijzig eerst de plek.' },
  'nights-turned-round': { vrijOp: 'Deze dag moet na vandaag liggen.' },
  'nights-in-past': { vrijOp: 'Deze dag is voorbij.' },
  'too-many-nights': { vrijOp: 'Kies een dag binnen een jaar. Over een jaar vragen we het opnieuw.' },
};
