import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { BARRIER_STATES, BARRIERS, type BarrierAction, FACILITATORS, openBarriers } from '../domain/barrier.ts';
import { INSTRUMENTS, type InstrumentKind } from '../domain/instrument.ts';
import { BARRIER_STATE_WORDS, BARRIER_WORDS, FACILITATOR_WORDS } from './barrier-words.ts';
import { ConflictAlert } from './plan-page.tsx';

const CRUMBS = [{ href: '/aanpak', label: 'Aanpak' }] as const;
const PATH = '/aanpak/barrieres';

type PlanAction = { readonly id: string; readonly title: string };

/** The barrier model: what the municipality does at each step that a trafficker has to take. */
export function BarriersPage(props: {
  readonly frame: PageFrame;
  readonly actions: readonly BarrierAction[];
  readonly planActions: readonly PlanAction[];
  readonly saved: boolean;
  readonly mayWrite: boolean;
}) {
  const { actions, planActions } = props;
  const open = openBarriers(actions);
  return (
    <Page
      frame={props.frame}
      title="Barrièremodel"
      breadcrumbs={CRUMBS}
      wide
      status={props.saved ? <Alert kind="ok" title="vastgelegd" /> : undefined}
      lead="Een mensenhandelaar moet een aantal stappen zetten. Bij elke stap kan uw gemeente iets in de weg leggen."
    >
      {open.length > 0 ? (
        <Alert
          kind="info"
          title={open.length === 1 ? 'bij 1 barrière loopt niets' : `bij ${open.length} barrières loopt niets`}
        >
          <p>{open.map((barrier) => BARRIER_WORDS[barrier].title).join(', ')}.</p>
        </Alert>
      ) : null}
      {BARRIERS.map((barrier) => {
        const own = actions.filter((each) => each.barrier === barrier);
        return (
          <section class="ib-flow" aria-labelledby={barrier} key={barrier}>
            <Heading level={2} id={barrier}>
              {BARRIER_WORDS[barrier].title}
            </Heading>
            <Paragraph>{BARRIER_WORDS[barrier].step}</Paragraph>
            {own.length === 0 ? (
              <p class="ib-soft">Hier is nog niets vastgelegd.</p>
            ) : (
              <Table
                caption={`Acties bij ${BARRIER_WORDS[barrier].title.toLowerCase()}`}
                captionHidden
                rows={own}
                rowKey={({ id }) => id}
                columns={[
                  {
                    header: 'Actie',
                    cell: ({ id, title }) => <Link href={`${PATH}/${id}`}>{title}</Link>,
                  },
                  { header: 'Stand', cell: ({ state }) => <StatusBadge {...BARRIER_STATE_WORDS[state]} /> },
                  {
                    header: 'Wie',
                    cell: ({ carriedBy }) => carriedBy ?? <span class="ib-soft">niemand</span>,
                  },
                  { header: 'Wie helpt de handelaar', cell: ({ facilitator }) => FACILITATOR_WORDS[facilitator] },
                  {
                    header: 'Hoort bij',
                    cell: ({ planActionId, instrument }) => (
                      <Linked planAction={planActions.find(({ id }) => id === planActionId)} instrument={instrument} />
                    ),
                  },
                ]}
              />
            )}
            {props.mayWrite ? (
              <p>
                <ButtonLink href={`${PATH}/nieuw?barriere=${barrier}`}>
                  {`Voeg een actie toe bij ${BARRIER_WORDS[barrier].title.toLowerCase()}`}
                </ButtonLink>
              </p>
            ) : null}
          </section>
        );
      })}
      <Paragraph kind="small">
        De barrières volgen het barrièremodel van het CCV en de RIEC’s. Wat uw gemeente bij een barrière mag doen, is
        nog te verifiëren: vraag het uw jurist.
      </Paragraph>
    </Page>
  );
}

