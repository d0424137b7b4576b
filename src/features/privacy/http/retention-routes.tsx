import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { CSV_TYPE } from '../../../platform/open-data/open-table.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { addDays, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { Role } from '../../../shared-kernel/role.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { ErasedPage } from '../ui/erased-page.tsx';
import { RetentionHoldPage } from '../ui/retention-hold-page.tsx';
import { RetentionPage } from '../ui/retention-page.tsx';
import { RetentionRulePage } from '../ui/retention-rule-page.tsx';
import { ERASED_PATH, HOLD_PATH, RETENTION_PATH } from '../ui/retention-words.ts';
import {
  askForTerm,
  ERASED_AT_MOST,
  holdRecord,
  readCounted,
  readErased,
  readRetention,
  readRule,
  releaseRecord,
} from '../use-cases/retention.ts';
import { GATE_READERS } from './gate-routes.tsx';
import { writeErased } from './retention-csv.ts';
import { HOLD_REFUSAL_AT, HoldForm, PeriodForm, ReleaseForm, TERM_REFUSAL_AT, TermForm } from './retention-form.ts';

const SETTLERS: readonly Role[] = ['fg'];
const DECLARERS: readonly Role[] = ['fg', 'ciso'];

export interface RetentionOptions {
  /** Says in a file that nothing in it is real; undefined when it is. */
  readonly mark: string | undefined;
}

interface Shown {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly status?: number;
}

