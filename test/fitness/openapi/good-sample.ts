import { z } from 'zod';
import { buildOpenApi, type JsonObject } from '../../../src/platform/openapi/build-openapi.ts';

const Note = z
  .strictObject({
    tekst: z.string(),
    beginDatum: z.iso.date().nullable(),
    gemaaktTijdstip: z.iso.datetime(),
  })
  .meta({ id: 'Notitie' });

/** A small document that follows every rule; each bad sample breaks it in one place. */
export function goodSample(): JsonObject {
  return buildOpenApi(
    {
      title: 'Voorbeeld',
      version: '1.0.0',
      description: 'Een voorbeeld.',
      contact: { name: 'Team Voorbeeld', email: 'team@voorbeeld.invalid', url: 'https://voorbeeld.invalid/contact' },
      server: 'https://voorbeeld.invalid/api/v1',
      tags: [{ name: 'Zaken', description: 'Zaken en hun notities.' }],
    },
    [
      {
        method: 'GET',
        path: '/api/v1/openapi.json',
        operationId: 'openApiLezen',
        summary: 'Dit document',
        description: 'De beschrijving van deze API.',
        tags: ['Zaken'],
        responses: { 200: { description: 'Het document.' } },
        security: 'open',
      },
      {
        method: 'POST',
        path: '/api/v1/zaken/:zaakId/interne-notities',
        operationId: 'notitieMaken',
        summary: 'Notitie maken',
        description: 'Voegt een notitie toe aan een zaak.',
        tags: ['Zaken'],
        params: z.object({ zaakId: z.uuid() }),
        query: z.object({ metBijlagen: z.stringbool().default(false) }),
        body: Note,
        responses: { 201: { description: 'De notitie.', schema: Note } },
        security: 'bearer',
      },
    ],
  );
}
