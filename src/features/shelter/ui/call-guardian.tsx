import { addressOf } from '../../../ui/public-pages.ts';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { RightsRoute } from '../domain/rights.ts';

/** Where to find a number when the guardian is to be called: no line of it is known with a source, and none is made up. */
export function CallGuardian({ route }: { route: RightsRoute }) {
  if (route.id !== 'unaccompanied-minor') return null;
  return (
    <Paragraph>
      Van Nidos staat hier nog geen nummer dat is nagekeken. Gebruik het nummer dat uw organisatie zelf heeft.{' '}
      <Link href={addressOf('whoToCall', 'nl')}>Welke nummers zijn er wel?</Link>
    </Paragraph>
  );
}
