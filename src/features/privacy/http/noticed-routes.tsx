import type { FastifyInstance } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { ok } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { NoticedPage } from '../ui/noticed-page.tsx';
import { NOTICED_PATH, readNoticed } from '../use-cases/noticed.ts';

const ON_A_PAGE = 25;

/** What stood out in how people use the product: for who guards it, and for nobody above whom it is about. */
export function registerNoticedRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly roleLabel: (role: string) => string },
): void {
  const config = {
    access: ['fg', 'ciso'],
    purpose: 'VA-15',
    data: ['D1', 'D11'],
    action: 'privacy.read-noticed',
  } as const;

  app.get(NOTICED_PATH, { config }, async (request, reply) => {
    const asked = Number((request.query as Record<string, unknown>).pagina);
    const page = Number.isInteger(asked) && asked >= 1 && asked <= 100_000 ? asked : 1;
    const found = await edge.lookAtPersons(request, async (tx) =>
      ok(await readNoticed(tx, edge.actor(request), { skip: (page - 1) * ON_A_PAGE, take: ON_A_PAGE })),
    );
    if (!found.ok) throw notFound();
    const { rows, total } = found.value;
    return edge.html(
      reply,
      <NoticedPage
        frame={edge.frame(request)}
        path={NOTICED_PATH}
        rows={rows.map(({ personName, role, ...row }) => ({
          ...row,
          person: personName ?? 'iemand die hier niet meer werkt',
          role: options.roleLabel(role),
        }))}
        total={total}
        page={page}
        pages={Math.max(1, Math.ceil(total / ON_A_PAGE))}
      />,
    );
  });
}
