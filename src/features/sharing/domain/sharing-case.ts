import type { Role } from '../../../shared-kernel/role.ts';

/** Who shares: what somebody's role makes her in this. */
export const SHARERS = {
  official: 'medewerker van een gemeente',
  'focal-point': 'aandachtsfunctionaris of ketenregisseur',
  'care-coordinator': 'zorgcoördinator',
  shelter: 'medewerker van een opvang',
  police: 'medewerker van de politie',
  partner: 'medewerker van een ketenpartner',
  comensha: 'medewerker van CoMensha',
} as const;
export type Sharer = keyof typeof SHARERS;

/** Which data, from what is about nobody to what only some may know. */
export const SHARED_DATA = {
  nobody: 'Niets waaraan iemand te herkennen is',
  place: 'Een plek, en wat ik daar zag',
  seen: 'Wat ik zag of hoorde over een persoon, zonder naam',
  identity: 'Wie iemand is: naam, geboortedatum, nummer',
  care: 'Gezondheid, zorg, seksualiteit of verblijfsrecht',
  whereabouts: 'Waar iemand verblijft',
  suspect: 'Een mogelijke dader',
  benefits: 'Gegevens uit een uitkering',
  brp: 'Gegevens uit de basisregistratie personen',
  police: 'Gegevens van de politie',
} as const;
export type SharedData = keyof typeof SHARED_DATA;

/** To whom. */
export const RECEIVERS = {
  colleague: 'Een collega in mijn eigen organisatie',
  care: 'Een zorgcoördinator, zorgaanbieder of opvang',
  'safe-home': 'Veilig Thuis',
  comensha: 'CoMensha',
  police: 'Politie of Marechaussee',
  labour: 'De Arbeidsinspectie',
  'safety-house': 'Een Zorg- en Veiligheidshuis',
  riec: 'Een RIEC',
  municipality: 'Een andere gemeente',
  ngo: 'Een andere hulporganisatie',
} as const;
export type ReceiverKind = keyof typeof RECEIVERS;

/** What for. */
export const PURPOSES = {
  danger: 'Iemand is nu in gevaar',
  advice: 'Ik wil advies',
  help: 'Hulp, zorg of opvang',
  child: 'Een kind beschermen',
  registration: 'Aanmelden bij het landelijke register',
  offence: 'Een strafbaar feit',
  order: 'Toezicht of openbare orde',
  policy: 'Cijfers of beleid',
} as const;
export type Purpose = keyof typeof PURPOSES;

export interface SharingCase {
  readonly from: Sharer;
  readonly data: SharedData;
  readonly to: ReceiverKind;
  readonly purpose: Purpose;
}

const SHARER_OF: Partial<Readonly<Record<Role, Sharer>>> = {
  medewerker: 'official',
  teamleider: 'official',
  beleidsmedewerker: 'official',
  bestuurder: 'official',
  aandachtsfunctionaris: 'focal-point',
  ketenregisseur: 'focal-point',
  zorgcoordinator: 'care-coordinator',
  opvang: 'shelter',
  politie: 'police',
  ketenpartner: 'partner',
  aanmelder: 'partner',
  'comensha-registratie': 'comensha',
  'comensha-plaatsing': 'comensha',
};

/** What a role makes of somebody who shares; undefined for who has no data of people to share. */
export const sharerOf = (role: Role): Sharer | undefined => SHARER_OF[role];

/** The roles that may ask, in the order of `SHARER_OF`. */
export const SHARING_ROLES = Object.keys(SHARER_OF) as readonly Role[];
