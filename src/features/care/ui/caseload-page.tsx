import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Load, LoadAlarm } from '../domain/cases/caseload.ts';
import { CASES_PATH, type Choice, caseTrail, labelOf } from './case-words.ts';
import { MOBILE_PATH } from './mobile-page.tsx';

export const CASELOAD_PATH = '/zorgcoordinatie/werkdruk';
export const CASELOAD_TITLE = 'Werkdruk en vervanging';

export interface ShownLoad extends Load {
  readonly alarms: readonly LoadAlarm[];
  readonly isOwn: boolean;
}

const ALARM_WORDS: Readonly<Record<LoadAlarm, string>> = {
  left: 'niemand coördineert deze dossiers',
  leaves: 'vertrekt, en gaf de dossiers nog niet door',
  'over-norm': 'meer dan afgesproken',
  'away-alone': 'afwezig, en niemand vervangt in alle dossiers',
};
const nameOf = ({ name }: Pick<Load, 'name'>) => name ?? 'Iemand die hier niet meer werkt';
const dossiers = (count: number) => (count === 1 ? '1 dossier' : `${count} dossiers`);

interface CaseloadProps {
  frame: PageFrame;
  norm: number | undefined;
  loads: readonly ShownLoad[];
  ownAway: readonly { readonly fromOn: PlainDate; readonly untilOn: PlainDate }[];
  regions: readonly { readonly region: string; readonly open: number; readonly coordinators: number }[];
  regionChoices: readonly Choice[];
  colleagues: readonly { readonly membershipId: string; readonly name: string }[];
  today: PlainDate;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}

/** What is on every desk, against the norm the coordinators agreed; being away, and passing a whole desk on. */
export function CaseloadPage(props: CaseloadProps) {
  const { norm, loads, errors } = props;
  const own = loads.find(({ isOwn }) => isOwn);
  const left = loads.filter(({ alarms }) => alarms.includes('left'));
  const behind = left.reduce((sum, { open, aftercare }) => sum + open + aftercare, 0);
  return (
    <Page
      frame={props.frame}
      title={CASELOAD_TITLE}
      breadcrumbs={caseTrail()}
      errors={errors}
      wide
      lead="Hoeveel ligt er bij wie, en is er altijd iemand? U ziet aantallen, geen dossiers van een ander."
    >
      {left.length > 0 ? <Left {...props} left={left} behind={behind} /> : null}
      <Paragraph>
        {norm === undefined
          ? 'Uw organisatie sprak nog geen norm af.'
          : `Uw organisatie sprak af: hoogstens ${dossiers(norm)} per coördinator.`}{' '}
        <Link href={`${CASES_PATH}/instelling`}>{norm === undefined ? 'Spreek een norm af' : 'Wijzig de norm'}</Link>
      </Paragraph>
      <Table
        caption="Per coördinator"
        rows={loads}
        rowKey={({ membershipId }) => membershipId}
        columns={[
          { header: 'Wie', cell: (load) => `${nameOf(load)}${load.isOwn ? ' (u)' : ''}` },
          { header: 'Lopend', kind: 'number', cell: ({ open }) => <NumberText value={open} /> },
          { header: 'Zonder vervanger', kind: 'number', cell: ({ alone }) => <NumberText value={alone} /> },
          { header: 'Nazorg', kind: 'number', cell: ({ aftercare }) => <NumberText value={aftercare} /> },
          { header: 'Vervangt in', kind: 'number', cell: ({ standsIn }) => <NumberText value={standsIn} /> },
          {
            header: 'Let op',
            cell: ({ alarms, away, leavesOn }) => (
              <>
                {alarms.map((alarm) => (
                  <StatusBadge
                    key={alarm}
                    kind={alarm === 'over-norm' ? 'warning' : 'error'}
                    label={ALARM_WORDS[alarm]}
                  />
                ))}
                {leavesOn && alarms.includes('leaves') ? (
                  <>
                    {' '}
                    Werkt hier tot <DateText date={leavesOn} />
                  </>
                ) : null}
                {away ? (
                  <>
                    {' '}
                    Afwezig tot en met <DateText date={away.untilOn} />; {away.standsInName} vervangt
                  </>
                ) : null}
              </>
            ),
          },
        ]}
      />
      {props.regions.length > 0 ? (
        <Table
          caption="Per regio"
          rows={props.regions}
          rowKey={({ region }) => region}
          columns={[
            { header: 'Regio', cell: ({ region }) => labelOf(props.regionChoices, region) },
            { header: 'Lopend', kind: 'number', cell: ({ open }) => <NumberText value={open} /> },
            {
              header: 'Coördinatoren',
              kind: 'number',
              cell: ({ coordinators }) => <NumberText value={coordinators} />,
            },
          ]}
        />
      ) : null}
      <Away {...props} />
      <Paragraph>
        Werkt u met een andere organisatie aan een dossier? <Link href={MOBILE_PATH}>Geef uw mobiele nummer</Link>, dan
        kan uw collega daar u bellen.
      </Paragraph>
      {own && own.open + own.aftercare > 0 && props.colleagues.length > 1 ? <GiveAll {...props} own={own} /> : null}
    </Page>
  );
}

