import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
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
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import {
  GOAL_STATES,
  LIFE_DOMAINS,
  type LifeDomain,
  type Plan,
  planStanding,
  type Sheet,
} from '../domain/cases/full-file.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { AgreeFields } from './agree-fields.tsx';
import { CASES_PATH, type Choice, caseTrail, labelOf } from './case-words.ts';
import { AGREED_WORDS, DOMAIN_WORDS, directionOf, GOAL_STATE_WORDS, STANDING_WORDS } from './full-words.ts';
import { NotFull } from './not-full.tsx';
import { ReachRules } from './reach-rules.tsx';

interface PlanProps {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  mayWrite: boolean;
  plan: Sheet<'plan'> | undefined;
  lastAgreedOn: PlainDate | undefined;
  languages: readonly Choice[];
  /** Somebody saved it while this form was open. */
  isConflict: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}

/** The plan: what the person wants to reach, who does what, and whether it was agreed as it stands. */
export function PlanPage(props: PlanProps) {
  const { frame, code, plan, errors } = props;
  const path = `${CASES_PATH}/${code}`;
  return (
    <Page
      frame={frame}
      title="Plan"
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="U maakt het plan samen met de persoon. Het geldt pas als u het in de eigen taal hebt besproken."
    >
      <ReachRules code={code} safety={props.safety} />
      {plan ? (
        <>
          <p>
            <StatusBadge {...STANDING_WORDS[planStanding(plan, props.lastAgreedOn)]} />
          </p>
          <Paragraph kind="small">
            Versie {plan.version}, bewaard op <DateText date={plan.recordedOn} /> door {plan.recordedByName}.
            {plan.agreed ? (
              <>
                {' '}
                Besproken op <DateText date={plan.agreed.on} />, {AGREED_WORDS[plan.agreed.manner].toLowerCase()} (
                {labelOf(props.languages, plan.agreed.language)}), vastgelegd door {plan.agreed.byName}.
              </>
            ) : null}
          </Paragraph>
          <ActionGroup>
            <ButtonLink href={`${path}/plan.pdf`}>Plan om te printen (pdf)</ButtonLink>
            <ButtonLink href={`${path}/plan.docx`}>Plan in Word</ButtonLink>
            {plan.content.translation ? (
              <ButtonLink href={`${path}/plan/eigen-taal`}>Plan in de eigen taal</ButtonLink>
            ) : null}
          </ActionGroup>
          <Alert kind="warning" title="papier kan worden gevonden">
            <p>Spreek af waar het plan blijft. Kan dat niet veilig? Geef het niet mee.</p>
          </Alert>
        </>
      ) : null}
      {props.mayWrite ? (
        <>
          {plan && !plan.agreed ? <Agree {...props} plan={plan} path={path} /> : null}
          {props.isConflict && plan ? (
            <section class="ib-flow" aria-labelledby="intussen">
              <Heading level={2} id="intussen">
                Dit bewaarde een collega intussen
              </Heading>
              <Goals plan={plan.content} />
            </section>
          ) : null}
          <PlanForm {...props} path={path} />
        </>
      ) : (
        <>
          <NotFull />
          {plan ? (
            <Goals plan={plan.content} />
          ) : (
            <EmptyState title="Er is geen plan">Hier is nooit een plan opgeschreven.</EmptyState>
          )}
        </>
      )}
    </Page>
  );
}

function Goals({ plan }: { plan: Plan }) {
  return (
    <>
      {plan.ownWords ? <Paragraph>{plan.ownWords}</Paragraph> : null}
      {plan.goals.length > 0 ? (
        <Table
          caption="Doelen"
          rows={plan.goals}
          rowKey={({ domain }) => domain}
          columns={[
            { header: 'Waarover', cell: ({ domain }) => DOMAIN_WORDS[domain].label },
            { header: 'Doel', cell: ({ goal }) => goal },
            { header: 'Wie doet wat', cell: ({ steps }) => steps || 'nog niet afgesproken' },
            { header: 'Klaar op', cell: ({ until }) => (until ? <DateText date={until} /> : 'open') },
            { header: 'Hoe het staat', cell: ({ state }) => GOAL_STATE_WORDS[state] },
          ]}
        />
      ) : null}
    </>
  );
}

