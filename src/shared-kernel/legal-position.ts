/** In which legal position somebody is, as far as it decides the kind of shelter. Everybody has one, and unknown is one too. */
export const LEGAL_POSITIONS = [
  'reflection-period',
  'permit',
  'dutch',
  'minor',
  'unaccompanied-minor',
  'eu-citizen',
  'no-stay',
  'unknown',
] as const;
export type LegalPosition = (typeof LEGAL_POSITIONS)[number];
