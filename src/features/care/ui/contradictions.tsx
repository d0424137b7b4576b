import { Alert } from '../../../ui/show/alert.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { Contradiction } from '../domain/contradiction.ts';

/** In words, without blame: what stands there twice, and what is said otherwise. */
function say({ first, second, saidOtherwise }: Contradiction): string {
  const both =
    first.name === second.name ? `«${first.name}» staat er twee keer` : `«${first.name}» en «${second.name}»`;
  if (saidOtherwise.length === 0) return `${both}: voor dezelfde mensen, met hetzelfde nummer.`;
  const said = saidOtherwise.map((each) =>
    each === 'phone' ? `een ander nummer (${first.phone} en ${second.phone})` : 'iets anders over vervanging',
  );
  return `${both}: voor dezelfde mensen, met ${said.join(' en ')}.`;
}

/** Where one organisation says twice how the same people are helped. */
export function Contradictions(props: { found: readonly Contradiction[]; isOwn: boolean }) {
  if (props.found.length === 0) return null;
  return (
    <Alert kind="warning" title={props.isOwn ? 'uw aanbod spreekt zichzelf tegen' : 'dit spreekt elkaar tegen'}>
      <BulletList items={props.found.map(say)} />
      <p>
        {props.isOwn
          ? 'Wijzig of beëindig er één. Tot dan ziet iedereen ze allebei.'
          : 'Neemt er niemand op? Bel dan het andere nummer, en vraag de organisatie wat klopt.'}
      </p>
    </Alert>
  );
}
