import { dutchDay } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Exact } from '../../../ui/show/exact.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { SystemClient, SystemScope } from '../domain/system-client.ts';

export const SYSTEMS_PATH = '/beheer/koppelingen';
/** Where a system gets a token. */
export const TOKEN_PATH = '/koppelingen/token';

const SCOPE_WORDS: Readonly<
  Record<SystemScope, { readonly lead: string; readonly when: string; readonly which: string; readonly does: string }>
> = {
  signalen: {
    lead: 'Welke systemen van uw organisatie signalen mogen doorgeven aan In Beeld.',
    when: 'Meld een systeem aan als het zelf signalen doorgeeft.',
    which:
      'Een systeem van uw organisatie, zoals een meldpunt of klantcontactsysteem, geeft daarna zelf signalen door.',
    does: 'Een systeem geeft signalen door en leest alleen van zijn eigen signalen of ze zijn ontvangen, lopen of klaar zijn.',
  },
  opvang: {
    lead: 'Welke systemen van uw organisatie de stand van uw eigen plekken mogen lezen en bijwerken.',
    when: 'Meld een systeem aan als het zelf bijhoudt welke plekken bezet zijn.',
    which: 'Een systeem van uw organisatie leest daarna zelf de stand van uw plekken, en werkt haar bij.',
    does: 'Een systeem leest en wijzigt alleen de stand van de plekken van uw eigen organisatie. Een adres of iets over een persoon krijgt het nooit.',
  },
};

/** What stands here for an organisation whose kind has no interface. */
function NoSystemHere() {
  return (
    <EmptyState
      title="Uw organisatie kan nog geen systeem koppelen"
      next={
        <ButtonLink href="/beheer" emphasis="secondary">
          Naar beheer
        </ButtonLink>
      }
    >
      Er is een koppeling voor gemeenten (signalen) en voor opvangorganisaties (plekken). Uw collega’s doen hun werk op
      de schermen van In Beeld.
    </EmptyState>
  );
}

/** Which systems of the organisation may use the interface, and ending one. */
export function SystemClientsPage(props: {
  frame: PageFrame;
  clients: readonly SystemClient[];
  /** What a system of this organisation may come for; undefined when nothing. */
  scope: SystemScope | undefined;
  formKey: () => string;
  saved: boolean;
  errors?: FieldErrors | undefined;
}) {
  const { frame, clients } = props;
  const words = props.scope && SCOPE_WORDS[props.scope];
  return (
    <Page
      frame={frame}
      title="Koppelingen"
      wide
      lead={words?.lead}
      errors={props.errors}
      status={
        props.saved ? (
          <Alert kind="ok" title="opgeslagen">
            <p>Hieronder staat hoe het nu is.</p>
          </Alert>
        ) : undefined
      }
    >
      {words ? (
        <p>
          <ButtonLink href={`${SYSTEMS_PATH}/nieuw`} emphasis="secondary">
            Meld een systeem aan
          </ButtonLink>
        </p>
      ) : (
        <NoSystemHere />
      )}
      {clients.length === 0 ? (
        words && <EmptyState title="Er is nog geen systeem aangemeld">{words.when}</EmptyState>
      ) : (
        <Table
          caption={`Systemen: ${clients.length}`}
          rows={clients}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Systeem', cell: ({ name }) => name },
            { header: 'Kenmerk', cell: ({ id }) => <Exact label="Kenmerk van dit systeem" text={id} /> },
            {
              header: 'Vingerafdruk van de sleutel',
              cell: ({ keyPrint }) =>
                keyPrint ? <Exact label="Vingerafdruk van de sleutel" text={keyPrint} /> : 'Had nog een geheim',
            },
            { header: 'Sinds', kind: 'date', cell: ({ registeredOn }) => <DateText date={registeredOn} /> },
            { header: 'Aangemeld door', cell: ({ registeredByName }) => registeredByName },
            {
              header: 'Actie',
              sortable: false,
              cell: ({ id, name, endedAt, endedByName }) =>
                endedAt ? (
                  <>
                    Gestopt op <DateText date={dutchDay(endedAt)} /> door {endedByName}
                  </>
                ) : (
                  <Form
                    frame={frame}
                    action={`${SYSTEMS_PATH}/stoppen`}
                    idempotencyKey={props.formKey()}
                    label={`Stop ${name}`}
                  >
                    <HiddenField name="koppeling" value={id} />
                    <SubmitButton emphasis="secondary">
                      Stop<span class="ib-hidden">{`: ${name}`}</span>
                    </SubmitButton>
                  </Form>
                ),
            },
          ]}
        />
      )}
      <BulletList
        items={[
          ...(words ? [words.does] : []),
          'Is een sleutel misschien bekend bij een ander? Stop het systeem, en meld het opnieuw aan met een nieuwe sleutel.',
          'De vingerafdruk is die van RFC 7638 (SHA-256). Vergelijk hem met die in het systeem.',
        ]}
      />
    </Page>
  );
}

/** Registers a system by the public half of its key; the secret half never leaves the system. */
export function NewSystemClientPage(props: {
  frame: PageFrame;
  formKey: string;
  scope: SystemScope | undefined;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, scope, ...field } = props;
  const crumbs = [{ href: SYSTEMS_PATH, label: 'Koppelingen' }];
  if (!scope)
    return (
      <Page frame={frame} title="Meld een systeem aan" breadcrumbs={crumbs}>
        <NoSystemHere />
      </Page>
    );
  return (
    <Page
      frame={frame}
      title="Meld een systeem aan"
      lead={SCOPE_WORDS[scope].which}
      breadcrumbs={crumbs}
      errors={props.errors}
    >
      <p>
        Het systeem vraagt daarna zijn token op <code>{TOKEN_PATH}</code>, met een bewijs dat het met zijn geheime
        sleutel ondertekent (private_key_jwt). De geheime sleutel komt nooit hier.
      </p>
      <Form
        frame={frame}
        action={`${SYSTEMS_PATH}/nieuw`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Een systeem aanmelden"
      >
        <TextField
          {...field}
          name="naam"
          label="Hoe heet het systeem?"
          description="Zo staat het in de logboeken. Noem geen persoon."
        />
        <TextArea
          {...field}
          name="sleutel"
          label="Openbare sleutel van het systeem"
          description="Het systeem maakt zelf een sleutelpaar: RSA van minstens 2048 bits, of P-256. Plak hier de openbare helft, als PEM of als JWK."
          rows={8}
        />
        <SubmitButton>Meld het systeem aan</SubmitButton>
      </Form>
    </Page>
  );
}
