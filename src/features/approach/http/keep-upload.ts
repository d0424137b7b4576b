import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Scan } from '../../../platform/files/clamd.ts';
import { type LookRefusal, lookThrough } from '../../../platform/files/look-through.ts';
import type { Edge } from '../../../platform/http/edge.ts';
import { keepEvidence } from '../use-cases/keep-evidence.ts';

/** The box of a form in which a document is chosen as evidence. */
const BOX = 'bewijsstuk';

/** What is wrong with an upload, beside the field. */
const REFUSED: Readonly<Record<LookRefusal['code'], string>> = {
  'file-too-large': 'Dit bestand is groter dan 20 MB. Kies een kleiner bestand.',
  'file-empty': 'Dit bestand is leeg. Kies een ander bestand.',
  'file-kind-unknown':
    'Dit soort bestand nemen wij niet aan. Kies een PDF, een Word- of ODT-document, of een foto (PNG of JPEG).',
  'file-disguised':
    'De naam van dit bestand past niet bij de inhoud. Sla het document opnieuw op, bijvoorbeeld als PDF, en kies het opnieuw.',
  'image-broken': 'Deze foto is beschadigd, of er zit meer in dan een foto. Maak de foto opnieuw.',
  'image-too-many-pixels': 'Deze foto is te groot om te openen. Maak haar kleiner.',
  'file-harmful': 'In dit bestand vond de virusscanner iets schadelijks. Wij bewaren het niet.',
  'scanner-unreachable':
    'De virusscanner antwoordt niet. Er is niets bewaard. Probeer het over een paar minuten opnieuw.',
};

/**
 * Keeps the uploaded document of a form before anything else of it is looked at, so that a wrong date does not cost an upload.
 * `body` is the form with the id of what was kept; `error` is for the box. `back` is where a form that was sent before leads.
 */
export type KeepUpload = (
  request: FastifyRequest,
  reply: FastifyReply,
  back: string,
) => Promise<{ readonly body: object; readonly error?: string }>;

export function keepsUploads<Frame>(edge: Edge<Frame>, scan: Scan | undefined): KeepUpload {
  return async (request, reply, back) => {
    const body = request.body as object;
    const upload = request.uploads[BOX];
    if (!upload) return { body };
    const looked = await lookThrough(upload, scan);
    if (!looked.ok) return { body, error: REFUSED[looked.error.code] };
    const outcome = await edge.command(
      request,
      reply,
      () => back,
      (tx, time) => keepEvidence(tx, edge.actor(request), looked.value, time),
      {},
      { action: 'files.keep' },
    );
    return outcome.kind === 'done' ? { body: { ...body, bewijsstukId: outcome.value.file.id } } : { body };
  };
}
