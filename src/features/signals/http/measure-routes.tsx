import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ComponentChild } from 'preact';
import type { ZodObject, z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { MeasureProps } from '../ui/measure-page.tsx';
import type { Asking, NotThere } from '../use-cases/held-report.ts';
import type { AtPlace } from '../use-cases/measure.ts';
import { askingOf } from './report-routes.tsx';
import { WEIGHERS } from './who.ts';

/** Which page of a list an address asks. */
export const pageIn = (request: FastifyRequest): number =>
  Math.min(10_000, Math.max(1, Math.trunc(Number((request.query as Record<string, unknown>).pagina ?? 1)) || 1));

/** Where what the domain refuses stands: beside a field, above the page, or beside the field of the form that holds free text. */
type RefusedAt = Readonly<Record<string, { readonly field: string; readonly text: string }>>;
export const ABOVE_PAGE = '_pagina';
export const AT_FREE_TEXT = '_naam';

/** What a page of a form shows when it comes back. */
export interface Typed {
  readonly values: FieldValues;
  readonly errors?: FieldErrors;
}

/** What the page of one measure gets beside what the measure says. */
type MeasureForms<Deed extends string> = Omit<MeasureProps<Deed>, keyof AtPlace>;

type Run<Input> = (
  tx: AnyTx,
  asking: Asking,
  input: Input,
  time: DomainTime,
) => Promise<Result<Done, { readonly code: string }>>;

/**
 * The routes of what a municipality does at a place: planned with one form, shown with its address, and brought further deed by deed.
 * Inspections and closures are both such a measure; what they ask and when they may go on differs, how they are asked does not.
 */
export function measureRoutes<View extends Done, Deed extends string>(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  measure: {
    /** Address of the list. */
    readonly list: string;
    readonly parameter: string;
    readonly sample: string;
    readonly viewAction: string;
    readonly refused: RefusedAt;
    view(
      tx: AnyTx,
      asking: Asking,
      asked: { readonly id: string; readonly opens: boolean },
      time: DomainTime,
    ): Promise<Result<View, NotThere>>;
    page(view: Omit<View, 'subject'>, forms: MeasureForms<Deed>): ComponentChild;
  },
) {
  const { list, refused } = measure;
  const many = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2'] } as const;
  const one = { access: WEIGHERS, purpose: 'VA-02', data: ['D1', 'D2', 'D3'], sample: measure.sample } as const;
  const path = `${list}/:${measure.parameter}`;
  const doneAt = (id: string) => `${list}/${id}?vastgelegd`;

  /** The form with which one begins. */
  function begin<Fields extends ZodObject>(
    own: { readonly action: string; readonly gate?: string; readonly fields: Fields; readonly freeText: string },
    page: (frame: PageFrame, formKey: string, typed: Typed) => ComponentChild,
    run: Run<z.output<Fields>>,
  ): void {
    const { action, fields, freeText } = own;
    const gated = { ...many, ...(own.gate && { gate: own.gate }) };
    const show = (request: FastifyRequest, reply: FastifyReply, status = 200, typed: Typed = { values: {} }) =>
      edge.html(reply, page(edge.frame(request), edge.formKey(), typed) as never, status);
    app.get(`${list}/nieuw`, { config: gated }, async (request, reply) => show(request, reply));
    app.post(`${list}/nieuw`, { config: { ...gated, sealed: true, action, fields } }, async (request, reply) => {
      const form = parseForm(fields, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const outcome = await edge.command(
        request,
        reply,
        ({ subject }) => doneAt(subject.id),
        (tx, time) => run(tx, askingOf(edge, request), form.value, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(outcome.value.subject.id), 303);
      const at = refused[outcome.error.code];
      if (!at) throw notFound();
      return show(request, reply, 409, {
        values: form.values,
        errors: { [at.field === AT_FREE_TEXT ? freeText : at.field]: at.text },
      });
    });
  }

  function idIn(request: FastifyRequest): string {
    const id = (request.params as Readonly<Record<string, string>>)[measure.parameter]!;
    if (!isUuid(id)) throw notFound();
    return id;
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    again: { deed?: Deed; values?: FieldValues; errors?: FieldErrors; conflict?: string } = {},
  ) {
    const id = idIn(request);
    // a form that comes back opens nothing: the log would say that its deed was done
    const isOpened = status === 200;
    const view = (tx: AnyTx, time: DomainTime) =>
      measure.view(tx, askingOf(edge, request), { id, opens: isOpened }, time);
    const found = await (isOpened ? edge.lookAtPersons(request, view) : edge.look(request, 'own', view));
    if (!found.ok) throw notFound();
    const { subject: _, ...shown } = found.value;
    const page = measure.page(shown, {
      frame: edge.frame(request),
      isOpened,
      deed: again.deed,
      values: again.values ?? {},
      errors: again.errors,
      conflict: again.conflict,
      saved: isOpened && Object.hasOwn(request.query as object, 'vastgelegd'),
      formKey: edge.formKey(),
    });
    return edge.html(reply, page as never, status);
  }

  app.get(path, { config: { ...one, action: measure.viewAction } }, (request, reply) => show(request, reply));

  /** One thing that is done with it: its own address, its own action in the log. */
  function deed<Fields extends ZodObject>(
    verb: string,
    own: { readonly deed: Deed; readonly action: string; readonly fields: Fields; readonly freeText?: string },
    run: Run<z.output<Fields> & { readonly id: string }>,
  ): void {
    const { action, fields, freeText = '' } = own;
    app.post(`${path}/${verb}`, { config: { ...one, action, fields } }, async (request, reply) => {
      const id = idIn(request);
      const form = parseForm(fields, request.body);
      if (!form.ok) return show(request, reply, 400, { deed: own.deed, ...form });
      const outcome = await edge.command(
        request,
        reply,
        () => doneAt(id),
        (tx, time) => run(tx, askingOf(edge, request), { ...form.value, id }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(doneAt(id), 303);
      const at = refused[outcome.error.code];
      if (!at) throw notFound();
      if (at.field === ABOVE_PAGE) return show(request, reply, 409, { conflict: at.text });
      const errors = { [at.field === AT_FREE_TEXT ? freeText : at.field]: at.text };
      return show(request, reply, 409, { deed: own.deed, values: form.values, errors });
    });
  }

  return { many, begin, deed };
}
