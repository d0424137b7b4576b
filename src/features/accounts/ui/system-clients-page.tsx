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
import type { SystemClient } from '../domain/system-client.ts';

export const SYSTEMS_PATH = '/beheer/koppelingen';
/** Where a system gets a token. */
export const TOKEN_PATH = '/koppelingen/token';

/** Which systems of the organisation may use the interface, and ending one. */
export function SystemClientsPage(props: {
  frame: PageFrame;
  clients: readonly SystemClient[];
  formKey: () => string;
  saved: boolean;
  errors?: FieldErrors | undefined;
}) {
  const { frame, clients } = props;
  return (
    <Page
      frame={frame}
      title="Koppelingen"
      wide
      lead="Welke systemen van uw organisatie signalen mogen doorgeven aan In Beeld."
      errors={props.errors}
      status={
        props.saved ? (
          <Alert kind="ok" title="opgeslagen">
            <p>Hieronder staat hoe het nu is.</p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <ButtonLink href={`${SYSTEMS_PATH}/nieuw`} emphasis="secondary">
          Meld een systeem aan
        </ButtonLink>
      </p>
      {clients.length === 0 ? (
        <EmptyState title="Er is nog geen systeem aangemeld">
          Meld een systeem aan als het zelf signalen doorgeeft.
        </EmptyState>
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
          'Een systeem geeft signalen door en leest alleen van zijn eigen signalen of ze zijn ontvangen, lopen of klaar zijn.',
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
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, ...field } = props;
  return (
    <Page
      frame={frame}
      title="Meld een systeem aan"
      lead="Een systeem van uw organisatie, zoals een meldpunt of klantcontactsysteem, geeft daarna zelf signalen door."
      breadcrumbs={[{ href: SYSTEMS_PATH, label: 'Koppelingen' }]}
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
