import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Alert } from '../../../ui/show/alert.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Attention } from '../domain/cases/case-file.ts';
import { CASES_PATH } from './case-words.ts';

/** Where the next step is done. */
const NEXT: Readonly<Record<Attention, { readonly path: string; readonly label: string }>> = {
  'unaccompanied-minor': { path: '/gebeurtenissen', label: 'Leg vast wat er gebeurde' },
  'alleged-offender': { path: '/mensen', label: 'Schrijf de advocaat op' },
  'no-residence': { path: '/termijnen', label: 'Zet een termijn' },
};

/** What to watch in this file: each step with where it comes from, and whether somebody looked it through. */
export function AttentionSection(props: {
  code: string;
  situations: readonly {
    readonly id: Attention;
    readonly title: string;
    readonly steps: readonly { readonly say: string; readonly source: string; readonly verifiedOn: string | null }[];
  }[];
}) {
  return (
    <>
      {props.situations.map(({ id, title, steps }) => (
        <Alert kind="warning" title={title} key={id}>
          <ol class="utrecht-ordered-list">
            {steps.map(({ say, source, verifiedOn }) => (
              <li key={say}>
                {say}{' '}
                <span class="ib-soft">
                  ({source};{' '}
                  {verifiedOn ? `nagekeken op ${writeDutchDate(verifiedOn as PlainDate)}` : 'nog te verifiëren'})
                </span>
              </li>
            ))}
          </ol>
          <p>
            <Link href={`${CASES_PATH}/${props.code}${NEXT[id].path}`}>{NEXT[id].label}</Link>
          </p>
        </Alert>
      ))}
    </>
  );
}
