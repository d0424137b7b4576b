import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
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
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Channel, HandedPart, Handover } from '../domain/handover.ts';
import { handoverOn } from '../domain/handover.ts';
import type { LeavingAnswers } from '../domain/leaving.ts';
import type { ReportKind } from '../domain/signal-report.ts';
import { BLOCKED_WORDS, type Blocked, DECLINE_WORDS, HANDOVER_WORDS } from './handover-words.ts';
import { LeavingSection } from './leaving-section.tsx';
import { choicesOf } from './signal-words.ts';

/** A receiver as the page shows it. */
export interface ShownChannel {
  readonly id: Channel;
  readonly name: string;
  readonly side: 'care' | 'safety';
  readonly forWhat: string;
  readonly maySend: readonly HandedPart[];
  readonly basis: string;
  readonly how: string;
  readonly source: string;
  readonly verifiedOn: string | null;
}

const PART_WORDS: Readonly<Record<HandedPart, string>> = {
  form: 'waar het op kan wijzen',
  sector: 'soort plek of werk',
  minor: 'of iemand jonger is dan 18',
  place: 'waar het is',
  observation: 'wat is gezien',
  'said-by-person': 'wat de persoon zei',
  'said-by-other': 'wat een ander zei',
};
const SIDES = [
  { side: 'care', title: 'Voor hulp en zorg', id: 'zorg' },
  { side: 'safety', title: 'Voor veiligheid en opsporing', id: 'veiligheid' },
] as const;

export interface HandoverPageProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly kind: ReportKind;
  readonly answers:
    | (LeavingAnswers & { readonly answeredByName: string; readonly notToldBecause?: string | undefined })
    | undefined;
  readonly blocked: Blocked | undefined;
  readonly handovers: readonly Handover[];
  readonly channels: readonly ShownChannel[];
  readonly receivers: readonly { readonly code: string; readonly name: string }[];
  readonly coordinators: readonly { readonly personId: string; readonly name: string }[];
  readonly today: PlainDate;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  /** Which form came back. */
  readonly form?: 'answers' | 'handover' | 'receipt' | 'coordinator' | undefined;
  readonly saved: boolean;
  readonly conflict?: string | undefined;
  readonly formKey: string;
}

