import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import {
  ConsentFields,
  choicesOf,
  consentOf,
  isRegistrationCode,
  unlessClosed,
  VITAL_WORDS,
} from '../../registration/index.ts';
import type { RightsEdition } from '../domain/rights.ts';
import { AskPlacePage, ChangeRequestPage, RequestsPage } from '../ui/request-pages.tsx';
import { POSITION_WORDS } from '../ui/request-words.ts';
import {
  type AskedDone,
  type AskedFrom,
  askForPlace,
  type Beforehand,
  changeRequest,
  knownForRequest,
} from '../use-cases/ask-for-place.ts';
import { noteNothing, staysOf, unknownCodes } from '../use-cases/find-place.ts';
import { nightOfNow } from '../use-cases/night-of-now.ts';
import { openAsked, readRequests, requestsBehind } from '../use-cases/read-requests.ts';
import { REQUESTS_PATH, requestPath, tiePath } from '../use-cases/shelter-names.ts';
import { rightsToday } from '../use-cases/shelter-rights.ts';
import { joined, shown } from './fields.ts';
import { asHolderOf, heldIn } from './held.ts';
import { MOVED_ON, pageIn } from './placement-routes.tsx';
import { askingOf, placesFor, requestCodeIn } from './places-for.ts';
import {
  AskForm,
  ChangeNeedsForm,
  EmergencyAskForm,
  knownValues,
  NEED_TICKS,
  NeedsForm,
  REQUEST_REFUSED,
  requestOfForm,
  startValues,
  valuesOfRequest,
} from './request-form.ts';
import { PLACERS } from './who.ts';

const positionChoices = ({ routes }: RightsEdition) =>
  routes.map(({ id, label }) => ({ value: POSITION_WORDS[id], label }));

export const refusedAt = (code: string): FieldErrors => REQUEST_REFUSED[code] ?? { _form: 'Dit kan nu niet.' };

const APART_UNKNOWN: FieldErrors = { nietSamen: 'Een van deze kenmerken kennen wij niet. Kijk het na.' };

/** A place that was found on the telephone, for which a request is written down afterwards. */
interface Stay {
  /** What is known of it; not there when it is of somebody else. */
  begin(request: FastifyRequest): Promise<FieldValues>;
  goOn(request: FastifyRequest, code: string): string;
}

interface Returned {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
}

