import type { VNode } from 'preact';
import { MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Exact } from '../../../ui/show/exact.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type ApprovalView, STATE_WORDS } from './approval-view.ts';

/** One request: what is asked, exactly, by whom and why; and the decision, for who may take it. */
export function ApprovalPage(props: {
  frame: PageFrame;
  approval: ApprovalView;
  formKey: string;
  status?: VNode | undefined;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { approval } = props;
  const by = approval.askedByOrganisation ? `${approval.askedBy}, ${approval.askedByOrganisation}` : approval.askedBy;
  return (
    <Page
      frame={props.frame}
      title={approval.label}
      breadcrumbs={[{ href: '/goedkeuringen', label: 'Goedkeuringen' }]}
      status={props.status}
      errors={props.errors}
    >
      <p>
        <StatusBadge {...STATE_WORDS[approval.state]} />
      </p>
      <Heading level={2}>Wat er gaat gebeuren</Heading>
      <Paragraph>{approval.effect}</Paragraph>
      <DataList
        facts={[
          ...approval.facts,
          { label: 'Gevraagd door', value: by },
          { label: 'Gevraagd op', value: <MomentText instant={approval.askedAt} /> },
          { label: 'Waarom', value: approval.reason },
          { label: 'Besluiten kan tot', value: <MomentText instant={approval.expiresAt} /> },
        ]}
      />
      <Heading level={2}>Precies dit wordt uitgevoerd</Heading>
      <Paragraph>Aan deze gegevens verandert niets meer, ook niet door wie het vroeg.</Paragraph>
      <Exact label="De gegevens van het verzoek" text={approval.exact} />
      <Paragraph kind="small">
        Controlegetal (SHA-256): <span class="ib-exact__digest">{approval.sha256}</span>
      </Paragraph>
      <Ending approval={approval} />
      {approval.isYours ? <Decide {...props} /> : null}
      {approval.isMine && approval.state === 'open' ? (
        <>
          <Heading level={2}>Toch niet</Heading>
          <Paragraph>
            U deed dit verzoek. Daarom besluit een ander. Zolang dat niet is gebeurd, kunt u het intrekken.
          </Paragraph>
          <Form
            frame={props.frame}
            action={`/goedkeuringen/${approval.id}/intrekken`}
            idempotencyKey={props.formKey}
            label="Het verzoek intrekken"
          >
            <SubmitButton emphasis="secondary">Trek het verzoek in</SubmitButton>
          </Form>
        </>
      ) : null}
    </Page>
  );
}

function Ending({ approval }: { approval: ApprovalView }) {
  if (approval.state === 'open') return null;
  if (!approval.decidedAt)
    return (
      <Alert kind="info">
        <p>Niemand besloot op tijd. Er is niets gebeurd. Wie het vroeg, kan het opnieuw vragen.</p>
      </Alert>
    );
  return (
    <>
      <Heading level={2}>Het besluit</Heading>
      <DataList
        facts={[
          { label: 'Besluit', value: STATE_WORDS[approval.state].label },
          { label: 'Door', value: approval.decidedBy ?? 'niemand: de tijd was om' },
          { label: 'Op', value: <MomentText instant={approval.decidedAt} /> },
          ...(approval.decisionReason ? [{ label: 'Reden', value: approval.decisionReason }] : []),
        ]}
      />
    </>
  );
}

function Decide(props: {
  frame: PageFrame;
  approval: ApprovalView;
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const { approval, values, errors } = props;
  return (
    <>
      <Heading level={2}>Uw besluit</Heading>
      <Form
        frame={props.frame}
        action={`/goedkeuringen/${approval.id}/besluit`}
        idempotencyKey={props.formKey}
        label="Uw besluit"
      >
        <HiddenField name="gezien" value={approval.sha256} />
        <Radios
          name="besluit"
          label="Stemt u in met precies dit?"
          values={values}
          errors={errors}
          choices={[
            { value: 'goedkeuren', label: 'Ja, voer het uit', description: 'Het gebeurt meteen.' },
            { value: 'afwijzen', label: 'Nee, het gebeurt niet', description: 'Schrijf hieronder waarom.' },
          ]}
        />
        <TextArea
          name="reden"
          label="Toelichting"
          description="Nodig als u afwijst. Noem geen personen."
          optional
          rows={3}
          values={values}
          errors={errors}
        />
        <SubmitButton>Leg uw besluit vast</SubmitButton>
      </Form>
    </>
  );
}
