import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import type { createKeptPages } from '../../../platform/http/kept-pages.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { renderPage } from '../../../ui/render.ts';
import { HELP_LANGUAGES, HELP_START, helpListOf, helpStartOf } from '../domain/help.ts';
import { HelpBeforePage, HelpListPage, HelpStartPage } from '../ui/help-pages.tsx';
import { helpLines, helpText } from '../use-cases/help-content.ts';

/** Help now, in nine languages, for who is in trouble. Nothing is asked and nothing is kept. */
export function registerHelpRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  kept: ReturnType<typeof createKeptPages>,
): void {
  const config = { access: 'public', purpose: 'geen', data: ['D0'] } as const;

  const clockOf = (request: FastifyRequest) =>
    edge.look(request, 'published', async (_tx, { now }) => now.toISOString().slice(0, 16));

  app.get(HELP_START, { config }, (request, reply) =>
    kept.send(request, reply, HELP_START, () => renderPage(<HelpStartPage frame={edge.frame(request)} />)),
  );

  for (const language of HELP_LANGUAGES) {
    // what is open changes on a minute; whoever comes in the same minute sees the page that was made then
    app.get(helpStartOf(language), { config }, async (request, reply) => {
      const day = (await clockOf(request)).slice(0, 10);
      return kept.send(request, reply, `${helpStartOf(language)} ${day}`, async () => {
        const text = await edge.look(request, 'published', (tx, { today }) => helpText(tx, language, today));
        if (!text) throw notFound();
        return renderPage(<HelpBeforePage frame={edge.frame(request)} text={text} />);
      });
    });

    app.get(helpListOf(language), { config }, async (request, reply) =>
      kept.send(request, reply, `${helpListOf(language)} ${await clockOf(request)}`, async () => {
        const { text, lines } = await edge.look(request, 'published', async (tx, time) => ({
          text: await helpText(tx, language, time.today),
          lines: await helpLines(tx, language, time),
        }));
        if (!text) throw notFound();
        return renderPage(<HelpListPage frame={edge.frame(request)} text={text} lines={lines} />);
      }),
    );
  }
}
