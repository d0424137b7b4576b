import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import { LARGEST_FILE, type Upload } from '../files/recognise.ts';
import { HttpRefusal } from './edge.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What was uploaded, by the name of the field. An empty file box leaves nothing. */
    uploads: Readonly<Record<string, Upload>>;
  }
}

/** Above this we do not even read; up to this a file that is too large still leaves the other answers readable. */
const LARGEST_REQUEST = 40 * 1024 * 1024;

/**
 * Reads forms with files: the fields become the body as with every form, files stand in `request.uploads`. Only routes that
 * declare `multipart` take them, and only from a browser that shows a session cookie.
 */
export async function addMultipart(app: FastifyInstance, sessionCookieName: string): Promise<void> {
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: LARGEST_FILE, files: 1, fields: 200, fieldSize: 100_000, parts: 201 },
  });
  app.decorateRequest('uploads');
  app.addHook('onRequest', async (request) => {
    request.uploads = {};
    if (
      request.headers['content-type']?.startsWith('multipart/') &&
      Number(request.headers['content-length'] ?? 0) > LARGEST_REQUEST
    ) {
      throw new HttpRefusal(413, 'too-large');
    }
  });
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    if (!request.routeOptions.config.multipart) throw new HttpRefusal(415, 'unsupported-media-type');
    const mayUpload = Boolean(request.cookies[sessionCookieName]);
    const fields: Record<string, string> = {};
    const uploads: Record<string, Upload> = {};
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value);
        continue;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of part.file) if (mayUpload) chunks.push(chunk as Buffer);
      if (part.filename)
        uploads[part.fieldname] = { name: part.filename, bytes: Buffer.concat(chunks), isCutOff: part.file.truncated };
    }
    request.body = fields;
    request.uploads = uploads;
  });
}
