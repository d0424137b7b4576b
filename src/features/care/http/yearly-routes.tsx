import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { YEARLY_PATH, YearlyPage, yearlyWords } from '../ui/yearly-page.tsx';
import { FIRST_YEAR, readYearly, yearlyDocument } from '../use-cases/cases/yearly-report.ts';
import { readHoursTogether } from '../use-cases/hours-together.ts';
import { CASE_CHOICES } from './case-form.ts';
import { CASE_WORKERS } from './who.ts';

/** The report of a year for the centre municipality, on screen and in Word. */
export function registerYearlyReportRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly mark: string | undefined },
): void {
  const config = {
    access: CASE_WORKERS,
    purpose: 'VA-03',
    data: ['D1', 'D5', 'D8'],
    action: 'care.read-yearly',
  } as const;

  async function read(request: FastifyRequest) {
    const { jaar, regio } = request.query as Record<string, unknown>;
    const view = await edge.lookAtPersons(request, (tx, time) => {
      const thisYear = Number(time.today.slice(0, 4));
      const asked = Math.trunc(Number(jaar ?? thisYear));
      const year = asked >= FIRST_YEAR && asked <= thisYear ? asked : thisYear;
      const region = CASE_CHOICES.regions.find(({ value }) => value === regio)?.value;
      return readYearly(tx, edge.actor(request), { year, region }, time);
    });
    if (!view.ok) throw notFound();
    return view.value;
  }

  const together = (request: FastifyRequest) =>
    edge.look(request, 'published', (tx, { today }) =>
      readHoursTogether(tx, edge.actor(request).organisationId, today),
    );

  app.get(YEARLY_PATH, { config }, async (request, reply) => {
    const report = await read(request);
    const thisYear = Number(report.today.slice(0, 4));
    const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, ago) => thisYear - ago);
    const page = (
      <YearlyPage
        frame={edge.frame(request)}
        report={report}
        together={await together(request)}
        years={years}
        regions={CASE_CHOICES.regions}
      />
    );
    return edge.html(reply, page);
  });
  app.get(`${YEARLY_PATH}.docx`, { config }, async (request, reply) => {
    const report = await read(request);
    const organisation = edge.actor(request).organisationName;
    const tree = yearlyDocument(report, await together(request), yearlyWords(CASE_CHOICES.regions), {
      organisation,
      mark: options.mark,
    });
    return edge.document(request, reply, tree, {
      name: ['zorgcoordinatie', String(report.year), report.region].filter(Boolean).join('-'),
      format: 'docx',
    });
  });
}
