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
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Team } from '../domain/team.ts';
import { TRAINED_WORK_NAMES, type TrainingFacts } from '../domain/training.ts';
import { PROVIDER_CHOICES, PROVIDER_NAMES, TRAINING_PATH, TRAINING_TITLE, WORK_CHOICES } from './register-words.ts';

/** A certificate as its owner sees it. */
export interface OwnCertificate {
  readonly number: string;
  readonly pathTitle: string;
  readonly issuedOn: PlainDate;
  readonly validUntil: PlainDate;
}

interface Typed {
  readonly values?: FieldValues;
  readonly errors?: FieldErrors;
}

/** What somebody followed, until when it counts, and in which team she works: hers, and seen by nobody else in this detail. */
export function TrainingPage(props: {
  frame: PageFrame;
  today: PlainDate;
  team: Team | undefined;
  teams: readonly Team[];
  trainings: readonly (TrainingFacts & { readonly id: string })[];
  certificates: readonly OwnCertificate[];
  /** The municipality settled what must be settled before it keeps track of who learned. */
  isOpen: boolean;
  joinKey: string;
  formKey: string;
  join: Typed;
  elsewhere: Typed;
  saved: boolean;
}) {
  const { frame, today, trainings, elsewhere, join } = props;
  const errors = elsewhere.errors ?? join.errors;
  const isValid = (validUntil: PlainDate) => validUntil > today;
  return (
    <Page
      frame={frame}
      title={TRAINING_TITLE}
      lead="Wat u volgde en tot wanneer het telt. Uw teamleider ziet alleen de laatste dag."
      errors={errors}
      status={
        props.saved ? (
          <Alert kind="ok">
            <p>Het staat erin.</p>
          </Alert>
        ) : undefined
      }
    >
      {trainings.length === 0 ? (
        <EmptyState
          title="Er staat nog geen training van u"
          next={<ButtonLink href="/leren">Begin met leren</ButtonLink>}
        >
          {props.isOpen
            ? 'Slaagt u voor een leerpad, dan staat het hier vanzelf. Volgde u elders een training? Vul die hieronder in.'
            : 'Wat u haalde, staat bij uw leerpaden. Waarom het hier niet staat, leest u hieronder.'}
        </EmptyState>
      ) : (
        <Table
          caption="Uw trainingen"
          rows={trainings}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Training', cell: ({ course }) => course },
            { header: 'Van', cell: ({ provider }) => PROVIDER_NAMES[provider] },
            { header: 'Voor', cell: ({ work }) => TRAINED_WORK_NAMES[work] },
            { header: 'Gevolgd', kind: 'date', cell: ({ followedOn }) => <DateText date={followedOn} /> },
            { header: 'Geldig tot', kind: 'date', cell: ({ validUntil }) => <DateText date={validUntil} /> },
            {
              header: 'Stand',
              cell: ({ validUntil }) =>
                isValid(validUntil) ? (
                  <StatusBadge kind="ok" label="Telt mee" />
                ) : (
                  <StatusBadge kind="warning" label="Telt niet meer" />
                ),
            },
          ]}
        />
      )}
      {props.certificates.length > 0 ? (
        <Table
          caption="Uw certificaten"
          rows={props.certificates}
          rowKey={({ number }) => number}
          columns={[
            { header: 'Leerpad', cell: ({ pathTitle }) => pathTitle },
            {
              header: 'Certificaat',
              cell: ({ number }) => <Link href={`/leren/certificaat/${number}`}>{`${number} (PDF)`}</Link>,
            },
            { header: 'Gehaald', kind: 'date', cell: ({ issuedOn }) => <DateText date={issuedOn} /> },
            { header: 'Geldig tot', kind: 'date', cell: ({ validUntil }) => <DateText date={validUntil} /> },
          ]}
        />
      ) : null}
      <section class="ib-flow" aria-labelledby="team">
        <Heading level={2} id="team">
          Uw team
        </Heading>
        {props.teams.length === 0 ? (
          <Paragraph>In uw gemeente zijn nog geen teams. De aandachtsfunctionaris of uw teamleider maakt ze.</Paragraph>
        ) : props.isOpen ? (
          <Form frame={frame} action={`${TRAINING_PATH}/team`} idempotencyKey={props.joinKey} label="Uw team">
            <SelectField
              name="team"
              label="In welk team werkt u?"
              description="Zo telt uw training mee voor uw werk."
              choices={props.teams.map(({ id, name, work }) => ({
                value: id,
                label: `${name} (${TRAINED_WORK_NAMES[work]})`,
              }))}
              values={join.values ?? { team: props.team?.id }}
              errors={join.errors}
            />
            <SubmitButton emphasis="secondary">Bewaar uw team</SubmitButton>
          </Form>
        ) : (
          <Paragraph>{props.team ? `U werkt in ${props.team.name}.` : 'U hebt nog geen team gekozen.'}</Paragraph>
        )}
      </section>
      {props.isOpen ? (
        <Disclosure summary="Volgde u elders een training? Die telt ook" open={elsewhere.errors !== undefined}>
          <Form
            frame={frame}
            action={`${TRAINING_PATH}/elders`}
            idempotencyKey={props.formKey}
            label="Training van elders"
          >
            <SelectField
              name="werk"
              label="Voor welk werk was de training?"
              choices={WORK_CHOICES}
              values={elsewhere.values ?? { werk: props.team?.work }}
              errors={elsewhere.errors}
            />
            <TextField name="cursus" label="Hoe heet de training?" {...elsewhere} />
            <SelectField name="aanbieder" label="Wie gaf de training?" choices={PROVIDER_CHOICES} {...elsewhere} />
            <DateField name="gevolgdOp" label="Wanneer volgde u de training?" {...elsewhere} />
            <DateField
              name="geldigTot"
              label="Tot wanneer is de training geldig?"
              description="Leeg is 24 maanden."
              optional
              {...elsewhere}
            />
            <SubmitButton>Zet de training erin</SubmitButton>
          </Form>
        </Disclosure>
      ) : (
        <Paragraph>
          Uw gemeente houdt nog niet bij wie getraind is. Daarvoor moet eerst een aantal dingen zijn geregeld, zoals de
          instemming van de ondernemingsraad. Leren kan al wel.
        </Paragraph>
      )}
      <Paragraph>
        Wat u bij een leerpad antwoordt, ziet alleen u. Twee jaar nadat u voor het laatst iets deed, wordt het gewist
        als uw gemeente die termijn heeft vastgesteld.
      </Paragraph>
    </Page>
  );
}
