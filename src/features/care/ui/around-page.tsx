import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { AROUND_PARTS, type Around, contestedAuthority, STANDINGS } from '../domain/cases/around.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { CASES_PATH, caseTrail } from './case-words.ts';
import { PART_WORDS, STANDING_OF_WORDS } from './full-words.ts';
import { NotFull } from './not-full.tsx';
import { ReachRules } from './reach-rules.tsx';

/** Who must not be told or asked anything, above whatever is done. */
export function ContestedAuthority({ people }: { people: readonly Around[] }) {
  const contested = contestedAuthority(people);
  if (contested.length === 0) return null;
  return (
    <Alert kind="error" isUrgent title="vertel en vraag deze mensen niets">
      <ul class="utrecht-unordered-list">
        {contested.map(({ id, part, content }) => (
          <li key={id}>
            {PART_WORDS[part]}: {content?.name ?? 'gewist'}
          </li>
        ))}
      </ul>
      <p>
        Hun gezag of hun rol is omstreden. Overleg met Veilig Thuis of de Raad voor de Kinderbescherming voordat u iets
        deelt. Wees een rechter een voogd aan? Schrijf die ook op; is contact met de voogd veilig, dan kan de voogd
        toestemming geven.
      </p>
    </Alert>
  );
}

/** Who is around the person, and whether contact with them is safe. */
export function AroundPage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  mayWrite: boolean;
  people: readonly Around[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, people, values, errors } = props;
  const path = `${CASES_PATH}/${code}/mensen`;
  const field = { values, errors };
  const now = people.filter(({ endedOn }) => !endedOn);
  return (
    <Page
      frame={frame}
      title="Mensen eromheen"
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="Wie helpt, wie heeft het gezag, en met wie is contact niet veilig? Twijfelt u? Kies «nog niet bekend»."
    >
      <ReachRules code={code} safety={props.safety} />
      <ContestedAuthority people={people} />
      {people.length === 0 ? (
        <EmptyState title="Er staat nog niemand">Schrijf alleen op wie u voor het plan nodig hebt.</EmptyState>
      ) : (
        <Table
          caption="Mensen om de persoon heen"
          rows={people}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Wie', cell: ({ content }) => content?.name ?? 'gewist' },
            { header: 'Is', cell: ({ part }) => PART_WORDS[part] },
            {
              header: 'Contact',
              cell: ({ standing, endedOn }) =>
                endedOn ? (
                  <>
                    niet meer betrokken sinds <DateText date={endedOn} />
                  </>
                ) : (
                  <StatusBadge {...STANDING_OF_WORDS[standing]} />
                ),
            },
            {
              header: 'Te bereiken op',
              cell: ({ content, standing }) =>
                standing === 'trusted' ? content?.reach || 'onbekend' : 'neem geen contact op',
            },
            { header: 'Om te weten', cell: ({ content }) => content?.note || '' },
          ]}
        />
      )}
      {now.length > 0 ? (
        <section class="ib-flow" aria-labelledby="wijzigen">
          <Heading level={2} id="wijzigen">
            Er is iets veranderd
          </Heading>
          <Form
            frame={frame}
            action={`${path}/wijzigen`}
            idempotencyKey={`${props.formKey}wijzig`}
            label="Er is iets veranderd"
          >
            <SelectField
              {...field}
              name="mens"
              label="Bij wie?"
              choices={now.map(({ id, part, content }) => ({
                value: id,
                label: `${content?.name ?? 'gewist'} (${PART_WORDS[part].toLowerCase()})`,
              }))}
            />
            <SelectField
              {...field}
              name="nu"
              label="Hoe is het nu?"
              choices={[
                ...STANDINGS.map((value) => ({ value, label: STANDING_OF_WORDS[value].label })),
                { value: 'gone', label: 'niet meer betrokken' },
              ]}
            />
            <SubmitButton emphasis="secondary">Bewaar</SubmitButton>
          </Form>
        </section>
      ) : null}
      {props.mayWrite ? (
        <section class="ib-flow" aria-labelledby="nieuw">
          <Heading level={2} id="nieuw">
            Voeg iemand toe
          </Heading>
          <Form frame={frame} action={path} idempotencyKey={props.formKey} autocomplete="off" label="Voeg iemand toe">
            <TextField {...field} name="naamVan" label="Naam" width="medium" />
            <SelectField
              {...field}
              name="isWat"
              label="Wat is deze persoon?"
              choices={AROUND_PARTS.map((value) => ({ value, label: PART_WORDS[value] }))}
            />
            <Radios
              {...field}
              name="contact"
              label="Is contact veilig?"
              description="Is het gezag of de rol van een ouder, voogd of vertegenwoordiger omstreden? Dan vraagt en vertelt niemand iets."
              choices={STANDINGS.map((value) => ({ value, label: STANDING_OF_WORDS[value].label }))}
            />
            <TextField {...field} name="bereik" label="Te bereiken op" width="medium" optional />
            <TextArea {...field} name="weten" label="Wat moet een vervanger weten?" rows={2} optional />
            <SubmitButton>Voeg toe</SubmitButton>
          </Form>
        </section>
      ) : (
        <NotFull />
      )}
    </Page>
  );
}
