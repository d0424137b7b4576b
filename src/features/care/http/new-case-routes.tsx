import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, FeatureClosed, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { isRegistrationCode, unlessClosed } from '../../registration/index.ts';
import { caseFacts } from '../ui/case-facts.ts';
import { CaseFormPage } from '../ui/case-form-page.tsx';
import { CaseSettingPage } from '../ui/case-setting-page.tsx';
import { SOURCE_WORDS } from '../ui/case-words.ts';
import {
  type BeginsFrom,
  type Begun,
  beginCase,
  knownBefore,
  type SignalKinds,
} from '../use-cases/cases/begin-case.ts';
import { chooseSetting, readSetting } from '../use-cases/cases/care-setting.ts';
import { caseDocument } from '../use-cases/cases/case-document.ts';
import { CASES_PATH, casePath } from '../use-cases/cases/case-names.ts';
import { readWhole } from '../use-cases/cases/read-full.ts';
import { askingOf, ONE_CASE, openCaseWith, type Shown } from './case-deed.ts';
import {
  CASE_CHOICES,
  CaseForm,
  caseContentOf,
  casePersonOf,
  caseRefusedAt,
  caseValues,
  keptCaseValues,
  SettingForm,
} from './case-form.ts';
import { CASE_WORKERS } from './who.ts';
import { wholeFileBlocks } from './whole-file.ts';

