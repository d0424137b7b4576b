import type { FastifyInstance } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { renderPage } from '../../../ui/render.ts';
import { CourseDocument } from '../ui/course-document.tsx';
import { COURSE_STYLE } from '../ui/course-style.ts';
import { PACKAGES, PackagesPage } from '../ui/packages-page.tsx';
import { coursePackage, PACKAGE_KINDS } from '../use-cases/course-package.ts';
import { learningPath, learningPaths } from '../use-cases/learning-content.ts';

/** Who brings a path to the learning platform of the municipality. */
export const EXPORTERS: readonly Role[] = ['beleidsmedewerker', 'beheerder'];

/** The paths as packages for other learning platforms. `playerScript` gives the script that plays them, as it was built. */
export function registerCourseRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  { playerScript }: { readonly playerScript: () => Promise<string> },
): void {
  const own = { access: EXPORTERS, purpose: 'geen', data: ['D0'] } as const;
  /** A package is made once: it only changes with the product. */
  const made = new Map<string, Uint8Array>();

  app.get(PACKAGES, { config: own }, async (request, reply) => {
    const today = await edge.look(request, 'published', async (_tx, time) => time.today);
    return edge.html(reply, <PackagesPage frame={edge.frame(request)} paths={learningPaths(today)} />);
  });

  app.get(`${PACKAGES}/:pakket`, { config: { ...own, sample: 'course-package' } }, async (request, reply) => {
    const name = (request.params as { readonly pakket: string }).pakket;
    const [id = '', kindName, zip, ...more] = name.split('.');
    const kind = PACKAGE_KINDS.find((each) => each === kindName);
    const today = await edge.look(request, 'published', async (_tx, time) => time.today);
    const path = learningPath(id, today);
    if (!path || !kind || zip !== 'zip' || more.length > 0) throw notFound();
    const key = `${id} ${path.version} ${kind}`;
    let bytes = made.get(key);
    if (!bytes) {
      const html = renderPage(<CourseDocument path={path} />);
      bytes = coursePackage(kind, path, { html, script: await playerScript(), style: COURSE_STYLE });
      made.set(key, bytes);
    }
    return reply
      .type('application/zip')
      .header('Content-Disposition', `attachment; filename="in-beeld-${id}-${path.version}-${kind}.zip"`)
      .send(Buffer.from(bytes));
  });
}
