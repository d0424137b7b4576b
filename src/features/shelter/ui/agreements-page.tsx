import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { type AgreementKind, ELEMENT_OF, holdsOn, type ShelterAgreement } from '../domain/agreement.ts';
import type { Word } from './shelter-words.ts';
import { choicesOf } from './shelter-words.ts';

const PATH = '/opvangafspraken';
export const AGREEMENT_WORDS: Readonly<Record<AgreementKind, Word>> = {
  route: { label: 'De route naar opvang is dag en nacht bekend', value: 'route' },
  places: { label: 'Plekken, met een opvang of via de centrumgemeente', value: 'plekken' },
};

/** What a municipality agreed about shelter, until when, and which part of the approach it answers. */
export function AgreementsPage(props: {
  frame: PageFrame;
  agreements: readonly ShelterAgreement[];
  today: PlainDate;
  mayRecord: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, today } = props;
  const field = { values: props.values, errors: props.errors };
  return (
    <Page
      frame={frame}
      title="Opvangafspraken"
      wide
      errors={props.errors}
      lead="Wat uw gemeente afsprak over opvang, en tot wanneer. Een afspraak telt mee in de aanpak en vervalt vanzelf op haar einddatum."
    >
      {props.agreements.length === 0 ? (
        <EmptyState title="Er is nog geen afspraak vastgelegd">
          Leg vast met wie u een route of plekken afsprak.
        </EmptyState>
      ) : (
        <Table
          caption={props.agreements.length === 1 ? '1 afspraak' : `${props.agreements.length} afspraken`}
          rows={props.agreements}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Met', cell: ({ withName }) => withName },
            {
              header: 'Wat',
              cell: ({ kind, places }) => `${AGREEMENT_WORDS[kind].label}${places === undefined ? '' : `: ${places}`}`,
            },
            {
              header: 'Telt mee bij',
              cell: ({ kind }) => ELEMENT_OF[kind],
            },
            { header: 'Besloten', kind: 'date', cell: ({ decidedOn }) => <DateText date={decidedOn} /> },
            { header: 'Tot', kind: 'date', cell: ({ validUntil }) => <DateText date={validUntil} /> },
            {
              header: 'Stand',
              cell: (each) =>
                holdsOn(each, today) ? (
                  <StatusBadge kind="ok" label="geldt" />
                ) : (
                  <StatusBadge kind="neutral" label={each.endedOn ? 'beëindigd' : 'verlopen'} />
                ),
            },
          ]}
        />
      )}
      {props.mayRecord ? (
        <>
          <Heading level={2}>Leg een afspraak vast</Heading>
          <Form frame={frame} action={PATH} idempotencyKey={props.formKey} label="Leg een afspraak vast">
            <Radios {...field} name="soort" label="Wat sprak u af?" choices={choicesOf(AGREEMENT_WORDS)} />
            <TextField
              {...field}
              name="met"
              label="Met welke organisatie?"
              description="De opvang of de centrumgemeente. Noem geen persoon."
            />
            <TextField
              {...field}
              name="plekken"
              label="Hoeveel plekken?"
              optional="alleen bij plekken"
              inputMode="numeric"
              width="short"
            />
            <DateField {...field} name="besloten" label="Wanneer is het besloten?" />
            <DateField {...field} name="tot" label="Tot wanneer geldt het?" />
            <SubmitButton>Leg vast</SubmitButton>
          </Form>
        </>
      ) : null}
      {props.mayRecord && props.agreements.length > 0 ? (
        <>
          <Heading level={2}>Beëindig een afspraak</Heading>
          <Form
            frame={frame}
            action={`${PATH}/beeindigen`}
            idempotencyKey={`${props.formKey}b`}
            label="Beëindig een afspraak"
          >
            <SelectField
              {...field}
              name="opvangafspraak"
              label="Welke afspraak geldt niet meer?"
              choices={props.agreements
                .filter((each) => holdsOn(each, today))
                .map((each) => ({ value: each.id, label: `${each.withName}: ${AGREEMENT_WORDS[each.kind].label}` }))}
            />
            <SubmitButton emphasis="secondary">Beëindig</SubmitButton>
          </Form>
        </>
      ) : null}
      <Paragraph kind="small">
        Waar een opvang is, hoort hier niet: zet er geen adres in. Deze lijst ziet alleen uw gemeente.
      </Paragraph>
    </Page>
  );
}
