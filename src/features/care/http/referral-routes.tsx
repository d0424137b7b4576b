import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { registerRemarkRoutes } from '../../collaboration/index.ts';
import { ConsentFields, consentOf, textsIn, unlessClosed } from '../../registration/index.ts';
import { SHARED_PARTS } from '../domain/cases/referral.ts';
import { caseTrail } from '../ui/case-words.ts';
import { ReferPage, ShareConsentPage } from '../ui/refer-page.tsx';
import { ReferralPage, ReferralsPage } from '../ui/referrals-page.tsx';
import type { Begun } from '../use-cases/cases/begin-case.ts';
import { clockNames } from '../use-cases/cases/case-clocks.ts';
import { casePath } from '../use-cases/cases/case-names.ts';
import { readSent } from '../use-cases/cases/read-referrals.ts';
import {
  acceptReferral,
  openReferral,
  readReferrals,
  refuseReferral,
  takeInReferral,
} from '../use-cases/cases/receive-referral.ts';
import { REFERRALS_PATH, referralPath, remarkPath } from '../use-cases/cases/referral-names.ts';
import { holdForRemark, readRemarks, receivedRemarks } from '../use-cases/cases/referral-remarks.ts';
import { recordShareConsent, sendReferral, withdrawReferral } from '../use-cases/cases/send-referral.ts';
import { askingOf, caseDeeds, openCaseWith, type Shown } from './case-deed.ts';
import { CASE_CHOICES, caseRefusedAt, NothingForm } from './case-form.ts';
import {
  EmergencyReferForm,
  ReferForm,
  RefuseReferralForm,
  ShareConsentForm,
  WithdrawReferralForm,
} from './referral-form.ts';
import { CASE_WORKERS } from './who.ts';

/** Who answers a referral that came in, and on which page: only there a case begins with it. */
export const REFERRAL_ROOM = { roles: CASE_WORKERS, hrefOf: referralPath } as const;

