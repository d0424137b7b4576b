import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, parseForm } from '../../../platform/http/parse.ts';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { lastDayOf, type Offer, standingOf } from '../domain/offer.ts';
import { sayForWhom } from '../ui/care-words.ts';
import { OfferPage } from '../ui/offer-page.tsx';
import { OffersPage } from '../ui/offers-page.tsx';
import { readOfferDesk } from '../use-cases/offer-desk.ts';
import { offerLetter } from '../use-cases/offer-letter.ts';
import { addOffer, changeOffer, confirmOffer, endOffer, ownOffers } from '../use-cases/offers.ts';
import { readMunicipalities } from './municipality-names.ts';
import {
  betweenFields,
  ChangeOfferForm,
  EndOfferForm,
  joined,
  OFFER_REFUSAL_AT,
  type OfferFields,
  OfferForm,
  shownValues,
  termsOf,
  valuesOf,
} from './offer-form.ts';
import { OFFERERS } from './who.ts';

const PATH = '/netwerk/aanbod';
const ConfirmForm = z.object({});

type Desk = Awaited<ReturnType<typeof readOfferDesk>>;
interface Returned {
  readonly status?: number;
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
  readonly isConfirmed?: boolean;
}

/** What an organisation offers as care coordination: write it down, confirm it with one press, change it, end it. */
export function registerOfferRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly mark: string | undefined },
): void {
  const config = { access: OFFERERS, purpose: 'VA-20', data: ['D0'] } as const;
  const ofOne = { ...config, sample: 'care-offer' } as const;

  const desk = (request: FastifyRequest): Promise<Desk> =>
    edge.look(request, 'published', (tx, { today }) => readOfferDesk(tx, today));
  const own = (request: FastifyRequest) =>
    edge.look(request, 'own', async (tx, { today }) => ({
      offers: await ownOffers(tx, edge.actor(request), today),
      today,
    }));

  async function show(request: FastifyRequest, reply: FastifyReply, id: string | undefined, form: Returned = {}) {
    const [{ offers, today }, { nameOf, regions, objections }] = [await own(request), await desk(request)];
    const offer = offers.find((each) => each.id === id);
    if (id !== undefined && !offer) throw notFound();
    const against = objections.filter(({ offerId }) => offerId === id);
    const page = (
      <OfferPage
        frame={edge.frame(request)}
        current={offer && { offer, standing: standingOf(offer, against.length > 0, today) }}
        objections={against}
        regions={regions}
        values={form.values ?? startValues(offer, nameOf)}
        errors={form.errors ?? {}}
        formKey={edge.formKey()}
        isConfirmed={form.isConfirmed ?? false}
      />
    );
    return edge.html(reply, page, form.status ?? 200);
  }

  app.get(PATH, { config }, async (request, reply) => {
    const query = request.query as Record<string, unknown>;
    const done = query.bewaard !== undefined ? 'saved' : query.beeindigd !== undefined ? 'ended' : undefined;
    return edge.html(reply, <OffersPage frame={edge.frame(request)} {...(await own(request))} done={done} />);
  });
  app.get(`${PATH}/nieuw`, { config }, (request, reply) => show(request, reply, undefined));
  app.get(`${PATH}/:id`, { config: ofOne }, (request, reply) => {
    const isConfirmed = (request.query as Record<string, unknown>).bevestigd !== undefined;
    return show(request, reply, idOf(request), { isConfirmed });
  });

  app.get(`${PATH}/:id/brief.docx`, { config: ofOne }, async (request, reply) => {
    const [{ offers, today }, { nameOf }] = [await own(request), await desk(request)];
    const offer = offers.find(({ id }) => id === idOf(request));
    const last = offer && lastDayOf(offer);
    if (!offer) throw notFound();
    // of what goes on there is nothing to write
    if (!last) return reply.redirect(`${PATH}/${offer.id}`, 303);
    const tree = offerLetter(offer, {
      ...{ last, today, mark: options.mark, forWhom: sayForWhom(offer), sender: edge.actor(request).personName },
      municipalities: offer.municipalityIds.map(nameOf),
    });
    return edge.document(request, reply, tree, { name: 'zorgcoordinatie-stopt', format: 'docx' });
  });

  app.post(PATH, { config: { ...config, action: 'care.add-offer', fields: OfferForm } }, async (request, reply) => {
    const form = parseForm(OfferForm, joined(request.body));
    const values = shownValues(form.values);
    if (!form.ok) return show(request, reply, undefined, { status: 400, values, errors: form.errors });
    const read = readPlaces(form.value, await desk(request));
    if (!read.ok) return show(request, reply, undefined, { status: 400, values, errors: read.errors });
    const done = `${PATH}?bewaard`;
    const outcome = await edge.command(
      request,
      reply,
      () => done,
      (tx, time) => addOffer(tx, edge.actor(request), read.terms, time),
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(done, 303);
    const { field, text } = OFFER_REFUSAL_AT[outcome.error.code];
    return show(request, reply, undefined, { status: 409, values, errors: { [field]: text } });
  });

  app.post(
    `${PATH}/:id`,
    { config: { ...ofOne, action: 'care.change-offer', fields: ChangeOfferForm } },
    async (request, reply) => {
      const id = idOf(request);
      const form = parseForm(ChangeOfferForm, joined(request.body));
      const values = shownValues(form.values);
      if (!form.ok) return show(request, reply, id, { status: 400, values, errors: form.errors });
      const read = readPlaces(form.value, await desk(request));
      if (!read.ok) return show(request, reply, id, { status: 400, values, errors: read.errors });
      const done = `${PATH}?bewaard`;
      const input = { id, version: form.value.versie, terms: read.terms };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => changeOffer(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      if (code === 'edit-conflict') return show(request, reply, id, conflict(values));
      const { field, text } = OFFER_REFUSAL_AT[code];
      return show(request, reply, id, { status: 409, values, errors: { [field]: text } });
    },
  );

  app.post(
    `${PATH}/:id/bevestigen`,
    { config: { ...ofOne, action: 'care.confirm-offer', fields: ConfirmForm } },
    async (request, reply) => {
      const id = idOf(request);
      const done = `${PATH}/${id}?bevestigd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => confirmOffer(tx, edge.actor(request), { id }, time),
      );
      if (outcome.kind === 'refused') throw notFound();
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );

  app.post(
    `${PATH}/:id/beeindigen`,
    { config: { ...ofOne, action: 'care.end-offer', fields: EndOfferForm } },
    async (request, reply) => {
      const id = idOf(request);
      const form = parseForm(EndOfferForm, request.body);
      if (!form.ok) return showEnding(request, reply, id, { status: 400, values: form.values, errors: form.errors });
      const done = `${PATH}?beeindigd`;
      const { versie: version, stoptOp: endsOn } = form.value;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => endOffer(tx, edge.actor(request), { id, version, endsOn }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      if (code === 'edit-conflict') return showEnding(request, reply, id, conflict(form.values));
      const errors = { stoptOp: 'Deze dag is voorbij. Kies vandaag of een dag die nog komt.' };
      return showEnding(request, reply, id, { status: 409, values: form.values, errors });
    },
  );

  /** The page after the form to stop came back: the fields of the offer stand as they were. */
  async function showEnding(request: FastifyRequest, reply: FastifyReply, id: string, form: Returned) {
    const [{ offers }, { nameOf }] = [await own(request), await desk(request)];
    const offer = offers.find((each) => each.id === id);
    return show(request, reply, id, {
      ...form,
      values: { ...startValues(offer, nameOf), stoptOp: form.values?.stoptOp },
    });
  }
}

const idOf = (request: FastifyRequest) => (request.params as { id: string }).id;

const conflict = (values: FieldValues): Returned => ({
  status: 409,
  values: { ...values, versie: undefined },
  errors: { naam: 'Een collega wijzigde dit net. Kijk na wat er nu staat, en bewaar daarna opnieuw.' },
});

const startValues = (offer: Offer | undefined, nameOf: Desk['nameOf']): FieldValues =>
  offer ? valuesOf(offer, nameOf) : { bereikbaar: 'werkdagen', vanaf: '09:00', tot: '17:00', vervanging: 'onbekend' };

type Read =
  | { readonly ok: true; readonly terms: ReturnType<typeof termsOf> }
  | { readonly ok: false; readonly errors: FieldErrors };

/** The municipalities that were meant, and what is wrong between fields. */
function readPlaces(fields: OfferFields, { municipalities, regions }: Desk): Read {
  const region = regions.find(({ code }) => code === fields.regio);
  const named = readMunicipalities(fields.gemeenten, municipalities);
  const errors = {
    ...betweenFields(fields),
    ...(fields.regio !== '' && !region ? { regio: 'Kies een regio uit de lijst.' } : {}),
    ...(named.unknown.length > 0
      ? { gemeenten: `Wij kennen deze gemeente niet: ${named.unknown.slice(0, 5).join(', ')}. Kijk de naam na.` }
      : {}),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const ids = [...new Set([...(region?.municipalityIds ?? []), ...named.ids])];
  return { ok: true, terms: termsOf(fields, ids) };
}
