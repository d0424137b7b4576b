import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { plainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { NightsPage } from '../ui/nights-page.tsx';
import { OwnPlacesPage } from '../ui/own-places-page.tsx';
import { PlacePage } from '../ui/place-page.tsx';
import { NewUnitPage, UnitPage } from '../ui/unit-pages.tsx';
import { CALENDAR_NIGHTS, confirmUnchanged, readCalendar, readOwnPlaces, recordStand } from '../use-cases/capacity.ts';
import { readContact } from '../use-cases/contact.ts';
import { nightOfNow } from '../use-cases/night-of-now.ts';
import { addUnit, changePlace, changeUnit, readPlace, readUnit } from '../use-cases/register-unit.ts';
import { NIGHTS_PATH, OWN_PATH, PLACES_PATH, UNITS_PATH } from '../use-cases/shelter-names.ts';
import { dateOrNothing, joined, NothingForm, shown } from './fields.ts';
import {
  betweenFields,
  NewUnitForm,
  PLACE_REFUSED,
  PlaceForm,
  placeIn,
  promisedAt,
  TICKED,
  UnitForm,
  valuesOfPlace,
} from './place-form.ts';
import { STAND_REFUSED } from './stand-refused.ts';
import { SHELTER_WORKERS } from './who.ts';

const ids = z.string().max(20_000);
const StandForm = z.object({ bezet: ids, gezien: ids, vrijOp: dateOrNothing });
interface Returned {
  readonly status?: number;
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
}

const idIn = (request: FastifyRequest): string => (request.params as { id: string }).id;
const said = (request: FastifyRequest, word: string): boolean => word in (request.query as object);

/** The pages of a shelter about its own places: what there is, what is taken tonight, and the nights ahead. */
export function registerOwnPlaceRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: SHELTER_WORKERS, purpose: 'VA-05', data: ['D1'] } as const;
  const ofPlace = { ...config, sample: 'shelter-place' } as const;
  const ofUnit = { ...config, data: ['D1', 'D6'], sample: 'shelter-unit' } as const;

  async function showOwn(request: FastifyRequest, reply: FastifyReply, form: Returned = {}) {
    const view = await edge.look(request, 'own', async (tx, time) => ({
      ...(await readOwnPlaces(tx, edge.actor(request), nightOfNow(time))),
      contact: await readContact(tx, edge.actor(request).organisationId),
      today: time.today,
      night: nightOfNow(time),
    }));
    const page = (
      <OwnPlacesPage
        frame={edge.frame(request)}
        formKey={edge.formKey()}
        {...view}
        values={form.values}
        errors={form.errors}
        done={(['bevestigd', 'bewaard', 'nummer'] as const).find((word) => said(request, word))}
      />
    );
    return edge.html(reply, page, form.status ?? 200);
  }
  app.get(OWN_PATH, { config }, (request, reply) => showOwn(request, reply));

  app.post(
    `${OWN_PATH}/ongewijzigd`,
    { config: { ...config, action: 'shelter.confirm-capacity', fields: NothingForm } },
    async (request, reply) => {
      const done = `${OWN_PATH}?bevestigd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => confirmUnchanged(tx, edge.actor(request), time),
      );
      return outcome.kind === 'answered' ? reply : reply.redirect(done, 303);
    },
  );

  app.post(
    `${OWN_PATH}/stand`,
    { config: { ...config, action: 'shelter.record-stand', fields: StandForm } },
    async (request, reply) => {
      const form = parseForm(StandForm, joined(request.body, ['bezet']));
      const values = shown(form.values, ['bezet']);
      if (!form.ok) return showOwn(request, reply, { status: 400, values, errors: form.errors });
      const done = `${OWN_PATH}?bewaard`;
      const { bezet, gezien, vrijOp } = form.value;
      const input = { taken: readIds(bezet), seen: readIds(gezien), freeOn: vrijOp };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => recordStand(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      const errors = STAND_REFUSED[outcome.error.code] ?? {};
      return showOwn(request, reply, { status: 409, values, errors });
    },
  );

  app.get(NIGHTS_PATH, { config }, async (request, reply) => {
    const asked = plainDate(String((request.query as Record<string, unknown>).vanaf ?? ''));
    const view = await edge.look(request, 'own', async (tx, time) => {
      const today = nightOfNow(time);
      const from = asked && asked >= '2020-01-01' && asked <= '2099-01-01' ? asked : today;
      return { ...(await readCalendar(tx, edge.actor(request), from)), from, today };
    });
    return edge.html(reply, <NightsPage frame={edge.frame(request)} nights={CALENDAR_NIGHTS} {...view} />);
  });

  async function showNew(request: FastifyRequest, reply: FastifyReply, form: Returned = {}) {
    const start = await edge.look(request, 'own', async (_tx, { today }) => ({ openVanaf: writeDutchDate(today) }));
    const values = form.values ?? { ...start, leeftijdVanaf: '18', kinderen: '0', begeleiding: 'dag-en-nacht' };
    const page = (
      <NewUnitPage frame={edge.frame(request)} formKey={edge.formKey()} values={values} errors={form.errors ?? {}} />
    );
    return edge.html(reply, page, form.status ?? 200);
  }
  const newUnit = { ...config, data: ['D1', 'D6'] } as const;
  app.get(`${UNITS_PATH}/nieuw`, { config }, (request, reply) => showNew(request, reply));
  app.post(
    UNITS_PATH,
    { config: { ...newUnit, action: 'shelter.add-unit', fields: NewUnitForm } },
    async (request, reply) => {
      const form = parseForm(NewUnitForm, joined(request.body, TICKED));
      const values = shown(form.values, TICKED);
      if (!form.ok) return showNew(request, reply, { status: 400, values, errors: form.errors });
      const { naam: name, adres: address, aantal: count } = form.value;
      const done = `${OWN_PATH}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => addUnit(tx, edge.actor(request), { name, address, count, places: placeIn(form.value) }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      return showNew(request, reply, { status: 409, values, errors: PLACE_REFUSED[outcome.error.code] ?? {} });
    },
  );

  async function showUnit(request: FastifyRequest, reply: FastifyReply, form: Returned = {}) {
    const found = await edge.lookAtPersons(request, (tx) => readUnit(tx, edge.actor(request), idIn(request)));
    if (!found.ok) throw notFound();
    const { unit, places } = found.value;
    const page = (
      <UnitPage
        frame={edge.frame(request)}
        unit={unit}
        places={places}
        formKey={edge.formKey()}
        values={form.values ?? { naam: unit.name, adres: unit.address }}
        errors={form.errors ?? {}}
        isSaved={said(request, 'bewaard')}
      />
    );
    return edge.html(reply, page, form.status ?? 200);
  }
  app.get(`${UNITS_PATH}/:id`, { config: { ...ofUnit, action: 'shelter.read-unit' } }, (request, reply) =>
    showUnit(request, reply),
  );
  app.post(
    `${UNITS_PATH}/:id`,
    { config: { ...ofUnit, action: 'shelter.change-unit', fields: UnitForm } },
    async (request, reply) => {
      const id = idIn(request);
      const form = parseForm(UnitForm, request.body);
      const { values } = form;
      if (!form.ok) return showUnit(request, reply, { status: 400, values, errors: form.errors });
      const { naam: name, adres: address, versie: version, erbij: extra } = form.value;
      const done = `${UNITS_PATH}/${id}?bewaard`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => changeUnit(tx, edge.actor(request), { id, name, address, version, extra }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showUnit(request, reply, refused(outcome.error.code, values));
    },
  );

  async function showPlace(request: FastifyRequest, reply: FastifyReply, form: Returned = {}) {
    const view = await edge.look(request, 'own', (tx) => readPlace(tx, edge.actor(request), idIn(request)));
    if (!view) throw notFound();
    const page = (
      <PlacePage
        frame={edge.frame(request)}
        {...view}
        formKey={edge.formKey()}
        values={form.values ?? valuesOfPlace(view.place)}
        errors={form.errors ?? {}}
        isSaved={said(request, 'bewaard')}
      />
    );
    return edge.html(reply, page, form.status ?? 200);
  }
  app.get(`${PLACES_PATH}/:id`, { config: ofPlace }, (request, reply) => showPlace(request, reply));
  app.post(
    `${PLACES_PATH}/:id`,
    { config: { ...ofPlace, action: 'shelter.change-place', fields: PlaceForm } },
    async (request, reply) => {
      const id = idIn(request);
      const form = parseForm(PlaceForm, joined(request.body, TICKED));
      const values = shown(form.values, TICKED);
      if (!form.ok) return showPlace(request, reply, { status: 400, values, errors: form.errors });
      const between = betweenFields(form.value);
      if (Object.keys(between).length > 0) return showPlace(request, reply, { status: 400, values, errors: between });
      const done = `${PLACES_PATH}/${id}?bewaard`;
      const input = { id, version: form.value.versie, changes: placeIn(form.value) };
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => changePlace(tx, edge.actor(request), input, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      const { error } = outcome;
      if (error.code === 'place-promised')
        return showPlace(request, reply, { status: 409, values, errors: promisedAt(error) });
      return showPlace(request, reply, refused(error.code, values));
    },
  );
}

/** The form comes back with the version of now, so that whoever looked can save after all. */
const refused = (code: string, values: FieldValues): Returned => ({
  status: 409,
  values: code === 'edit-conflict' ? { ...values, versie: undefined } : values,
  errors: PLACE_REFUSED[code] ?? {},
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const readIds = (text: string): readonly string[] => [...new Set(text.split(' ').filter((id) => UUID.test(id)))];
