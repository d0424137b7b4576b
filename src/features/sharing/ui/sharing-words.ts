import type { Kind } from '../../../ui/show/shape.tsx';
import type { Outcome, SharingRule } from '../domain/sharing-rule.ts';

export const GUIDE_PATH = '/mag-ik-delen';
export const DISCLOSURES_PATH = '/privacyloket/verstrekkingen';

/** What the table answers, in a few words. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, { readonly kind: Kind; readonly label: string }>> = {
  yes: { kind: 'ok', label: 'Ja, dit mag' },
  consent: { kind: 'info', label: 'Ja, met toestemming' },
  weigh: { kind: 'warning', label: 'Alleen na een weging' },
  elsewhere: { kind: 'warning', label: 'Niet hier, wel op een andere plek' },
  no: { kind: 'error', label: 'Nee, zo niet' },
};

/** Where a rule comes from. */
export const MARK_WORDS: Readonly<Record<SharingRule['mark'], string>> = {
  law: 'uit de wet',
  found: 'in een openbare bron gelezen',
  own: 'algemene kennis',
  design: 'uitwerking van In Beeld',
};

/** How a message stands, for who supervises. */
export const STATE_WORDS: Readonly<Record<string, string>> = {
  sent: 'verstuurd',
  delivered: 'ontvangen',
  accepted: 'aangenomen',
  refused: 'geweigerd',
  withdrawn: 'ingetrokken',
  expired: 'verlopen',
};
