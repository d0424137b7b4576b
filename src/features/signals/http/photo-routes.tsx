import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Scan } from '../../../platform/files/clamd.ts';
import { type LookRefusal, lookThrough } from '../../../platform/files/look-through.ts';
import type { Upload } from '../../../platform/files/recognise.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { FILE_SECURITY_POLICY } from '../../../platform/http/security-headers.ts';
import { isUuid } from '../../../shared-kernel/ids.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import type { AddPhotoRefusal } from '../domain/photo.ts';
import { PhotosPage } from '../ui/photos-page.tsx';
import { addPhoto, type NewPhoto, openPhoto, viewPhotos } from '../use-cases/photos.ts';
import { codeIn, NothingForm } from './report-routes.tsx';
import { FOLLOWERS, WEIGHERS } from './who.ts';

type PhotoRefusal = LookRefusal | AddPhotoRefusal;

/** What is wrong with a photograph, beside the field. */
const REFUSED: Readonly<Record<PhotoRefusal['code'], string>> = {
  'file-too-large': 'Deze foto is groter dan 20 MB. Kies een kleinere foto.',
  'file-empty': 'Dit bestand is leeg. Kies een andere foto.',
  'file-kind-unknown': 'Kies een foto: JPEG of PNG.',
  'file-disguised': 'De naam van dit bestand past niet bij de inhoud. Kies de foto zelf: JPEG of PNG.',
  'image-broken': 'Deze foto is beschadigd, of er zit meer in dan een foto. Maak de foto opnieuw.',
  'image-too-many-pixels': 'Deze foto is te groot om te openen. Maak haar kleiner.',
  'file-harmful': 'In dit bestand vond de virusscanner iets schadelijks. Wij bewaren het niet.',
  'scanner-unreachable':
    'De virusscanner antwoordt niet. Er is niets bewaard. Probeer het over een paar minuten opnieuw.',
  'photo-of-person': 'Bij een signaal over een persoon kan geen foto.',
  'signal-closed': 'Dit signaal is gesloten. U kunt geen foto meer toevoegen.',
  'too-many-photos': 'Er zijn al vijf foto’s. Meer kan niet.',
};

/** Photographs of buildings and objects with a signal about a place: added by whoever passed it on, seen by who weighs it. */
export function registerPhotoRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly scan: Scan | undefined },
): void {
  const own = { access: FOLLOWERS, purpose: 'VA-01', data: ['D1', 'D2'] } as const;
  const ofSignal = { ...own, sample: 'recorded-signal-code' } as const;
  const readerOf = (request: FastifyRequest) => {
    const actor = edge.actor(request);
    return { actor, weighs: WEIGHERS.includes(actor.role) };
  };

  async function show(request: FastifyRequest, reply: FastifyReply, status = 200, refused?: PhotoRefusal['code']) {
    const code = codeIn(request);
    const found = await edge.look(request, 'own', (tx) => viewPhotos(tx, readerOf(request), code));
    if (!found.ok) throw notFound();
    const { photos, isOwn, mayAdd } = found.value;
    const page = (
      <PhotosPage
        frame={edge.frame(request)}
        code={code}
        isOwn={isOwn}
        mayAdd={mayAdd}
        photos={photos.map(({ id, opens, scannedAt }) => ({ id, opens, isScanned: scannedAt !== undefined }))}
        formKey={edge.formKey()}
        saved={Object.hasOwn(request.query as object, 'toegevoegd')}
        errors={refused && { foto: REFUSED[refused] }}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get('/meldingen/:kenmerk/fotos', { config: ofSignal }, (request, reply) => show(request, reply));

  app.post(
    '/meldingen/:kenmerk/fotos',
    { config: { ...ofSignal, multipart: true, sealed: true, action: 'signals.add-photo', fields: NothingForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const upload = request.uploads.foto;
      // nobody learns from a bad photograph whether a signal is there
      const found = await edge.look(request, 'own', (tx) => viewPhotos(tx, readerOf(request), code));
      if (!found.ok || !found.value.isOwn) throw notFound();
      const photo = upload ? await lookedThrough(upload, options.scan) : err({ code: 'file-empty' as const });
      if (!photo.ok) return show(request, reply, 400, photo.error.code);
      const done = `/meldingen/${code}/fotos?toegevoegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => addPhoto(tx, edge.actor(request), { code, photo: photo.value }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { code: refusal } = outcome.error;
      if (refusal === 'not-found') throw notFound();
      return show(request, reply, 409, refusal);
    },
  );

  app.get(
    '/meldingen/foto/:id',
    { config: { ...own, sealed: true, action: 'signals.open-photo', sample: 'signal-photo-id' } },
    async (request, reply) => {
      const { id } = request.params as { id: string };
      if (!isUuid(id)) throw notFound();
      const opened = await edge.lookAtPersons(request, (tx) => openPhoto(tx, readerOf(request), id));
      if (!opened.ok) throw notFound();
      const { name, mediaType, bytes } = opened.value.file;
      // always as a download: what a stranger sent never runs in a page
      return reply
        .type(mediaType)
        .header('Cache-Control', 'no-store')
        .header('Content-Security-Policy', FILE_SECURITY_POLICY)
        .header('Content-Disposition', `attachment; filename="${name}"`)
        .header('Content-Encoding', 'identity')
        .send(bytes);
    },
  );
}

async function lookedThrough(upload: Upload, scan: Scan | undefined): Promise<Result<NewPhoto, LookRefusal>> {
  const looked = await lookThrough(upload, scan, { onlyImages: true });
  if (!looked.ok) return looked;
  const { mediaType, bytes, isScanned } = looked.value;
  return ok({ mediaType, bytes, scannedAt: isScanned ? 'now' : undefined });
}