/** How long things are kept: settling terms, putting erasure off, and what was erased. */
export function registerRetentionRoutes(app: FastifyInstance, edge: Edge<PageFrame>, options: RetentionOptions): void {
  const reading = { access: GATE_READERS, purpose: 'VA-15', data: ['D0', 'D1'] } as const;
  const settling = { ...reading, access: SETTLERS };
  // what was erased is a log: who administrates sees counts, never single records
  const declaring = { access: DECLARERS, purpose: 'VA-15', data: ['D1', 'D11'] } as const;
  const maySettle = (request: FastifyRequest) => SETTLERS.includes(edge.actor(request).role);
  const queryOf = (request: FastifyRequest) => (request.query ?? {}) as Record<string, unknown>;

  app.get(RETENTION_PATH, { config: reading }, async (request, reply) => {
    const retention = await edge.look(request, 'own', (tx, { today }) => readRetention(tx, edge.actor(request), today));
    const page = (
      <RetentionPage
        frame={edge.frame(request)}
        {...retention}
        mayAsk={maySettle(request)}
        mayRead={DECLARERS.includes(edge.actor(request).role)}
      />
    );
    return edge.html(reply, page);
  });

  async function showRule(request: FastifyRequest, reply: FastifyReply, form: Shown = {}) {
    const { regel } = request.params as { regel: string };
    const page = Math.min(Math.max(Number.parseInt(String(queryOf(request).pagina), 10) || 1, 1), 10_000);
    const rule = await edge.look(request, 'own', (tx, { today }) =>
      readRule(tx, edge.actor(request), regel, page, today),
    );
    if (!rule) throw notFound();
    const [, count, unit] = /^P(\d+)([DMY])$/.exec(rule.standing?.settled?.period ?? rule.proposed.period!)!;
    const values = form.values ?? {
      aantal: count!,
      eenheid: unit!,
      categorie: rule.standing?.settled?.category ?? '',
    };
    return edge.html(
      reply,
      <RetentionRulePage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        rule={rule}
        atOnce={rule.atOnce}
        records={rule.records}
        page={page}
        hasMore={rule.hasMore}
        isOfficer={maySettle(request)}
        values={values}
        errors={form.errors}
      />,
      form.status ?? 200,
    );
  }

  const oneRule = { sample: 'retention-rule' } as const;
  app.get(`${RETENTION_PATH}/:regel`, { config: { ...reading, ...oneRule } }, (request, reply) =>
    showRule(request, reply),
  );

  app.post(
    `${RETENTION_PATH}/:regel`,
    { config: { ...settling, ...oneRule, action: 'privacy.ask-term', fields: TermForm } },
    async (request, reply) => {
      const { regel } = request.params as { regel: string };
      const form = parseForm(TermForm, request.body);
      if (!form.ok) return showRule(request, reply, { ...form, status: 400 });
      const { aantal, eenheid, categorie, reden } = form.value;
      const asked = { rule: regel, period: `P${aantal}${eenheid}`, category: categorie, reason: reden };
      const outcome = await edge.command(
        request,
        reply,
        ({ subject }) => `/goedkeuringen/${subject.id}`,
        (tx, time) => askForTerm(tx, edge.actor(request), asked, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(`/goedkeuringen/${outcome.value.subject.id}`, 303);
      if (outcome.error.code === 'no-such-rule') throw notFound();
      const { field, text } = TERM_REFUSAL_AT[outcome.error.code];
      return showRule(request, reply, { values: form.values, errors: { [field]: text }, status: 409 });
    },
  );

  async function showHold(request: FastifyRequest, reply: FastifyReply, form: Shown = {}) {
    const { id } = request.params as { id: string };
    if (!isUuid(id)) throw notFound();
    const { counted, today } = await edge.look(request, 'own', async (tx, time) => ({
      counted: await readCounted(tx, edge.actor(request), id, time.today),
      today: time.today,
    }));
    if (!counted) throw notFound();
    const { heldUntil } = counted.record;
    return edge.html(
      reply,
      <RetentionHoldPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        counted={counted}
        isHeld={heldUntil !== undefined && heldUntil > today}
        values={form.values}
        errors={form.errors}
      />,
      form.status ?? 200,
    );
  }

  const oneRecord = { ...settling, sample: 'retention-record-id' } as const;
  app.get(`${HOLD_PATH}/:id`, { config: oneRecord }, (request, reply) => showHold(request, reply));

  app.post(
    `${HOLD_PATH}/:id`,
    { config: { ...oneRecord, action: 'privacy.hold-record', fields: HoldForm } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      if (!isUuid(id)) throw notFound();
      const form = parseForm(HoldForm, request.body);
      if (!form.ok) return showHold(request, reply, { ...form, status: 400 });
      const { grond, tot } = form.value;
      const at = `${HOLD_PATH}/${id}`;
      const outcome = await edge.command(
        request,
        reply,
        () => at,
        (tx, time) => holdRecord(tx, edge.actor(request), { recordId: id, ground: grond, untilOn: tot }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(at, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      const { field, text } = HOLD_REFUSAL_AT[outcome.error.code];
      return showHold(request, reply, { values: form.values, errors: { [field]: text }, status: 409 });
    },
  );

  app.post(
    `${HOLD_PATH}/:id/opheffen`,
    { config: { ...oneRecord, action: 'privacy.release-record', fields: ReleaseForm } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      if (!isUuid(id)) throw notFound();
      const at = `${HOLD_PATH}/${id}`;
      const outcome = await edge.command(
        request,
        reply,
        () => at,
        (tx, time) => releaseRecord(tx, edge.actor(request), id, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'refused' && outcome.error.code === 'not-found') throw notFound();
      // not held any more: the page it leads to says so
      return reply.redirect(at, 303);
    },
  );

  /** What was erased in the period that was asked; the last year when none was. */
  async function erasedIn(request: FastifyRequest) {
    const query = queryOf(request);
    return edge.look(request, 'own', async (tx, { today }) => {
      const lastYear = { van: writeDutchDate(addDays(today, -365)), tot: writeDutchDate(today) };
      const form = parseForm(PeriodForm, query.van || query.tot ? query : lastYear);
      if (!form.ok) return { form, erased: [] };
      const period = { from: form.value.van, upTo: form.value.tot };
      return { form, erased: await readErased(tx, edge.actor(request), period, today) };
    });
  }

  app.get(ERASED_PATH, { config: declaring }, async (request, reply) => {
    const { form, erased } = await erasedIn(request);
    return edge.html(
      reply,
      <ErasedPage
        frame={edge.frame(request)}
        organisation={edge.actor(request).organisationName}
        from={form.ok ? form.value.van : undefined}
        upTo={form.ok ? form.value.tot : undefined}
        erased={erased}
        isCut={erased.length === ERASED_AT_MOST}
        values={form.values}
        errors={form.ok ? undefined : form.errors}
      />,
      form.ok ? 200 : 400,
    );
  });

  app.get(`${ERASED_PATH}/verklaring.csv`, { config: declaring }, async (request, reply) => {
    const { form, erased } = await erasedIn(request);
    if (!form.ok) throw notFound();
    return reply
      .type(CSV_TYPE)
      .header('content-disposition', 'attachment; filename="verklaring-van-vernietiging.csv"')
      .send(writeErased(erased, options.mark));
  });
}
