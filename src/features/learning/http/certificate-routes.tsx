import type { FastifyInstance } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { addressOf, pathsOf } from '../../../ui/public-pages.ts';
import { CertificatePage } from '../ui/certificate-page.tsx';
import { CERTIFICATE_TEXTS } from '../ui/certificate-texts.ts';
import { certificateDocument, ownCertificate, verifyCertificate } from '../use-cases/certificate.ts';
import { LEARNERS } from './register-form.ts';

/** More is no number, and is not looked at. */
const LONGEST = 60;

export interface CertificateOptions {
  readonly isDemo: boolean;
  /** Where people reach the product, for what stands on paper. */
  readonly publicUrl?: string | undefined;
}

/** A certificate for whose it is, and its number for everybody. */
export function registerCertificateRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  { isDemo, publicUrl }: CertificateOptions,
): void {
  app.get(
    '/leren/certificaat/:nummer',
    { config: { access: LEARNERS, purpose: 'VA-13', data: ['D12'], sample: 'certificate-number' } },
    async (request, reply) => {
      const { nummer } = request.params as { readonly nummer: string };
      const actor = edge.actor(request);
      const certificate = await edge.look(request, 'own', (tx) => ownCertificate(tx, actor, nummer));
      if (!certificate) throw notFound();
      const address = addressOf('certificate', 'nl');
      const checkAt = publicUrl ? `${publicUrl.replace(/\/$/, '')}${address}` : `In Beeld, onder ${address}`;
      const tree = certificateDocument(certificate, {
        organisation: actor.organisationName,
        checkAt,
        mark: isDemo ? DEMO_MARK : undefined,
      });
      return edge.document(request, reply, tree, { name: `certificaat-${certificate.number}`, format: 'pdf' });
    },
  );

  for (const path of pathsOf('certificate'))
    app.get(path, { config: { access: 'public', purpose: 'geen', data: ['D0'] } }, async (request, reply) => {
      const { nummer } = request.query as { readonly nummer?: unknown };
      const typed = typeof nummer === 'string' && nummer.trim() !== '' ? nummer.slice(0, LONGEST) : undefined;
      const answer = await edge.look(request, 'published', async (tx, { today }) =>
        typed === undefined ? undefined : verifyCertificate(tx, typed, today),
      );
      const frame = edge.frame(request);
      const errors =
        typed !== undefined && answer === undefined ? { nummer: CERTIFICATE_TEXTS[frame.lang].noNumber } : undefined;
      const page = <CertificatePage frame={frame} values={{ nummer: typed }} errors={errors} answer={answer} />;
      return edge.html(reply, page, errors ? 400 : 200);
    });
}
