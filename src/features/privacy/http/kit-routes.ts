import type { FastifyInstance } from 'fastify';
import type { DocumentFormat } from '../../../platform/documents/print-job.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import type { Policy } from '../../../platform/policy/policy.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { ROLES } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { EvidenceOf } from '../domain/evidence.ts';
import type { ProcessingActivity, ProcessingRegister } from '../domain/processing-activity.ts';
import { KIT } from '../use-cases/kit.ts';
import { type AccessLine, readKitFacts } from '../use-cases/kit-facts.ts';
import { GATE_READERS } from './gate-routes.tsx';

const PATH = '/privacyloket/documenten';
/** How a file of the kit is asked for: 'dpia-bijlage.docx'. */
const FILE = /^([a-z-]+)\.(docx|pdf)$/;

export interface KitOptions {
  readonly register: ProcessingRegister;
  readonly policy: Policy;
  readonly evidenceOf: EvidenceOf;
  readonly roleLabel: (role: string) => string;
  readonly isDemo: boolean;
}

/** The documents of the kit, made for this organisation at the moment they are asked for. */
export function registerKitRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: KitOptions): void {
  const config = { access: GATE_READERS, purpose: 'VA-15', data: ['D1'], sample: 'kit-document' } as const;
  const mark = options.isDemo ? DEMO_MARK : undefined;

  app.get(`${PATH}/:document`, { config }, async (request, reply) => {
    const { document } = request.params as { document: string };
    const [, slug, format] = FILE.exec(document) ?? [];
    const kind = KIT.find((each) => each.slug === slug);
    if (!kind) throw notFound();
    const facts = await edge.look(request, 'own', (tx, time) =>
      readKitFacts(
        tx,
        edge.actor(request),
        {
          register: options.register,
          mark,
          accessOf: (activity) => accessLines(activity, options),
          evidenceOf: options.evidenceOf,
        },
        time,
      ),
    );
    return edge.document(request, reply, kind.write(facts), {
      name: `${kind.slug}-${facts.today}`,
      format: format as DocumentFormat,
    });
  });
}

const LETTER_WORDS = {
  L: 'weten dat het er is',
  R: 'lezen',
  W: 'schrijven',
  X: 'uitvoeren met vier ogen',
  A: 'totalen',
};

/** What each role may ever do for an activity, from the access matrix: letters per class, the limits left to docs/toegang.md. */
function accessLines(activity: ProcessingActivity, { policy, roleLabel }: KitOptions): readonly AccessLine[] {
  return ROLES.flatMap((role): AccessLine[] => {
    const parts = activity.dataClasses.flatMap((dataClass) => {
      const letters = (['L', 'R', 'W', 'X', 'A'] as const).filter((letter) =>
        policy.mayEver(role, letter, dataClass as Parameters<Policy['mayEver']>[2], activity.id),
      );
      return letters.length > 0 ? [`${dataClass}: ${letters.map((letter) => LETTER_WORDS[letter]).join(', ')}`] : [];
    });
    return parts.length > 0 ? [{ role: roleLabel(role), may: parts.join('; ') }] : [];
  });
}