function Agree(props: PlanProps & { plan: Sheet<'plan'>; path: string }) {
  return (
    <section class="ib-flow" aria-labelledby="bespreken">
      <Heading level={2} id="bespreken">
        Hebt u dit plan besproken?
      </Heading>
      <Paragraph>
        Lees het plan samen door, in de taal van de persoon. Een tolk is nooit iemand die meekwam. Wijzigt u het plan
        later? Bespreek het dan opnieuw.
      </Paragraph>
      <Form
        frame={props.frame}
        action={`${props.path}/plan/bespreken`}
        idempotencyKey={`${props.formKey}eens`}
        label="Leg vast dat u het plan besprak"
      >
        <HiddenField name="versie" value={String(props.plan.version)} />
        <AgreeFields languages={props.languages} values={props.values} errors={props.errors} />
        <SubmitButton emphasis="secondary">De persoon is het ermee eens</SubmitButton>
      </Form>
    </section>
  );
}

function PlanForm(props: PlanProps & { path: string }) {
  const field = { values: props.values, errors: props.errors };
  const hasWords = (domain: LifeDomain) =>
    ['Doel', 'Stappen', 'Klaar'].some(
      (ending) => props.values[`${domain}${ending}`] || props.errors?.[`${domain}${ending}`],
    );
  return (
    <section class="ib-flow" aria-labelledby="schrijven">
      <Heading level={2} id="schrijven">
        {props.plan ? 'Wijzig het plan' : 'Schrijf het plan'}
      </Heading>
      <Form
        frame={props.frame}
        action={`${props.path}/plan`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Plan"
      >
        <HiddenField name="versie" value={String(props.plan?.version ?? 0)} />
        <TextArea
          {...field}
          name="eigenWoorden"
          label="Wat wil de persoon bereiken?"
          description="In eigen woorden."
          rows={3}
          optional
        />
        {LIFE_DOMAINS.map((domain) => (
          <Disclosure key={domain} summary={DOMAIN_WORDS[domain].label} open={hasWords(domain)}>
            <TextField
              {...field}
              name={`${domain}Doel`}
              label={`Doel: ${DOMAIN_WORDS[domain].label.toLowerCase()}`}
              optional
            />
            <TextArea {...field} name={`${domain}Stappen`} label="Wie doet wat?" rows={3} optional />
            <DateField {...field} name={`${domain}Klaar`} label="Klaar op" optional />
            <Radios
              {...field}
              name={`${domain}Stand`}
              label="Hoe staat het?"
              choices={GOAL_STATES.map((value) => ({ value, label: GOAL_STATE_WORDS[value] }))}
              inline
            />
          </Disclosure>
        ))}
        <Heading level={3}>In de taal van de persoon</Heading>
        <SelectField {...field} name="planTaal" label="Welke taal?" choices={props.languages} optional />
        <TextArea
          {...field}
          name="vertaling"
          label="Hetzelfde plan in die taal"
          description="Laat een tolk of vertaler dit schrijven. In Beeld vertaalt niet."
          rows={6}
          optional
        />
        <SubmitButton>Bewaar het plan</SubmitButton>
      </Form>
    </section>
  );
}

/** The plan in the language of the person, to read or print. */
export function OwnLanguagePlanPage(props: { frame: PageFrame; code: string; plan: Plan; language: string }) {
  const { plan } = props;
  return (
    <Page
      frame={props.frame}
      title={`Plan, ${props.language}`}
      breadcrumbs={[...caseTrail(props.code), { href: `${CASES_PATH}/${props.code}/plan`, label: 'Plan' }]}
    >
      <Alert kind="warning" title="papier kan worden gevonden">
        <p>Spreek af waar het plan blijft. Kan dat niet veilig? Geef het niet mee.</p>
      </Alert>
      <article class="ib-sheet ib-flow" lang={plan.language} dir={directionOf(plan.language)}>
        {plan.translation.split(/\n+/).map((line) => (
          <Paragraph key={line}>{line}</Paragraph>
        ))}
      </article>
    </Page>
  );
}
