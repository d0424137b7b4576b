import { addDays, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { type FocalPoint, holdsUntil, type Left } from '../domain/focal-point.ts';
import { standingOn } from '../domain/standing.ts';
import { WhereItStands } from './document-fields.tsx';
import { sayLeft, sayNamesake } from './focal-point-words.ts';
import { ConflictAlert } from './plan-page.tsx';
import { type PredecessorView, UndecidedNotice } from './taken-over-page.tsx';

/** The document that proves it, kept here. */
export interface EvidenceView {
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

interface Props {
  readonly frame: PageFrame;
  readonly record: FocalPoint | undefined;
  /** Of the two who are named; undefined where that is not known, with a mandate. */
  readonly left?: Left | undefined;
  /** The municipalities that went up in this one, as long as it decided nothing itself. */
  readonly takenOver?: readonly PredecessorView[] | undefined;
  readonly evidence?: EvidenceView | undefined;
  readonly today: PlainDate;
  readonly values: FieldValues;
  readonly errors?: FieldErrors;
  readonly formKey: string;
  readonly saved?: boolean;
  /** Somebody else changed it in between: what stands now is shown beside what was typed. */
  readonly conflict?: boolean;
  readonly mayWrite: boolean;
  /** Who here has or had the names in the form; undefined where that is not shown, with a mandate. */
  readonly namesakes?:
    | { readonly focalPoint: readonly NamesakeView[]; readonly substitute: readonly NamesakeView[] }
    | undefined;
  /** The municipality in whose place the writer works, with a mandate. */
  readonly onBehalfOf?: { readonly code: string; readonly name: string } | undefined;
}

/** Somebody who has, or had, a name in the form. */
export interface NamesakeView {
  readonly personId: string;
  /** As people say them. */
  readonly roles: readonly string[];
  readonly since: PlainDate;
  readonly leavesOn: PlainDate | undefined;
}

/** Element K2.1: who the focal point is, who stands in, on which decision and until when. */
export function FocalPointPage(props: Props) {
  const { frame, record, values, errors, onBehalfOf } = props;
  const status = statusOf(props);
  return (
    <Page
      frame={frame}
      title={
        onBehalfOf ? `Aandachtsfunctionaris en vervanger: ${onBehalfOf.name}` : 'Aandachtsfunctionaris en vervanger'
      }
      errors={errors}
      breadcrumbs={onBehalfOf ? [] : [{ href: '/aanpak', label: 'Aanpak' }]}
      status={
        onBehalfOf ? (
          <>
            <Alert kind="warning" title={`u werkt namens ${onBehalfOf.name}`}>
              <p>Wat u hier vastlegt, is van die gemeente. Zij ziet wie het deed, en kan het mandaat intrekken.</p>
            </Alert>
            {status}
          </>
        ) : (
          status
        )
      }
      lead="Het aanspreekpunt voor mensenhandel in een gemeente. Iedereen weet dan waar een signaal heen kan, ook als iemand weg is."
    >
      {props.takenOver?.map((each) => (
        <UndecidedNotice key={each.code} {...each} />
      ))}
      {props.conflict ? <CurrentFacts record={record} title="Zo staat het nu" /> : null}
      {props.mayWrite ? (
        <Form
          frame={frame}
          action={onBehalfOf ? `/aanpak/namens/${onBehalfOf.code}` : '/aanpak/K2.1'}
          idempotencyKey={props.formKey}
          multipart={!onBehalfOf}
          autocomplete="off"
          label="Aandachtsfunctionaris vastleggen"
        >
          <HiddenField name="versie" value={String(values.versie ?? '0')} />
          <TextField
            name="aandachtsfunctionaris"
            label="Naam van de aandachtsfunctionaris"
            description={`Alleen ${onBehalfOf?.name ?? 'uw gemeente'} ziet deze naam${onBehalfOf ? ', en wie een mandaat heeft' : ''}.`}
            values={values}
            errors={errors}
          />
          <WhoIsMeant
            name="aandachtsfunctionarisIs"
            label="Wie bedoelt u met de aandachtsfunctionaris?"
            namesakes={props.namesakes?.focalPoint}
            isRecorded={record !== undefined && !errors?.aandachtsfunctionarisIs}
            personId={record?.focalPointPersonId}
            today={props.today}
            values={values}
            errors={errors}
          />
          <TextField name="vervanger" label="Naam van de vervanger" values={values} errors={errors} />
          <WhoIsMeant
            name="vervangerIs"
            label="Wie bedoelt u met de vervanger?"
            namesakes={props.namesakes?.substitute}
            isRecorded={record !== undefined && !errors?.vervangerIs}
            personId={record?.substitutePersonId}
            today={props.today}
            values={values}
            errors={errors}
          />
          {record ? (
            <Checkbox
              name="zelfdePersonen"
              label="Het zijn dezelfde mensen: ik verbeter alleen een naam"
              description="Staat er straks iemand anders? Laat dit dan leeg. Wij vragen u daarna om de overdracht."
              values={values}
              errors={errors}
            />
          ) : null}
          <TextField
            name="urenPerWeek"
            label="Uren per week voor dit werk"
            description="Bijvoorbeeld 8 of 4,5."
            inputMode="decimal"
            width="short"
            values={values}
            errors={errors}
          />
          <Heading level={2}>Bewijs</Heading>
          <TextField
            name="besluit"
            label="Naam van het besluit"
            description="Bijvoorbeeld: Collegebesluit aanpak mensenhandel."
            values={values}
            errors={errors}
          />
          <WhereItStands label="Waar het besluit staat" values={values} errors={errors} />
          {onBehalfOf ? null : (
            <FileField
              name="bewijsstuk"
              label={props.evidence ? 'Ander document' : 'Het besluit als document'}
              description="PDF, Word, ODT of een foto, tot 20 MB. Alleen uw gemeente kan het openen."
              optional
              accept=".pdf,.docx,.odt,.png,.jpg,.jpeg"
              errors={fileErrors(errors)}
            />
          )}
          {props.evidence ? (
            <EvidenceLine evidence={props.evidence} isNew={props.evidence.id !== record?.evidenceFileId} />
          ) : null}
          <HiddenField name="bewijsstukId" value={props.evidence?.id ?? ''} />
          <DateField name="besluitdatum" label="Datum van het besluit" values={values} errors={errors} />
          <DateField
            name="geldigTot"
            label="Geldig tot"
            description="Vanaf deze dag geldt het niet meer. Hoogstens vier jaar na het besluit."
            values={values}
            errors={errors}
          />
          <SubmitButton>Leg vast</SubmitButton>
        </Form>
      ) : record ? (
        <CurrentFacts record={record} evidence={props.evidence} title="Vastgelegd" />
      ) : (
        <EmptyState title="Nog niets vastgelegd" next={<ButtonLink href="/aanpak">Terug naar de aanpak</ButtonLink>}>
          De aandachtsfunctionaris of de beleidsmedewerker van uw gemeente kan dit invullen.
        </EmptyState>
      )}
      {record && props.mayWrite && !props.conflict ? (
        <p class="ib-soft">
          Laatst gewijzigd door {record.changedBy} op <MomentText instant={record.changedAt} />.
        </p>
      ) : null}
    </Page>
  );
}

/** Asks who is meant where a name does not say it; otherwise says whether we notice it when this person leaves. */
function WhoIsMeant(props: {
  name: string;
  label: string;
  namesakes: readonly NamesakeView[] | undefined;
  isRecorded: boolean;
  personId: string | undefined;
  today: PlainDate;
  values: FieldValues;
  errors: FieldErrors | undefined;
}) {
  const { namesakes, today } = props;
  if (!namesakes) return null;
  const isHere = ({ leavesOn }: NamesakeView) => leavesOn === undefined || leavesOn > today;
  const isPlain = namesakes.length === 0 || (namesakes.length === 1 && namesakes.every(isHere));
  if (!isPlain)
    return (
      <Radios
        name={props.name}
        label={props.label}
        description="Er werken of werkten hier mensen met deze naam. Vertrekt de persoon die u kiest, dan hoort u dat."
        choices={[
          ...namesakes.map((each) => ({ value: each.personId, label: sayNamesake(each, today) })),
          { value: 'buiten', label: 'Iemand anders, die In Beeld bij ons niet gebruikt' },
        ]}
        values={props.values}
        errors={props.errors}
      />
    );
  if (!props.isRecorded) return null;
  return (
    <p class="ib-soft">
      {props.personId
        ? 'Deze collega gebruikt In Beeld. Vertrekt deze collega, dan hoort u dat van ons.'
        : 'Deze persoon gebruikt In Beeld bij u niet. Wij merken dus niet of iemand vertrekt: houd dat zelf bij.'}
    </p>
  );
}

const NOBODY_LEFT: Left = { ownerLeftOn: undefined, substituteLeftOn: undefined };

function statusOf({ frame, record, left = NOBODY_LEFT, today, saved, conflict, onBehalfOf }: Props) {
  if (conflict) {
    return <ConflictAlert change={record} frame={frame} />;
  }
  if (!record) return undefined;
  const lapsesOn = holdsUntil(record, left);
  const said = sayLeft(left, today);
  const isLapsed = standingOn({ decidedOn: record.decidedOn, lapsesOn }, today) === 'lapsed';
  if (isLapsed || (said.length > 0 && !saved)) {
    const isOver = record.validUntil <= today || said.length === 0;
    return (
      <Alert
        kind="warning"
        title={isLapsed ? `dit is vervallen op ${writeDutchDate(lapsesOn)}` : 'iemand die hier staat, vertrekt'}
      >
        {said.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          {isLapsed ? 'Het land ziet dat ook. ' : ''}
          {isOver
            ? 'Leg een nieuw besluit vast om dit weer te regelen.'
            : isLapsed
              ? 'Vul in wie het overneemt, en leg dat vast. Dan is dit weer geregeld.'
              : 'Vul op tijd in wie het overneemt, en leg dat vast. Dan blijft dit geregeld.'}
        </p>
      </Alert>
    );
  }
  if (!saved) return undefined;
  const handover = '/aanpak/borging/verklaring?onderdeel=K2.1';
  return (
    <Alert kind="ok" title="vastgelegd">
      {record.succession?.on === today ? (
        <p>
          Iemand anders neemt het werk over.{' '}
          {onBehalfOf ? (
            'Vraag de gemeente om vast te leggen dat de opvolger het overdrachtsdossier heeft.'
          ) : (
            <>
              Maak het <Link href="/aanpak/documenten/overdrachtsdossier">overdrachtsdossier</Link> en{' '}
              <Link href={handover}>leg de overdracht vast</Link>.
            </>
          )}
        </p>
      ) : null}
      <p>
        Dit geldt tot {writeDutchDate(lapsesOn)}. {onBehalfOf ? `${onBehalfOf.name} staat` : 'U staat'} nu op de{' '}
        <Link href="/monitor">kaart van Nederland</Link>. Wij waarschuwen {onBehalfOf ? 'die gemeente' : 'u'}{' '}
        {whenWarned(lapsesOn, today)}.
      </p>
    </Alert>
  );
}

/** The alarms that are still to come (`alarmDays`). */
function whenWarned(until: PlainDate, today: PlainDate): string {
  if (until > addDays(today, 90)) return '90 en 30 dagen van tevoren';
  return until > addDays(today, 30) ? '30 dagen van tevoren' : 'op de dag zelf';
}

/** An error about the kept document stands at the box where another is chosen. */
function fileErrors(errors: FieldErrors | undefined): FieldErrors | undefined {
  return errors?.bewijsstukId ? { ...errors, bewijsstuk: errors.bewijsstukId } : errors;
}

function EvidenceLine({ evidence, isNew }: { evidence: EvidenceView; isNew: boolean }) {
  return (
    <p class="ib-soft">
      {isNew ? 'Al ontvangen: ' : 'Document: '}
      <Link href={`/bestanden/${evidence.id}`}>{evidence.name}</Link> ({Math.max(1, Math.round(evidence.size / 1024))}{' '}
      kB)
      {isNew ? '. U hoeft het niet opnieuw te kiezen.' : '.'}
    </p>
  );
}

function CurrentFacts({
  record,
  evidence,
  title,
}: {
  record: FocalPoint | undefined;
  evidence?: EvidenceView | undefined;
  title: string;
}) {
  if (!record) return null;
  return (
    <section aria-label={title}>
      <Heading level={2}>{title}</Heading>
      <DataList
        facts={[
          { label: 'Aandachtsfunctionaris', value: record.focalPoint },
          { label: 'Vervanger', value: record.substitute },
          {
            label: 'Uren per week',
            value: <data value={String(record.hoursPerWeek)}>{String(record.hoursPerWeek).replace('.', ',')}</data>,
          },
          { label: 'Besluit', value: record.evidenceTitle },
          { label: 'Vindplaats', value: record.evidenceLink },
          {
            label: 'Document',
            value: evidence ? <Link href={`/bestanden/${evidence.id}`}>{evidence.name}</Link> : undefined,
          },
          { label: 'Datum besluit', value: <DateText date={record.decidedOn} /> },
          { label: 'Geldig tot', value: <DateText date={record.validUntil} /> },
        ]}
      />
    </section>
  );
}
