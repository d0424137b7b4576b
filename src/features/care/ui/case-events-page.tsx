import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Timeline } from '../../../ui/show/timeline.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { EVENT_KINDS, EVENT_STEPS, type EventKind, type EventStep, openSteps } from '../domain/cases/case-event.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { CASES_PATH, caseTrail } from './case-words.ts';
import { ReachRules } from './reach-rules.tsx';

export const EVENT_WORDS: Readonly<Record<EventKind, string>> = {
  contact: 'Contact met de persoon',
  note: 'Iets anders om te weten',
  'left-unknown': 'Vertrokken met onbekende bestemming',
  'minor-missing': 'Een minderjarige is vermist',
  returned: 'De persoon is terug',
};

const STEP_WORDS: Readonly<Record<EventKind, Readonly<Partial<Record<EventStep, string>>>>> = {
  contact: {},
  note: {},
  returned: {},
  'left-unknown': {
    reach: 'Probeer de persoon te bereiken, zoals is afgesproken',
    police: 'Zorgen om de veiligheid? Bel de politie: 112 bij gevaar, anders 0900-8844',
    term: 'Loopt er een bedenktijd of verblijfsvergunning? Geef het vertrek door aan wie haar gaf, en kijk de termijnen na',
    others: 'Laat het weten aan opvang en advocaat',
  },
  'minor-missing': {
    police: 'Bel nu de politie: 112 bij gevaar, anders 0900-8844',
    guardian:
      'Bel de voogd. Kwam het kind alleen naar Nederland? Bel Nidos. Bel geen ouder of voogd die zelf betrokken kan zijn',
    reach: 'Probeer het kind te bereiken, zoals is afgesproken',
    term: 'Loopt er een bedenktijd of verblijfsvergunning? Geef de vermissing door aan wie haar gaf, en kijk de termijnen na',
    others: 'Laat het weten aan opvang, school en Veilig Thuis',
  },
};

export interface ShownEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly happenedOn: PlainDate;
  readonly steps: readonly string[];
  readonly settledOn: PlainDate | undefined;
  readonly recordedByName: string;
  readonly text: string | undefined;
}

/** What happened in a case, newest first, with the steps that somebody who is gone asks. */
export function CaseEventsPage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  events: readonly ShownEvent[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, events, values, errors } = props;
  const path = `${CASES_PATH}/${code}/gebeurtenissen`;
  const waiting = events.filter((event) => openSteps(event).length > 0);
  return (
    <Page frame={frame} title="Gebeurtenissen" breadcrumbs={caseTrail(code)} errors={errors}>
      <ReachRules code={code} safety={props.safety} />
      {waiting.map((event) => (
        <section class="ib-flow" key={event.id} aria-labelledby={`stappen-${event.id}`}>
          <Heading level={2} id={`stappen-${event.id}`}>
            {EVENT_WORDS[event.kind]}: wat u nu doet
          </Heading>
          <Form
            frame={frame}
            action={`${path}/stappen`}
            idempotencyKey={`${props.formKey}${event.id.slice(0, 8)}`}
            label={EVENT_WORDS[event.kind]}
          >
            <HiddenField name="gebeurtenis" value={event.id} />
            <Checkboxes
              name="gezet"
              nth={event.id.slice(0, 8)}
              label="Vink aan wat is gedaan"
              choices={EVENT_STEPS[event.kind].map((value) => ({
                value,
                label: STEP_WORDS[event.kind][value] ?? value,
              }))}
              values={{ gezet: event.steps }}
            />
            <SubmitButton>Bewaar de stappen</SubmitButton>
          </Form>
          <Paragraph kind="small">Deze stappen zijn van In Beeld en nog te verifiëren.</Paragraph>
        </section>
      ))}
      <section class="ib-flow" aria-labelledby="nieuw">
        <Heading level={2} id="nieuw">
          Schrijf op wat er gebeurde
        </Heading>
        <Form
          frame={frame}
          action={path}
          idempotencyKey={props.formKey}
          autocomplete="off"
          label="Schrijf op wat er gebeurde"
        >
          <Radios
            values={values}
            errors={errors}
            name="soort"
            label="Wat gebeurde er?"
            description="Is de persoon jonger dan 18 en vertrokken? Dan zet In Beeld de stappen voor een vermiste minderjarige klaar."
            choices={EVENT_KINDS.map((value) => ({ value, label: EVENT_WORDS[value] }))}
          />
          <DateField values={values} errors={errors} name="dag" label="Op welke dag?" />
          <TextArea
            values={values}
            errors={errors}
            name="tekst"
            label="Wat moet een vervanger weten?"
            rows={3}
            optional
          />
          <SubmitButton>Schrijf op</SubmitButton>
        </Form>
      </section>
      {events.length > 0 ? (
        <section class="ib-flow" aria-labelledby="verloop">
          <Heading level={2} id="verloop">
            Verloop
          </Heading>
          <Timeline
            label="Verloop"
            items={events.map((event) => ({
              id: event.id,
              at: event.happenedOn,
              title: EVENT_WORDS[event.kind],
              by: event.recordedByName,
              children: (
                <>
                  {event.text ? <p>{event.text}</p> : null}
                  {EVENT_STEPS[event.kind].length > 0 ? (
                    <StatusBadge
                      {...(openSteps(event).length === 0
                        ? ({ kind: 'ok', label: 'alle stappen gezet' } as const)
                        : ({ kind: 'error', label: 'nog stappen te zetten' } as const))}
                    />
                  ) : null}
                </>
              ),
            }))}
          />
        </section>
      ) : null}
    </Page>
  );
}