/** Referring somebody and handing a case over, on both sides: never without a consent, or an emergency that somebody looks along with. */
export function registerReferralRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const deed = caseDeeds(app, edge);
  const back = { back: '/verwijzen' } as const;

  const openSent = (request: FastifyRequest, isEmergency: boolean) =>
    openCaseWith(edge, request, (tx, view, time) =>
      readSent(tx, edge.actor(request).organisationId, view, isEmergency, time),
    );

  const show =
    (isEmergency: boolean) => async (request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) => {
      const { file, content, safety, referrals, receivers, steps, today } = await openSent(request, isEmergency);
      const language = !content || content.language === 'unknown' ? 'nl' : content.language;
      const values: FieldValues = { gegevenOp: writeDutchDate(today), taal: language, ...form.values };
      const page = (
        <ReferPage
          frame={edge.frame(request)}
          code={file.code}
          safety={safety?.safety}
          referrals={referrals}
          mayRefer={steps.includes('refer')}
          receivers={receivers}
          isEmergency={isEmergency}
          formKey={edge.formKey()}
          values={{ ...values, ...(request.method === 'POST' && { delen: textsIn(request.body, 'delen') }) }}
          errors={form.errors}
          consentFields={<ConsentFields values={values} errors={form.errors} />}
        />
      );
      return edge.html(reply, page, status);
    };
  type Refer = ReturnType<typeof ReferForm.parse>;
  type Emergency = ReturnType<typeof EmergencyReferForm.parse>;
  const asked = (code: string, value: Pick<Refer, 'wat' | 'ontvanger' | 'vraag' | 'bereikbaar'>, body: unknown) => ({
    code,
    kind: value.wat,
    receiverCode: value.ontvanger,
    parts: SHARED_PARTS.filter((part) => textsIn(body, 'delen').includes(part)),
    asked: value.vraag,
    reachable: value.bereikbaar,
  });
  deed(
    'verwijzen',
    'care.refer',
    ReferForm,
    show(false),
    (tx, asking, code, value: Refer, body, time) =>
      sendReferral(tx, asking, { ...asked(code, value, body), consent: consentOf(value), emergency: undefined }, time),
    back,
  );
  deed(
    'verwijzen/noodgeval',
    'care.refer-in-emergency',
    EmergencyReferForm,
    show(true),
    (tx, asking, code, value: Emergency, body, time) =>
      sendReferral(tx, asking, { ...asked(code, value, body), consent: undefined, emergency: value.reden }, time),
    back,
  );
  type Withdraw = ReturnType<typeof WithdrawReferralForm.parse>;
  deed(
    'verwijzen/intrekken',
    'care.withdraw-referral',
    WithdrawReferralForm,
    show(false),
    (tx, asking, code, value: Withdraw, _body, time) =>
      withdrawReferral(tx, asking, { code, referralId: value.verwijzing }, time),
    { ...back, hasPage: false },
  );

  async function showConsent(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, safety, referrals, today } = await openSent(request, true);
    const { verwijzing } = { ...(request.query as object), ...form.values } as { verwijzing?: string };
    const referral = referrals.find(({ id, needsConsent }) => id === verwijzing && needsConsent);
    if (!referral) return reply.redirect(`${casePath(file.code)}/verwijzen`, 303);
    const values: FieldValues = { gegevenOp: writeDutchDate(today), taal: 'nl', ...form.values };
    const page = (
      <ShareConsentPage
        frame={edge.frame(request)}
        code={file.code}
        referralId={referral.id}
        receiverName={referral.receiverName}
        safety={safety?.safety}
        formKey={edge.formKey()}
        errors={form.errors}
        consentFields={<ConsentFields values={values} errors={form.errors} />}
      />
    );
    return edge.html(reply, page, status);
  }
  type Later = ReturnType<typeof ShareConsentForm.parse>;
  deed(
    'verwijzen/toestemming',
    'care.record-share-consent',
    ShareConsentForm,
    showConsent,
    (tx, asking, code, value: Later, _body, time) =>
      recordShareConsent(tx, asking, { code, referralId: value.verwijzing, consent: consentOf(value) }, time),
    back,
  );

  const receiving = { access: CASE_WORKERS, purpose: 'VA-03' } as const;
  app.get(REFERRALS_PATH, { config: { ...receiving, data: ['D1'] } }, async (request, reply) => {
    const rows = await edge.look(request, 'own', (tx, { today }) => readReferrals(tx, edge.actor(request), today));
    return edge.html(reply, <ReferralsPage frame={edge.frame(request)} rows={rows} />);
  });

  const one = { ...receiving, data: ['D1', 'D4', 'D5', 'D8'], sample: 'received-referral-id' } as const;
  const idIn = (request: FastifyRequest): string => {
    const { bericht } = request.params as { bericht: string };
    if (!isUuid(bericht)) throw notFound();
    return bericht;
  };
  registerRemarkRoutes(app, edge, {
    path: `${REFERRALS_PATH}/:bericht/opmerking`,
    pathOf: (request) => remarkPath(idIn(request)),
    config: one,
    reads: 'care.read-remarks',
    says: 'care.remark',
    takesBack: 'care.withdraw-remark',
    async open(request) {
      const view = await edge.lookAtPersons(request, (tx, time) =>
        readRemarks(tx, askingOf(edge, request), idIn(request), time),
      );
      if (!view.ok) throw notFound();
      const { other, at, remarks, receivers } = view.value;
      const title = `Opmerkingen bij de verwijzing ${at.label === 'Verwijzen' ? 'aan' : 'van'} ${other}`;
      return { title, crumbs: [...caseTrail(), at], remarks, receivers, noPersons: false };
    },
    hold: (tx, request, time) => holdForRemark(tx, askingOf(edge, request), idIn(request), time),
  });

  async function showReceived(request: FastifyRequest, reply: FastifyReply, form: Shown = {}, status = 200) {
    const actor = edge.actor(request);
    const view = await edge.lookAtPersons(request, async (tx, { today }) => {
      const found = await openReferral(tx, actor, idIn(request), today);
      if (!found.ok) return found;
      const isOpen = await edge.isFeatureOpen(tx, actor.organisationId, 'care', today);
      const remarks = found.value.shared
        ? await receivedRemarks(tx, actor.organisationId, found.value.received.id)
        : [];
      return { ...found, value: { ...found.value, isOpen, remarks, names: await clockNames(tx, today) } };
    });
    if (!view.ok) throw notFound();
    const { received, shared, caseCode, isUnbegun, isOpen, names, remarks } = view.value;
    const { _form, ...beside } = form.errors ?? {};
    const page = (
      <ReferralPage
        frame={edge.frame(request)}
        received={received}
        shared={shared}
        remarks={remarks}
        caseCode={caseCode}
        isUnbegun={isUnbegun}
        isOpen={isOpen}
        choices={CASE_CHOICES}
        clockNames={names}
        formKey={edge.formKey()}
        values={form.values}
        errors={beside}
        conflict={_form}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(`${REFERRALS_PATH}/:bericht`, { config: { ...one, action: 'care.open-referral' } }, (request, reply) =>
    showReceived(request, reply),
  );
  app.post(
    `${REFERRALS_PATH}/:bericht/ontvangen`,
    { config: { ...one, action: 'care.take-in-referral', fields: NothingForm } },
    async (request, reply) => {
      const id = idIn(request);
      const outcome = await edge.command(
        request,
        reply,
        () => referralPath(id),
        (tx, time) => takeInReferral(tx, edge.actor(request), id, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(referralPath(id), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showReceived(request, reply, { errors: caseRefusedAt(outcome.error.code) }, 409);
    },
  );
  app.post(
    `${REFERRALS_PATH}/:bericht/aannemen`,
    { config: { ...one, action: 'care.accept-referral', fields: NothingForm } },
    async (request, reply) => {
      const id = idIn(request);
      const outcome = await edge.command(
        request,
        reply,
        ({ code }: Begun) => casePath(code),
        (tx, time) => unlessClosed(edge, request, tx, time, acceptReferral(tx, edge.actor(request), id, time), 'care'),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(casePath(outcome.value.code), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showReceived(request, reply, { errors: caseRefusedAt(outcome.error.code) }, 409);
    },
  );
  app.post(
    `${REFERRALS_PATH}/:bericht/weigeren`,
    { config: { ...one, action: 'care.refuse-referral', fields: RefuseReferralForm } },
    async (request, reply) => {
      const id = idIn(request);
      const form = parseForm(RefuseReferralForm, request.body);
      if (!form.ok) return showReceived(request, reply, form, 400);
      const outcome = await edge.command(
        request,
        reply,
        () => referralPath(id),
        (tx, time) => refuseReferral(tx, edge.actor(request), { id, reason: form.value.weigerreden }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(referralPath(id), 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showReceived(request, reply, { errors: caseRefusedAt(outcome.error.code) }, 409);
    },
  );
}
