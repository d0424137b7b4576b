import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodObject } from 'zod';
import type { AnyTx, DomainTime, Done } from '../../../platform/db/transact.ts';
import { type Edge, notFound } from '../../../platform/http/edge.ts';
import { parseForm } from '../../../platform/http/parse.ts';
import { err, type Result } from '../../../shared-kernel/result.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { AGE_GROUP_WORDS, ConsentFields, choicesOf } from '../../registration/index.ts';
import { PARTY_TYPES, type PartyType, partyTypeOf } from '../domain/party.ts';
import { groundSentence, KIND_WORDS, organisationChoices, TYPE_WORDS } from '../ui/consultation-words.ts';
import { ItemPage } from '../ui/item-page.tsx';
import { OutcomePage } from '../ui/outcome-page.tsx';
import { PassPage } from '../ui/pass-page.tsx';
import { SeatPage } from '../ui/seat-page.tsx';
import { passChair, readSuccessors } from '../use-cases/chairing.ts';
import { CONSULTATION_PATH, meetingPath, PASSED_PATH } from '../use-cases/consultation-names.ts';
import { otherOrganisations } from '../use-cases/covenants.ts';
import type { Asking } from '../use-cases/held-meeting.ts';
import { recordOutcome } from '../use-cases/hold.ts';
import { minutes, paperAgenda } from '../use-cases/papers.ts';
import { addItem, recordTurnedAway } from '../use-cases/prepare.ts';
import type { MeetingView } from '../use-cases/read-meeting.ts';
import { addParticipant, READS_IN, readColleagues, type Seat } from '../use-cases/seats.ts';
import {
  CONFLICTS,
  errorsOf,
  OutcomeForm,
  PassForm,
  PersonForm,
  personIn,
  SeatForm,
  TopicForm,
} from './consultation-form.ts';
import { askingOf, GATE, idIn, ONE_MEETING, openMeetingOf, type Returned } from './consultation-routes.tsx';
import { ticked, withTicked } from './fields.ts';

const WORDS = {
  groundOf: groundSentence,
  typeOf: ({ type }: { readonly type: PartyType }) => TYPE_WORDS[type],
};

