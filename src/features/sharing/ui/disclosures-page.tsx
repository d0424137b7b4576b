import { MomentText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { DISCLOSURES_PATH } from './sharing-words.ts';

/** One line of the list, in words. */
export interface DisclosureView {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
  readonly how: string;
  readonly receiver: string;
  readonly what: string;
  readonly classes: string;
  readonly basis: string;
  readonly consent: string;
  readonly policy: string;
  readonly state: string;
}

/** What the organisation shared: who, what kind of data, with whom, on which basis, with which consent and under which policy. */
export function DisclosuresPage(props: {
  frame: PageFrame;
  disclosures: readonly DisclosureView[];
  total: number;
  page: number;
  pages: number;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  addressOf: (path: string, page?: number) => string;
}) {
  const { values, errors, addressOf } = props;
  return (
    <Page
      frame={props.frame}
      title="Verstrekkingen"
      wide
      breadcrumbs={[{ href: '/privacyloket', label: 'Privacyloket' }]}
      lead="Wat uw organisatie met anderen deelde, en waarom dat mocht. Wat erin stond en over wie, staat hier nooit."
      errors={errors}
    >
      <Filters action={DISCLOSURES_PATH} clearHref={DISCLOSURES_PATH}>
        <DateField name="van" label="Vanaf" optional values={values} errors={errors} />
        <DateField name="tot" label="Tot en met" optional values={values} errors={errors} />
        <SelectField
          name="hoe"
          label="Hoe gedeeld"
          optional
          placeholder="Alles"
          choices={[
            { value: 'verstuurd', label: 'Verstuurd met In Beeld' },
            { value: 'verteld', label: 'Zelf vastgelegd bij Mag ik dit delen?' },
          ]}
          values={values}
          errors={errors}
        />
        <SelectField
          name="toestemming"
          label="Toestemming"
          optional
          placeholder="Alles"
          choices={[
            { value: 'met', label: 'Met toestemming' },
            { value: 'zonder', label: 'Zonder toestemming' },
          ]}
          values={values}
          errors={errors}
        />
      </Filters>
      {props.disclosures.length === 0 ? (
        <EmptyState title="Niets gevonden">
          Er is in deze periode niets gedeeld dat hierbij past.{' '}
          <Link href="/privacyloket/handelingen">Bekijk alle handelingen</Link>.
        </EmptyState>
      ) : (
        <>
          <Paragraph>
            <NumberText value={props.total} /> keer, het nieuwste eerst.
          </Paragraph>
          <Table
            caption="Wat is gedeeld"
            columns={[
              { header: 'Wanneer', kind: 'date', namesRow: true, cell: ({ at }) => <MomentText instant={at} /> },
              { header: 'Wie', cell: ({ who }) => who },
              {
                header: 'Wat',
                cell: ({ what, classes }) => (
                  <>
                    {what}
                    <span class="ib-soft"> {classes}</span>
                  </>
                ),
              },
              { header: 'Met wie', cell: ({ receiver }) => receiver },
              { header: 'Grondslag', cell: ({ basis }) => basis },
              { header: 'Toestemming', cell: ({ consent }) => consent },
              {
                header: 'Regels van toen',
                cell: ({ policy, how, state }) => (
                  <>
                    {policy}
                    <span class="ib-soft">
                      {' '}
                      {how}
                      {state ? `, ${state}` : ''}
                    </span>
                  </>
                ),
              },
            ]}
            rows={props.disclosures}
            rowKey={({ id }) => id}
          />
          <Pagination page={props.page} pages={props.pages} hrefOf={(page) => addressOf(DISCLOSURES_PATH, page)} />
          <div class="utrecht-action-group">
            <ButtonLink href={addressOf(`${DISCLOSURES_PATH}/lijst.csv`)} emphasis="secondary">
              Download deze lijst (CSV)
            </ButtonLink>
          </div>
        </>
      )}
    </Page>
  );
}
