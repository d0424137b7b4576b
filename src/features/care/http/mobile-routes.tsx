import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { typedNumberOrNothing } from '../../../platform/http/typed-number.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { MOBILE_PATH, MobilePage } from '../ui/mobile-page.tsx';
import { chooseMobile, ownMobile } from '../use-cases/own-mobile.ts';
import type { Shown } from './case-deed.ts';
import { CASE_WORKERS } from './who.ts';

const MobileForm = z.object({ mobiel: typedNumberOrNothing });

/** On which number a coordinator can be called herself: she writes it down, and nobody for her. */
export function registerMobileRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: CASE_WORKERS, purpose: 'VA-03', data: ['D1'] } as const;

  async function show(request: FastifyRequest, reply: FastifyReply, form: Shown = {}, status = 200) {
    const mobile = await edge.look(request, 'own', (tx) => ownMobile(tx, edge.actor(request)));
    const page = (
      <MobilePage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        values={form.values ?? { mobiel: mobile ?? '' }}
        errors={form.errors}
        isSaved={status === 200 && (request.query as Record<string, unknown>).bewaard !== undefined}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(MOBILE_PATH, { config: { ...config, action: 'care.read-mobile' } }, (request, reply) => show(request, reply));
  app.post(
    MOBILE_PATH,
    { config: { ...config, action: 'care.choose-mobile', fields: MobileForm } },
    async (request, reply) => {
      const form = parseForm(MobileForm, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const done = `${MOBILE_PATH}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => chooseMobile(tx, edge.actor(request), form.value.mobiel, time),
      );
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );
}
