import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { MomentText } from '../../../ui/format/date-text.tsx';
import { writeMoney } from '../../../ui/format/money.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Timeline } from '../../../ui/show/timeline.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { TRACKS } from '../domain/framework.ts';
import { ACTION_STATUSES, type Action, type ActionStatus, actionOn } from '../domain/plan.ts';
import { ConflictAlert, PLAN_CRUMBS } from './plan-page.tsx';
import { ACTION_STATES, TRACK_NAMES } from './plan-words.ts';

export interface CarrierChoice {
  readonly membershipId: string;
  readonly name: string;
  /** The Dutch word for the role. */
  readonly role: string;
}

interface FormProps {
  readonly frame: PageFrame;
  readonly action: string;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly formKey: string;
  readonly carriers: readonly CarrierChoice[];
  readonly elements: readonly { readonly id: string; readonly title: string }[];
}

function ActionFields(props: FormProps & { readonly known?: Action | undefined }) {
  const { values, errors, known } = props;
  const left = [known?.owner, known?.substitute].flatMap((member) =>
    member && !props.carriers.some(({ membershipId }) => membershipId === member.membershipId)
      ? [{ value: member.membershipId, label: `${member.name} (niet meer in deze rol)` }]
      : [],
  );
  const people = [
    ...props.carriers.map(({ membershipId, name, role }) => ({ value: membershipId, label: `${name} (${role})` })),
    ...left,
  ];
  return (
    <Form
      frame={props.frame}
      action={props.action}
      idempotencyKey={props.formKey}
      autocomplete="off"
      label="Actie vastleggen"
    >
      <HiddenField name="versie" value={String(values.versie ?? '0')} />
      <TextField name="titel" label="Wat gaat er gebeuren?" values={values} errors={errors} />
      <Radios
        name="spoor"
        label="Bij welk spoor hoort dit?"
        choices={TRACKS.map((track) => ({ value: track, label: TRACK_NAMES[track] }))}
        values={values}
        errors={errors}
      />
      <SelectField
        name="onderdeel"
        label="Welk onderdeel lost dit op?"
        placeholder="Geen onderdeel"
        optional
        searchable
        choices={props.elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
        values={values}
        errors={errors}
      />
      <SelectField
        name="eigenaarId"
        label="Wie doet het?"
        placeholder="Nog niemand"
        optional
        choices={people}
        values={values}
        errors={errors}
      />
      <SelectField
        name="vervangerId"
        label="Wie vervangt?"
        description="Gaat de eigenaar weg, dan komt de herinnering bij de vervanger."
        placeholder="Nog niemand"
        optional
        choices={people}
        values={values}
        errors={errors}
      />
      <DateField
        name="termijn"
        label="Wanneer moet het klaar zijn?"
        description="Wij herinneren de eigenaar een maand en een week van tevoren, en op de dag zelf."
        optional
        values={values}
        errors={errors}
      />
      <TextField
        name="bedrag"
        label="Begroot bedrag in euro’s"
        description="Bijvoorbeeld 12.500."
        inputMode="numeric"
        width="short"
        optional
        values={values}
        errors={errors}
      />
      <TextField
        name="uren"
        label="Uren"
        description="Bijvoorbeeld 40 of 4,5."
        inputMode="decimal"
        width="short"
        optional
        values={values}
        errors={errors}
      />
      <SubmitButton>{known ? 'Leg vast' : 'Zet in het plan'}</SubmitButton>
    </Form>
  );
}

/** A new action of one's own. */
export function NewActionPage(props: Omit<FormProps, 'action'>) {
  return (
    <Page frame={props.frame} title="Eigen actie toevoegen" errors={props.errors} breadcrumbs={PLAN_CRUMBS}>
      <ActionFields {...props} action="/aanpak/plan/acties" />
    </Page>
  );
}

export interface LogView {
  readonly id: string;
  readonly status: ActionStatus;
  readonly note: string | undefined;
  readonly by: string;
  readonly at: Date;
}

/** One action: how it goes, what it says, and what happened. */
export function ActionPage(
  props: Omit<FormProps, 'action' | 'values' | 'errors'> & {
    readonly item: Action;
    readonly elementTitle: string | undefined;
    readonly log: readonly LogView[];
    readonly today: PlainDate;
    readonly values: FieldValues;
    readonly errors?: FieldErrors | undefined;
    readonly statusValues: FieldValues;
    readonly statusErrors?: FieldErrors | undefined;
    readonly statusKey: string;
    readonly saved?: boolean;
    readonly conflict?: boolean;
    readonly mayWrite: boolean;
    readonly mayMove: boolean;
  },
) {
  const { item } = props;
  const state = ACTION_STATES[actionOn(item, props.today)];
  const errors = { ...props.errors, ...props.statusErrors };
  return (
    <Page
      frame={props.frame}
      title={item.title}
      errors={errors}
      breadcrumbs={PLAN_CRUMBS}
      status={
        props.conflict ? (
          <ConflictAlert change={item} frame={props.frame} />
        ) : props.saved ? (
          <Alert kind="ok" title="vastgelegd" />
        ) : undefined
      }
    >
      <DataList
        facts={[
          { label: 'Stand', value: state.label },
          { label: 'Spoor', value: TRACK_NAMES[item.track] },
          {
            label: 'Lost op',
            value: item.closesElement ? `${item.closesElement} ${props.elementTitle ?? ''}` : 'geen onderdeel',
          },
          ...(item.source
            ? [{ label: 'Komt uit', value: <Link href={sourceHref(item.source)}>{item.source.title}</Link> }]
            : []),
          { label: 'Eigenaar', value: item.owner?.name },
          { label: 'Vervanger', value: item.substitute?.name },
          { label: 'Termijn', value: item.dueOn ? writeDutchDate(item.dueOn) : undefined },
          { label: 'Begroot', value: item.budgetEuro === undefined ? undefined : writeMoney(item.budgetEuro) },
          { label: 'Uren', value: item.hours === undefined ? undefined : String(item.hours).replace('.', ',') },
        ]}
      />
      {props.mayMove ? (
        <>
          <Heading level={2}>Hoe gaat het?</Heading>
          <Form
            frame={props.frame}
            action={`/aanpak/plan/acties/${item.id}/stand`}
            idempotencyKey={props.statusKey}
            autocomplete="off"
            label="Stand van de actie"
          >
            <HiddenField name="versie" value={String(props.statusValues.versie ?? '0')} />
            <Radios
              name="stand"
              label="Stand"
              choices={ACTION_STATUSES.map((status) => ({ value: status, label: ACTION_STATES[status].label }))}
              values={props.statusValues}
              errors={props.statusErrors}
            />
            <TextArea
              name="aantekening"
              label="Aantekening"
              description="Alleen voor collega’s; komt niet in stukken. Schrijf geen namen van slachtoffers of verdachten op."
              rows={3}
              optional
              values={props.statusValues}
              errors={props.statusErrors}
            />
            <SubmitButton>Werk de stand bij</SubmitButton>
          </Form>
        </>
      ) : null}
      {props.mayWrite ? (
        <>
          <Heading level={2}>Wijzig deze actie</Heading>
          <ActionFields {...props} action={`/aanpak/plan/acties/${item.id}`} known={item} />
        </>
      ) : null}
      <Heading level={2}>Wat er gebeurde</Heading>
      <Timeline
        label="Logboek van deze actie"
        items={props.log.map(({ id, status, note, by, at }) => ({
          id,
          at,
          by,
          title: `Stand: ${ACTION_STATES[status].label}`,
          children: note ? <p>{note}</p> : null,
        }))}
      />
      <p class="ib-soft">
        Laatst gewijzigd door {item.changedBy} op <MomentText instant={item.changedAt} />.
      </p>
    </Page>
  );
}

/** Where something that was taken over is read. */
const sourceHref = ({ kind, id }: NonNullable<Action['source']>): string =>
  kind === 'region' ? '/aanpak/samen-in-de-regio' : `/praktijk/${id}`;
