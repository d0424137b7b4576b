import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { type FieldErrors, type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import { readDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { OPENING_REASON_LENGTH } from '../domain/person.ts';
import { FindPage } from '../ui/find-page.tsx';
import { OpeningsPage, PersonsPage } from '../ui/persons-page.tsx';
import {
  findSignals,
  type OpenedPerson,
  openingsForOfficer,
  openPerson,
  type RecordPersonRefusal,
  recordPerson,
  viewPersons,
} from '../use-cases/identities.ts';
import { askingOf, codeIn } from './report-routes.tsx';
import { IDENTITY_OPENERS, OFFICERS, WEIGHERS } from './who.ts';

const birthDate = z
  .string()
  .trim()
  .transform((typed, context) => {
    const read = readDutchDate(typed);
    if (read || typed === '') return read;
    context.addIssue({ code: 'custom', message: 'Deze datum bestaat niet. Schrijf hem zo: 1-5-2009.' });
    return z.NEVER;
  });
const text = z
  .string()
  .trim()
  .max(300, 'Gebruik hoogstens 300 tekens.')
  .transform((typed) => typed || undefined);

export const PersonRecordForm = z.object({
  naam: z.string().trim().min(1, 'Vul de naam in.').max(200, 'Gebruik hoogstens 200 tekens.'),
  geboortedatum: birthDate,
  bereiken: text,
});
export const OpenPersonForm = z.object({
  /** Empty for how the source may be reached. */
  persoonId: z.union([z.literal(''), z.uuid()], 'Kies een persoon.').transform((id) => id || undefined),
  reden: z.string().trim().max(1000, 'Gebruik hoogstens 1.000 tekens.'),
});
export const FindForm = z.object({ plek: text, naam: text, geboortedatum: birthDate });

const RECORD_REFUSED: Readonly<
  Record<Exclude<RecordPersonRefusal['code'], 'not-found'>, { readonly field: string; readonly text: string }>
> = {
  'about-a-place-only': { field: '_signaal', text: 'Dit signaal gaat over een plek. Daarin staat geen persoon.' },
  'signal-closed': { field: '_signaal', text: 'Dit signaal is gesloten. Er komt niets meer bij.' },
  'bsn-not-kept': {
    field: 'naam',
    text: 'Er staat een burgerservicenummer in. Haal het weg: dat wordt nooit bewaard.',
  },
};

/** Who the persons in a signal are, and finding signals about exactly one place or person. */
export function registerPersonRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const weighing = { access: WEIGHERS, purpose: 'VA-02' } as const;
  const one = { ...weighing, data: ['D1', 'D2', 'D4'], sample: 'signal-code' } as const;
  const opening = { ...one, access: IDENTITY_OPENERS, sample: 'signal-with-care' } as const;
  const path = '/meldingen/:kenmerk/personen';

  async function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status = 200,
    form: { values?: FieldValues; errors?: FieldErrors; conflict?: string | undefined; opened?: OpenedPerson } = {},
  ) {
    const asking = askingOf(edge, request);
    const { role, organisationId } = asking.actor;
    const found = await edge.lookAtPersons(request, async (tx, at) => {
      const seen = await viewPersons(tx, asking, codeIn(request), at);
      if (!seen.ok) return seen;
      const mayBeginCase =
        role === 'zorgcoordinator' && (await edge.isFeatureOpen(tx, organisationId, 'care', at.today));
      return { ...seen, value: { ...seen.value, mayBeginCase } };
    });
    if (!found.ok) throw notFound();
    const { subject: _, ...view } = found.value;
    const page = (
      <PersonsPage
        frame={edge.frame(request)}
        {...view}
        opened={form.opened}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
        conflict={form.conflict}
        isRecorded={!form.errors && Object.hasOwn(request.query as object, 'vastgelegd')}
      />
    );
    return edge.html(reply, page, status);
  }

  app.get(path, { config: { ...opening, action: 'signals.list-persons' } }, (request, reply) => show(request, reply));

  app.post(
    path,
    { config: { ...one, action: 'signals.record-person', fields: PersonRecordForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(PersonRecordForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const { naam: name, geboortedatum, bereiken: safeReach } = form.value;
      const person = { name, birthDate: geboortedatum, safeReach };
      const done = `/meldingen/${code}/personen?vastgelegd`;
      const outcome = await edge.command(
        request,
        reply,
        () => done,
        (tx, at) => recordPerson(tx, askingOf(edge, request), { code, person }, at),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(done, 303);
      const { error } = outcome;
      if (error.code === 'not-found') throw notFound();
      const { field, text: why } = RECORD_REFUSED[error.code];
      return field === '_signaal'
        ? show(request, reply, 409, { values: form.values, conflict: why })
        : show(request, reply, 409, { values: form.values, errors: { [field]: why } });
    },
  );

  // it shows what it opens and nothing else changes, so the answer is the page itself
  app.post(
    `${path}/openen`,
    { config: { ...opening, action: 'signals.open-person', fields: OpenPersonForm } },
    async (request, reply) => {
      const code = codeIn(request);
      const form = parseForm(OpenPersonForm, request.body);
      if (!form.ok) return show(request, reply, 400, form);
      const { persoonId: personId, reden: reason } = form.value;
      const asking = askingOf(edge, request);
      const opened = await edge.lookAtPersons(request, (tx, at) =>
        openPerson(tx, asking, { code, personId, reason }, at),
      );
      if (opened.ok) return show(request, reply, 200, { opened: opened.value });
      if (opened.error.code === 'not-found') throw notFound();
      const why =
        opened.error.code === 'opening-reason-names'
          ? 'Er lijkt een naam of nummer in te staan. Schrijf uw reden zonder naam.'
          : `Schrijf in minstens ${OPENING_REASON_LENGTH} tekens waarom u dit moet weten.`;
      return show(request, reply, 409, { values: form.values, errors: { reden: why } });
    },
  );

  const finding = { ...weighing, data: ['D1', 'D2'], sealed: true } as const;
  app.get('/meldingen/zoeken', { config: finding }, async (request, reply) => {
    const page = <FindPage frame={edge.frame(request)} found={undefined} formKey={edge.formKey()} values={{}} />;
    return edge.html(reply, page);
  });
  app.post(
    '/meldingen/zoeken',
    { config: { ...finding, action: 'signals.find', fields: FindForm } },
    async (request, reply) => {
      const form = parseForm(FindForm, request.body);
      const errors = form.ok ? whatIsMissing(form.value) : form.errors;
      if (!form.ok || Object.keys(errors).length > 0) {
        const props = { found: undefined, formKey: edge.formKey(), values: form.values, errors };
        return edge.html(reply, <FindPage frame={edge.frame(request)} {...props} />, 400);
      }
      const { plek: place, naam: name, geboortedatum } = form.value;
      const sought = place ? { place } : { person: { name: name ?? '', birthDate: geboortedatum } };
      const found = await edge.lookAtPersons(request, (tx) => findSignals(tx, edge.actor(request), sought));
      if (!found.ok) throw notFound();
      const props = { found: found.value.reports, formKey: edge.formKey(), values: form.values };
      return edge.html(reply, <FindPage frame={edge.frame(request)} {...props} />);
    },
  );

  app.get(
    '/privacyloket/signalen',
    { config: { access: OFFICERS, purpose: 'VA-02', data: ['D1', 'D2'] } },
    async (request, reply) => {
      const openings = await edge.look(request, 'own', (tx) => openingsForOfficer(tx, edge.actor(request)));
      return edge.html(reply, <OpeningsPage frame={edge.frame(request)} openings={openings} />);
    },
  );
}

function whatIsMissing(form: z.output<typeof FindForm>): FieldErrors {
  if (form.plek) return {};
  if (form.naam && form.geboortedatum) return {};
  if (form.naam) return { geboortedatum: 'Vul ook de geboortedatum in: een naam alleen is te weinig.' };
  return { plek: 'Vul een plek in, of een naam met geboortedatum.' };
}