const others = ({ colleagues, loads }: CaseloadProps) =>
  colleagues
    .filter(({ membershipId }) => !loads.some((load) => load.isOwn && load.membershipId === membershipId))
    .map(({ membershipId, name }) => ({ value: membershipId, label: name }));

/** One at a time: what a colleague left goes to one coordinator, and what the next one left after it. */
function Left(props: CaseloadProps & { left: readonly ShownLoad[]; behind: number }) {
  const [first, ...more] = props.left;
  if (!first) return null;
  const count = first.open + first.aftercare;
  return (
    <section class="ib-flow" aria-labelledby="zonder">
      <Heading level={2} id="zonder">
        {dossiers(props.behind)} zonder coördinator
      </Heading>
      <Alert kind="error" isUrgent title="hier let niemand op">
        <p>
          Een collega werkt hier niet meer. Kies vandaag wie haar {dossiers(count)} overneemt: alle tegelijk.
          {more.length > 0
            ? ` Daarna komen de dossiers van nog ${more.length === 1 ? 'een collega' : `${more.length} collega’s`}.`
            : ''}
        </p>
      </Alert>
      <Form
        frame={props.frame}
        action={`${CASELOAD_PATH}/overnemen`}
        idempotencyKey={`${props.formKey}neem`}
        label="Neem alle dossiers van een collega over"
      >
        <HiddenField name="van" value={first.membershipId} />
        <HiddenField name="aantal" value={String(count)} />
        <SelectField
          values={props.values}
          errors={props.errors}
          name="naar"
          label="Wie neemt ze over?"
          choices={props.colleagues.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
        />
        <SubmitButton>Neem {dossiers(count)} over</SubmitButton>
      </Form>
    </section>
  );
}

function Away(props: CaseloadProps) {
  const field = { values: props.values, errors: props.errors };
  return (
    <section class="ib-flow" aria-labelledby="weg">
      <Heading level={2} id="weg">
        Bent u een tijd weg?
      </Heading>
      {props.ownAway.length > 0 ? (
        <>
          {props.ownAway.map(({ fromOn, untilOn }) => (
            <Paragraph key={`${fromOn} ${untilOn}`}>
              U schreef op dat u weg bent van <DateText date={fromOn} /> tot en met <DateText date={untilOn} />.
            </Paragraph>
          ))}
          <Form
            frame={props.frame}
            action={`${CASELOAD_PATH}/terug`}
            idempotencyKey={`${props.formKey}terug`}
            label="Ik ben er weer"
          >
            <SubmitButton emphasis="secondary">Ik ben er weer, of ga niet weg</SubmitButton>
          </Form>
        </>
      ) : null}
      {props.colleagues.length > 1 ? (
        <>
          <Paragraph>
            Wie vervangt, ziet van de eerste tot en met de laatste dag de dossiers waarin dan nog niemand vervangt, en
            hoort elke herinnering. Daarna zijn ze vanzelf weer alleen van u.
          </Paragraph>
          <Form
            frame={props.frame}
            action={`${CASELOAD_PATH}/afwezig`}
            idempotencyKey={`${props.formKey}weg`}
            label="Leg vast dat u weg bent"
          >
            <DateField {...field} name="vanDag" label="Eerste dag" />
            <DateField {...field} name="totDag" label="Laatste dag" />
            <SelectField {...field} name="vervangt" label="Wie vervangt u?" choices={others(props)} />
            <SubmitButton emphasis="secondary">Leg vast</SubmitButton>
          </Form>
        </>
      ) : (
        <Paragraph>
          In uw organisatie werkt geen andere zorgcoördinator. Spreek af wie opneemt als u er niet bent.
        </Paragraph>
      )}
    </section>
  );
}

function GiveAll(props: CaseloadProps & { own: ShownLoad }) {
  const count = props.own.open + props.own.aftercare;
  return (
    <section class="ib-flow" aria-labelledby="geven">
      <Heading level={2} id="geven">
        Gaat u weg?
      </Heading>
      <Paragraph>
        Draag in één keer alles over: {dossiers(count)}, met de termijnen en taken. Daarna kunt u ze niet meer openen.
      </Paragraph>
      <Form
        frame={props.frame}
        action={`${CASELOAD_PATH}/overdragen`}
        idempotencyKey={`${props.formKey}geef`}
        label="Draag al uw dossiers over"
      >
        <HiddenField name="aantal" value={String(count)} />
        <SelectField values={props.values} errors={props.errors} name="aan" label="Aan wie?" choices={others(props)} />
        <SubmitButton emphasis="secondary">Draag {dossiers(count)} over</SubmitButton>
      </Form>
    </section>
  );
}
