import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { MOST_PAPERS, PAPER_KINDS, type Paper } from '../domain/cases/paper.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { CASES_PATH, caseTrail } from './case-words.ts';
import { PAPER_WORDS } from './full-words.ts';
import { NotFull } from './not-full.tsx';
import { ReachRules } from './reach-rules.tsx';

export interface LetterLink {
  readonly href: string;
  readonly label: string;
  readonly about: string;
}

/** The documents of a case, and the letters there is a template for. */
export function PapersPage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  mayWrite: boolean;
  papers: readonly Paper[];
  letters: readonly LetterLink[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, papers, values, errors } = props;
  const path = `${CASES_PATH}/${code}/documenten`;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Documenten en brieven"
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="Documenten liggen verzegeld in de kluis van dit dossier. Dat iemand er een opent, komt in het logboek."
    >
      <ReachRules code={code} safety={props.safety} />
      {papers.length === 0 ? (
        <EmptyState title="Er zijn geen documenten">Bewaar alleen wat u voor het plan nodig hebt.</EmptyState>
      ) : (
        <Table
          caption="Documenten"
          rows={papers}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Wat',
              cell: ({ id, title }) => <Link href={`${path}/open?document=${id}`}>{title ?? 'gewist'}</Link>,
            },
            { header: 'Soort', cell: ({ kind }) => PAPER_WORDS[kind] },
            { header: 'Toegevoegd', kind: 'date', cell: ({ addedOn }) => <DateText date={addedOn} /> },
            { header: 'Door', cell: ({ addedByName }) => addedByName },
            {
              header: 'Virusscanner',
              cell: ({ scannedAt }) => (scannedAt ? 'nagekeken' : 'niet nagekeken'),
            },
          ]}
        />
      )}
      {props.mayWrite && papers.length < MOST_PAPERS ? (
        <section class="ib-flow" aria-labelledby="toevoegen">
          <Heading level={2} id="toevoegen">
            Voeg een document toe
          </Heading>
          <Form
            frame={frame}
            action={path}
            idempotencyKey={props.formKey}
            autocomplete="off"
            multipart
            label="Een document toevoegen"
          >
            <TextField
              {...field}
              name="titel"
              label="Wat is het?"
              description="Bijvoorbeeld: brief van de IND van 3 maart."
            />
            <SelectField
              {...field}
              name="soortDocument"
              label="Welke soort?"
              choices={PAPER_KINDS.map((value) => ({ value, label: PAPER_WORDS[value] }))}
            />
            <FileField
              name="bestand"
              label="Bestand"
              description="PDF, Word, OpenDocument, JPEG of PNG, hoogstens 20 MB. Hoe het bestand heet, bewaren wij niet."
              accept=".pdf,.docx,.odt,.jpg,.jpeg,.png"
              errors={errors}
            />
            <SubmitButton>Voeg toe</SubmitButton>
          </Form>
        </section>
      ) : null}
      {props.mayWrite ? null : <NotFull />}
      <section class="ib-flow" aria-labelledby="brieven">
        <Heading level={2} id="brieven">
          Brieven
        </Heading>
        <Alert kind="warning" title="een brief kan worden gevonden">
          <p>Stuur alleen een brief als dat veilig is, en kijk eerst hoe de persoon te bereiken is.</p>
        </Alert>
        <Table
          caption="Begin van een brief, om in Word af te maken"
          rows={props.letters}
          rowKey={({ href }) => href}
          columns={[
            { header: 'Brief', cell: ({ href, label }) => <Link href={href}>{label}</Link> },
            { header: 'Waarvoor', cell: ({ about }) => about },
          ]}
        />
      </section>
    </Page>
  );
}
