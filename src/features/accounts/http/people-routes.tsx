import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AnyTx } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { dutchFold } from '../../../shared-kernel/dutch-fold.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { plainDate, readDutchDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Actor, Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { EndRefusal } from '../domain/membership-end.ts';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { EndRolePage, NotEndedPage, PEOPLE_PATH, PeoplePage } from '../ui/people-pages.tsx';
import {
  endMembership,
  type FollowDepartures,
  type NamedRole,
  readRole,
  readRoles,
} from '../use-cases/end-membership.ts';

const PAGE = 100;

const EndForm = z.object({
  vanaf: z.string().transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read) return read;
    context.addIssue({
      code: 'custom',
      message: typed.trim() === '' ? 'Vul in vanaf welke dag.' : 'Deze datum bestaat niet. Schrijf hem zo: 31-12-2027.',
    });
    return z.NEVER;
  }),
  gezien: z
    .string()
    .refine((seen) => seen === '' || plainDate(seen) !== undefined, 'Laad de pagina opnieuw.')
    .transform((seen) => plainDate(seen)),
});

/** What a refusal is about that the day can mend. */
const AT_DAY = {
  'ends-in-past': 'Deze dag is voorbij. Kies vandaag of een dag die nog komt.',
  'ends-before-start': 'Deze rol begint later. Kies een dag op of na het begin.',
  'last-administrator':
    'Dit is de laatste functioneel beheerder zonder einddatum. Zorg eerst dat er een andere is die blijft.',
} as const;

const CLOSED = {
  'own-membership': {
    title: 'Dit is uw eigen rol',
    text: 'Uw eigen rol kunt u niet beëindigen. Vraag het een andere functioneel beheerder van uw organisatie.',
  },
  'already-ended': {
    title: 'Deze rol is al beëindigd',
    text: 'U hoeft niets meer te doen.',
  },
  'no-administrator-now': {
    title: 'U bent geen functioneel beheerder meer',
    text: 'Een collega heeft uw rol beëindigd. Er is niets gewijzigd.',
  },
} as const;

const isIn = <Table extends object>(table: Table, code: PropertyKey): code is keyof Table => Object.hasOwn(table, code);

/** Who works in an organisation, and ending that: for its functional administrator. */
export function registerPeopleRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly followDepartures: FollowDepartures<AnyTx> },
): void {
  const config = { access: ['beheerder'], purpose: 'VA-14', data: ['D1'] } as const;
  const view = (actor: Actor, role: NamedRole) => ({
    ...role,
    role: ROLE_DESCRIPTIONS[role.role as Role].label,
    isOwn: role.personId === actor.personId,
  });

  app.get(PEOPLE_PATH, { config }, async (request, reply) => {
    const actor = edge.actor(request);
    const query = request.query as Record<string, unknown>;
    const filter = typeof query.naam === 'string' ? query.naam.slice(0, 100) : '';
    const roles = await edge.look(request, 'own', (tx, time) => readRoles(tx, actor, time));
    const found = roles.filter(({ name }) => dutchFold(name).includes(dutchFold(filter)));
    const pages = Math.max(1, Math.ceil(found.length / PAGE));
    const asked = Number(query.pagina);
    const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
    return edge.html(
      reply,
      <PeoplePage
        frame={edge.frame(request)}
        rows={found.slice((page - 1) * PAGE, page * PAGE).map((role) => view(actor, role))}
        filter={filter}
        found={found.length}
        page={page}
        pages={pages}
        saved={query.opgeslagen !== undefined}
      />,
    );
  });

  const one = { ...config, sample: 'member-id' } as const;
  const idOf = (request: FastifyRequest) => {
    const { werkrelatie } = request.params as { werkrelatie: string };
    if (!isUuid(werkrelatie)) throw notFound();
    return werkrelatie;
  };

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { status?: number; values?: FieldValues; errors?: FieldErrors; conflict?: boolean } = {},
  ) {
    const actor = edge.actor(request);
    const id = idOf(request);
    const { role, today } = await edge.look(request, 'own', async (tx, time) => ({
      role: await readRole(tx, actor, id),
      today: time.today,
    }));
    if (!role) throw notFound();
    if (role.validUntil !== undefined && role.validUntil <= today)
      return closed(request, reply, 'already-ended', form.status && 409);
    const page = (
      <EndRolePage
        frame={edge.frame(request)}
        row={view(actor, role)}
        values={form.values ?? { vanaf: writeDutchDate(role.validUntil ?? today) }}
        errors={form.errors}
        formKey={edge.formKey()}
        conflict={form.conflict ?? false}
      />
    );
    return edge.html(reply, page, form.status);
  }

  function closed(request: FastifyRequest, reply: FastifyReply, code: keyof typeof CLOSED, status?: number) {
    return edge.html(reply, <NotEndedPage frame={edge.frame(request)} {...CLOSED[code]} />, status);
  }

  function refused(
    request: FastifyRequest,
    reply: FastifyReply,
    { code }: EndRefusal,
    values: FieldValues,
  ): Promise<FastifyReply> | FastifyReply {
    if (isIn(CLOSED, code)) return closed(request, reply, code, 409);
    if (isIn(AT_DAY, code)) return show(request, reply, { status: 409, values, errors: { vanaf: AT_DAY[code] } });
    if (code === 'edit-conflict') return show(request, reply, { status: 409, values, conflict: true });
    throw notFound();
  }

  app.get(`${PEOPLE_PATH}/:werkrelatie`, { config: one }, (request, reply) => show(request, reply));

  app.post(
    `${PEOPLE_PATH}/:werkrelatie`,
    { config: { ...one, action: 'accounts.end-membership', fields: EndForm } },
    async (request, reply) => {
      const membershipId = idOf(request);
      const form = parseForm(EndForm, request.body);
      if (!form.ok) return show(request, reply, { status: 400, ...form });
      const { vanaf, gezien } = form.value;
      const done = `${PEOPLE_PATH}?opgeslagen`;
      const input = { membershipId, endsOn: vanaf, seenEnd: gezien };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => endMembership(tx, edge.actor(request), input, time, options.followDepartures),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      return refused(request, reply, outcome.error, form.values);
    },
  );
}
