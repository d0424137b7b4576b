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
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { CONTACT_WISHES, type Contact } from '../domain/contact.ts';
import { GuessFields } from './guess-fields.tsx';
import { choicesOf, LIBRARY_CRUMBS } from './library-page.tsx';

export interface ContactView extends Contact {
  /** The other municipality, by name. */
  readonly other: string;
}

const CONTACT_CRUMBS = [...LIBRARY_CRUMBS, { href: '/praktijk/contact', label: 'Contact met gemeenten' }];

const stateOf = ({ received, answer }: Contact) =>
  answer
    ? ({ kind: 'ok', label: 'Beantwoord' } as const)
    : received
      ? ({ kind: 'info', label: 'Gelezen' } as const)
      : ({ kind: 'warning', label: 'Nog niet gelezen' } as const);

/** Asking another municipality to call or visit. */
export function AskContactPage(props: {
  frame: PageFrame;
  municipality: { readonly code: string; readonly name: string };
  element: { readonly id: string; readonly title: string } | undefined;
  practice: { readonly id: string; readonly title: string } | undefined;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  sawName: boolean;
  formKey: string;
}) {
  const field = { values: props.values, errors: props.errors };
  const about = props.practice?.title ?? (props.element && `${props.element.id} ${props.element.title}`);
  return (
    <Page
      frame={props.frame}
      title={`Vraag ${props.municipality.name} om contact`}
      lead={about ? `Over: ${about}` : 'Over hoe zij iets aanpakken, niet over een zaak.'}
      errors={props.errors}
      breadcrumbs={CONTACT_CRUMBS}
    >
      <Form frame={props.frame} action="/praktijk/contact" idempotencyKey={props.formKey} label="Verzoek om contact">
        <HiddenField name="gemeente" value={props.municipality.code} />
        <HiddenField name="onderdeel" value={props.element?.id ?? ''} />
        <HiddenField name="praktijk" value={props.practice?.id ?? ''} />
        <Radios {...field} name="wens" label="Wat wilt u?" choices={choicesOf(CONTACT_WISHES)} />
        <TextArea
          {...field}
          name="tekst"
          label="Wat wilt u weten?"
          description="Uw naam en gemeente gaan mee. Schrijf op wanneer u te bereiken bent; een nummer wisselt u in het gesprek uit."
          rows={4}
        />
        <GuessFields {...field} sawName={props.sawName} />
        <SubmitButton>Verstuur</SubmitButton>
      </Form>
    </Page>
  );
}

function ContactTable(props: { caption: string; otherHeader: string; contacts: readonly ContactView[] }) {
  return (
    <Table
      caption={props.caption}
      columns={[
        { header: props.otherHeader, cell: (each) => <Link href={`/praktijk/contact/${each.id}`}>{each.other}</Link> },
        { header: 'Wat', cell: (each) => CONTACT_WISHES[each.wish] },
        { header: 'Verstuurd', kind: 'date', cell: (each) => <MomentText instant={each.askedAt} /> },
        { header: 'Stand', cell: (each) => <StatusBadge {...stateOf(each)} /> },
      ]}
      rows={props.contacts}
      rowKey={({ id }) => id}
    />
  );
}

