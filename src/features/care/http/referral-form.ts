import { z } from 'zod';
import { typedNumber } from '../../../platform/http/typed-number.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';
import { ConsentForm } from '../../registration/index.ts';
import { REFERRAL_KINDS, REFUSE_REASONS } from '../domain/cases/referral.ts';

const fields = {
  ontvanger: z.string().min(1, 'Kies aan welke organisatie u dit stuurt.').max(20, 'Kies uit de lijst.'),
  wat: z.enum(REFERRAL_KINDS, 'Kies wat u vraagt.'),
  delen: z.string().min(1, 'Kies wat er meegaat.').describe('Eén of meer delen.'),
  vraag: z.string().trim().min(1, 'Schrijf op wat u precies vraagt.').max(1000, 'Gebruik hoogstens 1.000 tekens.'),
  bereikbaar: typedNumber,
};
export const ReferForm = z.object({ ...fields, ...ConsentForm.shape });
export const EmergencyReferForm = z.object({
  ...fields,
  reden: z
    .string()
    .trim()
    .min(20, 'Vertel in minstens twintig tekens wat het gevaar is, en waarom u het nu niet kunt vragen.')
    .max(1000, 'Gebruik hoogstens 1.000 tekens.')
    // whoever looks along reads it in the room of approvals, where nothing is sealed
    .refine((typed) => {
      const { numbers, looksLikeName } = guardText(typed);
      return numbers.length === 0 && !looksLikeName;
    }, 'Hier lijkt een naam, een plaats of een nummer in te staan. Schrijf op wat er is, zonder te zeggen wie of waar.'),
});
const verwijzing = z.uuid('Kies een verwijzing.');
export const WithdrawReferralForm = z.object({ verwijzing });
export const ShareConsentForm = z.object({ verwijzing, ...ConsentForm.shape });
export const RefuseReferralForm = z.object({ weigerreden: z.enum(REFUSE_REASONS, 'Kies waarom u dit niet aanneemt.') });