function Linked(props: {
  readonly planAction: PlanAction | undefined;
  readonly instrument: InstrumentKind | undefined;
}) {
  const { planAction, instrument } = props;
  if (!planAction && !instrument) return <span class="ib-soft">nog niets</span>;
  return (
    <>
      {planAction ? (
        <p>
          <Link href={`/aanpak/plan/acties/${planAction.id}`}>{planAction.title}</Link>
        </p>
      ) : null}
      {instrument ? (
        <p>
          <Link href={`/aanpak/instrumenten/${instrument}`}>{INSTRUMENTS[instrument].title}</Link>
        </p>
      ) : null}
    </>
  );
}

/** One action at a barrier: to add, to change, or to read. */
export function BarrierActionPage(props: {
  readonly frame: PageFrame;
  readonly action: BarrierAction | undefined;
  readonly planActions: readonly PlanAction[];
  readonly instruments: readonly InstrumentKind[];
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly conflict: boolean;
  readonly mayWrite: boolean;
  readonly formKey: string;
}) {
  const { frame, action, planActions, values, errors } = props;
  const kinds = [...new Set([...props.instruments, ...(action?.instrument ? [action.instrument] : [])])];
  return (
    <Page
      frame={frame}
      title={action?.title ?? 'Actie bij een barrière'}
      errors={errors}
      breadcrumbs={[...CRUMBS, { href: PATH, label: 'Barrièremodel' }]}
      status={props.conflict && action ? <ConflictAlert change={action} frame={props.frame} /> : undefined}
    >
      {action && (props.conflict || !props.mayWrite) ? (
        <DataList
          facts={[
            { label: 'Barrière', value: BARRIER_WORDS[action.barrier].title },
            { label: 'Actie', value: action.title },
            { label: 'Stand', value: <StatusBadge {...BARRIER_STATE_WORDS[action.state]} /> },
            { label: 'Wie', value: action.carriedBy },
            { label: 'Wie helpt de handelaar', value: FACILITATOR_WORDS[action.facilitator] },
            {
              label: 'Hoort bij',
              value: (
                <Linked
                  planAction={planActions.find(({ id }) => id === action.planActionId)}
                  instrument={action.instrument}
                />
              ),
            },
          ]}
        />
      ) : null}
      {props.mayWrite ? (
        <Form
          frame={frame}
          action={action ? `${PATH}/${action.id}` : `${PATH}/nieuw`}
          idempotencyKey={props.formKey}
          autocomplete="off"
          label="Actie vastleggen"
        >
          <HiddenField name="versie" value={String(values.versie ?? '0')} />
          <SelectField
            name="barriere"
            label="Bij welke barrière?"
            choices={BARRIERS.map((value) => ({ value, label: BARRIER_WORDS[value].title }))}
            values={values}
            errors={errors}
          />
          <TextField
            name="actie"
            label="Wat doet uw gemeente?"
            description="Zonder namen en adressen. Bijvoorbeeld: bij inschrijving vragen hoeveel mensen er slapen."
            values={values}
            errors={errors}
          />
          <Radios
            name="helpt"
            label="Wie helpt een handelaar bij deze stap?"
            description="Een verhuurder, uitzendbureau of boekhouder kan helpen zonder het te weten."
            choices={FACILITATORS.map((value) => ({ value, label: FACILITATOR_WORDS[value] }))}
            values={values}
            errors={errors}
          />
          <Radios
            name="stand"
            label="Hoe staat het ervoor?"
            choices={BARRIER_STATES.map((value) => ({ value, label: BARRIER_STATE_WORDS[value].label }))}
            values={values}
            errors={errors}
          />
          <TextField
            name="wie"
            label="Wie doet het?"
            description="Een functie, geen naam. Nodig als het loopt."
            optional
            values={values}
            errors={errors}
          />
          <SelectField
            name="planactie"
            label="Actie uit het plan"
            optional
            placeholder="Geen"
            choices={planActions.map(({ id, title }) => ({ value: id, label: title }))}
            values={values}
            errors={errors}
          />
          <SelectField
            name="instrument"
            label="Bestuurlijk instrument"
            description="Instrumenten die uw gemeente heeft."
            optional
            placeholder="Geen"
            choices={kinds.map((value) => ({ value, label: INSTRUMENTS[value].title }))}
            values={values}
            errors={errors}
          />
          <SubmitButton>Leg vast</SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}
