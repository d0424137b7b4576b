import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { Condition } from '../domain/match.ts';
import type { Placement } from '../domain/placement.ts';
import type { PlaceRequest } from '../domain/request.ts';
import { Competing } from './choose-page.tsx';
import { CONDITION_WORDS, typesWord, URGENCY_WORDS } from './request-words.ts';

/** For which request a place was found on the telephone. Nobody is opened by looking at the list. */
export function TiePage(props: {
  frame: PageFrame;
  placement: Placement;
  rows: readonly PlaceRequest[];
  /** Which of them have a place already. */
  placedIds: ReadonlySet<string>;
  page: number;
  pages: number;
  formKey: string;
  /** What the person must have and this place does not give, and which other requests it suits too; undefined when nobody looked. */
  toWeigh: { readonly conditions: readonly Condition[]; readonly competing: readonly string[] } | undefined;
  values: FieldValues;
  errors: FieldErrors;
}) {
  const { frame, placement, values, errors } = props;
  const { conditions = [], competing = [] } = props.toWeigh ?? {};
  const held = `/plaatsen/plaatsingen/${placement.id}`;
  const path = `${held}/aanvraag`;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Voor welke aanvraag is deze plek?"
      wide
      errors={errors}
      breadcrumbs={[
        { href: '/plaatsen', label: 'Vrije plekken' },
        { href: held, label: `Plaatsing ${placement.code}` },
      ]}
      status={
        <>
          {conditions.length > 0 ? (
            <Alert kind="warning" title="deze plek past niet bij wat deze persoon nodig heeft">
              <BulletList items={conditions.map((each) => CONDITION_WORDS[each])} />
              <p>Klopt het kenmerk? Is er geen andere plek, spreek dan met de opvang af hoe het toch kan.</p>
            </Alert>
          ) : null}
          {competing.length > 0 ? <Competing codes={competing} /> : null}
        </>
      }
      lead="De plek is al geblokkeerd. Leg nu vast voor wie, en op welke grond: de toestemming of het noodgeval bij de aanvraag."
    >
      <Form frame={frame} action={path} idempotencyKey={props.formKey} label="Koppel een aanvraag">
        <HiddenField name="versie" value={String(placement.version)} />
        <TextField {...field} name="kenmerk" label="Kenmerk van de aanvraag" width="medium" />
        {conditions.length > 0 ? (
          <Checkbox {...field} name="toch" label="Ik weet dit, en laat de persoon hier" />
        ) : null}
        {conditions.length + competing.length > 0 ? (
          <TextArea
            {...field}
            name="waarom"
            label="Waarom deze plek?"
            description="Noem geen naam. Dit blijft bij de keuze staan."
          />
        ) : null}
        <SubmitButton>Koppel deze aanvraag</SubmitButton>
      </Form>
      <Paragraph>
        Is er nog geen aanvraag? <ButtonLink href={`${path}/nieuw`}>Maak haar nu</ButtonLink>
      </Paragraph>
      <Heading level={2}>Open aanvragen</Heading>
      {props.rows.length === 0 ? (
        <EmptyState title="Er is nu geen open aanvraag">Maak een nieuwe aanvraag.</EmptyState>
      ) : (
        <Table
          caption="Open aanvragen"
          captionHidden
          rows={props.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              header: 'Kenmerk',
              cell: ({ id, code }) =>
                props.placedIds.has(id) ? (
                  <>
                    {code} <StatusBadge kind="neutral" label="heeft een plek" />
                  </>
                ) : (
                  <Link href={`${path}?kenmerk=${code}`}>{`Kies ${code}`}</Link>
                ),
            },
            { header: 'Gevraagd', kind: 'date', cell: ({ openedAt }) => <MomentText instant={openedAt} /> },
            { header: 'Hoe snel', cell: ({ urgency }) => URGENCY_WORDS[urgency].label },
            { header: 'Eerste nacht', kind: 'date', cell: ({ from }) => <DateText date={from} /> },
            { header: 'Soort', cell: ({ types }) => typesWord(types) },
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `${path}?pagina=${page}`} />
    </Page>
  );
}
