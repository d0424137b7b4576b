import type { Role } from '../../../shared-kernel/role.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { firstUndone, ONBOARDING_STEPS, type Onboarding, type OnboardingStep } from '../domain/onboarding.ts';
import { STEP_WORDS } from './onboarding-words.ts';
import type { Beginner } from './stuck-table.tsx';
import { DESK_CRUMBS } from './support-crumbs.ts';

const BEGIN_CRUMBS = [{ href: '/beginnen', label: 'Beginnen' }] as const;

/** The first steps of a municipality: each follows from its facts, and says what to do next. */
export function BeginPage(props: {
  frame: PageFrame;
  role: Role;
  done: ReadonlySet<OnboardingStep>;
  onboarding: Onboarding | undefined;
  isBehind: boolean;
  said: 'begonnen' | 'bijgewerkt' | 'beleid' | undefined;
  conflict: string | undefined;
  formKey: string;
}) {
  const { done, onboarding, role } = props;
  const current = firstUndone(done);
  return (
    <Page
      frame={props.frame}
      title="Beginnen"
      lead="Vijf stappen, in deze volgorde. Een stap is gedaan als In Beeld het ziet; u vinkt niets af."
      status={<Said {...props} />}
      wide
    >
      <Table
        caption="Uw eerste stappen"
        columns={[
          {
            header: 'Stap',
            cell: (step) => (
              <>
                <NumberText value={ONBOARDING_STEPS.indexOf(step) + 1} />. {STEP_WORDS[step].title}
              </>
            ),
          },
          {
            header: 'Stand',
            cell: (step) =>
              done.has(step) ? (
                <StatusBadge kind="ok" label="Gedaan" />
              ) : step === current ? (
                <StatusBadge kind="info" label="Nu" />
              ) : (
                <StatusBadge kind="neutral" label="Straks" />
              ),
          },
          { header: 'Gedaan als', cell: (step) => STEP_WORDS[step].shows },
          {
            header: 'Wat u nu doet',
            cell: (step) => (done.has(step) ? 'niets meer' : <NextStep step={step} role={role} />),
          },
        ]}
        rows={ONBOARDING_STEPS}
        rowKey={(step) => step}
      />
      <Heading level={2}>Hulp van VNG en CoMensha</Heading>
      {onboarding ? <Watched {...props} onboarding={onboarding} /> : <Begin {...props} />}
      {role === 'beheerder' ? null : (
        <Paragraph>
          Iets nodig? <Link href="/praktijk">Lees wat andere gemeenten deden</Link>, of{' '}
          <Link href="/ondersteuning">vraag ondersteuning</Link>.
        </Paragraph>
      )}
    </Page>
  );
}

function NextStep({ step, role }: { step: OnboardingStep; role: Role }) {
  const { next, by, at } = STEP_WORDS[step];
  return (
    <>
      {next}{' '}
      {at?.roles.includes(role) ? <Link href={at.href}>{at.label}</Link> : <span class="ib-soft">Dit doet {by}.</span>}
    </>
  );
}

const SAID = {
  begonnen: 'VNG en CoMensha kijken vanaf nu mee',
  bijgewerkt: 'VNG en CoMensha zien nu waar u bent',
  beleid: 'uw beleid is overgenomen',
} as const;

function Said({ said, conflict }: Pick<Parameters<typeof BeginPage>[0], 'said' | 'conflict'>) {
  if (conflict) return <Alert kind="warning" title={conflict} />;
  return said ? <Alert kind="ok" title={SAID[said]} /> : null;
}

function Begin({ frame, formKey }: Pick<Parameters<typeof BeginPage>[0], 'frame' | 'formKey'>) {
  return (
    <>
      <Paragraph>
        Laat VNG en CoMensha meekijken: zij zien alleen bij welke stap u bent en sinds wanneer, en bellen als het te
        lang duurt. Dat is een aanbod.
      </Paragraph>
      <Form frame={frame} action="/beginnen" idempotencyKey={formKey} label="Laat meekijken">
        <SubmitButton>Laat VNG en CoMensha meekijken</SubmitButton>
      </Form>
    </>
  );
}

function Watched(
  props: Pick<Parameters<typeof BeginPage>[0], 'frame' | 'formKey' | 'isBehind' | 'role'> & { onboarding: Onboarding },
) {
  const { step, stepSince, dueOn, stuckSince, finishedOn } = props.onboarding;
  return (
    <>
      {finishedOn ? (
        <Paragraph>
          U deed alle stappen, op <DateText date={finishedOn} />. VNG en CoMensha zien dat u klaar bent.{' '}
          {props.role === 'beheerder' ? null : <Link href="/aanpak">Ga verder met uw aanpak</Link>}
        </Paragraph>
      ) : (
        <Paragraph>
          VNG en CoMensha zien: {step ? STEP_WORDS[step].title.toLowerCase() : ''}, sinds <DateText date={stepSince} />.{' '}
          {stuckSince ? (
            <>
              Deze stap had op <DateText date={stuckSince} /> klaar kunnen zijn. Daarom staat u op hun bellijst. Bellen
              zij u, dan is dat een aanbod.
            </>
          ) : (
            <>
              Is de stap op <DateText date={dueOn} /> nog niet gedaan, dan bellen zij u.
            </>
          )}
        </Paragraph>
      )}
      {props.isBehind ? (
        <Form frame={props.frame} action="/beginnen/stand" idempotencyKey={props.formKey} label="Stand bijwerken">
          <Paragraph>
            U bent intussen verder. VNG en CoMensha zien dat vanzelf, of meteen als u het nu laat weten.
          </Paragraph>
          <SubmitButton emphasis="secondary">Laat weten waar u bent</SubmitButton>
        </Form>
      ) : null}
    </>
  );
}

