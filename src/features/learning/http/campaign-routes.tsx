import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { AUDIENCES, MATERIAL_LANGUAGES } from '../domain/campaign.ts';
import { CAMPAIGN_PATH, CampaignPage } from '../ui/campaign-page.tsx';
import { logCampaign, readCampaign, withdrawCampaign } from '../use-cases/campaign.ts';
import { date, link, people, text } from './form-fields.ts';

const READERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker', 'teamleider', 'bestuurder'];
const WRITERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
const PAGE = 50;

/** Languages as people write them: the ones we know by their code, any other as "another". */
const languages = z.string().transform((typed, context) => {
  const words = typed
    .split(/[,;/]|\ben\b/)
    .map(dutchFold)
    .filter((word) => word !== '');
  if (words.length > 0 && words.length <= 40) return [...new Set(words.map((word) => codeOf(word) ?? 'other'))];
  context.addIssue({ code: 'custom', message: 'Vul in welke taal het materiaal had, bijvoorbeeld Nederlands, Pools.' });
  return z.NEVER;
});
const codeOf = (word: string): string | undefined =>
  Object.entries(MATERIAL_LANGUAGES).find(([code, name]) => word === code || word === dutchFold(name))?.[0];

export const CampaignForm = z.object({
  voorWie: z.enum(AUDIENCES, 'Kies voor wie het was.'),
  wat: text('Vul in wat u hebt gedaan.'),
  materiaal: text('Vul in met welk materiaal.'),
  talen: languages,
  bereikt: z.union(
    [z.literal('').transform(() => undefined), people('', 0, 10_000_000)],
    'Schrijf een heel getal in cijfers, zoals 120, of laat het leeg.',
  ),
  datum: date('Vul in wanneer het was.'),
  bewijs: text('Vul in waaruit het blijkt.'),
  vindplaats: link,
});
export const WithdrawForm = z.object({ regel: z.uuid('Laad de pagina opnieuw.') });

/** The campaign and prevention log of a municipality. */
export function registerCampaignRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const own = { purpose: 'VA-11', data: ['D1'] } as const;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    typed: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const actor = edge.actor(request);
    const query = request.query as Record<string, unknown>;
    const asked = Number(query.pagina);
    const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
    const { entries, total, today } = await edge.look(request, 'own', async (tx, time) => ({
      ...(await readCampaign(tx, actor, { limit: PAGE, offset: (page - 1) * PAGE })),
      today: time.today,
    }));
    const saved = Object.hasOwn(query, 'bewaard')
      ? 'kept'
      : Object.hasOwn(query, 'ingetrokken')
        ? 'withdrawn'
        : undefined;
    return edge.html(
      reply,
      <CampaignPage
        frame={edge.frame(request)}
        today={today}
        entries={entries}
        page={page}
        pages={Math.ceil(total / PAGE)}
        mayWrite={WRITERS.includes(actor.role)}
        formKey={edge.formKey()}
        withdrawKeys={entries.map(() => edge.formKey())}
        values={typed.values ?? {}}
        errors={typed.errors}
        saved={status === 200 ? saved : undefined}
      />,
      status,
    );
  }

  app.get(CAMPAIGN_PATH, { config: { ...own, access: READERS } }, (request, reply) => show(request, reply));

  app.post(
    CAMPAIGN_PATH,
    { config: { ...own, access: WRITERS, action: 'learning.log-campaign', fields: CampaignForm } },
    async (request, reply) => {
      const form = parseForm(CampaignForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const { voorWie, wat, materiaal, talen, bereikt, datum, bewijs, vindplaats } = form.value;
      const facts = {
        audience: voorWie,
        what: wat,
        material: materiaal,
        languages: talen,
        reached: bereikt,
        heldOn: datum,
        evidenceTitle: bewijs,
        evidenceLink: vindplaats,
      };
      const saved = `${CAMPAIGN_PATH}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => saved,
        (tx, time) => logCampaign(tx, edge.actor(request), facts, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(saved, 303);
      const errors = { datum: 'Deze dag komt nog. Leg het vast als het is gedaan.' };
      return show(request, reply, 409, { values: form.values, errors });
    },
  );

  app.post(
    `${CAMPAIGN_PATH}/intrekken`,
    { config: { ...own, access: WRITERS, action: 'learning.withdraw-campaign', fields: WithdrawForm } },
    async (request, reply) => {
      const form = parseForm(WithdrawForm, request.body);
      // the form is one button: who sends something else asks for what is not there
      if (!form.ok) throw notFound();
      const withdrawn = `${CAMPAIGN_PATH}?ingetrokken`;
      const outcome = await edge.command(
        request,
        reply,
        () => withdrawn,
        (tx, time) => withdrawCampaign(tx, edge.actor(request), { id: form.value.regel }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(withdrawn, 303);
      throw notFound();
    },
  );
}
