/** Kinds of organisation that work together against human trafficking. [field review, "Together", 2; issue: partners] */
export const PARTY_TYPES = [
  'municipality',
  'care-coordination',
  'shelter',
  'comensha',
  'safe-home',
  'public-health',
  'youth-care',
  'care-and-safety-house',
  'reception-authority',
  'immigration-service',
  'guardianship',
  'housing-corporation',
  'fairwork',
  'ngo',
  'region',
  'other',
  'police',
  'border-police',
  'prosecution',
  'riec',
  'tax',
  'labour-inspectorate',
] as const;
/** `own` is an official of the municipality that meets by itself. */
export type PartyType = (typeof PARTY_TYPES)[number] | 'own';

/**
 * Authorities that investigate, prosecute or fine: with one of them at the table nobody speaks of a person here. The border police does
 * police work. The database holds the same list (`consultation.participant.needs`).
 */
export const ENFORCEMENT: readonly PartyType[] = [
  'police',
  'border-police',
  'prosecution',
  'riec',
  'tax',
  'labour-inspectorate',
];
export const isEnforcement = (type: PartyType): boolean => ENFORCEMENT.includes(type);

const BY_KIND: Readonly<Record<string, PartyType>> = {
  gemeente: 'municipality',
  veiligheidsregio: 'region',
  provincie: 'region',
  zorgorganisatie: 'care-coordination',
  opvangorganisatie: 'shelter',
  politie: 'police',
  'politie-eenheid': 'police',
  riec: 'riec',
  comensha: 'comensha',
};
const BY_PARTNER_KIND: Readonly<Record<string, PartyType>> = {
  politie: 'police',
  kmar: 'border-police',
  om: 'prosecution',
  riec: 'riec',
  belastingdienst: 'tax',
  arbeidsinspectie: 'labour-inspectorate',
  zvh: 'care-and-safety-house',
  'veilig-thuis': 'safe-home',
  ggd: 'public-health',
  coa: 'reception-authority',
  ind: 'immigration-service',
  nidos: 'guardianship',
  jeugdhulp: 'youth-care',
  woningcorporatie: 'housing-corporation',
  fairwork: 'fairwork',
  ngo: 'ngo',
};

/** Words that name such an authority in what somebody typed; «om» in small letters names nobody. */
const SOUNDS_LIKE: readonly (readonly [RegExp, PartyType])[] = [
  [/\b(politie|avim|recherche|wijkagent)\b/i, 'police'],
  [/\b(marechaussee|kmar)\b/i, 'border-police'],
  [/\bOM\b|\b[Oo]penbaar [Mm]inisterie\b|\b[Oo]fficier van [Jj]ustitie\b/, 'prosecution'],
  [/\briec\b/i, 'riec'],
  [/\b(belastingdienst|fiod)\b/i, 'tax'],
  [/\b(arbeidsinspectie|inspectie szw)\b/i, 'labour-inspectorate'],
];

/** The authority that a name speaks of; undefined when it speaks of none. */
export const soundsLike = (name: string): PartyType | undefined =>
  SOUNDS_LIKE.find(([pattern]) => pattern.test(name))?.[1];

/** What an organisation is, by how it is known in In Beeld; when nothing says so, by what its name speaks of. */
export function partyTypeOf(organisation: {
  readonly kind: string;
  readonly partnerKind: string | null;
  readonly name: string;
}): PartyType {
  const { kind, partnerKind, name } = organisation;
  const known = BY_KIND[kind] ?? (partnerKind ? BY_PARTNER_KIND[partnerKind] : undefined);
  return known ?? soundsLike(name) ?? 'other';
}
