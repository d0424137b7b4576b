import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { ok } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { ConsentFields, consentOf, unlessClosed } from '../../registration/index.ts';
import { CloseCasePage } from '../ui/case-close-page.tsx';
import { CaseFormPage } from '../ui/case-form-page.tsx';
import { CaseListPage, type SoughtCases } from '../ui/case-list-page.tsx';
import { CasePage } from '../ui/case-page.tsx';
import { EmergencyStartPage, StartCasePage } from '../ui/case-start-page.tsx';
import { attentionOf } from '../use-cases/cases/case-attention.ts';
import { clockNames } from '../use-cases/cases/case-clocks.ts';
import {
  changeCaseContent,
  closeCase,
  nameSubstitute,
  recordHelpConsent,
  reopenCase,
  startCase,
} from '../use-cases/cases/case-deeds.ts';
import { CASES_PATH, casePath } from '../use-cases/cases/case-names.ts';
import { type Counted, countCase } from '../use-cases/cases/count-case.ts';
import { findByReference, LAST_PAGE, readBeside, readWorkList } from '../use-cases/cases/read-cases.ts';
import { receivedRemarks } from '../use-cases/cases/referral-remarks.ts';
import { askingOf, caseDeeds, codeIn, ONE_CASE, openCaseOf, openCaseWith, type Shown } from './case-deed.ts';
import {
  CASE_CHOICES,
  ChangeCaseForm,
  CloseForm,
  CountForm,
  caseContentOf,
  casePersonOf,
  caseRefusedAt,
  caseValues,
  EmergencyStartForm,
  FindCaseForm,
  SeenForm,
  StartForm,
  SubstituteForm,
} from './case-form.ts';
import { CASE_WORKERS } from './who.ts';

const NOTHING_FOUND = 'U werkt aan geen dossier met precies dit nummer. Kijk na of het klopt, of zoek in de lijst.';

const LISTING = { access: CASE_WORKERS, purpose: 'VA-03', data: ['D1', 'D8'] } as const;

