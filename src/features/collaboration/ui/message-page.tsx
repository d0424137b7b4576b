import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Timeline, type TimelineItem } from '../../../ui/show/timeline.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { type ContactRequest, REFUSAL_REASONS, WITHDRAWAL_REASONS } from '../domain/contact-request.ts';
import { STATE_MEANS, STATE_WORDS } from './message-words.ts';
import type { MessageRow } from './messages-page.tsx';

/** One message with its receipts. */
export interface MessageFacts extends MessageRow {
  readonly basis: string;
  readonly deliveredAt: Date | null;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly expiresOn: Parameters<typeof DateText>[0]['date'] | null;
  readonly reason: string | null;
  readonly traceId: string | null;
}

const REASONS: Readonly<Record<string, string>> = { ...REFUSAL_REASONS, ...WITHDRAWAL_REASONS };

/** A message: how it stands, what happened to it, what may be done now, and for whom it is meant, what it says. */
export function MessagePage(props: {
  frame: PageFrame;
  message: MessageFacts;
  /** What it says; absent for who supervises, and when this side may not or no longer know. */
  request: ContactRequest | undefined;
  /** It carries a document, which is read on a page of its own. */
  carriesDocument?: boolean | undefined;
  actions: readonly string[];
  /** Where it is answered or taken back, when that is not here. */
  elsewhere?: { readonly label: string; readonly href: string | undefined } | undefined;
  /** Who supervises sees under which number both sides find it in their logs. */
  supervises: boolean;
  formKey: string;
  values?: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, message, request, actions, values = {}, errors } = props;
  const { box, state } = message;
  const isOut = box === 'out';
  return (
    <Page
      frame={frame}
      title={`${message.kindLabel} ${isOut ? 'aan' : 'van'} ${message.counterpart.name}`}
      breadcrumbs={[
        { href: '/samenwerken', label: 'Samenwerken' },
        { href: '/samenwerken/berichten', label: 'Berichten' },
      ]}
      errors={errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <StatusBadge {...STATE_WORDS[box][state]} />
      </p>
      {props.supervises ? null : <p>{STATE_MEANS[box][state]}</p>}
      {request ? (
        <section class="ib-flow" aria-labelledby="erin">
          <Heading level={2} id="erin">
            Wat erin staat
          </Heading>
          <DataList
            facts={[
              { label: 'Waarover', value: request.question },
              { label: 'Bereikbaar', value: request.reachable },
              { label: 'Gevraagd door', value: request.askedBy },
            ]}
          />
        </section>
      ) : null}
      {props.carriesDocument ? <Document id={message.id} box={box} state={state} /> : null}
      {props.elsewhere ? <Elsewhere {...props.elsewhere} /> : null}
      <Actions {...{ frame, message, actions, values, errors, formKey: props.formKey }} />
      <section class="ib-flow" aria-labelledby="verloop">
        <Heading level={2} id="verloop">
          Verloop
        </Heading>
        <Timeline label="Wat er met dit bericht gebeurde" items={historyOf(message)} />
        <DataList
          facts={[
            { label: 'Steunt op', value: message.basis },
            ...(message.expiresOn
              ? [{ label: 'Te beantwoorden tot', value: <DateText date={message.expiresOn} /> }]
              : []),
            ...(props.supervises && message.traceId
              ? [{ label: 'Kenmerk in beide logboeken', value: <code>{message.traceId}</code> }]
              : []),
          ]}
        />
      </section>
    </Page>
  );
}

/** Where the document is read: the receiver here once she took it in, the sender where it belongs. */
function Document({ id, box, state }: Pick<MessageFacts, 'id' | 'box' | 'state'>) {
  const isReadable = state === 'delivered' || state === 'accepted';
  if (box === 'in' && !isReadable) return null;
  return (
    <section class="ib-flow" aria-labelledby="document">
      <Heading level={2} id="document">
        Het document
      </Heading>
      {box === 'in' ? (
        <p>
          <Link href={`/samenwerken/berichten/${id}/document`}>Lees wat is overgedragen</Link>. Dat u het leest, komt in
          het logboek.
        </p>
      ) : (
        <p>Wat u overdroeg, leest u bij het signaal.</p>
      )}
    </section>
  );
}

/** It has a room of its own: there happens what must happen with it, and nothing is left half done. */
function Elsewhere({ label, href }: { label: string; href: string | undefined }) {
  return (
    <section class="ib-flow" aria-labelledby="waar">
      <Heading level={2} id="waar">
        Waar u dit beantwoordt
      </Heading>
      <p>
        Aannemen, weigeren of intrekken doet u niet hier, maar {label}.
        {href ? (
          <>
            {' '}
            <Link href={href}>Ga ernaartoe</Link>.
          </>
        ) : null}
      </p>
    </section>
  );
}

function Actions(props: {
  frame: PageFrame;
  message: MessageFacts;
  actions: readonly string[];
  formKey: string;
  values: FieldValues;
  errors: FieldErrors | undefined;
}) {
  const { frame, actions, message } = props;
  if (actions.length === 0) return null;
  const address = (verb: string) => `/samenwerken/berichten/${message.id}/${verb}`;
  const choices = (reasons: Readonly<Record<string, string>>) =>
    Object.entries(reasons).map(([value, label]) => ({ value, label }));
  const send = (verb: string, label: string, emphasis?: 'secondary') => (
    <Form frame={frame} action={address(verb)} idempotencyKey={`${props.formKey}${verb}`} label={label}>
      <SubmitButton emphasis={emphasis}>{label}</SubmitButton>
    </Form>
  );
  const sendWithReason = (
    verb: string,
    label: string,
    question: string,
    field: string,
    reasons: Readonly<Record<string, string>>,
  ) => (
    <Form frame={frame} action={address(verb)} idempotencyKey={`${props.formKey}${verb}`} label={label}>
      <Radios name={field} label={question} values={props.values} errors={props.errors} choices={choices(reasons)} />
      <SubmitButton emphasis="secondary">{label}</SubmitButton>
    </Form>
  );
  return (
    <section class="ib-flow" aria-labelledby="doen">
      <Heading level={2} id="doen">
        Wat u nu kunt doen
      </Heading>
      {actions.includes('deliver') ? send('ontvangen', 'Neem in ontvangst') : null}
      {actions.includes('accept') ? send('aannemen', 'Neem het aan') : null}
      {actions.includes('refuse')
        ? sendWithReason('weigeren', 'Weiger het', 'Waarom weigert u het?', 'weigerreden', REFUSAL_REASONS)
        : null}
      {actions.includes('withdraw')
        ? sendWithReason(
            'intrekken',
            'Trek het bericht in',
            'Waarom trekt u het in?',
            'intrekreden',
            WITHDRAWAL_REASONS,
          )
        : null}
    </section>
  );
}

/** What happened, newest first. */
function historyOf(message: MessageFacts): readonly TimelineItem[] {
  const { counterpart, box, reason } = message;
  const sender = box === 'out' ? 'Uw organisatie' : counterpart.name;
  const receiver = box === 'out' ? counterpart.name : 'Uw organisatie';
  const why = reason ? <p>Reden: {REASONS[reason] ?? reason}</p> : undefined;
  const items = [
    { id: 'verstuurd', at: message.sentAt, title: 'Verstuurd', by: sender },
    { id: 'ontvangen', at: message.deliveredAt, title: 'Ontvangen', by: receiver },
    {
      id: 'beantwoord',
      at: message.answeredAt,
      title: message.state === 'refused' ? 'Geweigerd' : 'Aangenomen',
      by: receiver,
      children: message.state === 'refused' ? why : undefined,
    },
    { id: 'ingetrokken', at: message.withdrawnAt, title: 'Ingetrokken', by: sender, children: why },
  ];
  return items.flatMap(({ at, ...item }) => (at ? [{ ...item, at }] : [])).toReversed();
}
