import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
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
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Remarks, type ShownRemark } from '../../../ui/show/remarks.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { shareText } from '../domain/cases/consent-text.ts';
import {
  REFERRAL_KINDS,
  type ReferralKind,
  type ReferralState,
  type RefuseReason,
  SHARED_PARTS,
  type SharedPart,
} from '../domain/cases/referral.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { WordsToRead } from './case-start-page.tsx';
import { CASES_PATH, caseTrail } from './case-words.ts';
import { CoordinatorNames } from './coordinators-page.tsx';
import { ReachRules } from './reach-rules.tsx';
import { PART_WORDS, REASON_WORDS, REFERRAL_KIND_WORDS, REFERRALS_PATH, SENT_WORDS } from './referral-words.ts';

export interface ShownReferral {
  readonly id: string;
  readonly messageId: string;
  readonly remarks: readonly ShownRemark[];
  readonly kind: ReferralKind;
  readonly receiverName: string;
  readonly parts: readonly SharedPart[];
  readonly ground: 'consent' | 'vital-interest';
  readonly sentOn: PlainDate;
  readonly answerBy: PlainDate;
  readonly state: ReferralState;
  readonly reason: string | undefined;
  readonly checkedByName: string | undefined;
  readonly withdrawnOn: PlainDate | undefined;
  readonly needsConsent: boolean;
  readonly mayWithdraw: boolean;
  /** Who coordinates there, when it was accepted and not taken back. */
  readonly coordinators: Parameters<typeof CoordinatorNames>[0]['coordinators'];
}

interface Receiver {
  readonly code: string;
  readonly name: string;
}

/** What went from a case, how it stands, and sending once more. */
export function ReferPage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  referrals: readonly ShownReferral[];
  mayRefer: boolean;
  receivers: readonly Receiver[];
  isEmergency: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  consentFields: ComponentChildren;
}) {
  const { frame, code, referrals, isEmergency, errors } = props;
  const title = isEmergency ? 'Verwijs in een noodgeval' : 'Verwijs of draag over';
  return (
    <Page frame={frame} title={title} breadcrumbs={caseTrail(code)} errors={errors}>
      <ReachRules code={code} safety={props.safety} />
      {isEmergency
        ? null
        : referrals.map((referral) => (
            <SentReferral key={referral.id} frame={frame} code={code} referral={referral} formKey={props.formKey} />
          ))}
      {props.mayRefer ? <ReferForm {...props} /> : null}
    </Page>
  );
}

function ReferForm(props: Parameters<typeof ReferPage>[0]) {
  const { frame, code, receivers, isEmergency, values, errors } = props;
  const field = { values, errors };
  const path = `${CASES_PATH}/${code}/verwijzen`;
  if (receivers.length === 0)
    return (
      <EmptyState title="Er is nog geen organisatie om naar te verwijzen">
        Leg onder <Link href="/samenwerken/afspraken">Samenwerken</Link> met de andere organisatie vast dat u dit deelt.
        Tot dan belt u.
      </EmptyState>
    );
  return (
    <section class="ib-flow" aria-labelledby="nieuw">
      <Heading level={2} id="nieuw">
        {isEmergency ? 'Zonder toestemming, omdat iemand in gevaar is' : 'Aan wie, en wat gaat er mee?'}
      </Heading>
      <Alert kind="warning" title="wacht niet op een antwoord">
        <p>Is het dringend? Bel de andere organisatie. Is er direct gevaar? Bel 112.</p>
      </Alert>
      <Form
        frame={frame}
        action={isEmergency ? `${path}/noodgeval` : path}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Verwijs"
      >
        <SelectField
          {...field}
          name="ontvanger"
          label="Welke organisatie?"
          choices={receivers.map((each) => ({ value: each.code, label: each.name }))}
        />
        <Radios
          {...field}
          name="wat"
          label="Wat vraagt u?"
          choices={REFERRAL_KINDS.map((value) => ({ value, label: REFERRAL_KIND_WORDS[value] }))}
        />
        <Checkboxes
          {...field}
          name="delen"
          label="Wat gaat er mee?"
          description="Alleen wat nodig is. Wat u niet aankruist, gaat niet mee."
          choices={SHARED_PARTS.map((value) => ({ value, label: PART_WORDS[value] }))}
        />
        <TextArea {...field} name="vraag" label="Wat vraagt u precies?" rows={3} />
        <TextField {...field} name="bereikbaar" label="Op welk nummer bent u te bereiken?" type="tel" width="medium" />
        {isEmergency ? (
          <TextArea
            {...field}
            name="reden"
            label="Wat is het gevaar, en waarom kunt u het nu niet vragen?"
            description="Noem geen naam of nummer: een tweede persoon leest dit. Binnen drie dagen vraagt u de toestemming alsnog."
            rows={3}
          />
        ) : (
          <>
            <WordsToRead text={shareText(receivers.length === 1 ? receivers[0]!.name : 'de organisatie die u kiest')} />
            {props.consentFields}
          </>
        )}
        <SubmitButton>Verstuur</SubmitButton>
      </Form>
      {isEmergency ? null : (
        <Paragraph>
          Is er gevaar en kunt u het nu niet vragen? <Link href={`${path}/noodgeval`}>Verwijs in een noodgeval</Link>
        </Paragraph>
      )}
    </section>
  );
}

