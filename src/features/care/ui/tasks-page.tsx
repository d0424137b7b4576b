import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import type { Safety } from '../domain/cases/safety.ts';
import { OWN_TASK_KINDS, SETTLED_WAYS, type SettledWay, type TaskKind } from '../domain/cases/task.ts';
import { CASES_PATH, caseTrail } from './case-words.ts';
import { SETTLED_WORDS, TASK_WORDS } from './full-words.ts';
import { NotFull } from './not-full.tsx';
import { ReachRules } from './reach-rules.tsx';

export interface ShownTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly dueOn: PlainDate;
  readonly dueTime: string | undefined;
  readonly text: string | undefined;
  readonly settled: { readonly on: PlainDate; readonly how: SettledWay; readonly byName: string } | undefined;
}

/** What must be done in a case and when: tasks, appointments, and the calls after closing. */
export function TasksPage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  mayWrite: boolean;
  tasks: readonly ShownTask[];
  today: PlainDate;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, tasks, values, errors } = props;
  const path = `${CASES_PATH}/${code}/taken`;
  const open = tasks.filter(({ settled }) => !settled);
  const past = tasks.filter(({ settled }) => settled).toReversed();
  return (
    <Page
      frame={frame}
      title="Taken en afspraken"
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="U krijgt een dag van tevoren een herinnering, bij nazorg een week van tevoren. Uw vervanger ook."
    >
      <ReachRules code={code} safety={props.safety} />
      {open.length === 0 ? (
        <EmptyState title="Er staat niets open">Hier ziet u wat nog moet gebeuren, met de dag.</EmptyState>
      ) : (
        <>
          <Table
            caption="Wat open staat"
            rows={open}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Wat', cell: ({ kind }) => TASK_WORDS[kind] },
              { header: 'Omschrijving', cell: ({ text }) => text ?? 'Bel of schrijf zoals is afgesproken.' },
              {
                header: 'Wanneer',
                cell: ({ dueOn, dueTime }) => (
                  <>
                    <DateText date={dueOn} />
                    {dueTime ? ` om ${dueTime} uur` : ''}
                    {dueOn < props.today ? (
                      <>
                        {' '}
                        <StatusBadge kind="error" label="deze dag is voorbij" />
                      </>
                    ) : null}
                  </>
                ),
              },
            ]}
          />
          <Form
            frame={frame}
            action={`${path}/klaar`}
            idempotencyKey={`${props.formKey}klaar`}
            label="Zeg hoe het ging"
          >
            <Radios
              values={values}
              errors={errors}
              name="taak"
              label="Wat is klaar?"
              choices={open.map(({ id, kind, dueOn, text }) => ({
                value: id,
                label: `${TASK_WORDS[kind]}, ${writeDutchDate(dueOn)}${text ? `: ${text}` : ''}`,
              }))}
            />
            <Radios
              values={values}
              errors={errors}
              name="hoeGing"
              label="Hoe ging het?"
              choices={SETTLED_WAYS.map((value) => ({ value, label: SETTLED_WORDS[value] }))}
              inline
            />
            <SubmitButton emphasis="secondary">Bewaar</SubmitButton>
          </Form>
        </>
      )}
      {props.mayWrite ? (
        <section class="ib-flow" aria-labelledby="nieuw">
          <Heading level={2} id="nieuw">
            Nieuwe taak of afspraak
          </Heading>
          <Form
            frame={frame}
            action={path}
            idempotencyKey={props.formKey}
            autocomplete="off"
            label="Nieuwe taak of afspraak"
          >
            <Radios
              values={values}
              errors={errors}
              name="wat"
              label="Wat is het?"
              choices={OWN_TASK_KINDS.map((value) => ({ value, label: TASK_WORDS[value] }))}
              inline
            />
            <TextArea values={values} errors={errors} name="omschrijving" label="Wat moet er gebeuren?" rows={2} />
            <DateField values={values} errors={errors} name="dag" label="Op welke dag?" />
            <TextField
              values={values}
              errors={errors}
              name="uur"
              label="Hoe laat?"
              description="Bij een afspraak, bijvoorbeeld 14:30."
              width="short"
              optional
            />
            <SubmitButton>Leg vast</SubmitButton>
          </Form>
        </section>
      ) : (
        <NotFull />
      )}
      {past.length > 0 ? (
        <Disclosure summary={past.length === 1 ? '1 is klaar' : `${past.length} zijn klaar`}>
          <ul class="utrecht-unordered-list">
            {past.map(({ id, kind, text, dueOn, settled }) => (
              <li key={id}>
                {TASK_WORDS[kind]}
                {text ? `: ${text}` : ''} (<DateText date={dueOn} />
                ). {SETTLED_WORDS[settled!.how]}, <DateText date={settled!.on} />, door {settled!.byName}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Page>
  );
}
