import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Reading } from '../domain/cases/case-clock.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { CASES_PATH, type Choice, caseTrail } from './case-words.ts';
import { ReachRules } from './reach-rules.tsx';
import { TERMS_PATH } from './term-words.tsx';

export interface ShownClock {
  readonly id: string;
  readonly name: string;
  readonly article: string;
  readonly after: string;
  readonly isVerified: boolean;
  readonly givenOn: PlainDate;
  readonly lastDay: PlainDate;
  readonly readyBy: PlainDate;
  readonly reading: Reading;
  readonly secondDay: PlainDate | undefined;
  readonly isOwnReading: boolean;
  readonly setByName: string;
  readonly ended: { readonly on: PlainDate; readonly by: string; readonly name: string } | undefined;
  readonly ends: readonly string[];
}

const READINGS: Readonly<Record<Exclude<Reading, 'not-needed'>, Parameters<typeof StatusBadge>[0]>> = {
  missing: { kind: 'warning', label: 'nog niet nagelezen' },
  same: { kind: 'ok', label: 'door twee mensen gelezen' },
  differs: { kind: 'error', label: 'twee mensen lazen een andere dag' },
};

/** The clocks of one case: what runs, by when, on what it rests, and who read the letter. */
export function CaseClocksPage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  clocks: readonly ShownClock[];
  /** What another organisation shared and nobody set here yet. */
  shared: readonly { readonly name: string; readonly lastDay: PlainDate }[];
  choices: readonly Choice[];
  hasSubstitute: boolean;
  today: PlainDate;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, clocks, values, errors } = props;
  const path = `${CASES_PATH}/${code}/termijnen`;
  const running = clocks.filter(({ ended }) => !ended);
  const over = clocks.filter(({ ended }) => ended);
  return (
    <Page
      frame={frame}
      title="Termijnen"
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="U krijgt 30, 14 en 3 dagen van tevoren een herinnering, uw vervanger ook. Een termijn verdwijnt pas als u hem beëindigt."
    >
      <ReachRules code={code} safety={props.safety} />
      {props.hasSubstitute ? null : (
        <Alert kind="warning" title="dit dossier heeft geen vervanger">
          <p>
            Opent u een herinnering niet, dan komt zij later bij een collega die het dossier niet kan openen.{' '}
            <Link href={`${CASES_PATH}/${code}`}>Leg een vervanger vast</Link>
          </p>
        </Alert>
      )}
      {props.shared.length > 0 ? <SharedClocks {...props} path={path} /> : null}
      {running.length === 0 && props.shared.length > 0 ? null : running.length === 0 ? (
        <EmptyState title="Er loopt geen termijn">Zet hieronder een termijn die voor deze persoon geldt.</EmptyState>
      ) : (
        running.map((clock) => (
          <RunningClock
            key={clock.id}
            {...{ frame, clock, path, errors, values }}
            today={props.today}
            formKey={props.formKey}
          />
        ))
      )}
      <section class="ib-flow" aria-labelledby="nieuw">
        <Heading level={2} id="nieuw">
          Zet een termijn
        </Heading>
        <Form frame={frame} action={path} idempotencyKey={props.formKey} label="Zet een termijn">
          <SelectField values={values} errors={errors} name="klok" label="Welke termijn?" choices={props.choices} />
          <DateField
            values={values}
            errors={errors}
            name="dag"
            label="Welke dag?"
            description="De dag waarop hij begint, of de dag die in de brief staat."
          />
          <SubmitButton>Zet de termijn</SubmitButton>
        </Form>
        <Paragraph>
          <Link href={TERMS_PATH}>Alle termijnen, en waarop zij steunen</Link>
        </Paragraph>
      </section>
      {over.length > 0 ? (
        <Disclosure summary={over.length === 1 ? '1 termijn is voorbij' : `${over.length} termijnen zijn voorbij`}>
          <ul class="utrecht-unordered-list">
            {over.map(({ id, name, ended }) => (
              <li key={id}>
                {name}: {ended?.by}, <DateText date={ended!.on} />, door {ended?.name}
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Page>
  );
}

/** Clocks that ran at the organisation that referred: they do not ring here until they are set. */
function SharedClocks(props: Parameters<typeof CaseClocksPage>[0] & { path: string }) {
  return (
    <section class="ib-flow" aria-labelledby="gedeeld">
      <Heading level={2} id="gedeeld">
        Gedeelde termijnen, nog niet overgenomen
      </Heading>
      <Alert kind="warning" title="deze termijnen lopen, en u krijgt er nog geen herinnering van">
        <ul class="utrecht-unordered-list">
          {props.shared.map(({ name, lastDay }) => (
            <li key={`${name} ${lastDay}`}>
              {name}: laatste dag <DateText date={lastDay} />
            </li>
          ))}
        </ul>
      </Alert>
      <Form
        frame={props.frame}
        action={`${props.path}/overnemen`}
        idempotencyKey={`${props.formKey}over`}
        label="Neem de gedeelde termijnen over"
      >
        <Paragraph>
          Blijft er een staan nadat u ze overnam? Dan kent In Beeld hem niet meer. Zet hem hieronder zelf.
        </Paragraph>
        <SubmitButton>Neem over</SubmitButton>
      </Form>
    </section>
  );
}

function RunningClock(props: {
  frame: PageFrame;
  clock: ShownClock;
  path: string;
  today: PlainDate;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, clock, path, today, values, errors } = props;
  const { id, reading } = clock;
  const isMine = values.termijn === id;
  const own = isMine ? { values, errors } : { values: {}, errors: undefined, nth: id.slice(0, 8) };
  const key = `${props.formKey}${id.slice(0, 8)}`;
  return (
    <section class="ib-flow" aria-labelledby={`termijn-${id}`}>
      <Heading level={2} id={`termijn-${id}`}>
        {clock.name}
      </Heading>
      <p>
        {clock.readyBy < today ? <StatusBadge kind="error" label="voorbij" /> : null}{' '}
        {reading === 'not-needed' ? null : <StatusBadge {...READINGS[reading]} />}{' '}
        {clock.isVerified ? null : <StatusBadge kind="warning" label="nog te verifiëren" />}
      </p>
      <DataList
        facts={[
          { label: 'Laatste dag', value: <DateText date={clock.lastDay} /> },
          { label: 'Wij waarschuwen voor', value: <DateText date={clock.readyBy} /> },
          { label: 'Gerekend vanaf', value: <DateText date={clock.givenOn} /> },
          ...(reading === 'differs' && clock.secondDay
            ? [{ label: 'De tweede las', value: <DateText date={clock.secondDay} /> }]
            : []),
          { label: 'Steunt op', value: clock.article },
          { label: 'Na de laatste dag', value: clock.after },
          { label: 'Gezet door', value: clock.setByName },
        ]}
      />
      {reading === 'missing' || reading === 'differs' ? (
        clock.isOwnReading ? (
          <Paragraph>Laat uw vervanger de brief nalezen. U kunt uw eigen lezing niet controleren.</Paragraph>
        ) : (
          <Form frame={frame} action={`${path}/nalezen`} idempotencyKey={`${key}na`} label={`Lees na: ${clock.name}`}>
            <HiddenField name="termijn" value={id} />
            <DateField {...own} name="gelezen" label="Welke dag leest u in de brief?" />
            <SubmitButton emphasis="secondary">Leg vast wat u las</SubmitButton>
          </Form>
        )
      ) : null}
      <Form frame={frame} action={`${path}/beeindigen`} idempotencyKey={`${key}eind`} label={`Beëindig: ${clock.name}`}>
        <HiddenField name="termijn" value={id} />
        <SelectField
          {...own}
          name="einde"
          label="Waarom eindigt deze termijn?"
          choices={clock.ends.map((value) => ({ value, label: value }))}
        />
        <SubmitButton emphasis="secondary">Beëindig</SubmitButton>
      </Form>
    </section>
  );
}
