import type { FastifyInstance } from 'fastify';
import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { AnyTx } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { queryProblem, sendProblem } from '../../../platform/http/problem.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { pathsOf } from '../../../ui/public-pages.ts';
import { allLines, SITUATIONS, whoToCall } from '../domain/who-to-call.ts';
import { MunicipalitiesPage } from '../ui/municipalities-page.tsx';
import { DissolvedPage, MunicipalityPage } from '../ui/municipality-page.tsx';
import { WhoToCallPage } from '../ui/who-to-call-page.tsx';
import { contactLinesToday } from '../use-cases/contact-lines.ts';
import {
  listMunicipalities,
  lookUpMunicipality,
  type Municipality,
  searchMunicipalities,
} from '../use-cases/look-up-municipality.ts';
import { similarTo } from '../use-cases/similar-municipalities.ts';
import { registerMandateRoutes } from './mandate-routes.tsx';

const OPEN = { access: 'public', purpose: 'VA-20', data: ['D0'] } as const;

const ListQuery = z.strictObject({
  naam: z.string().max(100).optional().describe('Deel van de naam; hoofdletters en accenten maken niet uit.'),
  provincie: z
    .string()
    .regex(/^PV\d{2}$/, 'Gebruik een provinciecode, bijvoorbeeld PV20.')
    .optional(),
  pagina: z.coerce.number('Vul een getal in.').int('Vul een heel getal in.').min(1, 'Begin bij 1.').default(1),
  paginaGrootte: z.coerce
    .number('Vul een getal in.')
    .int('Vul een heel getal in.')
    .min(1, 'Minstens 1.')
    .max(500, 'Hoogstens 500.')
    .default(100),
});

const MunicipalityBody = z
  .object({
    code: z.string().describe('CBS-code, bijvoorbeeld GM0014.'),
    naam: z.string(),
    provincie: z.object({ code: z.string(), naam: z.string() }),
    inwoners: z.int().describe('Aantal inwoners op peildatum.'),
    peildatum: z.iso.date(),
    stedelijkheid: z
      .int()
      .min(1)
      .max(5)
      .describe('Stedelijkheidsklasse volgens het CBS: 1 zeer sterk, 5 niet stedelijk.'),
    merk: z.string().optional().describe('Alleen in een voorbeeldomgeving: «Voorbeeldgegevens, niet echt».'),
  })
  .meta({ id: 'Gemeente' });

const ListBody = z
  .object({
    gemeenten: z.array(MunicipalityBody),
    totaal: z.int(),
    pagina: z.int(),
    paginaGrootte: z.int(),
    peildatum: z.iso.date().describe('De dag waarop deze indeling geldt.'),
    merk: z.string().optional(),
  })
  .meta({ id: 'Gemeentelijst' });

/** How the approach of a municipality stands, as a piece of its page: another feature knows. In the transaction of the page. */
export type ApproachOf = (
  tx: AnyTx,
  municipality: { readonly organisationId: string; readonly code: string; readonly name: string },
  reader: Role | undefined,
  today: PlainDate,
) => Promise<ComponentChildren>;

