import type { Role } from '../../../shared-kernel/role.ts';
import { MomentText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Exact } from '../../../ui/show/exact.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { type InvitationState, type Standing, standingOf } from '../domain/invitation.ts';
import { ROLE_DESCRIPTIONS } from '../domain/roles.ts';
import { INVITATION_PATH } from './invitation-pages.tsx';
import { PEOPLE_PATH } from './people-pages.tsx';

export const INVITES_PATH = `${PEOPLE_PATH}/uitnodigingen`;
const CRUMBS = [{ href: PEOPLE_PATH, label: 'Mensen' }] as const;
const INVITE_CRUMBS = [...CRUMBS, { href: INVITES_PATH, label: 'Uitnodigingen' }] as const;

interface Row extends InvitationState {
  readonly id: string;
  readonly role: string;
  readonly personName: string | undefined;
  readonly invitedByName: string | undefined;
  readonly madeAt: Date;
}

const STANDING: Readonly<Record<Standing, string>> = {
  waits: 'wacht op een code',
  'has-code': 'de code werkt',
  used: 'gebruikt',
  withdrawn: 'ingetrokken',
  lapsed: 'verlopen',
};

const OPERATOR = 'wie In Beeld beheert';

/** Whom the organisation wants to let in, and how far that is. */
export function InvitesPage(props: {
  frame: PageFrame;
  rows: readonly Row[];
  found: number;
  page: number;
  pages: number;
  /** An identity provider says who comes in here: nobody is invited. */
  hasProvider: boolean;
  formKey: () => string;
  told: 'saved' | 'over' | undefined;
  at: Date;
}) {
  const { frame } = props;
  return (
    <Page
      frame={frame}
      title="Uitnodigingen"
      wide
      breadcrumbs={CRUMBS}
      lead="Wie nieuw is, komt binnen met een code en maakt dan een eigen toegangssleutel."
      status={
        props.told === 'saved' ? (
          <Alert kind="ok" title="opgeslagen">
            <p>Hieronder staat hoe het nu is.</p>
          </Alert>
        ) : props.told === 'over' ? (
          <Alert kind="warning" title="dat kan niet meer">
            <p>Deze uitnodiging is gebruikt, ingetrokken of verlopen. Er is niets gewijzigd.</p>
          </Alert>
        ) : undefined
      }
    >
      {props.hasProvider ? (
        <Alert kind="info">
          <p>Mensen van uw organisatie loggen in met het account van hun werk. Uitnodigen is dan niet nodig.</p>
        </Alert>
      ) : (
        <p>
          <ButtonLink href={`${INVITES_PATH}/nieuw`} emphasis="secondary">
            Nodig iemand uit
          </ButtonLink>
        </p>
      )}
      {props.rows.length === 0 ? (
        <EmptyState title="Er is nog niemand uitgenodigd">
          Na het uitnodigen stemt een tweede persoon in. Daarna staat de uitnodiging hier.
        </EmptyState>
      ) : (
        <Table
          caption={`Uitnodigingen: ${props.found}`}
          rows={props.rows}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Wie', cell: ({ personName }) => personName ?? 'een functioneel beheerder' },
            { header: 'Rol', cell: ({ role }) => ROLE_DESCRIPTIONS[role as Role].label },
            { header: 'Gevraagd door', cell: ({ invitedByName }) => invitedByName ?? OPERATOR },
            { header: 'Sinds', cell: ({ madeAt }) => <MomentText instant={madeAt} /> },
            {
              header: 'Stand',
              cell: (row) => (
                <>
                  {STANDING[standingOf(row, props.at)]}
                  {standingOf(row, props.at) === 'has-code' ? (
                    <>
                      {' '}
                      tot <MomentText instant={row.codeExpiresAt!} />
                    </>
                  ) : null}
                </>
              ),
            },
            {
              header: 'Actie',
              sortable: false,
              cell: (row) => <Deeds frame={frame} row={row} at={props.at} formKey={props.formKey} />,
            },
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `${INVITES_PATH}?pagina=${page}`} />
    </Page>
  );
}

/** What can still be done with an invitation. */
function Deeds(props: { frame: PageFrame; row: Row; at: Date; formKey: () => string }) {
  const { row, frame } = props;
  const standing = standingOf(row, props.at);
  if (standing !== 'waits' && standing !== 'has-code') return <>Niets meer</>;
  const who = row.personName ?? 'een functioneel beheerder';
  const deeds = [
    ...(row.invitedByName && row.lapsesAt > props.at
      ? [{ path: 'code', label: standing === 'has-code' ? 'Maak een nieuwe code' : 'Maak de code' }]
      : []),
    { path: 'intrekken', label: 'Trek in' },
  ];
  return (
    <>
      {deeds.map(({ path, label }) => (
        <Form
          key={path}
          frame={frame}
          action={`${INVITES_PATH}/${path}`}
          idempotencyKey={props.formKey()}
          label={`${label}: ${who}`}
        >
          <HiddenField name="uitnodiging" value={row.id} />
          <SubmitButton emphasis="secondary">
            {label}
            <span class="ib-hidden">{`: ${who}`}</span>
          </SubmitButton>
        </Form>
      ))}
    </>
  );
}

/** The code, this once. */
export function CodePage(props: { frame: PageFrame; code: string; expiresAt: Date }) {
  return (
    <Page
      frame={props.frame}
      title="De code"
      breadcrumbs={INVITE_CRUMBS}
      lead="U ziet deze code nu, en daarna nooit meer. Een eerdere code van deze uitnodiging werkt niet meer."
    >
      <Exact label="De code" text={props.code} />
      <BulletList
        items={[
          <>
            De code werkt één keer, tot <MomentText instant={props.expiresAt} />.
          </>,
          'Geef hem in een gesprek of door de telefoon, aan wie u herkent. Niet per mail of app: daar leest een ander mee.',
          `Degene typt de code in op de pagina ${INVITATION_PATH}, en maakt daar een toegangssleutel.`,
          'Ging het mis? Maak een nieuwe code, of trek de uitnodiging in.',
        ]}
      />
      <ButtonLink href={INVITES_PATH}>Naar alle uitnodigingen</ButtonLink>
    </Page>
  );
}

/** Asks a second person to agree that somebody new comes in. */
export function NewInvitePage(props: {
  frame: PageFrame;
  formKey: string;
  roles: readonly Role[];
  hasProvider: boolean;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const field = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={props.frame}
      title="Nodig iemand uit"
      breadcrumbs={INVITE_CRUMBS}
      lead="U vraagt het; een tweede persoon stemt in. Daarna maakt u een code, die u zelf doorgeeft."
      errors={props.errors}
    >
      {props.hasProvider ? (
        <>
          <Alert kind="info">
            <p>
              Mensen van uw organisatie loggen in met het account van hun werk. Geef een collega die al eens inlogde een
              rol.
            </p>
          </Alert>
          <ButtonLink href={`${PEOPLE_PATH}/rol-geven`} emphasis="primary">
            Geef een collega een rol
          </ButtonLink>
        </>
      ) : (
        <Form
          frame={props.frame}
          action={`${INVITES_PATH}/nieuw`}
          idempotencyKey={props.formKey}
          autocomplete="off"
          label="Iemand uitnodigen"
        >
          <TextField
            {...field}
            name="wie"
            label="Wie?"
            description="Voornaam en achternaam. Zo staat deze persoon in het logboek."
            width="medium"
          />
          <SelectField
            {...field}
            name="nieuweRol"
            label="Welke rol?"
            choices={props.roles.map((role) => ({ value: role, label: ROLE_DESCRIPTIONS[role].label }))}
          />
          <DateField
            {...field}
            name="laatsteDag"
            label="Tot en met welke dag?"
            optional="alleen voor een vervanger"
            description="Hoogstens veertien dagen. Daarna vervalt de rol vanzelf."
          />
          <TextArea
            {...field}
            name="reden"
            label="Waarom?"
            description="Bijvoorbeeld: begint maandag, of vervangt een zieke collega."
            rows={3}
          />
          <SubmitButton>Vraag een tweede persoon om in te stemmen</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