/** Who sits at the table, what is on the agenda, what was decided, and the papers: each with a page of its own. */
export function registerAgendaRoutes(
  app: FastifyInstance,
  edge: Edge<PageFrame>,
  options: { readonly mark: string | undefined },
): void {
  type Show = (request: FastifyRequest, reply: FastifyReply, status: number, form: Shown) => Promise<FastifyReply>;
  type Shown = Returned & { readonly code?: string };

  async function chairedOf(request: FastifyRequest, opens = true): Promise<MeetingView> {
    const view = await openMeetingOf(edge, request, opens);
    if (!view.isChair) throw notFound();
    return view;
  }

  /** A form of one consultation: its page, the deed, and writing down that something belongs elsewhere, without what. */
  function form<S extends ZodObject, E extends { readonly code: string }>(
    verb: string,
    action: string,
    fields: S,
    show: Show,
    run: (
      tx: AnyTx,
      asking: Asking,
      id: string,
      value: never,
      body: unknown,
      time: DomainTime,
    ) => Promise<Result<Done, E>>,
    more: {
      /** Where one is afterwards; by default at the consultation. */
      readonly back?: string;
      readonly turns?: 'person' | 'participant';
      readonly typeOf?: (request: FastifyRequest, value: never) => Promise<PartyType | undefined>;
    } = {},
  ) {
    const path = `${CONSULTATION_PATH}/:overleg/${verb}`;
    app.get(path, { config: { ...ONE_MEETING, action: 'consultation.read' } }, (request, reply) =>
      show(request, reply, 200, {}),
    );
    const config = { ...ONE_MEETING, action, fields };
    app.post(path, { config }, async (request, reply) => {
      const id = idIn(request);
      const parsed = parseForm(fields, request.body);
      const values = withTicked(parsed.values, request.body, 'voor');
      if (!parsed.ok) return show(request, reply, 400, { values, errors: parsed.errors });
      const outcome = await edge.command(
        request,
        reply,
        () => more.back ?? meetingPath(id),
        (tx, time) => run(tx, askingOf(edge, request), id, parsed.value as never, request.body, time),
      );
      if (outcome.kind === 'answered') return reply;
      if (outcome.kind === 'done') return reply.redirect(more.back ?? meetingPath(id), 303);
      const { code } = outcome.error;
      if (code === 'not-found') throw notFound();
      if (code === 'belongs-elsewhere' && more.turns) {
        const what = more.turns;
        const type = await more.typeOf?.(request, parsed.value as never);
        await edge.command(
          request,
          reply,
          () => meetingPath(id),
          (tx, time) => recordTurnedAway(tx, askingOf(edge, request), { meetingId: id, what, type }, time),
          {},
          { action: 'consultation.turn-away' },
        );
      }
      return show(request, reply, 409, { values, errors: errorsOf(code), code });
    });
  }

  const showSeat: Show = async (request, reply, status, { values = {}, errors, code }) => {
    const view = await chairedOf(request, false);
    const { organisations, colleagues } = await edge.look(request, 'own', async (tx, { today }) => ({
      organisations: await otherOrganisations(tx, edge.actor(request), today),
      colleagues: await readColleagues(tx, edge.actor(request), today),
    }));
    const page = (
      <SeatPage
        frame={edge.frame(request)}
        meeting={view.meeting}
        organisations={organisationChoices(organisations.filter(({ kind }) => READS_IN.includes(kind)))}
        colleagues={colleagues.map(({ membershipId: value, name: label }) => ({ value, label }))}
        formKey={edge.formKey()}
        values={values}
        errors={conflictAmong(errors, code, 'hoe')}
        belongsElsewhere={code === 'belongs-elsewhere'}
      />
    );
    return edge.html(reply, page, status);
  };
  type SeatSaid = ReturnType<typeof SeatForm.parse>;
  const paperType = (value: SeatSaid): PartyType | undefined => PARTY_TYPES.find((each) => each === value.type);
  form(
    'deelnemers',
    'consultation.add-participant',
    SeatForm,
    showSeat,
    (tx, asking, meetingId, value: SeatSaid, _body, time) =>
      addParticipant(tx, asking, { ...seatOf(value, paperType(value)), meetingId, sees: value.ziet }, time),
    {
      turns: 'participant',
      typeOf: async (request, value: SeatSaid) => {
        if (value.hoe !== 'organisatie') return paperType(value);
        const known = await edge.look(request, 'own', (tx, { today }) =>
          otherOrganisations(tx, edge.actor(request), today),
        );
        const organisation = known.find(({ code }) => code === value.organisatie);
        return organisation && partyTypeOf(organisation);
      },
    },
  );

  const showItem =
    (aboutPerson: boolean): Show =>
    async (request, reply, status, { values = {}, errors, code }) => {
      const view = await chairedOf(request, false);
      const isOpen = await edge.look(request, 'own', (tx, { today }) =>
        edge.isFeatureOpen(tx, edge.actor(request).organisationId, GATE, today),
      );
      const page = (
        <ItemPage
          frame={edge.frame(request)}
          view={view}
          aboutPerson={aboutPerson}
          isOpen={isOpen}
          ages={choicesOf(AGE_GROUP_WORDS)}
          consentFields={<ConsentFields values={values} errors={conflictAmong(errors, code, 'doel')} />}
          formKey={edge.formKey()}
          values={values}
          errors={conflictAmong(errors, code, 'doel')}
          belongsElsewhere={code === 'belongs-elsewhere'}
        />
      );
      return edge.html(reply, page, status);
    };
  type Topic = ReturnType<typeof TopicForm.parse>;
  form(
    'punt',
    'consultation.add-topic',
    TopicForm,
    showItem(false),
    (tx, asking, meetingId, value: Topic, body, time) =>
      addItem(
        tx,
        asking,
        { meetingId, purpose: value.doel, for: ticked(body, 'voor'), topic: value.onderwerp, person: undefined },
        time,
      ),
  );
  type Person = ReturnType<typeof PersonForm.parse>;
  form(
    'persoon',
    'consultation.add-person',
    PersonForm,
    showItem(true),
    async (tx, asking, meetingId, value: Person, body, time): Promise<Result<Done, { readonly code: string }>> => {
      const added = await addItem(
        tx,
        asking,
        {
          meetingId,
          purpose: value.doel,
          for: ticked(body, 'voor'),
          topic: undefined,
          person: personIn(value),
        },
        time,
      );
      if (!added.ok) return added;
      // asked only once the meeting is known to be there: a closed gate tells nobody that it is
      const isOpen = await edge.isFeatureOpen(tx, asking.actor.organisationId, GATE, time.today);
      return isOpen ? added : err({ code: 'gate-closed' });
    },
    { turns: 'person' },
  );

  const showOutcome: Show = async (request, reply, status, { values = {}, errors, code }) => {
    const view = await chairedOf(request);
    // a participant that did not get the item is refused beside who does it
    const { voor, ...others } = errors ?? {};
    const page = (
      <OutcomePage
        frame={edge.frame(request)}
        view={view}
        formKey={edge.formKey()}
        values={values}
        errors={voor ? { ...others, actieVan: voor } : others}
        conflict={
          code && !errors
            ? CONFLICTS[code]
            : view.meeting.state === 'planned'
              ? CONFLICTS['not-opened']
              : view.meeting.state === 'closed'
                ? CONFLICTS['meeting-closed']
                : undefined
        }
      />
    );
    return edge.html(reply, page, status);
  };
  type Said = ReturnType<typeof OutcomeForm.parse>;
  form(
    'vastleggen',
    'consultation.record-outcome',
    OutcomeForm,
    showOutcome,
    (tx, asking, meetingId, value: Said, _body, time) =>
      recordOutcome(
        tx,
        asking,
        {
          meetingId,
          itemId: value.agendapunt,
          text: value.tekst,
          action:
            value.wat === 'actie'
              ? { participantId: value.actieVan || undefined, dueOn: value.klaarOp ?? time.today }
              : undefined,
        },
        time,
      ),
  );

  const showPass: Show = async (request, reply, status, { values = {}, errors, code }) => {
    const view = await chairedOf(request, false);
    const colleagues = await edge.look(request, 'own', (tx, { today }) =>
      readSuccessors(tx, edge.actor(request), view.meeting.kind, today),
    );
    const page = (
      <PassPage
        frame={edge.frame(request)}
        meeting={view.meeting}
        colleagues={colleagues.map(({ membershipId: value, name: label }) => ({ value, label }))}
        formKey={edge.formKey()}
        values={values}
        errors={conflictAmong(errors, code, 'nieuweVoorzitter')}
      />
    );
    return edge.html(reply, page, status);
  };
  type Pass = ReturnType<typeof PassForm.parse>;
  form(
    'overdragen',
    'consultation.pass-chair',
    PassForm,
    showPass,
    (tx, asking, meetingId, value: Pass, _body, time) =>
      passChair(tx, asking, { meetingId, seenVersion: value.versie, membershipId: value.nieuweVoorzitter }, time),
    { back: PASSED_PATH },
  );

  const paper = { ...ONE_MEETING, action: 'consultation.print' } as const;
  const of = (request: FastifyRequest, view: MeetingView) => ({
    organisation: edge.actor(request).organisationName,
    mark: options.mark,
    words: { ...WORDS, kind: KIND_WORDS[view.meeting.kind].label },
  });
  app.get(`${CONSULTATION_PATH}/:overleg/verslag.docx`, { config: paper }, async (request, reply) => {
    const view = await chairedOf(request);
    return edge.document(request, reply, minutes(view, of(request, view)), { name: 'verslag-overleg', format: 'docx' });
  });
  app.get(`${CONSULTATION_PATH}/:overleg/agenda.docx`, { config: paper }, async (request, reply) => {
    const view = await chairedOf(request);
    const { deelnemer } = request.query as Record<string, unknown>;
    // a paper agenda is of one participant; who that is, is chosen on the page
    if (deelnemer === undefined) return reply.redirect(meetingPath(view.meeting.id), 303);
    const participant = view.participants.find(({ id, removedAt }) => id === deelnemer && !removedAt);
    if (!participant) throw notFound();
    const tree = paperAgenda(view, participant, of(request, view));
    return edge.document(request, reply, tree, { name: 'agenda-overleg', format: 'docx' });
  });
}

/** A refusal about the whole form stands beside its first question, so that it is read. */
export const conflictAmong = (
  errors: Returned['errors'],
  code: string | undefined,
  field: string,
): Returned['errors'] => {
  const text = code && !errors ? CONFLICTS[code] : undefined;
  return text ? { [field]: text } : errors;
};

function seatOf(value: ReturnType<typeof SeatForm.parse>, type: PartyType | undefined): Seat {
  if (value.hoe === 'organisatie') return { way: 'organisation', code: value.organisatie };
  if (value.hoe === 'collega') return { way: 'colleague', membershipId: value.deelnemer };
  return { way: 'paper', name: value.naam, type };
}
