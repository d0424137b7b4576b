import type { Tx } from '../../../platform/db/transact.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import { SUPPORT_KINDS } from '../domain/need.ts';
import { EFFECTS, OFFERS, type Offer } from '../domain/request.ts';
import { readAtDesk } from './desk.ts';

/** An answer of the desk as a practice begins from it: without who asked and for whom. */
export interface AnswerForAll {
  readonly element: string;
  readonly question: string;
  readonly answer: string;
  readonly offer: Offer | undefined;
  /** What kind of support it was, and what came of it. */
  readonly kind: string;
  readonly source: string;
}

/** What was asked and given, once it was given; only for whose desk it is. Through the door `mandate`. */
export async function answerForAll(
  tx: Tx<'support.request' | 'support.step'>,
  actor: Actor,
  id: string,
): Promise<AnswerForAll | undefined> {
  const found = await readAtDesk(tx, actor, id);
  if (!found?.request.helpedOn) return undefined;
  const { request, steps } = found;
  const given = steps.flatMap(({ what }) => (what.startsWith(GIVEN) ? [what.slice(GIVEN.length)] : []));
  const offer = request.plan?.offer;
  return {
    element: request.element,
    question: request.wish,
    answer: given.at(-1) ?? '',
    offer,
    kind: [
      `${SUPPORT_KINDS[request.kind]}${offer ? `, ${OFFERS[offer].toLowerCase()}` : ''}.`,
      ...(request.effect ? [`Na drie maanden: ${EFFECTS[request.effect].toLowerCase()}.`] : []),
    ].join(' '),
    source: `Bron: een antwoord van de balie van VNG en CoMensha, gegeven op ${writeDutchDate(request.helpedOn!)}.`,
  };
}

/** How the step in which help was given begins (`recordHelp`). */
const GIVEN = 'Gegeven: ';
