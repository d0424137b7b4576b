import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { IntakePage } from '../ui/intake-page.tsx';
import { OutcomePage } from '../ui/outcome-page.tsx';
import { OwnLanguagePlanPage, PlanPage } from '../ui/plan-page.tsx';
import { TasksPage } from '../ui/tasks-page.tsx';
import { CASES_PATH } from '../use-cases/cases/case-names.ts';
import { addTask, settleCaseTask } from '../use-cases/cases/case-tasks.ts';
import { talkThrough, writeFullSheet } from '../use-cases/cases/full-file.ts';
import { planDocument } from '../use-cases/cases/plan-document.ts';
import { readSheets, readTasks } from '../use-cases/cases/read-full.ts';
import { caseDeeds, ONE_CASE, openCaseWith, type Shown } from './case-deed.ts';
import { CASE_CHOICES } from './case-form.ts';
import {
  AgreeForm,
  IntakeForm,
  intakeOf,
  intakeValues,
  OutcomeForm,
  outcomeOf,
  outcomeValues,
  PlanForm,
  planOf,
  planValues,
  SettleForm,
  TaskForm,
} from './full-form.ts';
import { goalWords } from './whole-file.ts';

/** What an organisation that keeps full files writes down: the intake, the plan, and what must be done by when. */
export function registerFullRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly mark: string | undefined },
): void {
  const deed = caseDeeds(app, edge);
  const openSheets = (request: FastifyRequest) =>
    openCaseWith(edge, request, (tx, { file }) => readSheets(tx, edge.actor(request).organisationId, file));

  async function showIntake(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, depth, safety, intake } = await openSheets(request);
    const page = (
      <IntakePage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        mayWrite={depth === 'full'}
        intake={intake}
        isConflict={status === 409}
        formKey={edge.formKey()}
        values={{ ...(intake && intakeValues(intake.content)), ...form.values }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  type Intake = ReturnType<typeof IntakeForm.parse>;
  deed(
    'intake',
    'care.write-intake',
    IntakeForm,
    showIntake,
    (tx, asking, code, value: Intake, _body, time) =>
      writeFullSheet(tx, asking, { code, kind: 'intake', seenVersion: value.versie, content: intakeOf(value) }, time),
    { back: '/intake' },
  );

  async function showPlan(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, depth, safety, plan, lastAgreedOn, today } = await openSheets(request);
    const page = (
      <PlanPage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        mayWrite={depth === 'full'}
        plan={plan}
        lastAgreedOn={lastAgreedOn}
        languages={CASE_CHOICES.languages}
        isConflict={status === 409}
        formKey={edge.formKey()}
        values={{
          besprokenOp: writeDutchDate(today),
          besprokenTaal: plan?.content.language ?? '',
          ...(plan && planValues(plan.content)),
          ...form.values,
        }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  const ofPlan = { back: '/plan' } as const;
  type Plan = ReturnType<typeof PlanForm.parse>;
  deed(
    'plan',
    'care.write-plan',
    PlanForm,
    showPlan,
    (tx, asking, code, value: Plan, _body, time) =>
      writeFullSheet(tx, asking, { code, kind: 'plan', seenVersion: value.versie, content: planOf(value) }, time),
    ofPlan,
  );
  type Agree = ReturnType<typeof AgreeForm.parse>;
  deed(
    'plan/bespreken',
    'care.agree-plan',
    AgreeForm,
    showPlan,
    (tx, asking, code, value: Agree, _body, time) =>
      talkThrough(
        tx,
        asking,
        {
          code,
          kind: 'plan',
          seenVersion: value.versie,
          agreed: { on: value.besprokenOp, language: value.besprokenTaal, manner: value.besprokenHoe },
        },
        time,
      ),
    { ...ofPlan, hasPage: false },
  );

  const reading = { ...ONE_CASE, action: 'care.read-plan' } as const;
  app.get(`${CASES_PATH}/:kenmerk/plan/eigen-taal`, { config: reading }, async (request, reply) => {
    const { file, plan } = await openSheets(request);
    if (!plan?.content.translation) return reply.redirect(`${CASES_PATH}/${file.code}/plan`, 303);
    const language = CASE_CHOICES.languages.find(({ value }) => value === plan.content.language)?.label ?? 'eigen taal';
    const page = (
      <OwnLanguagePlanPage frame={edge.frame(request)} code={file.code} plan={plan.content} language={language} />
    );
    return edge.html(reply, page);
  });

  for (const format of ['docx', 'pdf'] as const)
    app.get(`${CASES_PATH}/:kenmerk/plan.${format}`, { config: reading }, async (request, reply) => {
      const { organisationId, organisationName } = edge.actor(request);
      const { file, plan, tasks, today } = await openCaseWith(edge, request, async (tx, view) => ({
        ...(await readSheets(tx, organisationId, view.file)),
        tasks: await readTasks(tx, organisationId, view.file),
      }));
      if (!plan) return reply.redirect(`${CASES_PATH}/${file.code}/plan`, 303);
      const tree = planDocument(plan.content, {
        organisation: organisationName,
        agreedOn: plan.agreed?.on,
        appointments: tasks.filter(({ kind, settled, dueOn }) => kind === 'appointment' && !settled && dueOn >= today),
        words: goalWords,
        today,
        mark: options.mark,
      });
      return edge.document(request, reply, tree, { name: 'plan', format });
    });

  async function showOutcome(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, safety, outcome, today } = await openSheets(request);
    const page = (
      <OutcomePage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        outcome={outcome}
        languages={CASE_CHOICES.languages}
        formKey={edge.formKey()}
        values={{
          besprokenOp: writeDutchDate(today),
          ...(outcome && outcomeValues(outcome.content)),
          ...form.values,
        }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  const ofOutcome = { back: '/hoe-gaat-het' } as const;
  type Outcome = ReturnType<typeof OutcomeForm.parse>;
  deed(
    'hoe-gaat-het',
    'care.write-outcome',
    OutcomeForm,
    showOutcome,
    (tx, asking, code, value: Outcome, _body, time) =>
      writeFullSheet(tx, asking, { code, kind: 'outcome', seenVersion: value.versie, content: outcomeOf(value) }, time),
    ofOutcome,
  );
  deed(
    'hoe-gaat-het/gezien',
    'care.show-outcome',
    AgreeForm,
    showOutcome,
    (tx, asking, code, value: Agree, _body, time) =>
      talkThrough(
        tx,
        asking,
        {
          code,
          kind: 'outcome',
          seenVersion: value.versie,
          agreed: { on: value.besprokenOp, language: value.besprokenTaal, manner: value.besprokenHoe },
        },
        time,
      ),
    { ...ofOutcome, hasPage: false },
  );

  async function showTasks(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, depth, safety, tasks, today } = await openCaseWith(edge, request, async (tx, view) => ({
      tasks: await readTasks(tx, edge.actor(request).organisationId, view.file),
    }));
    const page = (
      <TasksPage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        mayWrite={depth === 'full'}
        tasks={tasks}
        today={today}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  const ofTasks = { back: '/taken' } as const;
  type Task = ReturnType<typeof TaskForm.parse>;
  deed(
    'taken',
    'care.add-task',
    TaskForm,
    showTasks,
    (tx, asking, code, value: Task, _body, time) =>
      addTask(
        tx,
        asking,
        { code, kind: value.wat, dueOn: value.dag, dueTime: value.uur, text: value.omschrijving },
        time,
      ),
    ofTasks,
  );
  type Settle = ReturnType<typeof SettleForm.parse>;
  deed(
    'taken/klaar',
    'care.settle-task',
    SettleForm,
    showTasks,
    (tx, asking, code, value: Settle, _body, time) =>
      settleCaseTask(tx, asking, { code, taskId: value.taak, how: value.hoeGing }, time),
    { ...ofTasks, hasPage: false },
  );
}
