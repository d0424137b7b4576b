import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { openNotification, readNotification } from '../../../platform/deadlines/open-notification.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { type DemoLetter, demoLetters, recipientOf } from '../../../platform/mail/demo-letters.ts';
import { addressed, writeLetter } from '../../../platform/mail/letter.ts';
import { MAIL_PREFERENCES, readMailbox, unreachableMembers } from '../../../platform/mail/mailbox.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { DemoPostPage } from '../ui/demo-post-page.tsx';
import { PreferencesPage } from '../ui/preferences-page.tsx';
import { UnreachablePage } from '../ui/unreachable-page.tsx';
import { chooseMail } from '../use-cases/choose-mail.ts';
import { UNREACHABLE_PATH } from '../use-cases/message-texts.ts';

const PAGE = 100;
/** The machine's list of demo mail is longer: who tests from outside wants it in one go. */
const JSON_PAGE = 1000;

const PreferencesForm = z.object({
  epost: z
    .string()
    .trim()
    .max(254, 'Gebruik hoogstens 254 tekens.')
    .pipe(z.email('Vul een e-mailadres in, bijvoorbeeld naam@gemeente.nl.')),
  wanneer: z.enum(MAIL_PREFERENCES, 'Kies wanneer u e-mail wilt.'),
  weekbrief: z.enum(['', 'ja'], 'Zet het vakje aan of uit.'),
});

export interface MessageOptions {
  readonly isDemo: boolean;
  /** The address people reach the product at; in a demo without one, the address of the request. */
  readonly publicUrl: string | undefined;
  /** Who may ask for the weekly letter. */
  readonly weeklyReaders: readonly Role[];
}

/** What waits for somebody, how she hears of it, and in a demo the mail that was not sent. */
export function registerMessageRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: MessageOptions): void {
  const own = { access: 'signed-in', purpose: 'VA-14', data: ['D1'] } as const;

  app.get(
    '/berichten/:id',
    { config: { ...own, action: 'messages.open', sample: 'notification-id' } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      const actor = edge.actor(request);
      if (!isUuid(id)) throw notFound();
      const message = await edge.look(request, 'own', (tx) => readNotification(tx, actor, id));
      if (!message) throw notFound();
      if (!message.isOpened && request.method === 'GET')
        await edge.command(
          request,
          reply,
          () => message.path,
          (tx, time) => openNotification(tx, actor, id, time.now),
        );
      return reply.redirect(message.path, 303);
    },
  );

  app.get(
    UNREACHABLE_PATH,
    { config: { access: ['beheerder'], purpose: 'VA-14', data: ['D1'] } },
    async (request, reply) => {
      const page = pageOf(request);
      const { people, total } = await edge.look(request, 'account', (tx) =>
        unreachableMembers(tx, edge.actor(request).organisationId, slice(page, PAGE)),
      );
      return edge.html(
        reply,
        <UnreachablePage frame={edge.frame(request)} people={people} page={page} pages={Math.ceil(total / PAGE)} />,
      );
    },
  );

  const mayChooseWeekly = (request: FastifyRequest) => options.weeklyReaders.includes(edge.actor(request).role);

  app.get('/voorkeuren', { config: own }, async (request, reply) => {
    const mailbox = await edge.look(request, 'account', (tx) => readMailbox(tx, edge.actor(request).personId));
    if (!mailbox) throw notFound();
    return edge.html(
      reply,
      <PreferencesPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        values={{
          epost: mailbox.address,
          wanneer: mailbox.preference,
          ...(mailbox.wantsWeekly && { weekbrief: 'ja' }),
        }}
        mayChooseWeekly={mayChooseWeekly(request)}
        isBounced={mailbox.bouncedAt !== undefined}
        isSaved={(request.query as Record<string, unknown>).opgeslagen !== undefined}
      />,
    );
  });

  app.post(
    '/voorkeuren',
    { config: { ...own, action: 'messages.choose-mail', fields: PreferencesForm } },
    async (request, reply) => {
      const form = parseForm(PreferencesForm, request.body);
      if (!form.ok)
        return edge.html(
          reply,
          <PreferencesPage
            frame={edge.frame(request)}
            formKey={edge.formKey()}
            values={form.values}
            errors={form.errors}
            mayChooseWeekly={mayChooseWeekly(request)}
            isBounced={false}
            isSaved={false}
          />,
          400,
        );
      const { epost, wanneer, weekbrief } = form.value;
      const wantsWeekly = mayChooseWeekly(request) ? weekbrief === 'ja' : undefined;
      const saved = '/voorkeuren?opgeslagen';
      const outcome = await edge.command(
        request,
        reply,
        () => saved,
        (tx, { now }) => chooseMail(tx, edge.actor(request), { address: epost, preference: wanneer }, wantsWeekly, now),
        { door: 'account' },
      );
      return outcome.kind === 'answered' ? reply : reply.redirect(saved, 303);
    },
  );

  if (!options.isDemo) return;
  const open = { access: 'public', purpose: 'VA-14', data: ['D1'], demoOnly: true } as const;
  const letterAt = (request: FastifyRequest, { path, words }: Pick<DemoLetter, 'path' | 'words'>) => {
    const base = options.publicUrl ?? `${request.protocol}://${request.host}`;
    return { ...writeLetter(base, path), ...(words && addressed(base, words)) };
  };

  app.get('/demo/post', { config: open }, async (request, reply) => {
    const page = pageOf(request);
    const { letters, total, now } = await edge.look(request, 'published', async (tx, time) => ({
      ...(await demoLetters(tx, slice(page, PAGE))),
      now: time.now,
    }));
    return edge.html(
      reply,
      <DemoPostPage
        frame={edge.frame(request)}
        letters={letters.map((letter) => ({
          ...letter,
          ...letterAt(request, letter),
          hasWords: letter.words !== undefined,
          recipient: recipientOf(letter.to),
        }))}
        now={now}
        page={page}
        pages={Math.ceil(total / PAGE)}
        total={total}
      />,
    );
  });

  app.get('/demo/post.json', { config: open }, async (request, reply) => {
    const { letters } = await edge.look(request, 'published', (tx) =>
      demoLetters(tx, slice(pageOf(request), JSON_PAGE)),
    );
    return reply.send(
      letters.map((letter) => {
        const { subject, text, link } = letterAt(request, letter);
        return { id: letter.id, aan: letter.to, onderwerp: subject, tekst: text, verzondenOp: letter.sentAt, link };
      }),
    );
  });
}

/** The page of a list that the address asks for (`?pagina=2`); the first when it asks for nothing that exists. */
function pageOf(request: FastifyRequest): number {
  const asked = Number((request.query as Record<string, unknown>).pagina);
  return Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
}

const slice = (page: number, size: number) => ({ limit: size, offset: (page - 1) * size });
