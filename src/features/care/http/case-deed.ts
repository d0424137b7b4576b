import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodObject } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import { ok, type Result } from '../../../shared-kernel/result.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { isRegistrationCode } from '../../registration/index.ts';
import { CASES_PATH, casePath } from '../use-cases/cases/case-names.ts';
import type { Asking } from '../use-cases/cases/held-case.ts';
import { type CaseView, readCase } from '../use-cases/cases/read-cases.ts';
import { caseRefusedAt, keptCaseValues } from './case-form.ts';
import { CASE_WORKERS } from './who.ts';

export const askingOf = (edge: Edge<PageFrame>, request: FastifyRequest): Asking => ({
  actor: edge.actor(request),
  policy: edge.policy,
});

/** The code in an address; anything else is not there. */
export function codeIn(request: FastifyRequest): string {
  const { kenmerk } = request.params as { kenmerk: string };
  if (!isRegistrationCode(kenmerk)) throw notFound();
  return kenmerk;
}

/** What every route about one case declares. */
export const ONE_CASE = {
  access: CASE_WORKERS,
  purpose: 'VA-03',
  data: ['D1', 'D4', 'D5', 'D8'],
  sample: 'care-case-code',
} as const;

/** Opens the case of this address for a page, or it is not there. */
export async function openCaseOf(edge: Edge<PageFrame>, request: FastifyRequest) {
  return openCaseWith(edge, request, async () => ({}));
}

/** The same with more of it, read in the same transaction. */
export async function openCaseWith<More>(
  edge: Edge<PageFrame>,
  request: FastifyRequest,
  more: (tx: AnyTx, view: CaseView, time: DomainTime) => Promise<More>,
): Promise<CaseView & More> {
  const code = codeIn(request);
  const view = await edge.lookAtPersons(request, async (tx, time) => {
    const found = await readCase(tx, askingOf(edge, request), code, time);
    return found.ok ? ok({ ...found.value, ...(await more(tx, found.value, time)) }) : found;
  });
  if (!view.ok) throw notFound();
  return view.value;
}

export type Shown = { readonly values?: FieldValues; readonly errors?: FieldErrors };

type Show = (request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) => Promise<FastifyReply>;
type Run<E extends { readonly code: string }> = (
  tx: AnyTx,
  asking: Asking,
  code: string,
  value: never,
  body: unknown,
  time: DomainTime,
) => Promise<Result<Done, E>>;

/** How the forms about a case work: a page, the deed behind it, and where one is afterwards. */
export function caseDeeds(app: FastifyInstance, edge: Edge<PageFrame>) {
  const path = `${CASES_PATH}/:kenmerk`;
  return function deed<S extends ZodObject, E extends { readonly code: string }>(
    verb: string,
    action: string,
    fields: S,
    show: Show,
    run: Run<E>,
    /** It stands on a page that is declared elsewhere; `back` is where one is after it, within the case. */
    more: { readonly hasPage?: false; readonly back?: string } = {},
  ): void {
    if (more.hasPage !== false)
      app.get(`${path}/${verb}`, { config: { ...ONE_CASE, action: 'care.read-case' } }, (request, reply) =>
        show(request, reply, {}, 200),
      );
    app.post(`${path}/${verb}`, { config: { ...ONE_CASE, action, fields } }, async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(fields, request.body);
      const values = keptCaseValues(form.values, request.body);
      if (!form.ok) return show(request, reply, { values, errors: form.errors }, 400);
      const done = `${casePath(code)}${more.back ?? ''}`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => run(tx, askingOf(edge, request), code, form.value as never, request.body, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return show(request, reply, { values, errors: caseRefusedAt(outcome.error.code) }, 409);
    });
  };
}
