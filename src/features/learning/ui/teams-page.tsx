import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type ShownShare, SMALLEST_GROUP, TRAINED_PART } from '../domain/register-share.ts';
import type { Team } from '../domain/team.ts';
import { TRAINED_WORK_NAMES } from '../domain/training.ts';
import { TEAMS_PATH, TEAMS_TITLE, WORK_CHOICES } from './register-words.ts';

export interface Leader {
  readonly id: string;
  readonly name: string;
}

/** The share trained by work, and the teams it comes from. */
export function TeamsPage(props: {
  frame: PageFrame;
  teams: readonly Team[];
  leaders: readonly Leader[];
  shares: readonly ShownShare[];
  mayKeep: boolean;
  isOpen: boolean;
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
  saved: string | undefined;
  /** Below the register, such as what the recognition test shows of the municipality. */
  children?: preact.ComponentChildren;
}) {
  const { frame, teams, leaders, shares } = props;
  const leaderOf = (team: Team) => leaders.find(({ id }) => id === team.leaderId)?.name ?? 'nog niemand';
  return (
    <Page
      frame={frame}
      title={TEAMS_TITLE}
      wide
      lead="Hoeveel mensen de laatste 24 maanden zijn getraind, per soort werk. Het telt vanzelf mee in de aanpak, en vervalt vanzelf."
      errors={props.errors}
      status={
        props.saved ? (
          <Alert kind="ok">
            <p>{props.saved}</p>
          </Alert>
        ) : undefined
      }
    >
      {teams.length === 0 ? (
        <EmptyState
          title="Er zijn nog geen teams"
          next={props.mayKeep ? undefined : <ButtonLink href="/aanpak">Bekijk de aanpak</ButtonLink>}
        >
          {props.mayKeep
            ? 'Maak per soort werk een team: hoe heet het, en hoeveel mensen doen dit werk? Daarna kunt u een lijst met trainingen inlezen.'
            : 'De aandachtsfunctionaris of een teamleider maakt ze.'}
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Getraind, per soort werk"
            rows={shares}
            rowKey={({ work }) => work}
            columns={[
              { header: 'Werk', cell: ({ work }) => TRAINED_WORK_NAMES[work] },
              { header: 'Mensen', kind: 'number', cell: ({ people }) => <data value={people}>{people}</data> },
              {
                header: 'Getraind',
                kind: 'number',
                cell: ({ trained, people }) =>
                  trained === undefined ? (
                    <span class="ib-soft">te weinig mensen om te tonen</span>
                  ) : (
                    <data value={trained}>{`${trained} (${Math.round((100 * trained) / people)}%)`}</data>
                  ),
              },
            ]}
          />
          <Paragraph>
            {`Is in elk werk ten minste ${TRAINED_PART * 100}% getraind, dan staat K3.1 in de aanpak als werkend. Die grens is een keuze van In Beeld. Bij minder dan ${SMALLEST_GROUP} mensen staat hier geen aantal: dan was te zien wie het is.`}{' '}
            <Link href="/aanpak">Bekijk de aanpak</Link>
          </Paragraph>
          <Table
            caption="Teams"
            rows={teams}
            rowKey={({ id }) => id}
            columns={[
              {
                header: 'Team',
                cell: ({ id, name }) => (props.mayKeep ? <Link href={`${TEAMS_PATH}/${id}`}>{name}</Link> : name),
              },
              { header: 'Werk', cell: ({ work }) => TRAINED_WORK_NAMES[work] },
              { header: 'Mensen', kind: 'number', cell: ({ headcount }) => <data value={headcount}>{headcount}</data> },
              { header: 'Teamleider', cell: leaderOf },
            ]}
          />
        </>
      )}
      {props.mayKeep && props.isOpen ? (
        <>
          {teams.length > 0 ? (
            <ActionGroup>
              <ButtonLink href={`${TEAMS_PATH}/inlezen`}>Lees een lijst met trainingen in</ButtonLink>
            </ActionGroup>
          ) : null}
          <Disclosure summary="Maak een team" open={props.errors !== undefined || teams.length === 0}>
            <TeamForm {...props} action={TEAMS_PATH} button="Maak het team" />
          </Disclosure>
        </>
      ) : null}
      {props.isOpen ? null : (
        <Paragraph>
          Uw gemeente houdt nog niet bij wie getraind is. Dat kan als de startpoort voor Leren open is: de functionaris
          gegevensbescherming legt vast wat daarvoor is geregeld.
        </Paragraph>
      )}
      {props.children}
    </Page>
  );
}

export function TeamForm(props: {
  frame: PageFrame;
  action: string;
  button: string;
  leaders: readonly Leader[];
  formKey: string;
  values?: FieldValues | undefined;
  errors?: FieldErrors | undefined;
}) {
  const field = { values: props.values, errors: props.errors };
  const version = props.values?.versie;
  return (
    <Form frame={props.frame} action={props.action} idempotencyKey={props.formKey} label={props.button}>
      <TextField {...field} name="naam" label="Hoe heet het team?" />
      <SelectField {...field} name="werk" label="Welk werk doet het?" choices={WORK_CHOICES} />
      <TextField
        {...field}
        name="mensen"
        label="Hoeveel mensen doen dit werk hier?"
        description="Iedereen, ook wie nog niet is getraind. Daarvan rekenen wij het deel dat is getraind."
        inputMode="numeric"
        width="short"
      />
      <SelectField
        {...field}
        name="teamleider"
        label="Wie is de teamleider?"
        description="Die ziet tot wanneer iemand is getraind, en krijgt op tijd bericht."
        choices={props.leaders.map(({ id, name }) => ({ value: id, label: name }))}
        placeholder="Nog niemand"
        optional
      />
      <HiddenField name="versie" value={typeof version === 'string' ? version : '0'} />
      <SubmitButton>{props.button}</SubmitButton>
    </Form>
  );
}
