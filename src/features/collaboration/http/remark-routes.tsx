import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { RemarksPage } from '../ui/remarks-page.tsx';
import { type RemarkThing, type SayRefusal, sayRemark, takeRemarkBack } from '../use-cases/remarks.ts';

const RemarkForm = z.object({
  voorWie: z.string().max(20, 'Kies uit de lijst.'),
  opmerking: z.string().trim().min(1, 'Schrijf op wat u wilt zeggen.').max(1000, 'Gebruik hoogstens 1.000 tekens.'),
});
const TakeBackForm = z.object({ eerdereOpmerking: z.uuid('Kies een opmerking.') });

const REFUSED: Readonly<Record<Exclude<SayRefusal['code'], 'unknown-kind' | 'other-message'>, string>> = {
  'holds-bsn': 'Hier staat een burgerservicenummer. Haal het weg.',
  'holds-case-data': 'Hier staat een nummer of adres van een persoon. Haal het weg.',
  'nothing-to-say-to': 'Kies voor wie dit is. Kan dat niet meer? Bel de andere organisatie.',
  'too-many-remarks': 'Er staan hier al honderd opmerkingen van u. Bel de andere organisatie.',
  'no-agreement':
    'Met deze organisatie geldt geen afspraak om opmerkingen uit te wisselen. Leg die samen vast onder Samenwerken, of bel.',
  'no-consent': 'De toestemming geldt niet meer. Er is niets gedeeld.',
  'receiver-ended': 'Deze organisatie ontvangt hier geen berichten meer. Bel.',
  'receiver-has-no-key': 'Deze organisatie kan nog geen berichten ontvangen. Bel haar.',
};

type Config = Readonly<Record<string, unknown>>;
type Opened = Pick<Parameters<typeof RemarksPage>[0], 'title' | 'crumbs' | 'remarks' | 'receivers' | 'noPersons'>;

/** Saying something about a thing that another feature shares: its page, sending, and taking back. */
export function registerRemarkRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  of: {
    /** With the id of the thing in it. */
    readonly path: string;
    readonly pathOf: (request: FastifyRequest) => string;
    readonly config: Config;
    /** The deed of reading it, when it is about persons. */
    readonly reads?: string;
    readonly says: string;
    readonly takesBack: string;
    /** Opens the thing for its page, or throws that it is not there. */
    readonly open: (request: FastifyRequest) => Promise<Opened>;
    readonly hold: (
      tx: AnyTx,
      request: FastifyRequest,
      time: DomainTime,
    ) => Promise<Result<RemarkThing, { readonly code: 'not-found' }>>;
  },
): void {
  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: { readonly values?: FieldValues; readonly errors?: FieldErrors; readonly conflict?: string } = {},
    status = 200,
  ) {
    const opened = await of.open(request);
    const page = (
      <RemarksPage
        frame={edge.frame(request)}
        {...opened}
        action={of.pathOf(request)}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
        conflict={form.conflict}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(of.path, { config: { ...of.config, ...(of.reads && { action: of.reads }) } as never }, (request, reply) =>
    show(request, reply),
  );
  app.post(
    of.path,
    { config: { ...of.config, action: of.says, fields: RemarkForm } as never },
    async (request, reply) => {
      const form = parseForm(RemarkForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const there = of.pathOf(request);
      const outcome = await edge.command(
        request,
        reply,
        () => there,
        async (tx, time): Promise<Result<Done, SayRefusal | { readonly code: 'not-found' }>> => {
          const held = await of.hold(tx, request, time);
          if (!held.ok) return held;
          const said = { text: form.value.opmerking, receiverCode: form.value.voorWie };
          return sayRemark(tx, edge.actor(request), held.value, said, time);
        },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(there, 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      const text = (REFUSED as Readonly<Record<string, string>>)[code] ?? 'Dit kan nu niet.';
      return show(request, reply, { values: form.values, errors: { opmerking: text } }, 409);
    },
  );
  app.post(
    `${of.path}/intrekken`,
    { config: { ...of.config, action: of.takesBack, fields: TakeBackForm } as never },
    async (request, reply) => {
      const form = parseForm(TakeBackForm, request.body);
      if (!form.ok) return show(request, reply, { conflict: 'Kies een opmerking uit de lijst.' }, 400);
      const there = of.pathOf(request);
      const outcome = await edge.command(
        request,
        reply,
        () => there,
        async (tx, time) => {
          const held = await of.hold(tx, request, time);
          if (!held.ok) return held;
          return takeRemarkBack(tx, edge.actor(request), held.value, form.value.eerdereOpmerking, time);
        },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(there, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, { conflict: 'Deze opmerking was al ingetrokken.' }, 409);
    },
  );
}