/** What others ask of this municipality, and what it asked itself. */
export function ContactsPage(props: {
  frame: PageFrame;
  received: readonly ContactView[];
  sent: readonly ContactView[];
  isSent: boolean;
}) {
  return (
    <Page
      frame={props.frame}
      title="Contact met gemeenten"
      lead="Bellen of langskomen, over hoe een ander het aanpakt."
      breadcrumbs={LIBRARY_CRUMBS}
      status={
        props.isSent ? (
          <Alert kind="ok" title="verstuurd">
            <p>De andere gemeente krijgt bericht. Hier ziet u of iemand het las, en wat zij antwoordt.</p>
          </Alert>
        ) : undefined
      }
      wide
    >
      <Heading level={2}>Aan u gevraagd</Heading>
      {props.received.length === 0 ? (
        <EmptyState title="Niemand vroeg u iets">Vraagt een gemeente om contact, dan krijgt u bericht.</EmptyState>
      ) : (
        <ContactTable caption="Aan u gevraagd, het nieuwste eerst" otherHeader="Van" contacts={props.received} />
      )}
      <Heading level={2}>Door u gevraagd</Heading>
      {props.sent.length === 0 ? (
        <EmptyState
          title="U vroeg nog niets"
          next={<ButtonLink href="/praktijk/gemeenten-zoals-u">Gemeenten zoals u</ButtonLink>}
        >
          Zoek een gemeente die op u lijkt.
        </EmptyState>
      ) : (
        <ContactTable caption="Door u gevraagd, het nieuwste eerst" otherHeader="Aan" contacts={props.sent} />
      )}
    </Page>
  );
}

/** One request: what was asked, its receipt, and the answer. */
export function ContactPage(props: {
  frame: PageFrame;
  contact: ContactView;
  isReceiver: boolean;
  element: { readonly id: string; readonly title: string } | undefined;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  sawName: boolean;
  keys: { readonly receive: string; readonly answer: string };
  conflict: string | undefined;
}) {
  const { contact, isReceiver } = props;
  const path = `/praktijk/contact/${contact.id}`;
  return (
    <Page
      frame={props.frame}
      title={isReceiver ? `${contact.other} vraagt u om contact` : `Uw vraag aan ${contact.other}`}
      errors={props.errors}
      breadcrumbs={CONTACT_CRUMBS}
      status={props.conflict ? <Alert kind="warning" title={props.conflict} /> : undefined}
    >
      <DataList
        facts={[
          { label: 'Wat', value: CONTACT_WISHES[contact.wish] },
          { label: 'Van', value: `${contact.askedByName}${isReceiver ? `, ${contact.other}` : ''}` },
          {
            label: 'Over',
            value: contact.practiceId ? (
              <Link href={`/praktijk/${contact.practiceId}`}>een voorbeeld in Praktijk</Link>
            ) : props.element ? (
              `${props.element.id} ${props.element.title}`
            ) : undefined,
          },
          { label: 'Verstuurd', value: <MomentText instant={contact.askedAt} /> },
          {
            label: 'Gelezen',
            value: contact.received ? (
              <>
                door {contact.received.byName}, <MomentText instant={contact.received.at} />
              </>
            ) : (
              'nog niet'
            ),
          },
        ]}
      />
      <Heading level={2}>De vraag</Heading>
      <p class="ib-kept">{contact.question}</p>
      {contact.answer ? (
        <>
          <Heading level={2}>Het antwoord</Heading>
          <p class="ib-kept">{contact.answer.text}</p>
          <p class="ib-soft">
            {contact.answer.byName}, <MomentText instant={contact.answer.at} />
          </p>
        </>
      ) : isReceiver ? (
        <>
          {contact.received ? null : (
            <Form
              frame={props.frame}
              action={`${path}/gelezen`}
              idempotencyKey={props.keys.receive}
              label="Ontvangstbevestiging"
            >
              <SubmitButton emphasis="secondary">Ik heb dit gelezen</SubmitButton>
            </Form>
          )}
          <Heading level={2}>Geef antwoord</Heading>
          <Form frame={props.frame} action={`${path}/antwoord`} idempotencyKey={props.keys.answer} label="Antwoord">
            <TextArea
              name="tekst"
              label="Uw antwoord"
              description="Bijvoorbeeld wanneer u belt, of op welke dag zij welkom zijn."
              rows={4}
              values={props.values}
              errors={props.errors}
            />
            <GuessFields values={props.values} errors={props.errors} sawName={props.sawName} />
            <SubmitButton>Verstuur het antwoord</SubmitButton>
          </Form>
        </>
      ) : (
        <p>Er is nog geen antwoord. U krijgt bericht als het er is.</p>
      )}
    </Page>
  );
}
