import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Edge } from '../../../platform/http/edge.ts';
import { bodyProblem, headerProblem, refusedFields, sendProblem } from '../../../platform/http/problem.ts';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { addDays, type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { type NightState, stateOn } from '../domain/place.ts';
import { TYPE_WORDS } from '../ui/shelter-words.ts';
import { type OwnPlaces, readOwnPlaces, recordStand } from '../use-cases/capacity.ts';
import { nightOfNow } from '../use-cases/night-of-now.ts';
import { STAND_REFUSED } from './stand-refused.ts';
import { SHELTER_WORKERS } from './who.ts';

const BASE = '/api/v1/opvang';
/** What a registered system of a shelter comes for. */
const ONLY = 'opvang';
const STATES: Readonly<Record<NightState, string>> = {
  free: 'vrij',
  taken: 'bezet',
  out: 'buiten-gebruik',
  closed: 'gesloten',
};

const PlaceBody = z
  .object({
    id: z.uuid().describe('Kenmerk van de plek.'),
    soort: z.string().describe('Soort opvang.'),
    vannacht: z.enum(['vrij', 'bezet', 'buiten-gebruik', 'gesloten']).describe('Hoe de plek vannacht staat.'),
    via: z
      .enum(['eigen', 'in-beeld'])
      .nullable()
      .describe('Bezet door iemand die langs een andere weg kwam (eigen), of geplaatst in In Beeld; anders leeg.'),
    vrijOp: z.iso
      .date()
      .nullable()
      .describe('De dag waarop zij naar verwachting weer vrij is; leeg als dat onbekend is.'),
  })
  .meta({ id: 'OpvangPlek' });
const StandBody = z
  .object({
    plekken: z.array(PlaceBody),
    bevestigdTijdstip: z.iso.datetime().nullable().describe('Wanneer de opvang voor het laatst zei dat dit klopt.'),
    merk: z.string().optional(),
  })
  .meta({ id: 'OpvangStand' });

const places = (description: string) =>
  z
    .array(z.uuid('Gebruik het kenmerk van een plek.'), 'Stuur een lijst van plekken.')
    .max(500, 'Stuur hoogstens 500 plekken in één keer.')
    .meta({ description });
const NewStandBody = z
  .strictObject({
    bezet: places(
      'Alle plekken die nu bezet zijn door iemand die langs een andere weg kwam. Leeg als dat geen enkele is.',
    ),
    gezien: places(
      'Welke plekken in het laatste antwoord «bezet» met «via: eigen» stonden. Zo draait u niets terug van een collega die u voor was. Staat hier hetzelfde als in «bezet», dan is er niets veranderd.',
    ),
    vrijOp: z.iso.date('Schrijf de dag zo: 2027-12-31.').optional().meta({
      description: 'Wanneer de nieuw bezette plekken naar verwachting weer vrij zijn. Weglaten als niemand het weet.',
    }),
  })
  .meta({ id: 'NieuweOpvangStand' });
const SendingHeaders = z.object({
  'Idempotency-Key': z
    .string('Stuur de kop Idempotency-Key mee.')
    .regex(/^[\w-]{8,100}$/, 'Gebruik 8 tot 100 letters, cijfers of streepjes.')
    .meta({ description: 'Een sleutel die u zelf kiest. Nog een keer met dezelfde sleutel verandert niets.' }),
});

const standOf = ({ places: own, checkedAt }: OwnPlaces, night: PlainDate) => ({
  plekken: own.map(({ place, stay }) => ({
    id: place.id,
    soort: TYPE_WORDS[place.type].value,
    vannacht: STATES[stateOn(place, night, addDays(night, 1), stay !== undefined)] as 'vrij',
    via: stay ? (stay.via === 'own' ? ('eigen' as const) : ('in-beeld' as const)) : null,
    vrijOp: stay && stay.until > night ? stay.until : null,
  })),
  bevestigdTijdstip: checkedAt?.toISOString() ?? null,
});

/** What a system of a shelter reads and says about its own places: as on its screen, without address and without persons. */
export function registerCapacityApi(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly isDemo: boolean },
): void {
  const config = { access: SHELTER_WORKERS, purpose: 'VA-05', data: ['D1'] } as const;
  const tags = ['Opvang'];
  const mark = options.isDemo ? { merk: DEMO_MARK } : {};

  app.get(
    `${BASE}/plekken`,
    {
      config: {
        ...config,
        api: {
          operationId: 'opvangPlekkenOpvragen',
          tags,
          only: ONLY,
          summary: 'De eigen plekken en hun stand van vannacht',
          description: 'Elke plek van de eigen opvang, en of zij vannacht vrij is. Geen adres en niets over personen.',
          responses: { 200: { description: 'De stand.', schema: StandBody } },
        },
      },
    },
    async (request, reply) => {
      const actor = edge.actor(request);
      const stand = await edge.look(request, 'own', async (tx, time) =>
        standOf(await readOwnPlaces(tx, actor, nightOfNow(time)), nightOfNow(time)),
      );
      return reply.send({ ...stand, ...mark } satisfies z.output<typeof StandBody>);
    },
  );

  app.post(
    `${BASE}/stand`,
    {
      config: {
        ...config,
        action: 'shelter.record-stand-by-system',
        api: {
          operationId: 'opvangStandBijwerken',
          tags,
          only: ONLY,
          summary: 'De stand van de eigen plekken bijwerken, of zeggen dat er niets veranderde',
          description:
            'Legt in één keer vast welke plekken bezet zijn door mensen die langs een andere weg kwamen, en bevestigt daarmee de stand. Wie via In Beeld is geplaatst, verandert hier niet.',
          headers: SendingHeaders,
          body: NewStandBody,
          responses: {
            200: { description: 'De stand zoals zij nu is.', schema: StandBody },
            409: { description: 'Deze sleutel hoort bij een ander bericht.' },
          },
        },
      },
    },
    async (request, reply) => {
      const headers = SendingHeaders.safeParse({ 'Idempotency-Key': request.headers['idempotency-key'] });
      if (!headers.success) return sendProblem(reply, headerProblem(headers.error));
      const body = NewStandBody.safeParse(request.body ?? {});
      if (!body.success) return sendProblem(reply, bodyProblem(body.error));
      const actor = edge.actor(request);
      const { bezet: taken, gezien: seen, vrijOp } = body.data;
      const input = { taken, seen, freeOn: vrijOp === undefined ? undefined : (plainDate(vrijOp) ?? undefined) };
      const outcome = await edge.command(
        request,
        reply,
        () => `${BASE}/plekken`,
        (tx, time) => recordStand(tx, actor, input, time),
      );
      if (outcome.kind === 'refused') {
        const { code } = outcome.error;
        const text = code === 'not-found' ? { bezet: 'Een van deze plekken is niet van u.' } : STAND_REFUSED[code];
        return sendProblem(reply, refusedFields(code, text ?? { _form: 'Dit kan nu niet.' }));
      }
      const stand = await edge.look(request, 'own', async (tx, time) =>
        standOf(await readOwnPlaces(tx, actor, nightOfNow(time)), nightOfNow(time)),
      );
      return reply.code(200).send({ ...stand, ...mark } satisfies z.output<typeof StandBody>);
    },
  );
}