/** What somebody needs that a place is sought for: asked, changed, listed. */
export function registerRequestRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const list = { access: PLACERS, purpose: 'VA-04', data: ['D1'] } as const;
  const persons = { access: PLACERS, purpose: 'VA-04', data: ['D1', 'D5'] } as const;

  app.get(REQUESTS_PATH, { config: list }, async (request, reply) => {
    const { kenmerk = '' } = request.query as Record<string, unknown>;
    const sought = String(kenmerk).trim().toUpperCase();
    if (isRegistrationCode(sought)) return reply.redirect(requestPath(sought), 303);
    const page = pageIn(request);
    const view = await edge.look(request, 'own', (tx) => readRequests(tx, edge.actor(request), page));
    const ids = view.rows.map(({ id }) => id);
    const stays = await edge.look(
      request,
      'mandate',
      (tx) => staysOf(tx, edge.actor(request).organisationId, ids),
      asHolderOf(edge, request),
    );
    const placed = stays.filter((each) => each.acceptedAt && !each.departedAt && !each.withdrawnAt && !each.noShowAt);
    const placedIds = new Set(placed.flatMap(({ requestId }) => requestId ?? []));
    return edge.html(reply, <RequestsPage frame={edge.frame(request)} page={page} placedIds={placedIds} {...view} />);
  });

  /** Whether one of these codes names nobody that this desk knows: then it would protect nobody, unseen. */
  async function hasUnknownCode(request: FastifyRequest, codes: readonly string[]): Promise<boolean> {
    if (codes.length === 0) return false;
    const actor = edge.actor(request);
    const requests = await edge.look(request, 'own', (tx) => requestsBehind(tx, actor, codes));
    const unknown = await edge.look(
      request,
      'mandate',
      (tx) => unknownCodes(tx, actor.organisationId, codes, requests),
      asHolderOf(edge, request),
    );
    return unknown.length > 0;
  }

  /** What is asked leads to nothing: written down as part of asking, so that the evidence of what is missing needs no screen. */
  async function noteWhenNothing(request: FastifyRequest, reply: FastifyReply, code: string): Promise<void> {
    const opened = await edge.lookAtPersons(request, (tx, time) => openAsked(tx, askingOf(edge, request), code, time));
    if (!opened.ok) return;
    const { found } = await placesFor(edge, request, opened.value);
    if (found.offers.length > 0) return;
    const { version } = opened.value.request;
    await edge.command(
      request,
      reply,
      () => requestPath(code),
      (tx, time) => noteNothing(tx, askingOf(edge, request), { code, version }, time),
      {},
      { action: 'shelter.note-nothing' },
    );
  }

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    asked: AskedFrom,
    isEmergency: boolean,
    form: Returned = {},
    status = 200,
  ) {
    const { edition, night, today } = await edge.look(request, 'own', async (tx, time) => ({
      edition: await rightsToday(tx, time.today),
      night: nightOfNow(time),
      today: time.today,
    }));
    const known =
      asked.source === 'phone'
        ? undefined
        : await edge.lookAtPersons(request, (tx, time) => knownForRequest(tx, askingOf(edge, request), asked, time));
    if (known && !known.ok) throw notFound();
    const values = { ...startValues(night, today), ...(known && valuesBefore(known.value, night)), ...form.values };
    const rests = asked.source === 'help';
    const page = (
      <AskPlacePage
        frame={edge.frame(request)}
        action={request.url.split('?')[0]!.replace(/\/noodgeval$/, '') + (isEmergency ? '/noodgeval' : '')}
        origin={asked.source}
        before={known?.value.before}
        isEmergency={isEmergency}
        positions={positionChoices(edition)}
        isPositionKnown={known?.value.known?.content.position !== undefined}
        vital={choicesOf(VITAL_WORDS)}
        consentFields={rests || isEmergency ? undefined : <ConsentFields values={values} errors={form.errors} />}
        formKey={edge.formKey()}
        values={values}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }

  type Form = z.output<typeof NeedsForm> &
    Partial<z.output<typeof AskForm>> &
    Partial<z.output<typeof EmergencyAskForm>>;
  const groundIn = (form: Form) =>
    form.vitaal !== undefined
      ? { interest: form.vitaal, reason: form.reden! }
      : form.gegevenDoor !== undefined
        ? { consent: consentOf(form as z.output<typeof AskForm>) }
        : undefined;

  function asks(
    path: string,
    config: { readonly sample?: string },
    askedIn: (request: FastifyRequest) => AskedFrom,
    isEmergency: boolean,
    fields: typeof NeedsForm | typeof AskForm | typeof EmergencyAskForm,
    forStay?: Stay,
  ) {
    const open = { ...persons, ...config } as const;
    const goOn = (request: FastifyRequest, code: string) => forStay?.goOn(request, code) ?? requestPath(code);
    app.get(path, { config: { ...open, action: 'shelter.begin-request' } }, async (request, reply) => {
      const values = (await forStay?.begin(request)) ?? {};
      return show(request, reply, askedIn(request), isEmergency, { values });
    });
    const action = isEmergency ? 'shelter.ask-in-emergency' : 'shelter.ask-for-place';
    app.post(path, { config: { ...open, action, fields } }, async (request, reply) => {
      const asked = askedIn(request);
      await forStay?.begin(request);
      const form = parseForm<typeof NeedsForm>(fields as typeof NeedsForm, joined(request.body, NEED_TICKS));
      const values = shown(form.values, NEED_TICKS);
      if (!form.ok) return show(request, reply, asked, isEmergency, { values, errors: form.errors }, 400);
      if (await hasUnknownCode(request, form.value.nietSamen))
        return show(request, reply, asked, isEmergency, { values, errors: APART_UNKNOWN }, 400);
      const input = { ...requestOfForm(form.value), asked, ground: groundIn(form.value) };
      const outcome = await edge.command(
        request,
        reply,
        ({ code }: AskedDone) => goOn(request, code),
        (tx, time) =>
          unlessClosed(edge, request, tx, time, askForPlace(tx, askingOf(edge, request), input, time), 'shelter'),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') {
        // for a place that was found already nothing is missing
        if (!forStay) await noteWhenNothing(request, reply, outcome.value.code);
        return reply.redirect(goOn(request, outcome.value.code), 303);
      }
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      return show(request, reply, asked, isEmergency, { values, errors: refusedAt(code) }, 409);
    });
  }
  const byPhone = (): AskedFrom => ({ source: 'phone' });
  asks(`${REQUESTS_PATH}/nieuw`, {}, byPhone, false, AskForm);
  asks(`${REQUESTS_PATH}/nieuw/noodgeval`, {}, byPhone, true, EmergencyAskForm);
  const found: Stay = {
    async begin(request) {
      const { from, until } = await heldIn(edge, request);
      const night = await edge.look(request, 'own', (_, time) => Promise.resolve(nightOfNow(time)));
      return { van: writeDutchDate(from < night ? night : from), tot: writeDutchDate(until) };
    },
    goOn: (request, code) => `${tiePath((request.params as { id: string }).id)}?kenmerk=${code}`,
  };
  const forStay = { sample: 'held-placement' } as const;
  asks(`${tiePath(':id')}/nieuw`, forStay, byPhone, false, AskForm, found);
  asks(`${tiePath(':id')}/nieuw/noodgeval`, forStay, byPhone, true, EmergencyAskForm, found);
  const byCall = (request: FastifyRequest): AskedFrom => ({ source: 'call', code: requestCodeIn(request) });
  asks(`${REQUESTS_PATH}/gesprek/:kenmerk`, { sample: 'help-call-code' }, byCall, false, AskForm);
  asks(`${REQUESTS_PATH}/gesprek/:kenmerk/noodgeval`, { sample: 'help-call-code' }, byCall, true, EmergencyAskForm);
  const byHelp = (request: FastifyRequest): AskedFrom => {
    const { bericht } = request.params as { bericht: string };
    if (!isUuid(bericht)) throw notFound();
    return { source: 'help', messageId: bericht };
  };
  const elsewhere = (request: FastifyRequest): AskedFrom => ({ source: 'request', code: requestCodeIn(request) });
  asks(`${REQUESTS_PATH}/:kenmerk/elders`, { sample: 'place-request-code' }, elsewhere, false, AskForm);
  asks(
    `${REQUESTS_PATH}/:kenmerk/elders/noodgeval`,
    { sample: 'place-request-code' },
    elsewhere,
    true,
    EmergencyAskForm,
  );
  asks(`${REQUESTS_PATH}/hulpvraag/:bericht`, { sample: 'received-help-id' }, byHelp, false, NeedsForm);

  const one = { ...persons, sample: 'place-request-code' } as const;
  async function showChange(request: FastifyRequest, reply: FastifyReply, form: Returned = {}, status = 200) {
    const code = requestCodeIn(request);
    const opened = await edge.lookAtPersons(request, (tx, time) => openAsked(tx, askingOf(edge, request), code, time));
    if (!opened.ok) throw notFound();
    const { request: asked, content, rights } = opened.value;
    if (asked.closedAt) return reply.redirect(requestPath(code), 303);
    const page = (
      <ChangeRequestPage
        frame={edge.frame(request)}
        code={code}
        version={asked.version}
        positions={positionChoices(rights.edition)}
        formKey={edge.formKey()}
        values={{ ...valuesOfRequest(asked, content), ...form.values }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  const change = `${REQUESTS_PATH}/:kenmerk/wijzigen`;
  app.get(change, { config: { ...one, action: 'shelter.read-request' } }, (request, reply) =>
    showChange(request, reply),
  );
  app.post(
    change,
    { config: { ...one, action: 'shelter.change-request', fields: ChangeNeedsForm } },
    async (request, reply) => {
      const code = requestCodeIn(request);
      const form = parseForm(ChangeNeedsForm, joined(request.body, NEED_TICKS));
      const values = shown(form.values, NEED_TICKS);
      if (!form.ok) return showChange(request, reply, { values, errors: form.errors }, 400);
      if (await hasUnknownCode(request, form.value.nietSamen))
        return showChange(request, reply, { values, errors: APART_UNKNOWN }, 400);
      const input = { ...requestOfForm(form.value), code, version: form.value.versie };
      const outcome = await edge.command(
        request,
        reply,
        () => requestPath(code),
        (tx, time) => changeRequest(tx, askingOf(edge, request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') {
        await noteWhenNothing(request, reply, code);
        return reply.redirect(requestPath(code), 303);
      }
      if (outcome.error.code === 'not-found') throw notFound();
      if (outcome.error.code === 'moved-on') return showChange(request, reply, { errors: { _form: MOVED_ON } }, 409);
      return showChange(request, reply, { values, errors: refusedAt(outcome.error.code) }, 409);
    },
  );
}

/** What is known before anything is typed. Of somebody who goes elsewhere everything but the nights, which begin with the one of now. */
function valuesBefore({ known, earlier }: Beforehand, night: PlainDate): FieldValues {
  if (known) return knownValues(known);
  const { van, tot } = startValues(night, night);
  return earlier ? { ...valuesOfRequest(earlier.request, earlier.content), van, tot } : {};
}
