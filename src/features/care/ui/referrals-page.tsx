import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Remarks, type ShownRemark } from '../../../ui/show/remarks.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { CaseContent, CasePerson } from '../domain/cases/case-file.ts';
import { REFUSE_REASONS, type ReferralKind, type ReferralState } from '../domain/cases/referral.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { caseFacts } from './case-facts.ts';
import { CASES_PATH, type CaseChoices, caseTrail } from './case-words.ts';
import { SharedReach, Worries } from './reach-rules.tsx';
import { REASON_WORDS, RECEIVED_WORDS, REFERRAL_KIND_WORDS, REFERRALS_PATH } from './referral-words.ts';

export interface ShownReceived {
  readonly id: string;
  readonly senderName: string;
  readonly state: Exclude<ReferralState, undefined>;
  readonly sentAt: Date;
  readonly answerBy: PlainDate;
  readonly isEmergency: boolean;
}

export interface ShownShared {
  readonly kind: ReferralKind;
  readonly asked: string;
  readonly reachable: string;
  readonly askedBy: string;
  readonly person: CasePerson | undefined;
  readonly situation: (CaseContent & { readonly region: string }) | undefined;
  readonly safety: Safety | undefined;
  readonly clocks: readonly { readonly clock: string; readonly lastDay: PlainDate }[];
}

/** What other organisations asked here, what waits on top. Nothing of it is opened. */
export function ReferralsPage(props: { frame: PageFrame; rows: readonly ShownReceived[] }) {
  return (
    <Page
      frame={props.frame}
      title="Verwijzingen aan ons"
      breadcrumbs={caseTrail()}
      lead="Wie u vraagt te helpen of iemand over te nemen. Wat wacht, staat bovenaan."
    >
      {props.rows.length === 0 ? (
        <EmptyState title="Er zijn nog geen verwijzingen">
          Zodra een andere organisatie iemand verwijst, staat dat hier en op uw overzicht.
        </EmptyState>
      ) : (
        <Table
          caption={props.rows.length === 1 ? '1 verwijzing' : `${props.rows.length} verwijzingen`}
          rows={props.rows}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Van', cell: (row) => <Link href={`${REFERRALS_PATH}/${row.id}`}>{row.senderName}</Link> },
            { header: 'Ontvangen', kind: 'date', cell: ({ sentAt }) => <MomentText instant={sentAt} /> },
            {
              header: 'Antwoord voor',
              kind: 'date',
              cell: ({ state, answerBy }) =>
                state === 'sent' || state === 'delivered' ? <DateText date={answerBy} /> : '',
            },
            {
              header: 'Stand',
              cell: ({ state, isEmergency }) => (
                <>
                  <StatusBadge {...RECEIVED_WORDS[state]} />{' '}
                  {isEmergency ? <StatusBadge kind="error" label="noodgeval" /> : null}
                </>
              ),
            },
          ]}
        />
      )}
    </Page>
  );
}

/** What was shared, as the other organisation wrote it. It is not kept here: taken back, it is gone. */
export function SharedByOther(props: {
  shared: ShownShared;
  messageId: string;
  remarks: readonly ShownRemark[];
  choices: CaseChoices;
  clockNames: ReadonlyMap<string, string>;
}) {
  const { shared, choices } = props;
  const { situation, person, safety } = shared;
  return (
    <section class="ib-flow" aria-labelledby="gedeeld">
      <Heading level={2} id="gedeeld">
        Wat met u is gedeeld
      </Heading>
      <Paragraph kind="small">
        Dit staat niet in uw dossier. Trekt de persoon de toestemming in, dan kunt u het niet meer lezen.
      </Paragraph>
      {safety ? (
        <>
          <SharedReach safety={safety} />
          <Worries safety={safety} />
        </>
      ) : null}
      <DataList
        facts={[
          { label: 'Wat wordt gevraagd', value: `${REFERRAL_KIND_WORDS[shared.kind]}. ${shared.asked}` },
          { label: 'Gevraagd door', value: `${shared.askedBy}, te bereiken op ${shared.reachable}` },
          ...(person && !situation ? [{ label: 'Naam', value: person.name }] : []),
          ...(situation ? [{ label: 'Wat er aan de hand is', value: situation.reason }] : []),
        ]}
      />
      {situation ? <DataList facts={caseFacts(situation, person, situation.region, choices)} /> : null}
      {shared.clocks.length > 0 ? (
        <ul class="utrecht-unordered-list">
          {shared.clocks.map(({ clock, lastDay }) => (
            <li key={`${clock} ${lastDay}`}>
              {props.clockNames.get(clock) ?? clock}: laatste dag <DateText date={lastDay} />. Zet deze termijn ook in
              uw eigen dossier.
            </li>
          ))}
        </ul>
      ) : null}
      <Remarks about="verwijzing" href={`${REFERRALS_PATH}/${props.messageId}/opmerking`} remarks={props.remarks} />
    </section>
  );
}

