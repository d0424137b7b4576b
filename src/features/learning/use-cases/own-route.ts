import type { AnyTx } from '../../../platform/db/transact.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { readRoute, SITUATION_WORDS, SITUATIONS, WITHIN_WORDS } from '../../approach/index.ts';

/** The route for reports of the learner's own municipality, as a lesson shows it; undefined when it recorded none. */
export async function ownRoute(tx: AnyTx, actor: Pick<Actor, 'organisationId'>) {
  const { route } = await readRoute(tx, actor);
  return (
    route &&
    SITUATIONS.map((situation) => {
      const line = route.lines.find((each) => each.situation === situation);
      return {
        situation: SITUATION_WORDS[situation].title,
        who: line?.who,
        how: line?.how,
        within: line?.within && WITHIN_WORDS[line.within],
      };
    })
  );
}