/** How a case begins and what leaves it: by telephone, from what came in or was written before, and as one document. */
export function registerNewCaseRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly signals: SignalKinds; readonly mark: string | undefined },
): void {
  const begins = {
    access: CASE_WORKERS,
    purpose: 'VA-03',
    data: ['D1', 'D4', 'D5', 'D8'],
  } as const;

  async function show(request: FastifyRequest, reply: FastifyReply, from: BeginsFrom, form: Shown, status = 200) {
    const common = {
      frame: edge.frame(request),
      action: request.url.split('?')[0]!,
      formKey: edge.formKey(),
      choices: CASE_CHOICES,
      errors: form.errors,
    };
    if (from.source === 'phone') {
      await edge.look(request, 'own', async () => undefined); // reads the clock, which the frame of a demo shows
      const page = <CaseFormPage {...common} frame={edge.frame(request)} values={form.values ?? {}} />;
      return edge.html(reply, page, status);
    }
    const { organisationId } = edge.actor(request);
    const known = await edge.lookAtPersons(request, async (tx, time) => {
      const found = await knownBefore(tx, askingOf(edge, request), from, options.signals, time);
      if (!found.ok) return found;
      return {
        ...found,
        value: { ...found.value, isOpen: await edge.isFeatureOpen(tx, organisationId, 'care', time.today) },
      };
    });
    if (!known.ok) throw notFound();
    const { content, person, region, before, isOpen } = known.value;
    // what is not hers is not there, open gate or closed
    if (!isOpen) throw new FeatureClosed('care');
    const page = (
      <CaseFormPage
        {...common}
        frame={edge.frame(request)}
        from={SOURCE_WORDS[from.source]}
        before={before}
        values={{ ...caseValues(content, person, region), ...form.values }}
      />
    );
    return edge.html(reply, page, status);
  }

  async function begin(request: FastifyRequest, reply: FastifyReply, from: BeginsFrom) {
    const form = parseForm(CaseForm, request.body);
    const values = keptCaseValues(form.values, request.body);
    if (!form.ok) return show(request, reply, from, { values, errors: form.errors }, 400);
    const input = {
      from,
      region: form.value.regio,
      person: casePersonOf(form.value),
      content: caseContentOf(form.value, request.body),
    };
    const outcome = await edge.command(
      request,
      reply,
      ({ code }: Begun) => casePath(code),
      (tx, time) =>
        unlessClosed(
          edge,
          request,
          tx,
          time,
          beginCase(tx, askingOf(edge, request), input, options.signals, time),
          'care',
        ),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(casePath(outcome.value.code), 303);
    if (outcome.error.code === 'not-found') throw notFound();
    if (outcome.error.code === 'gate-closed') throw new FeatureClosed('care');
    return show(request, reply, from, { values, errors: caseRefusedAt(outcome.error.code) }, 409);
  }

  const ofRegistration = (request: FastifyRequest): BeginsFrom => {
    const { kenmerk } = request.params as { kenmerk: string };
    if (!isRegistrationCode(kenmerk)) throw notFound();
    return { source: 'registration', code: kenmerk };
  };
  const ofSignal = (request: FastifyRequest): BeginsFrom => {
    const { bericht } = request.params as { bericht: string };
    if (!isUuid(bericht)) throw notFound();
    return { source: 'signal', messageId: bericht };
  };
  const ways = [
    { path: '', sample: undefined, from: (): BeginsFrom => ({ source: 'phone' }) },
    { path: '/registratie/:kenmerk', sample: 'registration-code', from: ofRegistration },
    { path: '/bericht/:bericht', sample: 'handed-over-message-id', from: ofSignal },
  ] as const;
  for (const { path, sample, from } of ways) {
    const config = sample ? { ...begins, sample } : ({ ...begins, gate: 'care' } as const);
    app.get(`${CASES_PATH}/nieuw${path}`, { config: { ...config, action: 'care.read-before' } }, (request, reply) =>
      show(request, reply, from(request), {}),
    );
    app.post(
      `${CASES_PATH}/nieuw${path}`,
      { config: { ...config, action: 'care.begin-case', fields: CaseForm } },
      (request, reply) => begin(request, reply, from(request)),
    );
  }

  const setting = { access: CASE_WORKERS, purpose: 'VA-03', data: ['D1'] } as const;
  async function showSetting(request: FastifyRequest, reply: FastifyReply, form: Shown, status = 200) {
    const now = await edge.look(request, 'own', (tx) => readSetting(tx, edge.actor(request)));
    const page = (
      <CaseSettingPage
        frame={edge.frame(request)}
        version={now.version}
        formKey={edge.formKey()}
        values={{
          diepte: now.depth,
          afspraak: now.assurance ?? '',
          norm: now.caseloadNorm === undefined ? '' : String(now.caseloadNorm),
          ...form.values,
        }}
        errors={form.errors}
        isSaved={request.method === 'GET' && 'bewaard' in (request.query as object)}
      />
    );
    return edge.html(reply, page, status);
  }
  const settingPath = `${CASES_PATH}/instelling`;
  app.get(settingPath, { config: setting }, (request, reply) => showSetting(request, reply, {}));
  app.post(
    settingPath,
    { config: { ...setting, action: 'care.choose-setting', fields: SettingForm } },
    async (request, reply) => {
      const form = parseForm(SettingForm, request.body);
      if (!form.ok) return showSetting(request, reply, form, 400);
      const { diepte, afspraak, norm, versie } = form.value;
      const chosen = { depth: diepte, assurance: afspraak || undefined, caseloadNorm: norm, version: versie };
      const outcome = await edge.command(
        request,
        reply,
        () => `${settingPath}?bewaard`,
        (tx, time) => chooseSetting(tx, edge.actor(request), chosen, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(`${settingPath}?bewaard`, 303);
      return showSetting(request, reply, { values: form.values, errors: caseRefusedAt(outcome.error.code) }, 409);
    },
  );

  app.get(
    `${CASES_PATH}/:kenmerk/dossier.docx`,
    { config: { ...ONE_CASE, action: 'care.export-case' } },
    async (request, reply) => {
      const actor = edge.actor(request);
      const view = await openCaseWith(edge, request, async (tx, opened, time) => ({
        whole: await readWhole(tx, actor, opened, time),
      }));
      const { file, content, person } = view;
      const facts = content ? caseFacts(content, person, file.region, CASE_CHOICES) : [];
      const tree = caseDocument(view, facts, actor.organisationName, options.mark, wholeFileBlocks(view.whole));
      return edge.document(request, reply, tree, { name: `dossier-${file.code}`, format: 'docx' });
    },
  );
}
