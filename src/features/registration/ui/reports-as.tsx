import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ReporterType } from '../domain/reporting-guide.ts';
import { OWN_KINDS_PATH, REPORTER_WORDS } from './registration-words.ts';

/** As what somebody reports, as a fact: the register settled it, so there is nothing to choose. */
export function ReportsAs({ kinds }: { kinds: readonly ReporterType[] }) {
  return (
    <Paragraph>
      U meldt aan als: {kinds.map((kind) => REPORTER_WORDS[kind]).join(', ')}.{' '}
      <Link href={OWN_KINDS_PATH}>Klopt dit niet?</Link>
    </Paragraph>
  );
}
