import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { membersOfRegion, similarTo } from '../../organisations/index.ts';
import { givenDay, givenEnd } from '../domain/fact.ts';
import type { Framework } from '../domain/framework.ts';
import type { ThemeResult } from '../domain/levels.ts';
import { type GroupView, ResultPage } from '../ui/result-page.tsx';
import { STATE_WORDS } from '../ui/scan-words.ts';
import { currentFramework } from '../use-cases/framework-editions.ts';
import { readOpenScan } from '../use-cases/read-scan.ts';
import { readGroups, readResult, readSafetyRegion } from '../use-cases/result.ts';
import { SCAN_WRITERS } from '../use-cases/scan.ts';
import { STATE_VALUES } from './scan-form.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];

/** So many municipalities most like one's own are compared with. */
const SIMILAR = 20;

/** The result of the scan, as page, figure and interface between systems; and the framework it is measured by. */
export function registerResultRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: READERS, purpose: 'VA-11', data: ['D1'] } as const;
  const mark = options.isDemo ? { merk: DEMO_MARK } : {};

  const own = (request: FastifyRequest) =>
    edge.look(request, 'own', async (tx, time) => ({
      ...(await readResult(tx, edge.actor(request), time)),
      region: await readSafetyRegion(tx, edge.actor(request), time),
      today: time.today,
    }));

  /** The groups beside one's own municipality, from what all published: the safety region, and municipalities alike. */
  async function groups(
    request: FastifyRequest,
    region: { readonly id: string; readonly name: string } | undefined,
  ): Promise<readonly GroupView[]> {
    const actor = edge.actor(request);
    return edge.look(request, 'published', async (tx, { today }) => {
      const nearby = region ? await membersOfRegion(tx, region.id, today) : [];
      const alike = await similarTo(tx, actor.organisationCode, today, SIMILAR);
      const reasons = new Set(alike.flatMap((each) => each.reasons.map(({ nl }) => nl.replace(/ \(.*\)$/, ''))));
      const found = await readGroups(tx, actor, [nearby, alike.map(({ municipality }) => municipality.code)]);
      const view = (name: string, explanation: string, group: (typeof found)[number]): GroupView => ({
        name,
        explanation,
        size: group?.size ?? 0,
        levels: group && new Map(group.themes.map(({ theme, middle }) => [theme, middle])),
      });
      return [
        view(
          'Uw regio',
          region ? `de andere gemeenten in ${region.name}.` : 'uw veiligheidsregio is niet bekend.',
          found[0],
        ),
        view(
          'Vergelijkbare gemeenten',
          alike.length === 0
            ? 'er zijn geen vijf gemeenten die genoeg op de uwe lijken.'
            : `${alike.length} gemeenten die het meest op de uwe lijken: ${[...reasons].join(', ')}.`,
          found[1],
        ),
      ];
    });
  }

  app.get('/aanpak/resultaat', { config }, async (request, reply) => {
    const { framework, themes, earlier, today, region } = await own(request);
    const others = await groups(request, region);
    return edge.html(
      reply,
      <ResultPage
        frame={edge.frame(request)}
        framework={framework}
        themes={themes}
        earlier={earlier}
        groups={others}
        today={today}
        mayScan={SCAN_WRITERS.includes(edge.actor(request).role)}
        settled={(request.query as Record<string, unknown>).vastgesteld !== undefined}
      />,
    );
  });

  app.get('/aanpak/resultaat.json', { config }, async (request, reply) => {
    const { framework, themes, today } = await own(request);
    return reply.send({
      ...mark,
      id: 'aanpak-niveaus',
      peildatum: today,
      bron: 'In Beeld, opgave van de gemeente',
      toelichting: framework.source,
      themas: themes.map(apiTheme),
    });
  });

  app.get(
    '/api/v1/aanpak/kader',
    {
      config: {
        access: READERS,
        purpose: 'VA-11',
        data: ['D0'],
        api: {
          operationId: 'aanpakkaderOpvragen',
          tags: ['Aanpak'],
          summary: 'Kader van de aanpak opvragen',
          description:
            'De thema’s, onderdelen en niveaus waarmee gemeenten hun aanpak meten, met per onderdeel waar het vandaan komt.',
          responses: { 200: { description: 'De geldende uitgave van het kader.', schema: FrameworkBody } },
        },
      },
    },
    async (_request, reply) => reply.send({ ...apiFramework(currentFramework()), ...mark }),
  );

  app.get(
    '/api/v1/aanpak/scan',
    {
      config: {
        ...config,
        api: {
          operationId: 'aanpakscanOpvragen',
          tags: ['Aanpak'],
          summary: 'Eigen scan opvragen',
          description:
            'Hoe de eigen gemeente er vandaag voor staat: het niveau per thema en de stand per onderdeel. Zonder opmerkingen en zonder namen.',
          responses: { 200: { description: 'De stand van de eigen gemeente.', schema: ScanBody } },
        },
      },
    },
    async (request, reply) => {
      const { framework, themes, earlier, today } = await own(request);
      const open = await edge.look(request, 'own', (tx, time) => readOpenScan(tx, edge.actor(request), time));
      return reply.send({
        kader: framework.id,
        peildatum: today,
        isOpen: open !== undefined,
        vastgesteldOp: earlier[0]?.settledOn ?? null,
        themas: themes.map((result) => ({ ...apiTheme(result), onderdelen: result.elements.map(apiElement) })),
        ...mark,
      } satisfies z.output<typeof ScanBody>);
    },
  );
}