/** One referral that came in: taking it in, reading it, and answering. */
export function ReferralPage(props: {
  frame: PageFrame;
  received: ShownReceived;
  shared: ShownShared | undefined;
  remarks: readonly ShownRemark[];
  caseCode: string | undefined;
  isUnbegun: boolean;
  isOpen: boolean;
  choices: CaseChoices;
  clockNames: ReadonlyMap<string, string>;
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, received, shared, caseCode } = props;
  const path = `${REFERRALS_PATH}/${received.id}`;
  const { state } = received;
  return (
    <Page
      frame={frame}
      title={`Verwijzing van ${received.senderName}`}
      breadcrumbs={[...caseTrail(), { href: REFERRALS_PATH, label: 'Verwijzingen aan ons' }]}
      errors={props.errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <StatusBadge {...RECEIVED_WORDS[state]} />{' '}
        {received.isEmergency ? <StatusBadge kind="error" label="noodgeval, zonder toestemming" /> : null}
      </p>
      {state === 'sent' ? (
        <Form
          frame={frame}
          action={`${path}/ontvangen`}
          idempotencyKey={`${props.formKey}o`}
          label="Lees de verwijzing"
        >
          <Paragraph>
            Antwoord voor <DateText date={received.answerBy} />. De afzender ziet dat u haar las. Wie dit leest, staat
            in het logboek.
          </Paragraph>
          <SubmitButton>Lees de verwijzing</SubmitButton>
        </Form>
      ) : null}
      {state === 'withdrawn' ? <Paragraph>De afzender trok dit in. U kunt het niet meer lezen.</Paragraph> : null}
      {state === 'expired' ? (
        <Paragraph>
          Niemand gaf hier op tijd antwoord. U kunt het niet meer lezen. Bel de afzender, en vraag of de persoon al hulp
          heeft.
        </Paragraph>
      ) : null}
      {state === 'refused' ? <Paragraph>U weigerde dit. Wat was gedeeld, is hier weg.</Paragraph> : null}
      {shared ? (
        <SharedByOther
          shared={shared}
          messageId={received.id}
          remarks={props.remarks}
          choices={props.choices}
          clockNames={props.clockNames}
        />
      ) : null}
      {state === 'accepted' && caseCode ? (
        <ActionGroup>
          <ButtonLink href={`${CASES_PATH}/${caseCode}`} emphasis="primary">
            Open dossier {caseCode}
          </ButtonLink>
        </ActionGroup>
      ) : null}
      {props.isUnbegun && shared && props.isOpen ? (
        <Form frame={frame} action={`${path}/aannemen`} idempotencyKey={`${props.formKey}b`} label="Begin het dossier">
          <Paragraph>
            Dit is aangenomen, maar niemand begon een dossier. De afzender denkt dat u aan het werk bent: begin het nu.
          </Paragraph>
          <SubmitButton>Begin het dossier</SubmitButton>
        </Form>
      ) : null}
      {state === 'delivered' && shared ? (
        <section class="ib-flow" aria-labelledby="antwoord">
          <Heading level={2} id="antwoord">
            Uw antwoord
          </Heading>
          {props.isOpen ? (
            <Form frame={frame} action={`${path}/aannemen`} idempotencyKey={`${props.formKey}a`} label="Neem aan">
              <Paragraph>U begint een dossier. Pas daarna staat het bij de afzender als aangenomen.</Paragraph>
              <SubmitButton>Neem aan</SubmitButton>
            </Form>
          ) : (
            <Paragraph>Zorgcoördinatie staat in uw organisatie nog uit. Bel de afzender.</Paragraph>
          )}
          <Form frame={frame} action={`${path}/weigeren`} idempotencyKey={`${props.formKey}w`} label="Weiger">
            <Radios
              values={props.values ?? {}}
              errors={props.errors}
              name="weigerreden"
              label="Waarom niet?"
              choices={REFUSE_REASONS.map((value) => ({ value, label: REASON_WORDS[value] }))}
            />
            <SubmitButton emphasis="secondary">Weiger</SubmitButton>
          </Form>
        </section>
      ) : null}
    </Page>
  );
}
