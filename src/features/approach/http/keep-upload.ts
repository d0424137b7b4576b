import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { keepEvidence } from '../use-cases/keep-evidence.ts';
import { UPLOAD_REFUSED } from './focal-point-form.ts';

/** The box of a form in which a document is chosen as evidence. */
const BOX = 'bewijsstuk';

/**
 * Keeps the uploaded document before anything else of the form is looked at, so that a wrong date does not cost an upload.
 * Without one: nothing. `back` is where a form that was sent before leads.
 */
export async function keepUpload<Frame>(
  edge: Edge<Frame>,
  request: FastifyRequest,
  reply: FastifyReply,
  back: string,
): Promise<{ readonly id?: string; readonly error?: string }> {
  const upload = request.uploads[BOX];
  if (!upload) return {};
  const actor = edge.actor(request);
  const outcome = await edge.command(
    request,
    reply,
    () => back,
    (tx, time) => keepEvidence(tx, actor, { upload }, time),
    {},
    { action: 'files.keep' },
  );
  if (outcome.kind === 'done') return { id: outcome.value.file.id };
  return outcome.kind === 'refused' ? { error: UPLOAD_REFUSED[outcome.error.code] } : {};
}
