import type { Role } from '../../../shared-kernel/role.ts';
import type { OnboardingStep } from '../domain/onboarding.ts';

/** What a step is, what shows that it is done, and where it is done by whom. */
export const STEP_WORDS: Readonly<
  Record<
    OnboardingStep,
    {
      readonly title: string;
      readonly shows: string;
      readonly next: string;
      readonly by: string;
      /** Where, and for whom that is open; undefined when it is not done in In Beeld. */
      readonly at?: { readonly href: string; readonly label: string; readonly roles: readonly Role[] };
    }
  >
> = {
  administrator: {
    title: 'Een functioneel beheerder',
    shows: 'iemand is vandaag functioneel beheerder',
    next: 'Wie In Beeld beheert, maakt een code die één keer en één dag werkt. Daarmee komt de eerste beheerder binnen.',
    by: 'wie In Beeld beheert',
  },
  people: {
    title: 'De mensen die de aanpak dragen',
    shows: 'iemand is vandaag aandachtsfunctionaris',
    next: 'Nodig de aandachtsfunctionaris en de beleidsmedewerker uit.',
    by: 'de functioneel beheerder',
    at: { href: '/beheer/mensen', label: 'Nodig mensen uit', roles: ['beheerder'] },
  },
  policy: {
    title: 'Het beleid dat er al is',
    shows: 'van onderdeel K1.1 is bekend hoe het staat',
    next: 'Staat uw beleid op lokaleregelgeving.overheid.nl? Neem het over met het CVDR-nummer.',
    by: 'de beleidsmedewerker of de aandachtsfunctionaris',
    at: {
      href: '/beginnen/beleid',
      label: 'Neem uw beleid over',
      roles: ['aandachtsfunctionaris', 'beleidsmedewerker'],
    },
  },
  training: {
    title: 'Wie er al is getraind',
    shows: 'in het register staat wie er is getraind',
    next: 'Lees de lijst met getrainde mensen in, uit Excel of CSV.',
    by: 'de aandachtsfunctionaris of een teamleider',
    at: { href: '/leren/teams/inlezen', label: 'Lees de lijst in', roles: ['aandachtsfunctionaris'] },
  },
  scan: {
    title: 'De eerste scan',
    shows: 'een scan is vastgesteld',
    next: 'Begin de scan. Wat u al overnam, staat er dan in.',
    by: 'de beleidsmedewerker of de aandachtsfunctionaris',
    at: { href: '/aanpak/scan', label: 'Doe de scan', roles: ['aandachtsfunctionaris', 'beleidsmedewerker'] },
  },
};
