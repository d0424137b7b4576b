import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { EvidencePage } from '../ui/evidence-page.tsx';
import { aboutWord, QUARTER_WORDS, soughtRegion, soughtWord, WAIT_MEANS, WAIT_WORDS } from '../ui/evidence-words.ts';
import { REFUSAL_WORDS, ROUTE_WORDS } from '../ui/placement-words.ts';
import { evidenceIn, periodOf, readAsked, readCameOf, YEARS_BACK } from '../use-cases/evidence.ts';
import { factSheet, type SheetWords } from '../use-cases/fact-sheet.ts';
import { EVIDENCE_PATH } from '../use-cases/shelter-names.ts';
import { PLACERS } from './who.ts';

const WORDS: SheetWords = {
  about: aboutWord,
  quarter: (key) => QUARTER_WORDS[key],
  type: soughtWord,
  region: soughtRegion,
  wait: (key) => WAIT_WORDS[key],
  waitMeans: WAIT_MEANS,
  refusal: (key) => REFUSAL_WORDS[key].label,
  route: (key) => ROUTE_WORDS[key].label,
};

/** What is missing, in figures and as a fact sheet of a year: by-products of placing, guarded so that nobody is found in them. */
export function registerEvidenceRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: PLACERS, purpose: 'VA-04', data: ['D1'] } as const;

  async function read(request: FastifyRequest) {
    const { jaar = '' } = request.query as Record<string, unknown>;
    const actor = edge.actor(request);
    const { asked, period, today } = await edge.look(request, 'own', async (tx, time) => {
      const chosen = periodOf(/^\d{4}$/.test(String(jaar)) ? Number(jaar) : undefined, time.today);
      return { asked: await readAsked(tx, actor, chosen), period: chosen, today: time.today };
    });
    const cameOf = await edge.look(request, 'mandate', (tx) => readCameOf(tx, actor, period), {
      actingForId: actor.organisationId,
    });
    return { evidence: evidenceIn(asked, cameOf, period), period, today };
  }

  app.get(EVIDENCE_PATH, { config }, async (request, reply) => {
    const { evidence, period, today } = await read(request);
    const thisYear = Number(today.slice(0, 4));
    const years = Array.from({ length: YEARS_BACK }, (_, index) => thisYear - index);
    return edge.html(
      reply,
      <EvidencePage frame={edge.frame(request)} evidence={evidence} year={period.year} years={years} period={period} />,
    );
  });

  for (const format of ['docx', 'pdf'] as const)
    app.get(`${EVIDENCE_PATH}/feitenblad.${format}`, { config }, async (request, reply) => {
      const { evidence, period, today } = await read(request);
      const organisation = edge.actor(request).organisationName;
      const tree = factSheet(
        evidence,
        period,
        { organisation, today, mark: options.isDemo ? DEMO_MARK : undefined },
        WORDS,
      );
      return edge.document(request, reply, tree, { name: `feitenblad-opvang-${period.year}`, format });
    });
}