/** The 342 municipalities: public pages and open data. */
export function registerOrganisationRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean; readonly approach: ApproachOf },
): void {
  registerMandateRoutes(app, edge);
  const mark = options.isDemo ? { merk: DEMO_MARK } : {};
  const body = (m: Municipality): z.output<typeof MunicipalityBody> => ({
    code: m.code,
    naam: m.name,
    provincie: { code: m.provinceCode, naam: m.provinceName },
    inwoners: m.population,
    peildatum: m.populationOn,
    stedelijkheid: m.urbanity,
  });
  const matching = (all: readonly Municipality[], name: string | undefined, province: string | undefined) =>
    all.filter(
      (m) => (!name || dutchFold(m.name).includes(dutchFold(name))) && (!province || m.provinceCode === province),
    );

  for (const path of pathsOf('municipalities'))
    app.get(path, { config: OPEN }, async (request, reply) => {
      const { naam, provincie } = request.query as Record<string, unknown>;
      const name = typeof naam === 'string' ? naam.slice(0, 100) : '';
      const province = typeof provincie === 'string' ? provincie : '';
      const found = await edge.look(request, 'published', (tx, { today }) =>
        searchMunicipalities(tx, { name, province }, today),
      );
      const frame = edge.frame(request);
      const isKnown = !province || found.all.some(({ provinceCode }) => provinceCode === province);
      return edge.html(
        reply,
        <MunicipalitiesPage frame={frame} {...found} name={name} province={province} isProvinceKnown={isKnown} />,
        isKnown ? 200 : 400,
      );
    });

  for (const path of pathsOf('whoToCall'))
    app.get(path, { config: OPEN }, async (request, reply) => {
      const asked = (request.query as Record<string, unknown>).situatie;
      const situation = SITUATIONS.find((each) => each === asked);
      const advice = await edge.look(request, 'published', async (tx, { now, today }) => {
        const lines = await contactLinesToday(tx, today);
        return situation ? whoToCall(lines, situation, now) : allLines(lines, now);
      });
      return edge.html(reply, <WhoToCallPage frame={edge.frame(request)} advice={advice} situation={situation} />);
    });

  for (const path of pathsOf('municipality'))
    app.get(path, { config: { ...OPEN, sample: 'municipality-code' } }, async (request, reply) => {
      const { code: asked } = request.params as { code: string };
      const code = asked.replace(/\.json$/, '');
      const isSignedIn = request.visitor.actor !== undefined;
      const { found, advice, similar, approach } = await edge.look(request, 'published', async (tx, { now, today }) => {
        const found = await lookUpMunicipality(tx, code, today);
        const lines = found?.municipality ? await contactLinesToday(tx, today) : [];
        const similar = found?.municipality && isSignedIn ? await similarTo(tx, code, today) : [];
        const isPage = found?.municipality && code === asked;
        const reader = request.visitor.actor?.role;
        const approach = isPage ? await options.approach(tx, found.municipality, reader, today) : undefined;
        return { found, advice: allLines(lines, now), similar, approach };
      });
      if (!found) throw notFound();
      // the same figures for machines, at the same address with .json behind it
      if (code !== asked) {
        if (!found.municipality) throw notFound();
        return reply.send({
          ...body(found.municipality),
          bron: 'CBS',
          onzekerheid: 'geen, dit is een telling',
          ...mark,
        });
      }
      const frame = edge.frame(request);
      if (!found.municipality)
        return edge.html(reply, <DissolvedPage frame={frame} successors={found.successors} />, 404);
      return edge.html(
        reply,
        <MunicipalityPage
          frame={frame}
          municipality={found.municipality}
          regions={found.regions}
          advice={advice}
          similar={similar}
          approach={approach}
        />,
      );
    });

  app.get(
    '/api/v1/gemeenten',
    {
      config: {
        ...OPEN,
        api: {
          operationId: 'gemeentenOpvragen',
          tags: ['Gemeenten'],
          summary: 'Gemeenten opvragen',
          description: 'Alle gemeenten die op dit moment bestaan, op alfabet. Open gegevens; geen token nodig.',
          query: ListQuery,
          responses: { 200: { description: 'De gemeenten op deze pagina.', schema: ListBody } },
        },
      },
    },
    async (request, reply) => {
      const query = ListQuery.safeParse(request.query);
      if (!query.success) return sendProblem(reply, queryProblem(query.error));
      const { naam, provincie, pagina, paginaGrootte } = query.data;
      const { all, today } = await edge.look(request, 'published', async (tx, time) => ({
        all: await listMunicipalities(tx, time.today),
        today: time.today,
      }));
      const shown = matching(all, naam, provincie);
      return reply.send({
        gemeenten: shown.slice((pagina - 1) * paginaGrootte, pagina * paginaGrootte).map(body),
        totaal: shown.length,
        pagina,
        paginaGrootte,
        peildatum: today,
        ...mark,
      } satisfies z.output<typeof ListBody>);
    },
  );

  app.get(
    '/api/v1/gemeenten/:code',
    {
      config: {
        ...OPEN,
        sample: 'municipality-code',
        api: {
          operationId: 'gemeenteOpvragen',
          tags: ['Gemeenten'],
          summary: 'Eén gemeente opvragen',
          description: 'Een gemeente die op dit moment bestaat. Open gegevens; geen token nodig.',
          params: z.object({ code: z.string().describe('CBS-code, bijvoorbeeld GM0014.') }),
          responses: {
            200: { description: 'De gemeente.', schema: MunicipalityBody },
            404: { description: 'Deze gemeente bestaat nu niet.' },
          },
        },
      },
    },
    async (request, reply) => {
      const { code } = request.params as { code: string };
      const found = await edge.look(request, 'published', (tx, time) => lookUpMunicipality(tx, code, time.today));
      if (!found?.municipality) throw notFound();
      return reply.send({ ...body(found.municipality), ...mark });
    },
  );
}
