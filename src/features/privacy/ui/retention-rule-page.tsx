import { writePeriod } from '../../../shared-kernel/period-words.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { type Column, Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { CountedView, RuleView } from './retention-view.ts';
import { HOLD_PATH, MARK_WORDS, RETENTION_PATH, subjectWords } from './retention-words.ts';

/** One term: where it comes from, what is settled, the form to settle it, and what is counted under it. */
export function RetentionRulePage(props: {
  frame: PageFrame;
  formKey: string;
  rule: RuleView;
  atOnce: number;
  records: readonly CountedView[];
  page: number;
  hasMore: boolean;
  /** The officer for data protection: settles the term, and sees single records to hold one. Others see how many there are. */
  isOfficer: boolean;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { proposed, standing } = props.rule;
  const { values, errors } = props;
  const settled = standing?.settled;
  const path = `${RETENTION_PATH}/${proposed.id}`;
  return (
    <Page
      frame={props.frame}
      title={`Bewaartermijn: ${proposed.what}`}
      breadcrumbs={[
        { href: '/privacyloket', label: 'Privacyloket' },
        { href: RETENTION_PATH, label: 'Bewaartermijnen' },
      ]}
      errors={errors}
    >
      <DataList
        facts={[
          { label: 'Telt vanaf', value: proposed.starts },
          { label: 'Voorstel', value: writePeriod(proposed.period!) },
          { label: 'Bron van het voorstel', value: `${proposed.source} (${MARK_WORDS[proposed.mark]})` },
          ...proposed.alternatives.map((other) => ({
            label: 'Andere termijn',
            value: `${writePeriod(other.period)}: ${other.source}`,
          })),
          { label: 'Vastgesteld', value: settled ? writePeriod(settled.period) : 'nog niet: er wordt niets gewist' },
          {
            label: 'Categorie van de selectielijst',
            value: settled?.category ?? 'nog vast te stellen door archivaris en FG',
          },
          ...(settled
            ? [
                { label: 'Gevraagd en goedgekeurd door', value: `${settled.askedByName} en ${settled.agreedByName}` },
                { label: 'Sinds', value: <MomentText instant={settled.settledAt} /> },
              ]
            : []),
        ]}
      />
      {props.isOfficer ? (
        <>
          <Heading level={2}>{settled ? 'Verander de termijn' : 'Stel de termijn vast'}</Heading>
          <Paragraph>
            Met het voorstel zouden vandaag meteen <NumberText value={props.atOnce} /> gegevens worden gewist. Een
            tweede persoon (FG of CISO) leest uw verzoek na en beslist.
          </Paragraph>
          <Form frame={props.frame} action={path} idempotencyKey={props.formKey} label="Termijn vaststellen">
            <TextField name="aantal" label="Hoeveel?" values={values} errors={errors} />
            <SelectField
              name="eenheid"
              label="Dagen, maanden of jaren"
              values={values}
              errors={errors}
              choices={[
                { value: 'D', label: 'dagen' },
                { value: 'M', label: 'maanden' },
                { value: 'Y', label: 'jaren' },
              ]}
            />
            <TextField
              name="categorie"
              label="Categorie van de selectielijst"
              description="Vraag de archivaris welke het is."
              values={values}
              errors={errors}
            />
            <TextArea
              name="reden"
              label="Waarom deze termijn?"
              description="De tweede persoon leest dit. Noem geen personen."
              rows={3}
              values={values}
              errors={errors}
            />
            <SubmitButton>Leg voor aan een tweede persoon</SubmitButton>
          </Form>
        </>
      ) : null}
      {props.isOfficer ? <Counted {...props} path={path} /> : <HowMany kept={standing?.kept ?? 0} />}
    </Page>
  );
}

function HowMany(props: { kept: number }) {
  return (
    <>
      <Heading level={2}>Wat hieronder valt</Heading>
      <Paragraph>
        Aantal gegevens: <NumberText value={props.kept} />. De FG ziet ze één voor één, zonder wat erin staat.
      </Paragraph>
    </>
  );
}

function Counted(props: { records: readonly CountedView[]; page: number; hasMore: boolean; path: string }) {
  const { path } = props;
  return (
    <>
      <Heading level={2}>Wat hieronder valt</Heading>
      {props.records.length === 0 ? (
        <EmptyState title="Hier valt nu niets onder">
          Zodra er iets wordt vastgelegd waarvoor deze termijn geldt, ziet u hier tot wanneer het blijft.
        </EmptyState>
      ) : (
        <Table
          caption="Gegevens met deze termijn, wat eerst weggaat bovenaan"
          columns={COLUMNS}
          rows={props.records}
          rowKey={({ id }) => id}
        />
      )}
      {props.page > 1 || props.hasMore ? (
        <p>
          {props.page > 1 ? <Link href={`${path}?pagina=${props.page - 1}`}>Vorige</Link> : null}
          {props.page > 1 && props.hasMore ? ' · ' : null}
          {props.hasMore ? <Link href={`${path}?pagina=${props.page + 1}`}>Volgende</Link> : null}
        </p>
      ) : null}
    </>
  );
}

const COLUMNS: readonly Column<CountedView>[] = [
  { header: 'Wat', cell: ({ subjectKind }) => subjectWords(subjectKind) },
  { header: 'Telt vanaf', kind: 'date', cell: ({ startsOn }) => <DateText date={startsOn} /> },
  {
    header: 'Blijft tot',
    kind: 'date',
    cell: ({ endsOn }) => (endsOn ? <DateText date={endsOn} /> : 'nog niet vastgesteld'),
  },
  {
    header: 'Uitstel tot',
    kind: 'date',
    cell: ({ heldUntil }) => (heldUntil ? <DateText date={heldUntil} /> : 'geen'),
  },
  {
    header: 'Doen',
    sortable: false,
    cell: ({ id, startsOn }) => (
      <Link href={`${HOLD_PATH}/${id}`}>
        Uitstel voor <DateText date={startsOn} />
      </Link>
    ),
  },
];
