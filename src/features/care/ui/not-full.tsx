import { Alert } from '../../../ui/show/alert.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { CASES_PATH } from './case-words.ts';

/** What an organisation reads that keeps its files elsewhere, where a part of the full file would be written. */
export function NotFull() {
  return (
    <Alert kind="info" title="hier schrijft u dit niet op">
      <p>
        Uw organisatie houdt hier geen volledig dossier bij. Schrijf dit in uw eigen systeem.{' '}
        <Link href={`${CASES_PATH}/instelling`}>Wat uw organisatie hier bijhoudt</Link>
      </p>
    </Alert>
  );
}
