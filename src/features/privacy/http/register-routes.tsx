import type { FastifyInstance } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { pathsOf } from '../../../ui/public-pages.ts';
import type { ProcessingRegister } from '../domain/processing-activity.ts';
import { RegisterPage } from '../ui/register-page.tsx';
import { registerJson } from './register-json.ts';

const JSON_PATH = '/privacy/verwerkingen.json';

export interface RegisterOptions {
  readonly register: ProcessingRegister;
  /** Activities that a table or a route names; asked when a page is shown, since routes are known only then. */
  readonly inUse: () => ReadonlySet<string>;
}

/** The processing register for everybody: the page in two languages, and the same for machines. Needs no database. */
export function registerRegisterRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  { register, inUse }: RegisterOptions,
): void {
  const config = { access: 'public', purpose: 'geen', data: ['D0'] } as const;
  for (const path of pathsOf('processing'))
    app.get(path, { config }, async (request, reply) =>
      edge.html(
        reply,
        <RegisterPage frame={edge.frame(request)} register={register} inUse={inUse()} jsonHref={JSON_PATH} />,
      ),
    );
  app.get(JSON_PATH, { config }, async (_request, reply) =>
    reply.header('Access-Control-Allow-Origin', '*').send(registerJson(register, inUse())),
  );
}
