import { z } from 'zod';
import { ADOPTING_BODIES, type AdoptionFacts, type AdoptionRefusal } from '../domain/adoption.ts';
import { date, link, optionalDate, optionalText, text } from './plan-form.ts';

/** A decision on the plan. */
export const AdoptionForm = z.object({
  orgaan: z.enum(ADOPTING_BODIES, 'Kies wie het besluit nam.'),
  mandaathouder: optionalText(200),
  mandaatbesluit: optionalText(200),
  mandaatdatum: optionalDate,
  document: text('Vul in hoe het vastgestelde stuk heet.'),
  documentdatum: date('Vul in van welke dag het stuk is.'),
  vindplaats: link,
  publicatie: link,
  bewijsstukId: z.union([z.literal(''), z.uuid()], 'Kies het document opnieuw.').transform((id) => id || undefined),
  besluitdatum: date('Vul in wanneer dit is besloten.'),
  geldigTot: date('Vul in tot wanneer het besluit geldt.'),
  gezien: z.string().regex(/^[0-9a-f]{64}$/, 'Laad de pagina opnieuw.'),
});

export const ADOPTION_REFUSED: Readonly<
  Record<
    Exclude<AdoptionRefusal['code'], 'edit-conflict' | 'no-plan' | 'plan-is-empty'>,
    { readonly field: keyof typeof AdoptionForm.shape; readonly text: string }
  >
> = {
  'document-in-future': {
    field: 'documentdatum',
    text: 'Deze datum ligt in de toekomst. Vul de dag in waarop het stuk is gemaakt.',
  },
  'decided-in-future': {
    field: 'besluitdatum',
    text: 'Deze datum ligt in de toekomst. Leg het besluit vast nadat het is genomen.',
  },
  'decided-before-document': {
    field: 'besluitdatum',
    text: 'Het besluit kan niet vóór de datum van het stuk zijn genomen.',
  },
  'ends-before-decision': { field: 'geldigTot', text: 'De einddatum moet na de datum van het besluit liggen.' },
  'already-lapsed': { field: 'geldigTot', text: 'Deze datum is al voorbij. Vul een dag in die nog komt.' },
  'runs-too-long': {
    field: 'geldigTot',
    text: 'Kies een datum binnen vier jaar na het besluit, zodat het op tijd opnieuw wordt bekeken.',
  },
  'mandate-missing': {
    field: 'mandaatbesluit',
    text: 'Vul in wie besloot, en op welk mandaatbesluit van uw gemeente en van welke dag dat steunt.',
  },
  'mandate-after-decision': {
    field: 'mandaatdatum',
    text: 'Het mandaat moet vóór het besluit zijn gegeven.',
  },
  'evidence-not-found': { field: 'bewijsstukId', text: 'Dit document is er niet meer. Kies het opnieuw.' },
};

export function adoptionFacts(form: z.output<typeof AdoptionForm>): AdoptionFacts {
  const { mandaathouder, mandaatbesluit, mandaatdatum } = form;
  return {
    body: form.orgaan,
    mandate:
      mandaathouder && mandaatbesluit && mandaatdatum
        ? { holder: mandaathouder, title: mandaatbesluit, decidedOn: mandaatdatum }
        : undefined,
    documentTitle: form.document,
    documentOn: form.documentdatum,
    documentLink: form.vindplaats,
    publicationLink: form.publicatie,
    fileId: form.bewijsstukId,
    decidedOn: form.besluitdatum,
    validUntil: form.geldigTot,
  };
}
