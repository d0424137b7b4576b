import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Edge } from '../../../platform/http/edge.ts';
import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { textsIn } from '../../registration/index.ts';
import { CaseClocksPage } from '../ui/case-clocks-page.tsx';
import { CaseEventsPage } from '../ui/case-events-page.tsx';
import { SafetyPage } from '../ui/safety-page.tsx';
import { endClock, readAgain, readClocks, setClock, takeOverClocks } from '../use-cases/cases/case-clocks.ts';
import { readEvents, recordEvent, takeSteps } from '../use-cases/cases/case-events.ts';
import { answerSafety } from '../use-cases/cases/safety-list.ts';
import { caseDeeds, openCaseOf, openCaseWith, type Shown } from './case-deed.ts';
import { NothingForm } from './case-form.ts';
import {
  ClockForm,
  EndForm,
  EventForm,
  SafetyForm,
  SecondForm,
  StepsForm,
  safetyOf,
  safetyValues,
} from './safety-form.ts';

/** What guards somebody's way: the safety list, what happened, and the clocks that run. */
export function registerGuardingRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const deed = caseDeeds(app, edge);

  async function showSafety(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { file, ownSafety: safety } = await openCaseOf(edge, request);
    const page = (
      <SafetyPage
        frame={edge.frame(request)}
        code={file.code}
        formKey={edge.formKey()}
        answered={safety && `Laatst ingevuld op ${writeDutchDate(safety.answeredOn)} door ${safety.answeredByName}.`}
        values={{
          ...(safety && safetyValues(safety.safety)),
          ...form.values,
          versie: String(safety?.version ?? 0),
        }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  type Safe = ReturnType<typeof SafetyForm.parse>;
  deed('veiligheid', 'care.answer-safety', SafetyForm, showSafety, (tx, asking, code, value: Safe, body, time) =>
    answerSafety(tx, asking, { code, seenVersion: value.versie, safety: safetyOf(value, body) }, time),
  );

  async function showEvents(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { organisationId } = edge.actor(request);
    const { safety, events, file, today } = await openCaseWith(edge, request, async (tx, view) => ({
      events: await readEvents(tx, organisationId, view.file.id),
    }));
    const page = (
      <CaseEventsPage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        events={events}
        formKey={edge.formKey()}
        values={{ dag: writeDutchDate(today), ...form.values }}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  const back = { back: '/gebeurtenissen' } as const;
  type Happened = ReturnType<typeof EventForm.parse>;
  deed(
    'gebeurtenissen',
    'care.record-event',
    EventForm,
    showEvents,
    (tx, asking, code, value: Happened, _body, time) =>
      recordEvent(tx, asking, { code, kind: value.soort, happenedOn: value.dag, text: value.tekst }, time),
    back,
  );
  type Steps = ReturnType<typeof StepsForm.parse>;
  deed(
    'gebeurtenissen/stappen',
    'care.take-steps',
    StepsForm,
    showEvents,
    (tx, asking, code, value: Steps, body, time) =>
      takeSteps(tx, asking, { code, eventId: value.gebeurtenis, steps: textsIn(body, 'gezet') }, time),
    { ...back, hasPage: false },
  );

  async function showClocks(request: FastifyRequest, reply: FastifyReply, form: Shown, status: number) {
    const { safety, clocks, choices, sharedClocks, file, today } = await openCaseWith(
      edge,
      request,
      async (tx, view, time) => {
        const { shared: sharedClocks, ...read } = await readClocks(
          tx,
          edge.actor(request),
          view.file,
          view.shared,
          time,
        );
        return { ...read, sharedClocks };
      },
    );
    const page = (
      <CaseClocksPage
        frame={edge.frame(request)}
        code={file.code}
        safety={safety?.safety}
        clocks={clocks}
        shared={sharedClocks}
        choices={choices}
        hasSubstitute={file.substituteId !== undefined}
        today={today}
        formKey={edge.formKey()}
        values={form.values ?? {}}
        errors={form.errors}
      />
    );
    return edge.html(reply, page, status);
  }
  const clocks = { back: '/termijnen' } as const;
  type Clock = ReturnType<typeof ClockForm.parse>;
  deed(
    'termijnen',
    'care.set-clock',
    ClockForm,
    showClocks,
    (tx, asking, code, value: Clock, _body, time) =>
      setClock(tx, asking, { code, clock: value.klok, day: value.dag }, time),
    clocks,
  );
  deed(
    'termijnen/overnemen',
    'care.take-over-clocks',
    NothingForm,
    showClocks,
    (tx, asking, code, _value, _body, time) => takeOverClocks(tx, asking, { code }, time),
    { ...clocks, hasPage: false },
  );
  type Second = ReturnType<typeof SecondForm.parse>;
  deed(
    'termijnen/nalezen',
    'care.read-letter-again',
    SecondForm,
    showClocks,
    (tx, asking, code, value: Second, _body, time) =>
      readAgain(tx, asking, { code, clockId: value.termijn, day: value.gelezen }, time),
    { ...clocks, hasPage: false },
  );
  type End = ReturnType<typeof EndForm.parse>;
  deed(
    'termijnen/beeindigen',
    'care.end-clock',
    EndForm,
    showClocks,
    (tx, asking, code, value: End, _body, time) =>
      endClock(tx, asking, { code, clockId: value.termijn, by: value.einde }, time),
    { ...clocks, hasPage: false },
  );
}