const level = z.literal([0, 1, 2, 3, 4]);
const FrameworkBody = z
  .object({
    id: z.string(),
    titel: z.string(),
    toelichting: z.string(),
    themas: z.array(z.object({ id: z.string(), titel: z.string(), bron: z.enum(['kader-2021', 'in-beeld']) })),
    niveaus: z.array(z.object({ niveau: level, titel: z.string(), betekenis: z.string() })),
    onderdelen: z.array(
      z.object({
        id: z.string(),
        thema: z.string(),
        titel: z.string(),
        vraag: z.string(),
        plateau: z.enum(['basis', 'verdieping']),
        gevraagdBewijs: z.string(),
        isIbp: z.boolean(),
        herkomst: z.object({
          soort: z.enum(['wet', 'ibp-5.11', 'programma', 'kader', 'in-beeld']),
          bron: z.string(),
          isGeverifieerd: z.boolean(),
        }),
      }),
    ),
    merk: z.string().optional(),
  })
  .meta({ id: 'Aanpakkader' });

function apiFramework(framework: Framework): z.output<typeof FrameworkBody> {
  return {
    id: framework.id,
    titel: framework.title,
    toelichting: framework.source,
    themas: framework.themes.map(({ id, title, source }) => ({ id, titel: title, bron: source })),
    niveaus: framework.levels.map((each) => ({ niveau: each.level, titel: each.title, betekenis: each.meaning })),
    onderdelen: framework.elements.map(({ duty, ...element }) => ({
      id: element.id,
      thema: element.theme,
      titel: element.title,
      vraag: element.question,
      plateau: element.plateau,
      gevraagdBewijs: element.evidenceAsked,
      isIbp: element.isIbp,
      herkomst: { soort: duty.kind, bron: duty.source, isGeverifieerd: duty.isVerified },
    })),
  };
}

const ElementBody = z
  .object({
    id: z.string(),
    stand: z.enum([...STATE_VALUES, 'niet-bekend']),
    teltMee: z.boolean(),
    bewijs: z.string().nullable(),
    vindplaats: z.string().nullable(),
    peildatum: z.iso.date().nullable(),
    vervaldatum: z.iso.date().nullable(),
  })
  .meta({ id: 'Aanpakonderdeel' });
const ThemeBody = z.object({
  thema: z.string(),
  titel: z.string(),
  niveau: level,
  uitleg: z.string(),
  nodig: z.array(z.string()),
});
const ScanBody = z
  .object({
    kader: z.string(),
    peildatum: z.iso.date(),
    isOpen: z.boolean(),
    vastgesteldOp: z.iso.date().nullable(),
    themas: z.array(ThemeBody.extend({ onderdelen: z.array(ElementBody) })),
    merk: z.string().optional(),
  })
  .meta({ id: 'Aanpakscan' });

function apiTheme({ theme, level: niveau, why, raise }: ThemeResult): z.output<typeof ThemeBody> {
  return { thema: theme.id, titel: theme.title, niveau, uitleg: why, nodig: [...raise] };
}

function apiElement({ element, state, holds, fact }: ThemeResult['elements'][number]): z.output<typeof ElementBody> {
  return {
    id: element.id,
    stand: state === undefined ? 'niet-bekend' : STATE_WORDS[state].value,
    teltMee: holds,
    bewijs: fact?.evidenceTitle ?? null,
    vindplaats: fact?.evidenceLink ?? null,
    peildatum: (fact && givenDay(fact)) ?? null,
    vervaldatum: (fact && givenEnd(fact)) ?? null,
  };
}
