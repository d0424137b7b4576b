import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ZodObject, z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { OwnPlacementPage, OwnPlacementsPage } from '../ui/own-placement-pages.tsx';
import { DEPARTURE_WORDS, NO_WORDS, ROUTE_WORDS, SAFETY_WORDS } from '../ui/placement-words.ts';
import { moveWithin, readPlacement } from '../use-cases/move-within.ts';
import {
  acceptPlacement,
  answerSafety,
  cancelPlacement,
  extendStay,
  readPlacements,
  recordArrival,
  recordDeparture,
  recordNoShow,
  recordReady,
  refusePlacement,
} from '../use-cases/placements.ts';
import { OWN_PLACEMENTS_PATH, ownPlacementPath } from '../use-cases/shelter-names.ts';
import { chosen, date, version } from './fields.ts';
import { SHELTER_WORKERS } from './who.ts';

export const VersionForm = z.object({ versie: version });
const RefuseForm = z.object({ versie: version, reden: chosen(NO_WORDS, 'Kies waarom het niet kan.') });
const DepartForm = z.object({ versie: version, waarheen: chosen(DEPARTURE_WORDS, 'Kies waarheen iemand ging.') });
const ExtendForm = z.object({ versie: version, langerTot: date('Vul in tot wanneer iemand blijft.') });
const MoveForm = z.object({ versie: version, naarPlek: z.uuid('Kies een plek.') });
const ReadyForm = z.object({
  versie: version,
  klaarOp: date('Vul in sinds wanneer de persoon verder kan.'),
  route: chosen(ROUTE_WORDS, 'Kies hoe de persoon verder gaat.'),
});
const SafetyForm = z.object({ versie: version, bekend: chosen(SAFETY_WORDS, 'Kies wat u aan de telefoon hoorde.') });
export const MOVED_ON = 'Er is intussen iets veranderd. Kijk hieronder hoe het nu staat.';

/** Beside which field a refusal stands. */
const REFUSED_AT: Readonly<Record<string, FieldErrors>> = {
  'not-longer': { langerTot: 'Deze dag moet na de dag liggen die nu staat.' },
  'too-many-nights': { langerTot: 'Verleng in één keer hoogstens een jaar.' },
  'place-taken': {
    langerTot: 'Een van deze nachten is al aan een ander gegeven.',
    naarPlek: 'Die plek is op een van deze nachten al gegeven.',
  },
  'place-not-open': { langerTot: 'De plek is dan niet open.', naarPlek: 'Die plek is dan niet open.' },
  'place-does-not-fit': {
    naarPlek: 'Die plek biedt minder dan de plek van nu, of is van een andere soort. Bel eerst wie plaatste.',
  },
  'ready-in-future': { klaarOp: 'Deze dag ligt in de toekomst.' },
  'ready-before-arrival': { klaarOp: 'Deze dag ligt voor de eerste nacht.' },
};

export const pageIn = (request: FastifyRequest): number => {
  const { pagina = '1' } = request.query as Record<string, unknown>;
  return /^[1-9]\d{0,3}$/.test(String(pagina)) ? Number(pagina) : 1;
};
const idIn = (request: FastifyRequest): string => (request.params as { id: string }).id;

