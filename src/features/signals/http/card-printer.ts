import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CardTree } from '../../../platform/documents/card-tree.ts';
import { DOCUMENT_TYPES, type DocumentPress } from '../../../platform/documents/document-press.ts';
import type { CardFold } from '../../../platform/documents/write-card.ts';
import { HttpRefusal, notFound } from '../../../platform/http/edge.ts';
import { SIGNAL_ROLES, type SignalRole } from '../domain/catalogue.ts';

/** More than there are roles and folds: of yesterday nothing is kept long. */
const MOST_PRINTED = 64;

/** Which card is asked for in the address. */
export interface AskedCard {
  readonly role: SignalRole;
  readonly fold: CardFold;
}

/** @throws the answer 404 for a kind of work or a fold that does not exist. */
export function askedCard(request: FastifyRequest): AskedCard {
  const { rol = SIGNAL_ROLES[0], vouw = 'a4' } = request.query as Record<string, unknown>;
  const role = SIGNAL_ROLES.find((each) => each === rol);
  const fold = (['a4', 'a6'] as const).find((each) => each === vouw);
  if (!role || !fold) throw notFound();
  return { role, fold };
}

/** Prints cards of signals, one of each a day, however often they are asked for. */
export type CardPrinter = (
  request: FastifyRequest,
  reply: FastifyReply,
  asked: AskedCard,
  card: CardTree,
) => Promise<FastifyReply>;

export function createCardPrinter(press: Pick<DocumentPress, 'printCard'>): CardPrinter {
  /** What was printed, by what it says. */
  const printed = new Map<string, Promise<Uint8Array>>();

  function print(card: CardTree, fold: CardFold): Promise<Uint8Array> {
    const key = `${fold} ${JSON.stringify(card)}`;
    const known = printed.get(key);
    if (known) return known;
    if (printed.size >= MOST_PRINTED) printed.clear();
    const made = press.printCard(card, fold);
    printed.set(key, made);
    made.catch(() => printed.delete(key));
    return made;
  }

  return async (request, reply, { role, fold }, card) => {
    const bytes = await print(card, fold).catch((error: unknown) => {
      request.log.error({ err: error, role, fold }, 'card not made');
      throw new HttpRefusal(503, 'document-not-made');
    });
    return reply
      .type(DOCUMENT_TYPES.pdf)
      .header('Content-Disposition', `inline; filename="signalen-${role.toLowerCase()}-${fold}.pdf"`)
      .send(Buffer.from(bytes));
  };
}