/** Handing a signal over: what is asked before, both routes, and how every hand-over stands. */
export function HandoverPage(props: HandoverPageProps) {
  const { frame, code, handovers, channels, form, values, errors } = props;
  const mine = (which: 'answers' | 'handover' | 'coordinator') =>
    form === which ? { values, errors } : { values: {} };
  const nameOf = (id: Channel) => channels.find((channel) => channel.id === id)?.name ?? id;
  return (
    <Page
      frame={frame}
      title="Signaal overdragen"
      errors={errors}
      breadcrumbs={[
        { href: '/meldingen', label: 'Meldingen' },
        { href: `/meldingen/${code}`, label: code },
      ]}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : props.saved ? (
          <Alert kind="ok" title="vastgelegd" />
        ) : undefined
      }
      lead="Denk altijd aan twee routes: hulp voor de persoon, en veiligheid. Een signaal is pas doorgezet als de ontvanger het bevestigt."
    >
      {props.blocked ? (
        <Alert kind="info" title="het signaal kan nog niet weg">
          <p>{BLOCKED_WORDS[props.blocked]}</p>
          {props.blocked === 'consult-first' || props.blocked === 'answers-missing' ? (
            <p>
              <Link href={`/meldingen/${code}/overleg`}>Overleg zonder persoonsgegevens</Link>
            </p>
          ) : null}
        </Alert>
      ) : null}
      {props.kind === 'person' ? (
        <LeavingSection
          frame={frame}
          code={code}
          answers={props.answers}
          {...mine('answers')}
          formKey={`${props.formKey}antwoorden`}
        />
      ) : null}
      {SIDES.map(({ side, title, id }) => (
        <section class="ib-flow" key={side} aria-labelledby={id}>
          <Heading level={2} id={id}>
            {title}
          </Heading>
          {channels
            .filter((channel) => channel.side === side)
            .map((channel) => (
              <ChannelTerms key={channel.id} channel={channel} code={code} mayLeave={!props.blocked} />
            ))}
        </section>
      ))}
      {props.blocked ? null : (
        <section class="ib-flow" aria-labelledby="overdragen">
          <Heading level={2} id="overdragen">
            Leg een overdracht vast
          </Heading>
          <Form
            frame={frame}
            action={`/meldingen/${code}/overdragen`}
            idempotencyKey={props.formKey}
            autocomplete="off"
            label="Leg een overdracht vast"
          >
            <SelectField
              name="naarWie"
              label="Aan wie draagt u het signaal over?"
              {...mine('handover')}
              choices={channels.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {props.receivers.length > 0 ? (
              <SelectField
                name="ontvanger"
                label="Stuur het document via In Beeld aan"
                description="Alleen wat deze ontvanger mag weten gaat mee, verzegeld. Zij lezen het nadat zij het in ontvangst nemen. Trekt u het bericht in, dan kunnen zij het niet meer lezen."
                optional
                placeholder="Ik geef het document zelf"
                choices={props.receivers.map((receiver) => ({ value: receiver.code, label: receiver.name }))}
                {...mine('handover')}
              />
            ) : (
              <HiddenField name="ontvanger" value="" />
            )}
            <SubmitButton>Leg de overdracht vast</SubmitButton>
          </Form>
        </section>
      )}
      <section class="ib-flow" aria-labelledby="overgedragen">
        <Heading level={2} id="overgedragen">
          Overgedragen aan
        </Heading>
        {handovers.length === 0 ? <p>Dit signaal is nog aan niemand overgedragen.</p> : null}
        {handovers.map((handover) => (
          <Handed key={handover.id} handover={handover} name={nameOf(handover.channel)} today={props.today} />
        ))}
        <ReceiptForm {...props} open={openByHand(handovers, props.today)} nameOf={nameOf} />
      </section>
      {props.coordinators.length > 0 ? (
        <section class="ib-flow" aria-labelledby="eigen-zorg">
          <Heading level={2} id="eigen-zorg">
            Een zorgcoördinator van uw eigen gemeente
          </Heading>
          <p>
            Zij kan daarna met een reden openen wie het is. De FG ziet dat. Wat er verder in het signaal staat, vertelt
            u haar zelf.
          </p>
          <Form
            frame={frame}
            action={`/meldingen/${code}/zorgcoordinator`}
            idempotencyKey={`${props.formKey}zorg`}
            label="Betrek een zorgcoördinator"
          >
            <SelectField
              name="zorgcoordinator"
              label="Wie betrekt u?"
              choices={props.coordinators.map(({ personId, name }) => ({ value: personId, label: name }))}
              {...mine('coordinator')}
            />
            <SubmitButton emphasis="secondary">Betrek deze zorgcoördinator</SubmitButton>
          </Form>
        </section>
      ) : null}
    </Page>
  );
}

function ChannelTerms(props: { readonly channel: ShownChannel; readonly code: string; readonly mayLeave: boolean }) {
  const { channel, code } = props;
  const documentIn = (format: string) => `/meldingen/overdracht/${format}/${code}.${channel.id}`;
  return (
    <Disclosure summary={channel.name}>
      <p>{channel.forWhat}</p>
      <DataList
        facts={[
          { label: 'Mag mee', value: channel.maySend.map((part) => PART_WORDS[part]).join(', ') },
          { label: 'Mag niet mee', value: 'wie het signaal doorgaf, en wie de persoon is' },
          {
            label: 'Steunt op',
            value: `${channel.basis} ${channel.verifiedOn ? `Nagekeken op ${channel.verifiedOn}.` : 'Nog te verifiëren: vraag het uw jurist.'}`,
          },
          { label: 'Hoe', value: channel.how },
          { label: 'Bron', value: channel.source },
        ]}
      />
      {props.mayLeave ? (
        <p>
          Overdrachtsdocument: <Link href={documentIn('pdf')}>{`pdf voor ${channel.name}`}</Link>
          {', '}
          <Link href={documentIn('word')}>{`Word voor ${channel.name}`}</Link>
        </p>
      ) : null}
    </Disclosure>
  );
}