/** What is asked of a shelter: yes or no, and what happens then. */
export function registerOwnPlacementRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: SHELTER_WORKERS, purpose: 'VA-05', data: ['D1'] } as const;
  const one = { ...config, sample: 'shelter-placement' } as const;
  const path = `${OWN_PLACEMENTS_PATH}/:id`;

  app.get(OWN_PLACEMENTS_PATH, { config }, async (request, reply) => {
    const page = pageIn(request);
    const view = await edge.look(request, 'own', (tx) => readPlacements(tx, edge.actor(request), page));
    return edge.html(reply, <OwnPlacementsPage frame={edge.frame(request)} page={page} {...view} />);
  });

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: {
      readonly status?: number;
      readonly values?: FieldValues;
      readonly errors?: FieldErrors;
      readonly conflict?: string;
    } = {},
  ) {
    const view = await edge.look(request, 'own', (tx, time) =>
      readPlacement(tx, edge.actor(request), idIn(request), time),
    );
    if (!view) throw notFound();
    const page = <OwnPlacementPage frame={edge.frame(request)} formKey={edge.formKey()} {...view} {...form} />;
    return edge.html(reply, page, form.status ?? 200);
  }
  app.get(path, { config: one }, (request, reply) => show(request, reply));

  function deed<Form extends ZodObject>(
    at: string,
    action: string,
    fields: Form,
    run: (
      tx: AnyTx,
      request: FastifyRequest,
      input: { readonly id: string } & z.output<Form>,
      time: DomainTime,
    ) => Promise<Result<Done, { readonly code: string }>>,
    opens: { readonly data?: readonly ['D1', 'D6'] } = {},
  ) {
    app.post(`${path}/${at}`, { config: { ...one, ...opens, action, fields } }, async (request, reply) => {
      const id = idIn(request);
      const form = parseForm(fields, request.body);
      if (!form.ok) return show(request, reply, { status: 400, values: form.values, errors: form.errors });
      const done = ownPlacementPath(id);
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => run(tx, request, { id, ...form.value }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      const beside = REFUSED_AT[outcome.error.code];
      if (beside) return show(request, reply, { status: 409, values: form.values, errors: beside });
      return show(request, reply, { status: 409, conflict: MOVED_ON });
    });
  }

  type Asked = { readonly id: string; readonly versie: number };
  const asked = ({ id, versie }: Asked) => ({ id, version: versie });
  deed(
    'aannemen',
    'shelter.accept-placement',
    VersionForm,
    (tx, request, input, time) => acceptPlacement(tx, edge.actor(request), asked(input as Asked), time),
    { data: ['D1', 'D6'] },
  );
  deed('weigeren', 'shelter.refuse-placement', RefuseForm, (tx, request, input, time) =>
    refusePlacement(tx, edge.actor(request), { ...asked(input), refusal: input.reden }, time),
  );
  deed('veiligheidsvraag', 'shelter.answer-safety', SafetyForm, (tx, request, input, time) =>
    answerSafety(tx, edge.actor(request), { ...asked(input), answer: input.bekend }, time),
  );
  deed('aangekomen', 'shelter.record-arrival', VersionForm, (tx, request, input, time) =>
    recordArrival(tx, edge.actor(request), asked(input as Asked), time),
  );
  deed('niet-gekomen', 'shelter.record-no-show', VersionForm, (tx, request, input, time) =>
    recordNoShow(tx, edge.actor(request), asked(input as Asked), time),
  );
  deed('gaat-niet-door', 'shelter.cancel-placement', VersionForm, (tx, request, input, time) =>
    cancelPlacement(tx, edge.actor(request), asked(input as Asked), time),
  );
  deed('uitstroom', 'shelter.record-ready', ReadyForm, (tx, request, input, time) =>
    recordReady(tx, edge.actor(request), { ...asked(input), readyOn: input.klaarOp, route: input.route }, time),
  );
  deed('verlengen', 'shelter.extend-stay', ExtendForm, (tx, request, input, time) =>
    extendStay(tx, edge.actor(request), { ...asked(input), until: input.langerTot }, time),
  );
  deed(
    'verplaatsen',
    'shelter.move-within',
    MoveForm,
    (tx, request, input, time) =>
      moveWithin(tx, edge.actor(request), { ...asked(input), placeId: input.naarPlek }, time),
    { data: ['D1', 'D6'] },
  );
  deed('vertrokken', 'shelter.record-departure', DepartForm, (tx, request, input, time) =>
    recordDeparture(tx, edge.actor(request), { ...asked(input), departure: input.waarheen }, time),
  );
}
