import { addressOf } from '../../../ui/public-pages.ts';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { RightsRoute } from '../domain/rights.ts';

/** Where to find a number when the guardian is to be called: no line of it is known with a source, and none is made up. */
export function CallGuardian({ route }: { route: RightsRoute }) {
  if (route.id !== 'unaccompanied-minor') return null;
  return (
    <Paragraph>
      Van Nidos staat hier nog geen nummer dat is nagekeken. Hebt u het niet bij de hand? Bel CoMensha of de politie, en
      vraag hoe u Nidos nu bereikt. <Link href={addressOf('whoToCall', 'nl')}>Kijk wie u belt, en op welk nummer</Link>
    </Paragraph>
  );
}
