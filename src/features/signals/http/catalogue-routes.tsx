import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { CardTree } from '../../../platform/documents/card-tree.ts';
import { createDocumentPress, DOCUMENT_TYPES } from '../../../platform/documents/document-press.ts';
import type { CardFold } from '../../../platform/documents/write-card.ts';
import { type Edge, HttpRefusal, notFound } from '../../../platform/http/edge.ts';
import { createKeptPages } from '../../../platform/http/kept-pages.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { pathsOf } from '../../../ui/public-pages.ts';
import { renderPage } from '../../../ui/render.ts';
import { filterSignals, SIGNAL_CATEGORIES, SIGNAL_FORMS, SIGNAL_ROLES } from '../domain/catalogue.ts';
import { searchSignals } from '../domain/catalogue-search.ts';
import { CARD_PATH, CatalogueCardsPage } from '../ui/catalogue-cards-page.tsx';
import { CataloguePage } from '../ui/catalogue-page.tsx';
import { SIGNAL_ROLE_NAMES } from '../ui/catalogue-texts.ts';
import { signalCard } from '../use-cases/catalogue-card.ts';
import { catalogueToday } from '../use-cases/catalogue-content.ts';
import { checkLines } from '../use-cases/check-lines.ts';

const PAGE_SIZE = 20;
/** More than there are roles and folds: of yesterday nothing is kept long. */
const MOST_PRINTED = 64;
const STRENGTHS = ['strong', 'weak'] as const;

/** The catalogue of signals, for everybody. */
export function registerCatalogueRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: 'public', purpose: 'geen', data: ['D0'] } as const;
  const mark = options.isDemo ? DEMO_MARK : undefined;
  const kept = createKeptPages();
  const press = createDocumentPress();
  app.addHook('onClose', async () => press.stop());
  /** What was printed, by what it says: a card is made once a day, however often it is asked for. */
  const printed = new Map<string, Promise<Uint8Array>>();

  for (const path of pathsOf('signalCards'))
    app.get(path, { config }, async (request, reply) => {
      await edge.look(request, 'published', async () => undefined); // reads the clock, which the frame of a demo shows
      return edge.html(reply, <CatalogueCardsPage frame={edge.frame(request)} />);
    });

  app.get(CARD_PATH, { config }, async (request, reply) => {
    const { rol = SIGNAL_ROLES[0], vouw = 'a4' } = request.query as Record<string, unknown>;
    const role = SIGNAL_ROLES.find((each) => each === rol);
    const fold = (['a4', 'a6'] as const).find((each) => each === vouw);
    if (!role || !fold) throw notFound();
    const { lines, today } = await edge.look(request, 'published', async (tx, time) => ({
      lines: await checkLines(tx, time),
      today: time.today,
    }));
    const inOrder = [...lines].sort((a, b) => a.id.localeCompare(b.id)); // who is open now does not matter on paper
    const work = { role, name: SIGNAL_ROLE_NAMES.nl[role] };
    const card = signalCard(work, catalogueToday(today), inOrder, fold, { today, mark });
    const bytes = await print(card, fold).catch((error: unknown) => {
      request.log.error({ err: error, role, fold }, 'card not made');
      throw new HttpRefusal(503, 'document-not-made');
    });
    return reply
      .type(DOCUMENT_TYPES.pdf)
      .header('Content-Disposition', `inline; filename="signalen-${role.toLowerCase()}-${fold}.pdf"`)
      .send(Buffer.from(bytes));
  });

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

  for (const path of pathsOf('signals'))
    app.get(path, { config }, async (request, reply) => {
      const today = await edge.look(request, 'published', async (_tx, time) => time.today);
      const frame = edge.frame(request);
      return kept.send(request, reply, `${request.url} ${today} ${frame.nowLabel}`, () =>
        renderPage(asked(request, frame, today)),
      );
    });
}

/** The page for what is asked in the address; what it does not know is left aside. */
function asked(request: FastifyRequest, frame: PageFrame, today: PlainDate) {
  const query = request.query as Record<string, unknown>;
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === query[name]);
  const question = {
    words: typeof query.q === 'string' ? query.q.slice(0, 100) : '',
    role: one('rol', SIGNAL_ROLES),
    form: one('vorm', SIGNAL_FORMS),
    category: one('soort', SIGNAL_CATEGORIES),
    strength: one('sterkte', STRENGTHS),
  };
  const { signals } = catalogueToday(today);
  const { found, isGuess } = searchSignals(filterSignals(signals, question), question.words, frame.lang);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_SIZE));
  const wanted = Number(query.pagina);
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1;
  return (
    <CataloguePage
      frame={frame}
      asked={question}
      shown={found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)}
      matching={found.length}
      total={signals.length}
      isGuess={isGuess}
      page={page}
      pages={pages}
    />
  );
}
