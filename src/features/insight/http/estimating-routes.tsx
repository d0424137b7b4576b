import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { estimatedRanges } from '../domain/in-view.ts';
import { DEFAULT_STUDY } from '../domain/study.ts';
import { OWN_COMPUTATION } from '../texts.ts';
import { EstimatingPage } from '../ui/estimating-page.tsx';
import { writeYears } from '../ui/figure-words.tsx';
import { publishedCaptureTable } from '../use-cases/capture-table-content.ts';
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
    return { published, study, official: estimatedRanges(figures.body) };
  }

  app.get('/cijfers/schatten', { config: OPEN }, async (request, reply) => {
    const { published, study, official } = await lesson(request);
    const { years, source, on } = published;
    const [first] = official;
    if (study.kind === 'busy') reply.header('Refresh', String(AGAIN_SECONDS));
    const tableSource = { source, date: on, uncertainty: 'geen, dit is een telling' };
    return edge.html(
      reply,
      <EstimatingPage
        frame={edge.frame(request)}
        title={published.title}
        years={years}
        source={source}
        hash={tableHash(published.table)}
        study={study.kind === 'done' ? study.study : study.kind === 'busy' ? 'busy' : 'failed'}
        shown={{
          names: Object.fromEntries(published.lists.map(({ code, name }) => [code, name])),
          scope: `over ${years[0]} tot en met ${years.at(-1)} samen`,
          tableSource,
          resultSource: {
            source: 'In Beeld, eigen berekening, geen officiële schatting',
            series: `tabel: ${source}`,
            date: on,
            uncertainty: 'de lijn door elke balk',
            jsonHref: '/cijfers/schatten.json',
          },
          official,
          ...(first && {
            reference: {
              label: `Gepubliceerd voor ${writeYears(first.years)}, maal ${years.length} jaar (afgeleid)`,
              low: first.low * years.length,
              middle: first.middle * years.length,
              high: first.high * years.length,
            },
          }),
        }}
      />,
    );
  });

  app.get('/cijfers/schatten.json', { config: OPEN }, async (request, reply) => {
    const { published, study } = await lesson(request);
    const head = {
      ...(options.isDemo && { merk: 'Voorbeeldgegevens, niet echt' }),
      letOp: OWN_COMPUTATION,
      titel: published.title,
      bron: published.source,
      tabelHash: tableHash(published.table),
    };
    if (study.kind === 'done') return reply.send({ ...head, status: 'klaar', uitkomst: study.study });
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