function SentReferral(props: { frame: PageFrame; code: string; referral: ShownReferral; formKey: string }) {
  const { frame, code, referral } = props;
  const { id, state } = referral;
  const path = `${CASES_PATH}/${code}/verwijzen`;
  const isHandedOver = state === 'accepted' && referral.kind === 'hand-over' && !referral.withdrawnOn;
  return (
    <section class="ib-flow" aria-labelledby={`verwijzing-${id}`}>
      <Heading level={2} id={`verwijzing-${id}`}>
        {referral.receiverName}
      </Heading>
      <p>
        {referral.withdrawnOn ? (
          <StatusBadge {...SENT_WORDS.withdrawn} />
        ) : isHandedOver ? (
          <StatusBadge kind="ok" label="overgedragen" />
        ) : (
          <StatusBadge {...SENT_WORDS[state ?? 'expired']} />
        )}{' '}
        {referral.ground === 'vital-interest' ? (
          <StatusBadge kind="warning" label="noodgeval, zonder toestemming" />
        ) : null}
      </p>
      <DataList
        facts={[
          { label: 'Wat u vroeg', value: REFERRAL_KIND_WORDS[referral.kind] },
          { label: 'Wat er meeging', value: referral.parts.map((part) => PART_WORDS[part]).join(', ') },
          { label: 'Verstuurd', value: <DateText date={referral.sentOn} /> },
          {
            label: 'Antwoord verwacht op',
            value: (
              <>
                <DateText date={referral.answerBy} /> (termijn van In Beeld, nog te verifiëren)
              </>
            ),
          },
          ...(state === 'refused'
            ? [
                {
                  label: 'Waarom niet',
                  value: REASON_WORDS[referral.reason as RefuseReason] ?? referral.reason ?? 'onbekend',
                },
              ]
            : []),
          ...(referral.ground === 'vital-interest'
            ? [{ label: 'Meegekeken door', value: referral.checkedByName ?? 'nog niemand' }]
            : []),
        ]}
      />
      {referral.coordinators.length > 0 ? (
        <>
          <Heading level={3}>Met wie u daar samenwerkt</Heading>
          <CoordinatorNames coordinators={referral.coordinators} />
        </>
      ) : null}
      {isHandedOver ? (
        <Paragraph>
          De andere organisatie heeft het dossier.{' '}
          <Link href={`${CASES_PATH}/${code}/afsluiten`}>Sluit het hier af</Link>
        </Paragraph>
      ) : null}
      {state === 'expired' && referral.mayWithdraw ? (
        <Paragraph>
          Niemand nam de persoon over, en niemand kan nog lezen wat u deelde. Bel de andere organisatie, of verwijs
          hieronder opnieuw.
        </Paragraph>
      ) : null}
      {referral.withdrawnOn ? <Paragraph>De andere organisatie kan het niet meer lezen.</Paragraph> : null}
      <Remarks
        about={`verwijzing aan ${referral.receiverName}`}
        href={`${REFERRALS_PATH}/${referral.messageId}/opmerking`}
        remarks={referral.remarks}
      />
      {referral.mayWithdraw ? (
        <>
          {referral.needsConsent ? (
            <ActionGroup>
              <ButtonLink href={`${path}/toestemming?verwijzing=${id}`} emphasis="primary">
                Leg de toestemming alsnog vast
              </ButtonLink>
            </ActionGroup>
          ) : null}
          <Form
            frame={frame}
            action={`${path}/intrekken`}
            idempotencyKey={`${props.formKey}${id.slice(0, 8)}`}
            label="Trek in"
          >
            <HiddenField name="verwijzing" value={id} />
            {isHandedOver ? (
              <Alert kind="warning" title="hierna helpt de andere organisatie misschien niet meer">
                <p>
                  Bel haar eerst. Trekt u dit in, dan kan zij niets meer lezen; zij krijgt meteen bericht. De persoon is
                  dan weer van u: dit dossier gaat weer open als u het had afgesloten.
                </p>
              </Alert>
            ) : null}
            <Paragraph>Wil de persoon dit niet meer? Trek het in. Het delen stopt meteen.</Paragraph>
            <SubmitButton emphasis="secondary">Trek in</SubmitButton>
          </Form>
        </>
      ) : null}
    </section>
  );
}

/** The consent that was asked after an emergency. */
export function ShareConsentPage(props: {
  frame: PageFrame;
  code: string;
  referralId: string;
  receiverName: string;
  safety: Safety | undefined;
  formKey: string;
  errors?: FieldErrors | undefined;
  consentFields: ComponentChildren;
}) {
  const { frame, code } = props;
  const path = `${CASES_PATH}/${code}/verwijzen`;
  return (
    <Page
      frame={frame}
      title="Leg de toestemming alsnog vast"
      breadcrumbs={[...caseTrail(code), { href: path, label: 'Verwijzen' }]}
      errors={props.errors}
    >
      <ReachRules code={code} safety={props.safety} />
      <WordsToRead text={shareText(props.receiverName)} />
      <Form
        frame={frame}
        action={`${path}/toestemming`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Toestemming"
      >
        <HiddenField name="verwijzing" value={props.referralId} />
        {props.consentFields}
        <SubmitButton>Leg vast</SubmitButton>
      </Form>
    </Page>
  );
}
