import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, FeatureClosed, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { unlessClosed } from '../../registration/index.ts';
import { CaseFormPage } from '../ui/case-form-page.tsx';
import { SOURCE_WORDS } from '../ui/case-words.ts';
import { OwnSignalPage } from '../ui/own-signal-page.tsx';
import type { Begun, KnownBefore } from '../use-cases/cases/begin-case.ts';
import { beginFromOwnSignal, knownFromOwnSignal, type OwnSignals } from '../use-cases/cases/begin-own-signal.ts';
import { CASES_PATH, casePath } from '../use-cases/cases/case-names.ts';
import { askingOf, codeIn, type Shown } from './case-deed.ts';
import {
  CASE_CHOICES,
  CaseForm,
  caseContentOf,
  casePersonOf,
  caseRefusedAt,
  caseValues,
  keptCaseValues,
} from './case-form.ts';
import { CASE_WORKERS } from './who.ts';

const person = z.uuid('Kies over wie het gaat.');
const OpenForm = z.object({ persoonId: person, reden: z.string().trim().max(1000, 'Gebruik hoogstens 1.000 tekens.') });
const OwnSignalForm = CaseForm.extend({ persoonId: person });

const NO_REASON: Readonly<Record<string, string>> = {
  'opening-reason-names': 'Er lijkt een naam of nummer in te staan. Schrijf uw reden zonder naam.',
  'opening-reason-too-short': 'Schrijf in minstens 20 tekens waarom u dit moet weten.',
};

/** A case that begins from a signal of the own municipality, for a care coordinator who was let in there. Nothing is typed twice. */
export function registerOwnSignalCaseRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly ownSignals: OwnSignals },
): void {
  const { ownSignals } = options;
  const one = { access: CASE_WORKERS, sample: 'signal-with-care' } as const;
  const opens = { ...one, purpose: 'VA-02', data: ['D1', 'D2', 'D4'] } as const;
  const path = `${CASES_PATH}/nieuw/signaal/:kenmerk`;

  /** What is not hers is not there, open gate or closed. */
  async function persons(request: FastifyRequest) {
    const { organisationId } = edge.actor(request);
    const found = await edge.lookAtPersons(request, async (tx, time) => {
      const seen = await ownSignals.persons(tx, askingOf(edge, request), codeIn(request), time);
      if (!seen.ok) return seen;
      return {
        ...seen,
        value: { ...seen.value, isOpen: await edge.isFeatureOpen(tx, organisationId, 'care', time.today) },
      };
    });
    if (!found.ok) throw notFound();
    if (!found.value.isOpen) throw new FeatureClosed('care');
    return found.value.persons;
  }

  async function choose(request: FastifyRequest, reply: FastifyReply, form: Shown, status = 200) {
    const page = (
      <OwnSignalPage
        persons={await persons(request)}
        frame={edge.frame(request)}
        code={codeIn(request)}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  function fillIn(
    request: FastifyRequest,
    reply: FastifyReply,
    personId: string,
    form: Shown & { readonly values: FieldValues; readonly before?: KnownBefore['before'] },
    status = 200,
  ) {
    const page = (
      <CaseFormPage
        frame={edge.frame(request)}
        action={`${CASES_PATH}/nieuw/signaal/${codeIn(request)}`}
        formKey={edge.formKey()}
        choices={CASE_CHOICES}
        from={SOURCE_WORDS['own-signal']}
        personId={personId}
        before={form.before}
        values={form.values}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(path, { config: { ...opens, action: 'care.read-before' } }, (request, reply) => choose(request, reply, {}));

  // it shows what it opens, so the answer is the form itself
  app.post(
    `${path}/openen`,
    { config: { ...opens, action: 'care.open-own-signal', fields: OpenForm } },
    async (request, reply) => {
      const form = parseForm(OpenForm, request.body);
      if (!form.ok) return choose(request, reply, form, 400);
      await persons(request);
      const input = { code: codeIn(request), personId: form.value.persoonId, reason: form.value.reden };
      const known = await edge.lookAtPersons(request, (tx, time) =>
        knownFromOwnSignal(tx, askingOf(edge, request), input, ownSignals, time),
      );
      if (known.ok) {
        const { content, person: who, region, before } = known.value;
        return fillIn(request, reply, input.personId, { values: caseValues(content, who, region), before });
      }
      const reden = NO_REASON[known.error.code];
      if (!reden) throw notFound();
      return choose(request, reply, { values: form.values, errors: { reden } }, 409);
    },
  );

  app.post(
    path,
    {
      config: {
        ...{ ...one, purpose: 'VA-03', data: ['D1', 'D4', 'D5', 'D8'] },
        ...{ action: 'care.begin-case', fields: OwnSignalForm },
      },
    },
    async (request, reply) => {
      const form = parseForm(OwnSignalForm, request.body);
      const values = keptCaseValues(form.values, request.body);
      const personId = form.values.persoonId ?? '';
      if (!form.ok) {
        await persons(request);
        return fillIn(request, reply, personId, { values, errors: form.errors }, 400);
      }
      const input = {
        ...{ code: codeIn(request), personId, region: form.value.regio, person: casePersonOf(form.value) },
        content: caseContentOf(form.value, request.body),
      };
      const outcome = await edge.command(
        request,
        reply,
        ({ code }: Begun) => casePath(code),
        (tx, time) => {
          const begun = beginFromOwnSignal(tx, askingOf(edge, request), input, ownSignals, time);
          return unlessClosed(edge, request, tx, time, begun, 'care');
        },
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(casePath(outcome.value.code), 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      if (code === 'gate-closed') throw new FeatureClosed('care');
      return fillIn(request, reply, personId, { values, errors: caseRefusedAt(code) }, 409);
    },
  );
}
