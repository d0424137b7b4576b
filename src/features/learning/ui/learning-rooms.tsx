import type { Role } from '../../../shared-kernel/role.ts';
import { LinkCards } from '../../../ui/show/link-cards.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { CAMPAIGN_PATH, CAMPAIGN_TITLE } from './campaign-page.tsx';
import { PACKAGES } from './packages-page.tsx';
import { RECOGNITION_PATH, RECOGNITION_TITLE } from './recognition-page.tsx';
import { TEAMS_PATH, TEAMS_TITLE, TRAINING_PATH, TRAINING_TITLE } from './register-words.ts';

interface Room {
  readonly href: string;
  readonly title: string;
  readonly description: string;
  readonly roles: readonly Role[];
}

const STEER: readonly Role[] = ['teamleider', 'aandachtsfunctionaris', 'beleidsmedewerker', 'bestuurder'];
const ROOMS: readonly Room[] = [
  {
    href: TRAINING_PATH,
    title: TRAINING_TITLE,
    description: 'Uw certificaten, uw team, en een training van elders.',
    roles: [...STEER, 'medewerker'],
  },
  {
    href: RECOGNITION_PATH,
    title: RECOGNITION_TITLE,
    description: 'Twaalf situaties, voor en na het leren. Alleen voor u.',
    roles: [...STEER, 'medewerker'],
  },
  {
    href: TEAMS_PATH,
    title: TEAMS_TITLE,
    description: 'Hoeveel mensen zijn getraind, per soort werk.',
    roles: STEER,
  },
  {
    href: CAMPAIGN_PATH,
    title: CAMPAIGN_TITLE,
    description: 'Wat inwoners, ondernemers en anderen hoorden.',
    roles: STEER,
  },
  {
    href: PACKAGES,
    title: 'Leerpaden voor uw eigen leersysteem',
    description: 'Download een leerpad als SCORM 1.2 of cmi5.',
    roles: ['beleidsmedewerker', 'beheerder'],
  },
];

/** Where else in learning somebody in this role may go. */
export function LearningRooms({ role }: { readonly role: Role }) {
  const cards = ROOMS.filter(({ roles }) => roles.includes(role));
  return cards.length === 0 ? null : (
    <section class="ib-flow" aria-labelledby="verder">
      <Heading level={2} id="verder">
        Ook bij Leren
      </Heading>
      <LinkCards cards={cards} label="Ook bij Leren" />
    </section>
  );
}
