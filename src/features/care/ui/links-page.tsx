import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { LINK_KINDS, type LinkKind } from '../domain/cases/case-link.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { CASES_PATH, caseTrail } from './case-words.ts';
import { ReachRules } from './reach-rules.tsx';

const LINK_WORDS: Readonly<Record<LinkKind, string>> = {
  partner: 'Partner',
  'parent-child': 'Ouder en kind',
  family: 'Andere familie',
  'same-situation': 'Uit dezelfde situatie',
};
const nameOf = ({ code }: { readonly code: string | undefined }) => code ?? 'dossier van een collega';

/** The cases that belong with this one. Each person has a file, consents and a plan of her own. */
export function LinksPage(props: {
  frame: PageFrame;
  code: string;
  safety: Safety | undefined;
  links: readonly { readonly id: string; readonly kind: LinkKind; readonly code: string | undefined }[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, links, values, errors } = props;
  const path = `${CASES_PATH}/${code}/bij-elkaar`;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Wie hoort bij elkaar?"
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="Een paar of een gezin heeft per persoon een dossier, met een eigen toestemming en een eigen plan. Wat de één vertelt, leest de ander niet."
    >
      <ReachRules code={code} safety={props.safety} />
      {links.length === 0 ? (
        <EmptyState title="Dit dossier staat op zichzelf">
          Werkt u ook aan het dossier van een partner of kind? Koppel het hier.
        </EmptyState>
      ) : (
        <>
          <Table
            caption="Dossiers die erbij horen"
            rows={links}
            rowKey={({ id }) => id}
            columns={[
              {
                header: 'Dossier',
                cell: (link) =>
                  link.code ? <Link href={`${CASES_PATH}/${link.code}`}>{link.code}</Link> : nameOf(link),
              },
              { header: 'Wat', cell: ({ kind }) => LINK_WORDS[kind] },
            ]}
          />
          <Form
            frame={frame}
            action={`${path}/los`}
            idempotencyKey={`${props.formKey}los`}
            label="Maak een koppeling los"
          >
            <SelectField
              {...field}
              name="koppelingMet"
              label="Welke hoort er niet bij?"
              choices={links.map((link) => ({ value: link.id, label: `${nameOf(link)}: ${LINK_WORDS[link.kind]}` }))}
            />
            <SubmitButton emphasis="secondary">Maak los</SubmitButton>
          </Form>
        </>
      )}
      <section class="ib-flow" aria-labelledby="nieuw">
        <Heading level={2} id="nieuw">
          Koppel een dossier
        </Heading>
        <Form frame={frame} action={path} idempotencyKey={props.formKey} autocomplete="off" label="Koppel een dossier">
          <TextField
            {...field}
            name="ander"
            label="Code van het andere dossier"
            description="Een dossier waaraan u ook werkt."
            width="short"
          />
          <SelectField
            {...field}
            name="samen"
            label="Hoe horen zij bij elkaar?"
            choices={LINK_KINDS.map((value) => ({ value, label: LINK_WORDS[value] }))}
          />
          <SubmitButton>Koppel</SubmitButton>
        </Form>
      </section>
    </Page>
  );
}
