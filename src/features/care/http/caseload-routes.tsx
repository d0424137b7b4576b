import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ZodObject, z } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { Result } from '../../../shared-kernel/result.ts';
import type { Actor } from '../../../shared-kernel/role.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { CaseloadPage } from '../ui/caseload-page.tsx';
import { comeBack, goAway } from '../use-cases/cases/absence.ts';
import { CASELOAD_PATH } from '../use-cases/cases/case-names.ts';
import { readCaseload, takeOverDesk } from '../use-cases/cases/caseload.ts';
import type { Shown } from './case-deed.ts';
import { CASE_CHOICES, caseRefusedAt } from './case-form.ts';
import { someDay } from './safety-form.ts';
import { CASE_WORKERS } from './who.ts';

const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number)
  .catch(-1);
const TakeForm = z.object({
  van: z.uuid('Kies wiens dossiers.'),
  naar: z.uuid('Kies wie de dossiers overneemt.'),
  aantal: count,
});
const GiveForm = z.object({ aan: z.uuid('Kies aan wie u alles overdraagt.'), aantal: count });
const NothingForm = z.object({});
const AwayForm = z.object({
  vanDag: someDay('Vul de eerste dag in, bijvoorbeeld 12-3-2027.'),
  totDag: someDay('Vul de laatste dag in, bijvoorbeeld 26-3-2027.'),
  vervangt: z.uuid('Kies wie u vervangt.'),
});

/** What is on every desk, being away, and passing a whole desk on. */
export function registerCaseloadRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const desk = { access: CASE_WORKERS, purpose: 'VA-03', data: ['D1', 'D8'] } as const;

  async function show(request: FastifyRequest, reply: FastifyReply, form: Shown = {}, status = 200) {
    const view = await edge.look(request, 'own', (tx, { today }) => readCaseload(tx, edge.actor(request), today));
    const page = (
      <CaseloadPage
        frame={edge.frame(request)}
        {...view}
        regionChoices={CASE_CHOICES.regions}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(CASELOAD_PATH, { config: { ...desk, action: 'care.read-caseload' } }, (request, reply) =>
    show(request, reply),
  );

  function deed<S extends ZodObject, E extends { readonly code: string }>(
    verb: string,
    action: string,
    fields: S,
    /** Beside which field a colleague stands that cannot be chosen. */
    colleague: string,
    run: (tx: AnyTx, actor: Actor, value: z.output<S>, time: DomainTime) => Promise<Result<Done, E>>,
  ): void {
    app.post(`${CASELOAD_PATH}/${verb}`, { config: { ...desk, action, fields } }, async (request, reply) => {
      const form = parseForm(fields, request.body);
      if (!form.ok) return show(request, reply, form, 400);
      const outcome = await edge.command(
        request,
        reply,
        () => CASELOAD_PATH,
        (tx, time) => run(tx, edge.actor(request), form.value, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(CASELOAD_PATH, 303);
      const { code } = outcome.error;
      const errors =
        code === 'no-coordinator'
          ? { [colleague]: 'Deze collega kan dit niet doen. Kies een andere zorgcoördinator.' }
          : caseRefusedAt(code);
      return show(request, reply, { values: form.values, errors }, 409);
    });
  }
  deed('overnemen', 'care.take-over', TakeForm, 'naar', (tx, actor, { van, naar, aantal }, time) =>
    takeOverDesk(tx, actor, { from: van, to: naar, seen: aantal }, time),
  );
  deed('overdragen', 'care.give-all', GiveForm, 'aan', (tx, actor, { aan, aantal }, time) =>
    takeOverDesk(tx, actor, { from: actor.membershipId, to: aan, seen: aantal }, time),
  );
  deed('afwezig', 'care.go-away', AwayForm, 'vervangt', (tx, actor, { vanDag, totDag, vervangt }, time) =>
    goAway(tx, actor, { fromOn: vanDag, untilOn: totDag, standsIn: vervangt }, time),
  );
  deed('terug', 'care.come-back', NothingForm, '_form', (tx, actor, _nothing, time) => comeBack(tx, actor, time));
}
