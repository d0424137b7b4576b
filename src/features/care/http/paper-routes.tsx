import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Scan } from '../../../platform/files/clamd.ts';
import { type LookRefusal, lookThrough } from '../../../platform/files/look-through.ts';
import { KEPT_TYPES, type Upload } from '../../../platform/files/recognise.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { FILE_SECURITY_POLICY } from '../../../platform/http/security-headers.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { isRegistrationCode } from '../../registration/index.ts';
import { AROUND_PARTS, STANDINGS } from '../domain/cases/around.ts';
import { LINK_KINDS } from '../domain/cases/case-link.ts';
import { PAPER_KINDS } from '../domain/cases/paper.ts';
import { AroundPage } from '../ui/around-page.tsx';
import { LinksPage } from '../ui/links-page.tsx';
import { PapersPage } from '../ui/papers-page.tsx';
import { addAround, changeAround } from '../use-cases/cases/case-around.ts';
import { caseLetter, LETTERS, type Letter } from '../use-cases/cases/case-letters.ts';
import { linkCases, readLinks, unlinkCases } from '../use-cases/cases/case-links.ts';
import { CASES_PATH, casePath } from '../use-cases/cases/case-names.ts';
import { addPaper, type IncomingPaper, readPaper } from '../use-cases/cases/case-papers.ts';
import { readAround, readPapers, readTasks } from '../use-cases/cases/read-full.ts';
import { askingOf, caseDeeds, codeIn, ONE_CASE, openCaseWith, type Shown } from './case-deed.ts';
import { caseRefusedAt } from './case-form.ts';

const short = z.string().trim().max(200, 'Gebruik hoogstens 200 tekens.');
const AroundForm = z.object({
  naamVan: short.min(1, 'Vul een naam in, of hoe u deze persoon noemt.'),
  isWat: z.enum(AROUND_PARTS, 'Kies wat deze persoon is.'),
  contact: z.enum(STANDINGS, 'Kies of contact veilig is. Weet u het niet? Kies «nog niet bekend».'),
  bereik: short,
  weten: z.string().trim().max(1000, 'Gebruik hoogstens 1.000 tekens.'),
});
const ChangeAroundForm = z.object({
  mens: z.uuid('Kies om wie het gaat.'),
  nu: z.enum([...STANDINGS, 'gone'], 'Kies hoe het nu is.'),
});
const LinkForm = z.object({
  ander: z
    .string()
    .trim()
    .transform((typed) =>
      typed
        .toUpperCase()
        .replace(/[\s–-]/g, '')
        .replace(/^(.{4})(.{4})$/, '$1-$2'),
    )
    .refine(isRegistrationCode, 'Vul de code in, bijvoorbeeld 7KQ4-M2PX.'),
  samen: z.enum(LINK_KINDS, 'Kies hoe zij bij elkaar horen.'),
});
const UnlinkForm = z.object({ koppelingMet: z.uuid('Kies welk dossier er niet bij hoort.') });
const PaperForm = z.object({
  titel: short.min(1, 'Schrijf op wat het is.'),
  soortDocument: z.enum(PAPER_KINDS, 'Kies welke soort document het is.'),
});

const FILE_REFUSED: Readonly<Record<LookRefusal['code'], string>> = {
  'file-too-large': 'Dit bestand is groter dan 20 MB. Kies een kleiner bestand.',
  'file-empty': 'Kies een bestand. Hebt u er een gekozen? Dan is het leeg.',
  'file-kind-unknown': 'Kies een PDF, Word, OpenDocument, JPEG of PNG.',
  'file-disguised': 'De naam van dit bestand past niet bij de inhoud. Kies het document zelf.',
  'image-broken': 'Deze afbeelding is beschadigd. Maak haar opnieuw.',
  'image-too-many-pixels': 'Deze afbeelding is te groot om te openen. Maak haar kleiner.',
  'file-harmful': 'In dit bestand vond de virusscanner iets schadelijks. Wij bewaren het niet.',
  'scanner-unreachable':
    'De virusscanner antwoordt niet. Er is niets bewaard. Probeer het over een paar minuten opnieuw.',
};

const LETTER_WORDS: Readonly<Record<Letter, { readonly label: string; readonly about: string }>> = {
  uitnodiging: { label: 'Uitnodiging', about: 'Voor de eerste afspraak die nog komt. Er staat niet in waarom.' },
  verklaring: {
    label: 'Verklaring dat iemand hulp krijgt',
    about: 'Op verzoek van de persoon, voor advocaat of gemeente.',
  },
  vraag: { label: 'Vraag aan een andere hulpverlener', about: 'Alleen als de persoon het weet en wil.' },
  afscheid: { label: 'Bij het afsluiten', about: 'Hoe de persoon u weer bereikt, en wanneer u vraagt hoe het gaat.' },
};

