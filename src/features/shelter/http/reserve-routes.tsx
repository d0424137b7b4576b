import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { addDays, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { LATE_ENTRY_DAYS, OPTION_HOURS } from '../domain/placement.ts';
import { LostPage, ReservePage, TakenPage } from '../ui/reserve-page.tsx';
import { readPlaceAlone, readPublishedPlace } from '../use-cases/free-places.ts';
import { nightOfNow } from '../use-cases/night-of-now.ts';
import { type ReserveRefusal, reserve } from '../use-cases/reserve.ts';
import { FREE_PATH, heldPath } from '../use-cases/shelter-names.ts';
import { date, dateOrNothing, joined, shown, text, whole } from './fields.ts';
import { PLACERS } from './who.ts';

/** So many nights are asked when nobody says otherwise: about a reflection period. [design: In Beeld] */
const USUAL_NIGHTS = 90;
const LONGEST_OPTION_HOURS = 168;

const ReserveForm = z.object({
  hoe: z.enum(['optie', 'telefonisch'], 'Kies hoe u de plek vastlegt.'),
  bevestigdDoor: text(80),
  beloofdOp: dateOrNothing,
  van: date('Vul de eerste nacht in.'),
  tot: date('Vul in wanneer de plek weer vrij is.'),
  uren: whole(1, LONGEST_OPTION_HOURS, `Vul een getal in van 1 tot en met ${LONGEST_OPTION_HOURS}.`, OPTION_HOURS),
  ook: z.string().max(4000),
});

/** Beside which field a refusal stands; what is about the place itself is said above the form. */
const REFUSED_AT: Readonly<Partial<Record<ReserveRefusal['code'], FieldErrors>>> = {
  'nights-turned-round': { tot: 'Deze dag moet na de eerste nacht liggen.' },
  'nights-in-past': { van: 'Deze nacht is voorbij.' },
  'too-many-nights': { tot: 'Kies een dag binnen een jaar na de eerste nacht.' },
  'promise-day': { beloofdOp: `Vul een dag in van vandaag of van hoogstens ${LATE_ENTRY_DAYS} dagen geleden.` },
  'not-one-house': { ook: 'Kies alleen plekken in hetzelfde huis.' },
};
export const RESERVE_CONFLICTS: Readonly<Partial<Record<ReserveRefusal['code'], string>>> = {
  'place-taken': 'Deze plek is op een van deze nachten al aan een ander gegeven. U hebt niets vastgelegd.',
  'kept-apart':
    'In dit huis is net een plek gegeven aan iemand met wie deze persoon niet samen mag wonen. Kies een ander huis.',
  'placed-before': 'Een collega gaf voor deze aanvraag net een plek. Er komt geen tweede bij.',
  'request-closed': 'Een collega sloot deze aanvraag net.',
  'place-not-open': 'De opvang sloot deze plek voor een van deze nachten. Kies andere nachten, of een andere plek.',
  'gate-closed':
    'Plaatsen staat uit bij uw organisatie. Uw FG zet dit onderdeel aan met de startpoort. Bel tot dan de opvang.',
  'no-mandate': 'De opvang gaf uw organisatie geen mandaat om hier te plaatsen. Bel de opvang.',
  'no-authority': 'CoMensha plaatst hier niet. Hieronder staat wie dat doet.',
};

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reserving a place, as the shelter itself under its mandate. */
export function registerReserveRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: PLACERS, purpose: 'VA-04', data: ['D1'], sample: 'free-place' } as const;
  const path = `${FREE_PATH}/vrij/:id`;
  const idIn = (request: FastifyRequest) => (request.params as { id: string }).id;

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    form: {
      readonly status?: number;
      readonly values?: FieldValues;
      readonly errors?: FieldErrors;
      readonly conflict?: string | undefined;
    } = {},
  ) {
    const { found, night } = await edge.look(request, 'published', async (tx, time) => ({
      found: await readPublishedPlace(tx, idIn(request), nightOfNow(time)),
      night: nightOfNow(time),
    }));
    if (!found) throw notFound();
    const { free } = found;
    const isLater = 'later' in (request.query as object);
    // a place that somebody has tonight is offered from the night on which it is free, and only when that is asked
    if (request.method === 'GET' && found.state !== 'free' && !(isLater && free))
      return edge.html(reply, <TakenPage frame={edge.frame(request)} {...found} />);
    const from = free?.from ?? night;
    const usual = addDays(from, USUAL_NIGHTS);
    const start = {
      hoe: 'optie',
      van: writeDutchDate(from),
      tot: writeDutchDate(free?.until && free.until < usual ? free.until : usual),
      uren: String(OPTION_HOURS),
    };
    const page = (
      <ReservePage
        frame={edge.frame(request)}
        {...found}
        givenFrom={free?.until}
        formKey={edge.formKey()}
        values={form.values ?? start}
        errors={form.errors ?? {}}
        conflict={form.conflict}
      />
    );
    return edge.html(reply, page, form.status ?? 200);
  }
  app.get(path, { config }, (request, reply) => show(request, reply));

  app.post(path, { config: { ...config, action: 'shelter.reserve', fields: ReserveForm } }, async (request, reply) => {
    const id = idIn(request);
    const fields = joined(request.body, ['ook']);
    // a promise does not end by itself: what stands there is for an option
    const form = parseForm(ReserveForm, fields.hoe === 'telefonisch' ? { ...fields, uren: '' } : fields);
    const values = shown(form.values, ['ook']);
    if (!form.ok) return show(request, reply, { status: 400, values, errors: form.errors });
    const { hoe, bevestigdDoor, beloofdOp, van: from, tot: until, uren: hours, ook } = form.value;
    if (hoe === 'telefonisch' && bevestigdDoor === '')
      return show(request, reply, { status: 400, values, errors: { bevestigdDoor: 'Vul in wie ja zei.' } });
    const found = await edge.look(request, 'published', (tx) => readPlaceAlone(tx, id));
    if (!found) throw notFound();
    const actor = edge.actor(request);
    const placeIds = [...new Set([id, ...ook.split(' ').filter((each) => UUID.test(each))])];
    const input = {
      tenantId: found.place.tenantId,
      placeIds,
      from,
      until,
      hours,
      promisedOn: beloofdOp,
      phoneConfirmedBy: hoe === 'telefonisch' ? bevestigdDoor : undefined,
      requestId: undefined,
    };
    const outcome = await edge.command(
      request,
      reply,
      ({ subject }) => heldPath(subject.id),
      (tx, time) =>
        reserve(tx, actor, input, time, () => edge.isFeatureOpen(tx, actor.organisationId, 'shelter', time.today)),
      { door: 'mandate', tenantId: found.place.tenantId, actingForId: actor.organisationId },
    );
    if (outcome.kind === 'answered') return reply;
    if (outcome.kind === 'done') return reply.redirect(heldPath(outcome.value.subject.id), 303);
    const { code } = outcome.error;
    if (code === 'not-found') throw notFound();
    // of a thousand who want the last place all but one come here: they are answered with what is known, and read nothing more
    if (code === 'place-taken') {
      const asked = { from, until, isByPhone: hoe === 'telefonisch' };
      return edge.html(reply, <LostPage frame={edge.frame(request)} {...found} asked={asked} />, 409);
    }
    return show(request, reply, {
      status: 409,
      values,
      errors: REFUSED_AT[code] ?? {},
      conflict: RESERVE_CONFLICTS[code],
    });
  });
}
