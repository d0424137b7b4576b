import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { createKeptPages } from '../../../platform/http/kept-pages.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { pathsOf } from '../../../ui/public-pages.ts';
import { renderPage } from '../../../ui/render.ts';
import { filterSignals, SIGNAL_CATEGORIES, SIGNAL_FORMS, SIGNAL_ROLES, type Signal } from '../domain/catalogue.ts';
import { searchSignals } from '../domain/catalogue-search.ts';
import { withoutNeverASignal } from '../domain/never-a-signal.ts';
import { CARD_PATH, CatalogueCardsPage } from '../ui/catalogue-cards-page.tsx';
import { CataloguePage } from '../ui/catalogue-page.tsx';
import { SIGNAL_CATEGORY_NAMES, SIGNAL_FORM_NAMES, SIGNAL_ROLE_NAMES } from '../ui/catalogue-texts.ts';
import { signalCard } from '../use-cases/catalogue-card.ts';
import { catalogueToday } from '../use-cases/catalogue-content.ts';
import { checkLines } from '../use-cases/check-lines.ts';
import { OWN_SIGNAL_READERS } from '../use-cases/own-signals.ts';
import { searchWordsToday } from '../use-cases/search-words.ts';
import { askedCard, type CardPrinter } from './card-printer.ts';

const PAGE_SIZE = 20;
const STRENGTHS = ['strong', 'weak'] as const;

/** The catalogue of signals, for everybody. */
export function registerCatalogueRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  print: CardPrinter,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: 'public', purpose: 'geen', data: ['D0'] } as const;
  const mark = options.isDemo ? DEMO_MARK : undefined;
  const kept = createKeptPages();

  for (const path of pathsOf('signalCards'))
    app.get(path, { config }, async (request, reply) => {
      await edge.look(request, 'published', async () => undefined); // reads the clock, which the frame of a demo shows
      return edge.html(reply, <CatalogueCardsPage frame={edge.frame(request)} />);
    });

  app.get(CARD_PATH, { config }, async (request, reply) => {
    const asked = askedCard(request);
    const { lines, today } = await edge.look(request, 'published', async (tx, time) => ({
      lines: await checkLines(tx, time),
      today: time.today,
    }));
    const work = { role: asked.role, name: SIGNAL_ROLE_NAMES.nl[asked.role] };
    const made = { today, mark };
    return print(request, reply, asked, signalCard(work, catalogueToday(today), lines, asked.fold, made));
  });

  for (const path of pathsOf('signals'))
    app.get(path, { config }, async (request, reply) => {
      const today = await edge.look(request, 'published', async (_tx, time) => time.today);
      const frame = edge.frame(request);
      return kept.send(request, reply, `${request.url} ${today} ${frame.nowLabel}`, () =>
        renderPage(catalogueFor(request, frame, today)),
      );
    });
}

/** The page for what is asked in the address; what it does not know is left aside. */
function catalogueFor(request: FastifyRequest, frame: PageFrame, today: PlainDate) {
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
  const { actor } = request.visitor;
  const { lang } = frame;
  const namesOf = ({ form, category }: Signal) =>
    `${SIGNAL_FORM_NAMES[lang][form]} ${SIGNAL_CATEGORY_NAMES[lang][category]}`;
  const help = { namesOf, words: searchWordsToday(today) };
  const words = withoutNeverASignal(question.words);
  const isNeverOne = words !== question.words.trim();
  // nothing else was typed: that finds nothing, not everything
  const among = isNeverOne && words === '' ? [] : filterSignals(signals, question);
  const { found, isGuess, isWider } = searchSignals(among, words, lang, help);
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
      notes={{ isGuess, isWider, isNeverOne }}
      page={page}
      pages={pages}
      leadsToOwn={actor !== undefined && OWN_SIGNAL_READERS.includes(actor.role)}
    />
  );
}