/** Who is around somebody, which cases belong together, the documents of a case, and the letters that begin from it. */
export function registerPaperRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly mark: string | undefined; readonly scan: Scan | undefined },
): void {
  const deed = caseDeeds(app, edge);
  const tenantOf = (request: FastifyRequest) => edge.actor(request).organisationId;

  async function showAround(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, depth, safety, people } = await openCaseWith(edge, request, async (tx, view) => ({
      people: await readAround(tx, tenantOf(request), view.file),
    }));
    const page = (
      <AroundPage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        mayWrite={depth === 'full'}
        people={people}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  const ofPeople = { back: '/mensen' } as const;
  type Around = ReturnType<typeof AroundForm.parse>;
  deed(
    'mensen',
    'care.add-around',
    AroundForm,
    showAround,
    (tx, asking, code, value: Around, _body, time) =>
      addAround(
        tx,
        asking,
        {
          code,
          part: value.isWat,
          standing: value.contact,
          content: { name: value.naamVan, reach: value.bereik, note: value.weten },
        },
        time,
      ),
    ofPeople,
  );
  type Change = ReturnType<typeof ChangeAroundForm.parse>;
  deed(
    'mensen/wijzigen',
    'care.change-around',
    ChangeAroundForm,
    showAround,
    (tx, asking, code, value: Change, _body, time) =>
      changeAround(tx, asking, { code, aroundId: value.mens, standing: value.nu }, time),
    { ...ofPeople, hasPage: false },
  );

  async function showLinks(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, safety, links } = await openCaseWith(edge, request, async (tx, view) => ({
      links: await readLinks(tx, edge.actor(request), view.file.id),
    }));
    const page = (
      <LinksPage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        links={links}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  const ofLinks = { back: '/bij-elkaar' } as const;
  type Linking = ReturnType<typeof LinkForm.parse>;
  deed(
    'bij-elkaar',
    'care.link-cases',
    LinkForm,
    showLinks,
    (tx, asking, code, value: Linking, _body, time) =>
      linkCases(tx, asking, { code, otherCode: value.ander, kind: value.samen }, time),
    ofLinks,
  );
  type Unlinking = ReturnType<typeof UnlinkForm.parse>;
  deed(
    'bij-elkaar/los',
    'care.unlink-cases',
    UnlinkForm,
    showLinks,
    (tx, asking, code, value: Unlinking, _body, time) =>
      unlinkCases(tx, asking, { code, linkId: value.koppelingMet }, time),
    { ...ofLinks, hasPage: false },
  );

  const papersPath = `${CASES_PATH}/:kenmerk/documenten`;
  async function showPapers(request: FastifyRequest, reply: FastifyReply, form: Shown = {}, status = 200) {
    const { file, depth, safety, papers } = await openCaseWith(edge, request, async (tx, view) => ({
      papers: await readPapers(tx, tenantOf(request), view.file),
    }));
    const page = (
      <PapersPage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        mayWrite={depth === 'full'}
        papers={papers}
        letters={LETTERS.map((letter) => ({
          href: `${casePath(file.code)}/brief-${letter}.docx`,
          ...LETTER_WORDS[letter],
        }))}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  app.get(papersPath, { config: { ...ONE_CASE, action: 'care.read-case' } }, (request, reply) =>
    showPapers(request, reply),
  );
  app.post(
    papersPath,
    { config: { ...ONE_CASE, multipart: true, action: 'care.add-paper', fields: PaperForm } },
    async (request, reply) => {
      const code = codeIn(request);
      // nobody learns from a bad file whether a case is there
      await openCaseWith(edge, request, async () => ({}));
      const form = parseForm(PaperForm, request.body);
      const upload = request.uploads.bestand;
      const paper = upload ? await lookedThrough(upload, options.scan) : err({ code: 'file-empty' as const });
      if (!form.ok || !paper.ok) {
        const errors = {
          ...(form.ok ? {} : form.errors),
          ...(paper.ok ? {} : { bestand: FILE_REFUSED[paper.error.code] }),
        };
        return showPapers(request, reply, { values: form.values, errors }, 400);
      }
      const done = `${casePath(code)}/documenten`;
      const { titel: title, soortDocument: kind } = form.value;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, time) => addPaper(tx, askingOf(edge, request), { code, kind, title, paper: paper.value }, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      if (outcome.error.code === 'not-found') throw notFound();
      return showPapers(request, reply, { values: form.values, errors: caseRefusedAt(outcome.error.code) }, 409);
    },
  );
  app.get(`${papersPath}/open`, { config: { ...ONE_CASE, action: 'care.open-paper' } }, async (request, reply) => {
    const { document } = request.query as Record<string, unknown>;
    const { file, paper } = await openCaseWith(edge, request, async (tx, view) => ({
      paper: await readPaper(tx, tenantOf(request), view.file.id, document),
    }));
    if (!paper) return reply.redirect(`${casePath(file.code)}/documenten`, 303);
    // always as a download: what came from outside never runs in a page
    return reply
      .type(paper.mediaType)
      .header('Cache-Control', 'no-store')
      .header('Content-Security-Policy', FILE_SECURITY_POLICY)
      .header('Content-Disposition', `attachment; filename="${paper.name}"`)
      .header('Content-Encoding', 'identity')
      .send(paper.bytes);
  });

  for (const letter of LETTERS)
    app.get(
      `${CASES_PATH}/:kenmerk/brief-${letter}.docx`,
      { config: { ...ONE_CASE, action: 'care.write-letter' } },
      async (request, reply) => {
        const { organisationName, personName } = edge.actor(request);
        const { file, person, tasks, today } = await openCaseWith(edge, request, async (tx, view) => ({
          tasks: await readTasks(tx, tenantOf(request), view.file),
        }));
        const open = tasks.filter(({ settled, dueOn }) => !settled && dueOn >= today);
        const tree = caseLetter(letter, {
          file,
          name: person?.name,
          organisation: organisationName,
          sender: personName,
          today,
          appointment: open.find(({ kind }) => kind === 'appointment'),
          calls: open.filter(({ kind }) => kind === 'aftercare').map(({ dueOn }) => dueOn),
          mark: options.mark,
        });
        return edge.document(request, reply, tree, { name: letter, format: 'docx' });
      },
    );
}

/** Outside the transaction: what it is by its content, looked through for harm, and an image without what says where and when. */
async function lookedThrough(upload: Upload, scan: Scan | undefined): Promise<Result<IncomingPaper, LookRefusal>> {
  const looked = await lookThrough(upload, scan);
  return looked.ok ? ok({ ...looked.value, ending: KEPT_TYPES[looked.value.mediaType]![0]! }) : looked;
}
