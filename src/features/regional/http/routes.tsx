import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { currentFramework, TRACK_NAMES, TRACKS, type Track } from '../../approach/index.ts';
import { registerRemarkRoutes } from '../../collaboration/index.ts';
import { RegionTablePage, TogetherPage } from '../ui/region-table-page.tsx';
import { holdJointForRemark, readJointRemarks, remarksByJointAction } from '../use-cases/joint-remarks.ts';
import {
  agreeAction,
  readRegionTable,
  readTogether,
  type TakeRefusal,
  takeOverJoint,
  withdrawAction,
} from '../use-cases/region-table.ts';
import { TABLE_PATH, TOGETHER_PATH } from '../use-cases/regional-names.ts';
import { writeYearPlan } from '../use-cases/year-plan.ts';

const TAKERS: readonly Role[] = ['aandachtsfunctionaris', 'beleidsmedewerker'];
const READERS: readonly Role[] = [...TAKERS, 'teamleider', 'bestuurder'];

const AgreeForm = z.object({
  titel: z.string().trim().min(1, 'Schrijf op wat de gemeenten gaan doen.').max(200, 'Gebruik hoogstens 200 tekens.'),
  onderdeel: z
    .string()
    .max(10, 'Kies een onderdeel uit de lijst.')
    .transform((id) => id || undefined),
  spoor: z.enum(TRACKS, 'Kies een spoor.'),
  klaarOp: z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({ code: 'custom', message: 'Vul een datum in, bijvoorbeeld 31-12-2027.' });
    return z.NEVER;
  }),
});
const WithdrawForm = z.object({
  versie: z
    .string()
    .regex(/^\d{1,9}$/, 'Laad de pagina opnieuw.')
    .transform(Number),
});
const NothingForm = z.object({});

const REFUSED = {
  'due-in-past': { field: 'klaarOp', text: 'Deze dag is al voorbij. Vul een dag in die nog komt.' },
  'unknown-element': { field: 'onderdeel', text: 'Kies een onderdeel uit de lijst.' },
  'holds-case-data': { field: 'titel', text: 'Hier staat een nummer of adres van een persoon. Haal het weg.' },
} as const;
const NOT_TAKEN: Readonly<Record<Exclude<TakeRefusal['code'], 'not-found'>, string>> = {
  'no-plan': 'u hebt nog geen plan. Maak eerst het plan bij Aanpak; de actie wacht hier',
  'in-plan-already': 'een collega nam deze actie al over',
  'due-in-past': 'de dag waarop dit klaar moest zijn, is voorbij. Vraag uw regio om een nieuwe dag',
};

function idIn(request: FastifyRequest): string {
  const { actie } = request.params as { actie: string };
  if (!isUuid(actie)) throw notFound();
  return actie;
}

