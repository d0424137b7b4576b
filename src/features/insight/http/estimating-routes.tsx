import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { In } from '../../../ui/language.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { pathsOf } from '../../../ui/public-pages.ts';
import { estimatedRanges, figuresIn } from '../domain/in-view.ts';
import { DEFAULT_STUDY } from '../domain/study.ts';
import { OWN_COMPUTATION } from '../texts.ts';
import { EstimatingPage } from '../ui/estimating-page.tsx';
import { ESTIMATING_TEXTS } from '../ui/estimating-texts.tsx';
import { writeYears } from '../ui/figure-words.tsx';
import { publishedCaptureTable, tableWords } from '../use-cases/capture-table-content.ts';
import { inViewFigures } from '../use-cases/in-view-figures.ts';
import { keptStudy, type StudyOutcome, tableHash } from '../use-cases/run-study.ts';

const OPEN = { access: 'public', purpose: 'VA-20', data: ['D0'] } as const;
const LIMIT_MS = 60_000;
/** A visitor waits this long for numbers; after that the page comes without them and asks again. */
const PATIENCE_MS = 1_500;
const AGAIN_SECONDS = 2;

/** The lesson in estimating: everybody may read it; it computes once, in a thread of its own. */
export function registerEstimatingRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  async function lesson(request: FastifyRequest) {
    const { published, figures } = await edge.look(request, 'published', async (tx, { today }) => ({
      published: await publishedCaptureTable(tx, today),
      figures: await inViewFigures(tx, today),
    }));
    if (!published || !figures) throw notFound();
    const study = await orBusy(keptStudy({ table: published.table, options: DEFAULT_STUDY }, LIMIT_MS));
    return { published, study, figures: figures.body };
  }

  for (const path of pathsOf('estimating'))
    app.get(path, { config: OPEN }, async (request, reply) => {
      const { published, study, figures } = await lesson(request);
      const frame = edge.frame(request);
      const texts = ESTIMATING_TEXTS[frame.lang];
      const { language, title, source, names } = tableWords(published, frame.lang);
      const said = figuresIn(figures, frame.lang);
      const official = estimatedRanges(said);
      const [first] = official;
      const { years, on } = published;
      if (study.kind === 'busy') reply.header('Refresh', String(AGAIN_SECONDS));
      return edge.html(
        reply,
        <EstimatingPage
          frame={frame}
          title={title}
          source={source}
          language={language}
          years={years}
          hash={tableHash(published.table)}
          study={study.kind === 'done' ? study.answer : study.kind === 'busy' ? 'busy' : 'failed'}
          shown={{
            names,
            scope: texts.scope(years[0]!, years.at(-1)!),
            from: `${years[0]}–${years.at(-1)}, ${source.split(';')[0]}`,
            tableSource: { source: <In language={language}>{source}</In>, date: on, uncertainty: texts.certain },
            resultSource: {
              source: texts.ours,
              series: (
                <>
                  {texts.series} <In language={language}>{source}</In>
                </>
              ),
              date: on,
              uncertainty: texts.line,
              jsonHref: `${path}.json`,
            },
            official,
            officialLanguage: said.language,
            ...(first && {
              reference: {
                label: texts.reference(writeYears(first.years, frame.lang), years.length),
                low: first.low * years.length,
                middle: first.middle * years.length,
                high: first.high * years.length,
              },
            }),
          }}
        />,
      );
    });

  for (const path of pathsOf('estimating'))
    app.get(`${path}.json`, { config: OPEN }, async (request, reply) => {
      const { published, study } = await lesson(request);
      const head = {
        ...(options.isDemo && { merk: DEMO_MARK }),
        letOp: OWN_COMPUTATION,
        titel: published.title,
        bron: published.source,
        tabelHash: tableHash(published.table),
      };
      if (study.kind === 'done') return reply.send({ ...head, status: 'klaar', uitkomst: study.answer });
      return reply
        .code(study.kind === 'busy' ? 202 : 503)
        .header('Retry-After', String(AGAIN_SECONDS))
        .send({ ...head, status: study.kind === 'busy' ? 'bezig' : 'mislukt' });
    });
}

async function orBusy(outcome: Promise<StudyOutcome>): Promise<StudyOutcome | { readonly kind: 'busy' }> {
  const patience = new AbortController();
  const busy = new Promise<{ readonly kind: 'busy' }>((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'busy' }), PATIENCE_MS);
    patience.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const answer = await Promise.race([outcome, busy]);
  patience.abort();
  return answer;
}