/** Bringing in policy that everybody can read already. */
export function ImportPolicyPage(props: {
  frame: PageFrame;
  bodies: readonly { readonly value: string; readonly label: string }[];
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
}) {
  const { values, errors } = props;
  return (
    <Page
      frame={props.frame}
      title="Neem uw beleid over"
      lead="Uw beleid staat al in een openbare bron. Neem over waar het staat; de tekst zelf hoeft u niet te kopiëren."
      breadcrumbs={BEGIN_CRUMBS}
      errors={errors}
    >
      <Form frame={props.frame} action="/beginnen/beleid" idempotencyKey={props.formKey} label="Beleid overnemen">
        <TextField name="titel" label="Hoe heet het beleid?" values={values} errors={errors} />
        <TextField
          name="cvdr"
          label="CVDR-nummer"
          description="Bijvoorbeeld CVDR123456. Het staat bovenaan de regeling op lokaleregelgeving.overheid.nl."
          optional
          values={values}
          errors={errors}
        />
        <TextField
          name="link"
          label="Adres"
          description="Begint met https://. Leeg mag als u een CVDR-nummer invult."
          optional
          values={values}
          errors={errors}
        />
        <Radios name="orgaan" label="Wie stelde het vast?" choices={props.bodies} values={values} errors={errors} />
        <DateField name="datum" label="Wanneer is het vastgesteld?" values={values} errors={errors} />
        <DateField name="geldigTot" label="Tot wanneer geldt het?" values={values} errors={errors} />
        <SubmitButton>Neem over</SubmitButton>
      </Form>
      <Paragraph>
        Hebt u nog geen beleid, of doet de regio het? <Link href="/aanpak/scan">Zeg dat in de scan</Link>: dat is ook
        een antwoord.
      </Paragraph>
    </Page>
  );
}

/** Who is beginning, at which step; and letting a municipality begin. */
export function BeginningPage(props: {
  frame: PageFrame;
  beginning: readonly Beginner[];
  municipalities: readonly { readonly code: string; readonly name: string }[];
  page: number;
  hasMore: boolean;
  isBegun: boolean;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
}) {
  return (
    <Page
      frame={props.frame}
      title="Gemeenten die beginnen"
      lead="Bij welke stap een gemeente is, en sinds wanneer. Een stap volgt uit wat er bij de gemeente staat."
      breadcrumbs={DESK_CRUMBS}
      errors={props.errors}
      status={props.isBegun ? <Alert kind="ok" title="de gemeente begint" /> : undefined}
      wide
    >
      {props.beginning.length === 0 ? (
        <EmptyState title="Er begint nu geen gemeente">Laat hieronder een gemeente beginnen.</EmptyState>
      ) : (
        <Table
          caption="Wie begint; wie vastloopt staat bovenaan"
          columns={[
            { header: 'Gemeente', cell: ({ municipality }) => municipality },
            { header: 'Stap', cell: ({ step }) => (step ? STEP_WORDS[step].title : '') },
            { header: 'Sinds', kind: 'date', cell: ({ stepSince }) => <DateText date={stepSince} /> },
            { header: 'Klaar vóór', kind: 'date', cell: ({ dueOn }) => <DateText date={dueOn} /> },
            {
              header: 'Stand',
              cell: ({ stuckSince }) =>
                stuckSince ? (
                  <StatusBadge kind="warning" label="Loopt vast" />
                ) : (
                  <StatusBadge kind="info" label="Op weg" />
                ),
            },
          ]}
          rows={props.beginning}
          rowKey={({ tenantId }) => tenantId}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.page + (props.hasMore ? 1 : 0)}
        hrefOf={(page) => `/ondersteuning/beginnen?pagina=${page}`}
      />
      <Heading level={2}>Laat een gemeente beginnen</Heading>
      <Form
        frame={props.frame}
        action="/ondersteuning/beginnen"
        idempotencyKey={props.formKey}
        label="Laat een gemeente beginnen"
      >
        <SelectField
          name="gemeente"
          label="Gemeente"
          description="Wie daar al in In Beeld werkt, krijgt bericht. Wat er al staat, telt mee."
          searchable
          choices={props.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
          values={props.values}
          errors={props.errors}
        />
        <SubmitButton>Laat beginnen</SubmitButton>
      </Form>
    </Page>
  );
}
