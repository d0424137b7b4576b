import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Team } from '../domain/team.ts';
import { TRAINED_WORK_NAMES } from '../domain/training.ts';
import { PROVIDER_CHOICES, TEAMS_PATH, TEAMS_TITLE } from './register-words.ts';
import { type Leader, TeamForm } from './teams-page.tsx';

const CRUMBS = [{ href: TEAMS_PATH, label: TEAMS_TITLE }];

interface Typed {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
}

/** One team: for its leader until when each is trained, and for who keeps the register a colleague to add. */
export function TeamPage(props: {
  frame: PageFrame;
  today: PlainDate;
  team: Team;
  leaders: readonly Leader[];
  members:
    | readonly { readonly id: string; readonly name: string; readonly validUntil: PlainDate | undefined }[]
    | undefined;
  page: number;
  pages: number;
  isOpen: boolean;
  teamKey: string;
  formKey: string;
  changing: Typed;
  colleague: Typed;
  saved: boolean;
}) {
  const { frame, team, today, members, colleague, changing } = props;
  const path = `${TEAMS_PATH}/${team.id}`;
  return (
    <Page
      frame={frame}
      title={team.name}
      breadcrumbs={CRUMBS}
      lead={`${TRAINED_WORK_NAMES[team.work]}, ${team.headcount} ${team.headcount === 1 ? 'mens' : 'mensen'}.`}
      errors={colleague.errors ?? changing.errors}
      status={
        props.saved ? (
          <Alert kind="ok">
            <p>Het staat erin.</p>
          </Alert>
        ) : undefined
      }
    >
      {members === undefined ? (
        <Paragraph>Tot wanneer iemand is getraind, ziet alleen de teamleider van dit team.</Paragraph>
      ) : members.length === 0 ? (
        <EmptyState title="Van dit team staat nog niemand in het register">
          Wie een leerpad haalt en dit team kiest, komt er vanzelf in. Of zet een training van elders erin.
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Tot wanneer iemand is getraind"
            rows={members}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Naam', cell: ({ name }) => name },
              {
                header: 'Geldig tot',
                kind: 'date',
                cell: ({ validUntil }) => (validUntil ? <DateText date={validUntil} /> : 'nog niet getraind'),
              },
              {
                header: 'Stand',
                cell: ({ validUntil }) =>
                  validUntil !== undefined && validUntil > today ? (
                    <StatusBadge kind="ok" label="Getraind" />
                  ) : (
                    <StatusBadge kind="warning" label={validUntil ? 'Verlopen' : 'Nog niet'} />
                  ),
              },
            ]}
          />
          <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `${path}?pagina=${page}`} />
        </>
      )}
      {props.isOpen ? (
        <Disclosure summary="Zet een training van een collega erin" open={colleague.errors !== undefined}>
          <Form
            frame={frame}
            action={`${path}/training`}
            idempotencyKey={props.formKey}
            autocomplete="off"
            label="Training van een collega"
          >
            <TextField {...colleague} name="naam" label="Naam" autocomplete="off" />
            <TextField
              {...colleague}
              name="email"
              label="E-mail op het werk"
              description="Zo herkennen wij iemand de volgende keer. Wij sturen er niets heen."
              type="email"
              autocomplete="off"
            />
            <TextField {...colleague} name="cursus" label="Hoe heet de training?" />
            <SelectField {...colleague} name="aanbieder" label="Wie gaf de training?" choices={PROVIDER_CHOICES} />
            <DateField {...colleague} name="gevolgdOp" label="Gevolgd op" />
            <DateField {...colleague} name="geldigTot" label="Geldig tot" description="Leeg is 24 maanden." optional />
            <DateField
              {...colleague}
              name="begonnenOp"
              label="Begonnen in dit werk op"
              description="Zo blijkt of nieuwe mensen op tijd worden getraind."
              optional
            />
            <SubmitButton>Zet de training erin</SubmitButton>
          </Form>
        </Disclosure>
      ) : null}
      {props.isOpen ? (
        <Disclosure summary="Wijzig het team" open={changing.errors !== undefined}>
          <TeamForm
            frame={frame}
            action={path}
            button="Bewaar het team"
            leaders={props.leaders}
            formKey={props.teamKey}
            values={
              changing.values ?? {
                naam: team.name,
                werk: team.work,
                mensen: String(team.headcount),
                teamleider: team.leaderId,
                versie: String(team.version),
              }
            }
            errors={changing.errors}
          />
        </Disclosure>
      ) : null}
    </Page>
  );
}
