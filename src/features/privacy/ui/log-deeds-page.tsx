import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import type { LoggedDeed } from '../domain/logged-deed.ts';
import { PRIVACY_CRUMB, Sealed } from './log-insight-page.tsx';
import { type LogContext, LogTable } from './log-table.tsx';

export const DEEDS_PATH = '/privacyloket/handelingen';

/** Everything that people of the organisation did or were refused, in a period. */
export function LogDeedsPage(props: {
  frame: PageFrame;
  context: LogContext;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  deeds: readonly LoggedDeed[];
  /** How many there are, in words when there are more than are counted. */
  total: string;
  page: number;
  pages: number;
  sealed: { readonly no: number; readonly at: Date } | undefined;
  /** The reader may look into the log of one person too. */
  maySearch: boolean;
  addressOf: (path: string, page?: number) => string;
}) {
  const { values, errors, addressOf } = props;
  return (
    <Page
      frame={props.frame}
      title="Alle handelingen"
      wide
      breadcrumbs={[PRIVACY_CRUMB]}
      lead="Wat mensen in uw organisatie deden, en wat hun werd geweigerd. Dat u hier kijkt, staat er zelf ook in."
      errors={errors}
    >
      <Filters action={DEEDS_PATH} clearHref={DEEDS_PATH}>
        <DateField name="van" label="Vanaf" optional values={values} errors={errors} />
        <DateField name="tot" label="Tot en met" optional values={values} errors={errors} />
        <SelectField
          name="uitkomst"
          label="Uitkomst"
          optional
          placeholder="Alles"
          choices={[
            { value: 'toegestaan', label: 'Toegestaan' },
            { value: 'geweigerd', label: 'Geweigerd' },
          ]}
          values={values}
          errors={errors}
        />
      </Filters>
      {errors && Object.keys(errors).length > 0 ? null : (
        <>
          <Sealed sealed={props.sealed} />
          {props.deeds.length === 0 ? (
            <EmptyState title="Geen handelingen gevonden">
              In deze periode staat er niets in het logboek dat hierbij past.
            </EmptyState>
          ) : (
            <LogTable
              caption={`Handelingen: ${props.total}`}
              deeds={props.deeds}
              context={props.context}
              maySearch={props.maySearch}
            />
          )}
          <Pagination page={props.page} pages={props.pages} hrefOf={(page) => addressOf(DEEDS_PATH, page)} />
          {props.deeds.length > 0 ? (
            <div class="utrecht-action-group">
              <ButtonLink href={addressOf(`${DEEDS_PATH}/logboek.csv`)} emphasis="secondary">
                Download deze lijst (CSV)
              </ButtonLink>
            </div>
          ) : null}
        </>
      )}
    </Page>
  );
}
