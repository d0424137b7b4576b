import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { SIGNAL_CATEGORIES, SIGNAL_FORMS, SIGNAL_ROLES } from '../domain/catalogue.ts';
import { besideTheCatalogue, MOST_OWN_SIGNALS, type OwnSignalFault } from '../domain/own-signal.ts';
import { SIGNAL_ROLE_NAMES } from '../ui/catalogue-texts.ts';
import { NewOwnSignalPage } from '../ui/new-own-signal-page.tsx';
import { NEW_OWN_SIGNAL_PATH, OWN_CARD_PATH, OWN_SIGNALS_PATH } from '../ui/own-signal-words.ts';
import { OwnSignalsPage } from '../ui/own-signals-page.tsx';
import { signalCard } from '../use-cases/catalogue-card.ts';
import { catalogueToday } from '../use-cases/catalogue-content.ts';
import { checkLines } from '../use-cases/check-lines.ts';
import {
  addOwnSignal,
  dropOwnSignal,
  OWN_SIGNAL_READERS as READERS,
  readOwnSignals,
  OWN_SIGNAL_WRITERS as WRITERS,
} from '../use-cases/own-signals.ts';
import { askedCard, type CardPrinter } from './card-printer.ts';

const text = (question: string, longest: number) =>
  z.string().trim().min(1, question).max(longest, `Gebruik hoogstens ${longest} tekens.`);

/** Several boxes of one name come as one field, joined by spaces. */
export const OwnSignalForm = z.object({
  signaal: text('Vul in wat een collega kan zien of horen.', 200),
  ookMogelijk: text('Vul in wat het ook kan zijn.', 300),
  werk: z
    .string()
    .transform((codes) => codes.split(' ').filter(Boolean))
    .pipe(
      z.array(z.enum(SIGNAL_ROLES, 'Kies in welk werk iemand dit ziet.')).min(1, 'Kies in welk werk iemand dit ziet.'),
    ),
  vorm: z.enum(SIGNAL_FORMS, 'Kies een vorm.'),
  soort: z.enum(SIGNAL_CATEGORIES, 'Kies waar het over gaat.'),
  sterkte: z.enum(['weak', 'strong'], 'Kies hoe sterk het is.'),
  sekswerk: z.enum(['ja', ''], 'Laad de pagina opnieuw.').default(''),
});
export const DropForm = z.object({ eigenSignaal: z.uuid('Laad de pagina opnieuw.') });

/** The signals that a municipality adds for its own people. */
export function registerOwnSignalRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  print: CardPrinter,
  options: { readonly isDemo: boolean },
): void {
  const own = { purpose: 'VA-11', data: ['D1'] } as const;
  const mark = options.isDemo ? DEMO_MARK : undefined;

  app.get(OWN_SIGNALS_PATH, { config: { ...own, access: READERS } }, async (request, reply) => {
    const actor = edge.actor(request);
    const signals = await edge.look(request, 'own', (tx) => readOwnSignals(tx, actor));
    const query = request.query as Record<string, unknown>;
    return edge.html(
      reply,
      <OwnSignalsPage
        frame={edge.frame(request)}
        municipality={actor.organisationName}
        signals={signals}
        mayWrite={WRITERS.includes(actor.role)}
        withdrawKeys={signals.map(() => edge.formKey())}
        saved={Object.hasOwn(query, 'bewaard') ? 'kept' : Object.hasOwn(query, 'weggehaald') ? 'withdrawn' : undefined}
      />,
    );
  });

  app.get(OWN_CARD_PATH, { config: { ...own, access: READERS } }, async (request, reply) => {
    const asked = askedCard(request);
    const actor = edge.actor(request);
    const { lines, signals, today } = await edge.look(request, 'own', async (tx, time) => ({
      lines: await checkLines(tx, time),
      signals: await readOwnSignals(tx, actor),
      today: time.today,
    }));
    const work = { role: asked.role, name: SIGNAL_ROLE_NAMES.nl[asked.role] };
    const by = actor.organisationName;
    const added = { by, signals: signals.map((signal) => besideTheCatalogue(signal, by)) };
    const made = { today, mark };
    return print(request, reply, asked, signalCard(work, catalogueToday(today), lines, asked.fold, made, added));
  });

  app.get(NEW_OWN_SIGNAL_PATH, { config: { ...own, access: WRITERS } }, (request, reply) => ask(request, reply));

  app.post(
    NEW_OWN_SIGNAL_PATH,
    { config: { ...own, access: WRITERS, action: 'signals.add-own-signal', fields: OwnSignalForm } },
    async (request, reply) => {
      const form = parseForm(OwnSignalForm, joined(request.body));
      if (!form.ok) return ask(request, reply, 400, form);
      const { signaal, ookMogelijk, werk, vorm, soort, sterkte, sekswerk } = form.value;
      const facts = {
        what: signaal,
        elsewise: ookMogelijk,
        roles: werk,
        form: vorm,
        category: soort,
        strength: sterkte,
        isLegalSexWork: sekswerk === 'ja',
      };
      const saved = `${OWN_SIGNALS_PATH}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => saved,
        (tx, time) => addOwnSignal(tx, edge.actor(request), facts, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(saved, 303);
      return ask(request, reply, 409, { values: form.values, errors: errorsOf(outcome.error) });
    },
  );

  app.post(
    `${OWN_SIGNALS_PATH}/weghalen`,
    { config: { ...own, access: WRITERS, action: 'signals.withdraw-own-signal', fields: DropForm } },
    async (request, reply) => {
      const form = parseForm(DropForm, request.body);
      // the form is one button: who sends something else asks for what is not there
      if (!form.ok) throw notFound();
      const gone = `${OWN_SIGNALS_PATH}?weggehaald`;
      const outcome = await edge.command(
        request,
        reply,
        () => gone,
        (tx, time) => dropOwnSignal(tx, edge.actor(request), { id: form.value.eigenSignaal }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(gone, 303);
      throw notFound();
    },
  );

  async function ask(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    typed: { readonly values?: FieldValues; readonly errors?: FieldErrors } = {},
  ) {
    const values = { ...typed.values, werk: String(typed.values?.werk ?? '').split(' ') };
    return edge.html(
      reply,
      <NewOwnSignalPage frame={edge.frame(request)} formKey={edge.formKey()} values={values} errors={typed.errors} />,
      status,
    );
  }
}

/** Joins what came from several boxes of one name. */
function joined(body: unknown): Record<string, unknown> {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  return { ...fields, werk: [fields.werk ?? []].flat().join(' ') };
}

const FIELDS = { what: 'signaal', elsewise: 'ookMogelijk' } as const;

function errorsOf(fault: OwnSignalFault | { readonly code: 'too-many-signals' | 'signal-exists' }): FieldErrors {
  switch (fault.code) {
    case 'never-a-signal':
      return {
        [FIELDS[fault.field]]: `«${fault.word}» is nooit een signaal. Schrijf op wat iemand doet of wat er gebeurt.`,
      };
    case 'about-somebody':
      return {
        [FIELDS[fault.field]]:
          'Hier lijkt een naam, nummer of adres in te staan. Een signaal gaat nooit over één persoon.',
      };
    case 'sex-work-is-legal':
      return { sterkte: 'Zelfstandig sekswerk is legaal. Kies zwak.' };
    case 'signal-exists':
      return { signaal: 'Dit signaal staat al in de lijst van uw gemeente.' };
    case 'too-many-signals':
      return {
        signaal: `Uw gemeente heeft al ${MOST_OWN_SIGNALS} signalen. Haal er eerst een weg: een langere lijst leest niemand.`,
      };
  }
}