/** The table of a region, for who directs it; and what it agreed, for its municipalities. */
export function registerRegionalRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  /** Says in a document that nothing in it is real; undefined when it is. */
  { mark }: { readonly mark: string | undefined },
): void {
  const config = { access: ['ketenregisseur'], purpose: 'VA-12', data: ['D0'] } as const;
  const remarksOf = (request: FastifyRequest, actions: readonly { readonly id: string }[]) =>
    edge.look(request, 'own', (tx) =>
      remarksByJointAction(
        tx,
        edge.actor(request),
        actions.map(({ id }) => id),
      ),
    );
  const remarkRoutes = (under: string, label: string, config: object) =>
    registerRemarkRoutes(app, edge, {
      path: `${under}/:actie/opmerking`,
      pathOf: (request) => `${under}/${idIn(request)}/opmerking`,
      config: { ...config },
      says: 'regional.remark',
      takesBack: 'regional.withdraw-remark',
      async open(request) {
        const found = await edge.look(request, 'own', (tx, time) =>
          readJointRemarks(tx, edge.actor(request), idIn(request), time),
        );
        if (!found) throw notFound();
        const { title, remarks, receivers } = found;
        const crumbs = [{ href: under, label }];
        return { title: `Opmerkingen bij: ${title}`, crumbs, remarks, receivers, noPersons: true };
      },
      hold: (tx, request, time) => holdJointForRemark(tx, edge.actor(request), idIn(request), time),
    });
  const tableOf = (request: FastifyRequest) =>
    edge.look(request, 'published', async (tx, time) => ({
      table: await readRegionTable(tx, edge.actor(request), time),
      today: time.today,
    }));

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: { readonly values?: FieldValues; readonly errors?: FieldErrors; readonly conflict?: string } = {},
    status = 200,
  ) {
    const { table } = await tableOf(request);
    const query = request.query as Record<string, unknown>;
    const page = (
      <RegionTablePage
        frame={edge.frame(request)}
        region={edge.actor(request).organisationName}
        {...table}
        elements={currentFramework().elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        tracks={TRACKS.map((track: Track) => ({ value: track, label: TRACK_NAMES[track] }))}
        said={(['afgesproken', 'ingetrokken'] as const).find((word) => query[word] !== undefined)}
        conflict={typed.conflict}
        values={typed.values ?? {}}
        errors={typed.errors}
        formKey={() => edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }
  remarkRoutes(TABLE_PATH, 'Regionale tafel', {
    ...config,
    sealed: true,
    sample: 'own-joint-action-id',
  });
  app.get(TABLE_PATH, { config }, (request, reply) => show(request, reply));

  app.get(`${TABLE_PATH}/jaarplan`, { config }, async (request, reply) => {
    const { table, today } = await tableOf(request);
    const region = edge.actor(request).organisationName;
    const file = { name: `jaarplan-regionale-tafel-${today}`, format: 'docx' } as const;
    return edge.document(request, reply, writeYearPlan(region, table, today, mark), file);
  });

  app.post(
    TABLE_PATH,
    { config: { ...config, action: 'regional.agree-action', fields: AgreeForm } },
    async (request, reply) => {
      const form = parseForm(AgreeForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const { titel, onderdeel, spoor, klaarOp } = form.value;
      const done = `${TABLE_PATH}?afgesproken`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) =>
          agreeAction(
            tx,
            edge.actor(request),
            { title: titel, element: onderdeel, track: spoor, dueOn: klaarOp },
            time,
          ),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { field, text } = REFUSED[outcome.error.code];
      return show(request, reply, { values: form.values, errors: { [field]: text } }, 409);
    },
  );

  app.post(
    `${TABLE_PATH}/:actie/intrekken`,
    { config: { ...config, sample: 'own-joint-action-id', action: 'regional.withdraw-action', fields: WithdrawForm } },
    async (request, reply) => {
      const id = idIn(request);
      const form = parseForm(WithdrawForm, request.body);
      if (!form.ok) {
        const { table } = await tableOf(request);
        if (!table.actions.some((each) => each.id === id)) throw notFound();
        return show(request, reply, { conflict: 'laad de pagina opnieuw' }, 400);
      }
      const done = `${TABLE_PATH}?ingetrokken`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => withdrawAction(tx, edge.actor(request), { id, seenVersion: form.value.versie }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, { conflict: 'iemand anders was u voor. Kijk wat er nu staat' }, 409);
    },
  );

  const own = { access: READERS, purpose: 'VA-11', data: ['D0', 'D1'], sealed: true } as const;
  const aboutOwn = { access: TAKERS, purpose: 'VA-12', data: ['D0'], sealed: true, sample: 'joint-action-id' } as const;
  remarkRoutes(TOGETHER_PATH, 'Samen in de regio', aboutOwn);

  async function showTogether(request: FastifyRequest, reply: FastifyReply, status = 200, conflict?: string) {
    const actor = edge.actor(request);
    const actions = await edge.look(request, 'own', (tx, time) => readTogether(tx, actor, time));
    const remarks = await remarksOf(request, actions);
    const page = (
      <TogetherPage
        frame={edge.frame(request)}
        actions={actions}
        remarks={remarks}
        mayTake={TAKERS.includes(actor.role)}
        isTakenNow={(request.query as Record<string, unknown>).overgenomen !== undefined}
        conflict={conflict}
        formKey={() => edge.formKey()}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(TOGETHER_PATH, { config: own }, (request, reply) => showTogether(request, reply));

  app.post(
    `${TOGETHER_PATH}/:actie`,
    {
      config: {
        ...own,
        access: TAKERS,
        sample: 'joint-action-id',
        action: 'regional.take-over',
        fields: NothingForm,
      },
    },
    async (request, reply) => {
      const id = idIn(request);
      const done = `${TOGETHER_PATH}?overgenomen`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => takeOverJoint(tx, edge.actor(request), id, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      return showTogether(request, reply, 409, NOT_TAKEN[code]);
    },
  );
}