/** The cases of a coordinator: the work list, one case, and what is done with it from beginning to end. */
export function registerCaseRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  app.get(CASES_PATH, { config: { ...LISTING, action: 'care.list-cases' } }, async (request, reply) => {
    const { toon, pagina } = request.query as Record<string, unknown>;
    const isClosed = toon === 'afgesloten';
    const page = Math.min(LAST_PAGE, Math.max(1, Math.trunc(Number(pagina ?? 1)) || 1));
    return showList(request, reply, { page, isClosed });
  });

  async function showList(
    request: FastifyRequest,
    reply: FastifyReply,
    range: { readonly page: number; readonly isClosed: boolean },
    sought?: SoughtCases,
    status = 200,
  ) {
    const actor = edge.actor(request);
    const view = await edge.lookAtPersons(request, async (tx, { today }) =>
      ok({
        ...(await readWorkList(tx, actor, range, today)),
        isOpen: await edge.isFeatureOpen(tx, actor.organisationId, 'care', today),
      }),
    );
    if (!view.ok) throw notFound();
    const { subject: _, ...list } = view.value;
    const page = (
      <CaseListPage frame={edge.frame(request)} formKey={edge.formKey()} sought={sought} {...range} {...list} />
    );
    return edge.html(reply, page, status);
  }

  // the reference stays out of the address: it says who somebody is to whoever knows the other system
  app.post(
    `${CASES_PATH}/zoeken`,
    { config: { ...LISTING, action: 'care.find-case', fields: FindCaseForm } },
    async (request, reply) => {
      const form = parseForm(FindCaseForm, request.body);
      const first = { page: 1, isClosed: false };
      if (!form.ok)
        return showList(request, reply, first, { values: form.values, errors: form.errors, codes: [] }, 400);
      const found = await edge.lookAtPersons(request, async (tx) =>
        ok(await findByReference(tx, edge.actor(request), form.value.eigenKenmerk)),
      );
      const codes = found.ok ? found.value.codes : [];
      if (codes.length === 1) return reply.redirect(casePath(codes[0]!), 303);
      if (codes.length > 1) return showList(request, reply, first, { values: form.values, codes });
      const errors = { eigenKenmerk: NOTHING_FOUND };
      return showList(request, reply, first, { values: form.values, errors, codes }, 409);
    },
  );

  async function showOne(request: FastifyRequest, reply: FastifyReply, form: Shown = {}, status = 200) {
    const view = await openCaseWith(edge, request, async (tx, opened, time) => ({
      ...(await readBeside(tx, edge.actor(request).organisationId, opened)),
      remarks:
        opened.file.source === 'referral' && opened.file.sourceId
          ? await receivedRemarks(tx, edge.actor(request).organisationId, opened.file.sourceId)
          : [],
      clockNames: opened.file.source === 'referral' ? await clockNames(tx, time.today) : new Map<string, string>(),
      situations: await attentionOf(tx, opened.content?.attention ?? [], time.today),
    }));
    const { errors = {} } = form;
    const { _form, ...beside } = errors;
    const page = (
      <CasePage
        frame={edge.frame(request)}
        view={view}
        choices={CASE_CHOICES}
        formKey={edge.formKey()}
        conflict={_form}
        errors={beside}
        values={form.values as Record<string, string> | undefined}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(`${CASES_PATH}/:kenmerk`, { config: { ...ONE_CASE, action: 'care.read-case' } }, (request, reply) =>
    showOne(request, reply),
  );

  const deed = caseDeeds(app, edge);
  async function showChange(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, content, person, safety } = await openCaseOf(edge, request);
    if (!content) return reply.redirect(casePath(file.code), 303);
    const page = (
      <CaseFormPage
        frame={edge.frame(request)}
        action={`${casePath(file.code)}/wijzigen`}
        code={file.code}
        safety={safety?.safety}
        formKey={edge.formKey()}
        choices={CASE_CHOICES}
        values={{ ...caseValues(content, person, file.region), ...form.values, versie: String(file.version) }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  type Change = ReturnType<typeof ChangeCaseForm.parse>;
  deed('wijzigen', 'care.change-case', ChangeCaseForm, showChange, (tx, asking, code, value: Change, body, time) =>
    changeCaseContent(
      tx,
      asking,
      {
        code,
        seenVersion: value.versie,
        region: value.regio,
        person: casePersonOf(value),
        content: caseContentOf(value, body),
      },
      time,
    ),
  );

  const showStart =
    (isLater: boolean) => async (request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) => {
      const { file, content, safety, today } = await openCaseOf(edge, request);
      const language = content?.language === 'unknown' ? 'nl' : (content?.language ?? 'nl');
      const values = { gegevenOp: writeDutchDate(today), taal: language, ...form.values };
      const page = (
        <StartCasePage
          frame={edge.frame(request)}
          code={file.code}
          safety={safety?.safety}
          version={file.version}
          isLater={isLater}
          formKey={edge.formKey()}
          values={values}
          errors={form.errors}
          fields={<ConsentFields values={values} errors={form.errors} />}
        />
      );
      return edge.html(reply, page, status);
    };
  type Start = ReturnType<typeof StartForm.parse>;
  deed('starten', 'care.start-case', StartForm, showStart(false), (tx, asking, code, value: Start, _body, time) =>
    startCase(tx, asking, { code, seenVersion: value.versie, consent: consentOf(value) }, time),
  );
  deed(
    'toestemming',
    'care.record-consent',
    StartForm,
    showStart(true),
    (tx, asking, code, value: Start, _body, time) =>
      recordHelpConsent(tx, asking, { code, consent: consentOf(value) }, time),
  );

  async function showEmergency(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, safety } = await openCaseOf(edge, request);
    const page = (
      <EmergencyStartPage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        version={file.version}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  type Emergency = ReturnType<typeof EmergencyStartForm.parse>;
  deed(
    'starten/noodgeval',
    'care.start-case-in-emergency',
    EmergencyStartForm,
    showEmergency,
    (tx, asking, code, value: Emergency, _body, time) =>
      startCase(tx, asking, { code, seenVersion: value.versie, emergency: value.reden }, time),
  );

  async function showClose(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, safety } = await openCaseOf(edge, request);
    const page = (
      <CloseCasePage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        version={file.version}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  type Close = ReturnType<typeof CloseForm.parse>;
  deed('afsluiten', 'care.close-case', CloseForm, showClose, (tx, asking, code, value: Close, _body, time) =>
    closeCase(
      tx,
      asking,
      {
        code,
        seenVersion: value.versie,
        outcome: value.uitkomst,
        hasAftercare: value.nazorg === 'ja',
        note: value.toelichting,
      },
      time,
    ),
  );

  type Seen = ReturnType<typeof SeenForm.parse>;
  deed(
    'heropenen',
    'care.reopen-case',
    SeenForm,
    showOne,
    (tx, asking, code, value: Seen, _body, time) => reopenCase(tx, asking, { code, seenVersion: value.versie }, time),
    { hasPage: false },
  );
  type Substitute = ReturnType<typeof SubstituteForm.parse>;
  deed(
    'vervanger',
    'care.name-substitute',
    SubstituteForm,
    showOne,
    (tx, asking, code, value: Substitute, _body, time) =>
      nameSubstitute(tx, asking, { code, membershipId: value.tweede }, time),
    { hasPage: false },
  );
  const count = { ...ONE_CASE, action: 'care.count-case', fields: CountForm } as const;
  app.post(`${CASES_PATH}/:kenmerk/aanmelden`, { config: count }, async (request, reply) => {
    const code = codeIn(request);
    const { naar } = CountForm.parse(request.body);
    const next = ({ registrationCode }: Counted) =>
      naar === 'opvang' ? `/registraties/${registrationCode}/hulpvraag` : casePath(code);
    const outcome = await edge.command(request, reply, next, (tx, time) =>
      unlessClosed(edge, request, tx, time, countCase(tx, askingOf(edge, request), { code }, time)),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(next(outcome.value), 303);
    if (outcome.error.code === 'not-found') throw notFound();
    return showOne(request, reply, { errors: caseRefusedAt(outcome.error.code) }, 409);
  });
}