/** What waits for an answer that is recorded here: what went by the exchange is confirmed there. */
const openByHand = (handovers: readonly Handover[], today: PlainDate): readonly Handover[] =>
  handovers.filter((handover) => !handover.messageId && ['waiting', 'late'].includes(handoverOn(handover, today)));

function Handed(props: { readonly handover: Handover; readonly name: string; readonly today: PlainDate }) {
  const { handover, name } = props;
  const state = handoverOn(handover, props.today);
  const isOpen = state === 'waiting' || state === 'late';
  return (
    <section class="ib-flow" aria-labelledby={`overdracht-${handover.id}`}>
      <Heading level={3} id={`overdracht-${handover.id}`}>
        {name}
      </Heading>
      <p>
        <StatusBadge {...HANDOVER_WORDS[state]} />
      </p>
      <DataList
        facts={[
          { label: 'Overgedragen op', value: <DateText date={handover.handedOn} /> },
          { label: 'Door', value: handover.handedByName },
          {
            label: 'Hoe',
            value: handover.messageId ? (
              <>
                document via In Beeld:{' '}
                <Link href={`/samenwerken/berichten/${handover.messageId}`}>
                  {`bekijk het bericht aan ${name}, of trek het in`}
                </Link>
              </>
            ) : (
              'document zelf gegeven'
            ),
          },
          ...(isOpen && handover.messageId
            ? [{ label: 'Het antwoord', value: 'komt hier vanzelf, binnen een uur nadat de ontvanger antwoordt' }]
            : []),
          ...(isOpen ? [{ label: 'Bevestigen vóór', value: <DateText date={handover.answerBy} /> }] : []),
          ...(handover.receivedOn
            ? [
                {
                  label: 'Bevestigd',
                  value: `${writeDutchDate(handover.receivedOn)}, ${handover.receivedBy ?? 'via In Beeld'}`,
                },
              ]
            : []),
          ...(handover.declinedOn && handover.declineReason
            ? [
                {
                  label: 'Niet aangenomen',
                  value: `${writeDutchDate(handover.declinedOn)}: ${DECLINE_WORDS[handover.declineReason]}`,
                },
              ]
            : []),
        ]}
      />
    </section>
  );
}

/** One form for the answer of any receiver, so that no two fields of the page have the same name. */
function ReceiptForm(
  props: HandoverPageProps & {
    readonly open: readonly Handover[];
    readonly nameOf: (channel: Channel) => string;
  },
) {
  const { open, code } = props;
  const [only] = open;
  if (!only) return null;
  const typed = props.form === 'receipt' ? { values: props.values, errors: props.errors } : { values: {} };
  return (
    <section class="ib-flow" aria-labelledby="antwoord-vastleggen">
      <Heading level={3} id="antwoord-vastleggen">
        Leg het antwoord van een ontvanger vast
      </Heading>
      <Form
        frame={props.frame}
        action={`/meldingen/${code}/overdragen/antwoord`}
        idempotencyKey={`${props.formKey}antwoord`}
        autocomplete="off"
        label="Leg het antwoord van een ontvanger vast"
      >
        {open.length === 1 ? (
          <>
            <HiddenField name="overdracht" value={only.id} />
            <p>{`Van: ${props.nameOf(only.channel)}.`}</p>
          </>
        ) : (
          <Radios
            name="overdracht"
            label="Welke ontvanger antwoordde?"
            choices={open.map(({ id, channel }) => ({ value: id, label: props.nameOf(channel) }))}
            {...typed}
          />
        )}
        <Radios
          name="antwoord"
          label="Wat zei de ontvanger?"
          choices={[{ value: 'ontvangen', label: 'Ontvangen: zij pakken het op' }, ...choicesOf(DECLINE_WORDS)]}
          {...typed}
        />
        <DateField name="antwoordOp" label="Dag van het antwoord" {...typed} />
        <TextField
          name="doorWie"
          label="Wie bevestigde het?"
          description="Een functie, geen naam. Bijvoorbeeld: coördinator team mensenhandel."
          optional
          {...typed}
        />
        <SubmitButton emphasis="secondary">Leg het antwoord vast</SubmitButton>
      </Form>
    </section>
  );
}
