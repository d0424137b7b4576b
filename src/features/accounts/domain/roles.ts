import type { Role, Scope } from '../../../shared-kernel/role.ts';

/** The kinds of organisation whose people sign in. */
export type OrganisationKind =
  | 'gemeente'
  | 'veiligheidsregio'
  | 'provincie'
  | 'zorgorganisatie'
  | 'opvangorganisatie'
  | 'politie'
  | 'ketenpartner'
  | 'aanmelder'
  | 'comensha'
  | 'vng'
  | 'rapporteur';

interface RoleDescription {
  /** How the role is called on screen. */
  readonly label: string;
  readonly scope: Scope;
  /** In which kinds of organisation the role exists; the first is where the demo looks when none is named. */
  readonly heldIn: readonly OrganisationKind[];
}

/** Every role: its name on screen, how far it sees, and where it exists. Rights per data class stand in the access matrix. */
export const ROLE_DESCRIPTIONS: Readonly<Record<Role, RoleDescription>> = {
  medewerker: { label: 'Medewerker', scope: 'own-records', heldIn: ['gemeente'] },
  teamleider: { label: 'Teamleider', scope: 'own-organisation', heldIn: ['gemeente'] },
  aandachtsfunctionaris: {
    label: 'Aandachtsfunctionaris mensenhandel',
    scope: 'own-organisation',
    heldIn: ['gemeente'],
  },
  beleidsmedewerker: { label: 'Beleidsmedewerker', scope: 'own-organisation', heldIn: ['gemeente'] },
  bestuurder: { label: 'Bestuurder', scope: 'aggregates', heldIn: ['gemeente'] },
  ketenregisseur: { label: 'Ketenregisseur', scope: 'region', heldIn: ['veiligheidsregio', 'provincie'] },
  zorgcoordinator: { label: 'Zorgcoördinator', scope: 'own-records', heldIn: ['zorgorganisatie', 'gemeente'] },
  opvang: { label: 'Medewerker opvang', scope: 'own-organisation', heldIn: ['opvangorganisatie'] },
  aanmelder: { label: 'Aanmelder', scope: 'own-records', heldIn: ['aanmelder'] },
  politie: { label: 'Politie', scope: 'own-records', heldIn: ['politie'] },
  ketenpartner: { label: 'Ketenpartner', scope: 'own-records', heldIn: ['ketenpartner'] },
  'comensha-registratie': { label: 'CoMensha-registratie', scope: 'own-organisation', heldIn: ['comensha'] },
  'comensha-plaatsing': { label: 'CoMensha-plaatsing', scope: 'own-organisation', heldIn: ['comensha'] },
  'comensha-adviseur': { label: 'CoMensha-adviseur', scope: 'nation', heldIn: ['comensha'] },
  'vng-adviseur': { label: 'VNG-adviseur', scope: 'nation', heldIn: ['vng'] },
  analist: { label: 'Analist', scope: 'aggregates', heldIn: ['comensha', 'vng', 'rapporteur'] },
  fg: {
    label: 'Functionaris gegevensbescherming',
    scope: 'own-organisation',
    // every organisation that may open a start gate: without one its gate stays closed
    heldIn: ['gemeente', 'comensha', 'zorgorganisatie', 'opvangorganisatie', 'veiligheidsregio', 'aanmelder'],
  },
  ciso: { label: 'CISO', scope: 'own-organisation', heldIn: ['gemeente', 'comensha', 'veiligheidsregio'] },
  beheerder: {
    label: 'Functioneel beheerder',
    scope: 'own-organisation',
    heldIn: [
      'gemeente',
      'veiligheidsregio',
      'provincie',
      'zorgorganisatie',
      'opvangorganisatie',
      'comensha',
      'vng',
      'aanmelder',
      // writes the agreement down on which the register delivers
      'rapporteur',
    ],
  },
};
