import type { Translated } from './language.ts';

/** The work in a municipality in which somebody may meet trafficking. Signals, learning paths and the training register use them. */
export const WORK_ROLES = [
  'BZ',
  'KCC',
  'WIJK',
  'JEUGD',
  'WMO',
  'LPA',
  'JW',
  'WENI',
  'SCHULD',
  'HUIS',
  'TH',
  'VERG',
  'VRD',
  'GGD',
] as const;
export type WorkRole = (typeof WORK_ROLES)[number];

/** The work, as people call it. */
export const WORK_ROLE_NAMES: Translated<Readonly<Record<WorkRole, string>>> = {
  nl: {
    BZ: 'Burgerzaken',
    KCC: 'Klantcontact',
    WIJK: 'Wijkteam',
    JEUGD: 'Jeugdteam',
    WMO: 'Wmo',
    LPA: 'Leerplicht',
    JW: 'Jongerenwerk',
    WENI: 'Werk en inkomen',
    SCHULD: 'Schuldhulp',
    HUIS: 'Wonen en huisvesting',
    TH: 'Toezicht en handhaving',
    VERG: 'Vergunningen en Bibob',
    VRD: 'Opvang van vluchtelingen',
    GGD: 'GGD',
  },
  en: {
    BZ: 'Civil affairs',
    KCC: 'Customer contact',
    WIJK: 'Neighbourhood team',
    JEUGD: 'Youth team',
    WMO: 'Social support',
    LPA: 'School attendance',
    JW: 'Youth work',
    WENI: 'Work and income',
    SCHULD: 'Debt help',
    HUIS: 'Housing',
    TH: 'Supervision and enforcement',
    VERG: 'Permits and screening',
    VRD: 'Reception of refugees',
    GGD: 'Public health service',
  },
};
