import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';

export const PEOPLE_PATH = '/beheer/mensen';
const CRUMBS = [{ href: PEOPLE_PATH, label: 'Mensen' }] as const;

interface Row {
  readonly membershipId: string;
  readonly name: string;
  /** As people call it. */
  readonly role: string;
  readonly validFrom: PlainDate;
  readonly validUntil: PlainDate | undefined;
  /** It is a role of the reader herself. */
  readonly isOwn: boolean;
}

/** Who works in the organisation, in which role and until when. */
export function PeoplePage(props: {
  frame: PageFrame;
  rows: readonly Row[];
  filter: string;
  found: number;
  page: number;
  pages: number;
  saved: boolean;
}) {
  const { filter } = props;
  return (
    <Page
      frame={props.frame}
      title="Mensen"
      wide
      lead="Wie in uw organisatie met In Beeld werkt, in welke rol en tot wanneer. Gaat iemand weg, beëindig dan elke rol."
      status={
        props.saved ? (
          <Alert kind="ok" title="opgeslagen">
            <p>
              Vanaf die dag kan deze persoon met die rol niets meer openen. Draagt de persoon de aanpak, dan krijgen
              collega’s bericht.
            </p>
          </Alert>
        ) : undefined
      }
    >
      <p>
        <ButtonLink href={`${PEOPLE_PATH}/rol-geven`} emphasis="secondary">
          Geef een collega een rol
        </ButtonLink>{' '}
        <ButtonLink href={`${PEOPLE_PATH}/uitnodigingen`} emphasis="secondary">
          Nodig iemand uit
        </ButtonLink>
      </p>
      <Filters action={PEOPLE_PATH} label="Zoek iemand" clearHref={filter ? PEOPLE_PATH : undefined}>
        <TextField name="naam" label="Naam" optional values={{ naam: filter }} />
      </Filters>
      {props.rows.length === 0 ? (
        <EmptyState title="Niemand gevonden">Zoek op een deel van de naam.</EmptyState>
      ) : (
        <Table
          caption={`Rollen in uw organisatie: ${props.found}`}
          rows={props.rows}
          rowKey={({ membershipId }) => membershipId}
          columns={[
            { header: 'Naam', cell: ({ name }) => name },
            { header: 'Rol', cell: ({ role }) => role },
            { header: 'Sinds', kind: 'date', cell: ({ validFrom }) => <DateText date={validFrom} /> },
            {
              header: 'Tot',
              kind: 'date',
              cell: ({ validUntil }) => (validUntil ? <DateText date={validUntil} /> : 'geen einddatum'),
            },
            {
              header: 'Actie',
              sortable: false,
              cell: ({ membershipId, name, role, isOwn }) =>
                isOwn ? (
                  'Dit bent u'
                ) : (
                  <Link href={`${PEOPLE_PATH}/${membershipId}`}>
                    Beëindig<span class="ib-hidden">{`: ${name}, ${role}`}</span>
                  </Link>
                ),
            },
          ]}
        />
      )}
      <Pagination
        page={props.page}
        pages={props.pages}
        hrefOf={(page) =>
          `${PEOPLE_PATH}?${new URLSearchParams({ ...(filter && { naam: filter }), pagina: String(page) })}`
        }
      />
    </Page>
  );
}

/** One role of somebody, with the day on which it ends. */
export function EndRolePage(props: {
  frame: PageFrame;
  row: Row;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
  /** A colleague changed the end in between. */
  conflict: boolean;
}) {
  const { frame, row, values, errors } = props;
  return (
    <Page
      frame={frame}
      title={`Rol beëindigen: ${row.name}`}
      errors={errors}
      breadcrumbs={CRUMBS}
      status={
        props.conflict ? (
          <Alert kind="warning" title="een collega wijzigde dit net">
            <p>Hieronder staat hoe het nu is. Kijk het na en bewaar opnieuw.</p>
          </Alert>
        ) : undefined
      }
    >
      <DataList
        facts={[
          { label: 'Naam', value: row.name },
          { label: 'Rol', value: row.role },
          { label: 'Sinds', value: <DateText date={row.validFrom} /> },
          { label: 'Tot', value: row.validUntil ? <DateText date={row.validUntil} /> : 'geen einddatum' },
        ]}
      />
      {row.isOwn ? (
        <>
          <p>Uw eigen rol kunt u niet beëindigen. Vraag het een andere functioneel beheerder van uw organisatie.</p>
          <ButtonLink href={PEOPLE_PATH}>Naar alle mensen</ButtonLink>
        </>
      ) : (
        <Form
          frame={frame}
          action={`${PEOPLE_PATH}/${row.membershipId}`}
          idempotencyKey={props.formKey}
          autocomplete="off"
          label="Rol beëindigen"
        >
          <DateField
            name="vanaf"
            label="Vanaf welke dag niet meer?"
            description="Vandaag, of een dag die nog komt."
            values={values}
            errors={errors}
          />
          <BulletList
            items={[
              'Vanaf die dag werkt deze rol niet meer. Wie er dan mee is ingelogd, wordt uitgelogd.',
              'Wat deze persoon vastlegde, blijft staan.',
              'Is dit de aandachtsfunctionaris of de vervanger, dan vervalt de borging van de aanpak op die dag. Collega’s krijgen daarover bericht.',
            ]}
          />
          <HiddenField name="gezien" value={row.validUntil ?? ''} />
          <SubmitButton>Beëindig deze rol</SubmitButton>
        </Form>
      )}
    </Page>
  );
}

/** The role could not be ended: why, and what to do now. */
export function NotEndedPage(props: { frame: PageFrame; title: string; text: string }) {
  return (
    <Page frame={props.frame} title={props.title} breadcrumbs={CRUMBS}>
      <p>{props.text}</p>
      <ButtonLink href={PEOPLE_PATH}>Naar alle mensen</ButtonLink>
    </Page>
  );
}
