import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { InspectionStatus } from '../domain/inspection.ts';
import type { Sector } from '../domain/signal-report.ts';
import { INSPECTION_STATUS_WORDS } from './enforcement-words.ts';
import { choicesOf, orUnknown, SECTOR_WORDS } from './signal-words.ts';

const CRUMBS = [{ href: '/meldingen', label: 'Meldingen' }] as const;

/** The inspections of a municipality, the latest first. Addresses stand on the page of each. */
export function InspectionsPage(props: {
  readonly frame: PageFrame;
  readonly inspections: readonly {
    readonly id: string;
    readonly theme: string;
    readonly sector: Sector;
    readonly plannedOn: PlainDate;
    readonly status: InspectionStatus;
  }[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}) {
  return (
    <Page
      frame={props.frame}
      title="Controles"
      breadcrumbs={CRUMBS}
      wide
      lead="Controles met meer partners. Geen controle zonder bed: eerst is geregeld waar mensen slapen, wie tolkt en wie helpt."
    >
      <ActionGroup>
        <ButtonLink href="/meldingen/controles/nieuw" emphasis="primary">
          Plan een controle
        </ButtonLink>
        <ButtonLink href="/meldingen/sluitingen">Bekijk sluitingen</ButtonLink>
      </ActionGroup>
      {props.inspections.length === 0 ? (
        <EmptyState title="Er is nog geen controle gepland">
          Plan er een op een thema, een soort plek of één adres.
        </EmptyState>
      ) : (
        <Table
          caption={props.total === 1 ? '1 controle' : `${props.total} controles`}
          rows={props.inspections}
          rowKey={({ id }) => id}
          columns={[
            { header: 'Thema', cell: ({ id, theme }) => <Link href={`/meldingen/controles/${id}`}>{theme}</Link> },
            { header: 'Soort plek', cell: ({ sector }) => orUnknown(SECTOR_WORDS, sector) },
            { header: 'Dag', kind: 'date', cell: ({ plannedOn }) => <DateText date={plannedOn} /> },
            { header: 'Stand', cell: ({ status }) => <StatusBadge {...INSPECTION_STATUS_WORDS[status]} /> },
          ]}
        />
      )}
      <Pagination page={props.page} pages={props.pages} hrefOf={(page) => `/meldingen/controles?pagina=${page}`} />
    </Page>
  );
}

/** A form to plan an inspection: about a theme, a kind of place, or one address. */
export function PlanInspectionPage(props: {
  readonly frame: PageFrame;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly formKey: string;
}) {
  const { frame, values, errors } = props;
  return (
    <Page
      frame={frame}
      title="Plan een controle"
      errors={errors}
      breadcrumbs={[...CRUMBS, { href: '/meldingen/controles', label: 'Controles' }]}
      lead="Kies waar het over gaat. Daarna regelt u wat er voor mensen klaarstaat, en wie er meegaat."
    >
      <Form
        frame={frame}
        action="/meldingen/controles/nieuw"
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Plan een controle"
      >
        <TextField
          name="thema"
          label="Thema"
          description="Zonder namen. Bijvoorbeeld: huisvesting in de tuinbouw."
          values={values}
          errors={errors}
        />
        <SelectField
          name="sector"
          label="Soort plek"
          choices={choicesOf(SECTOR_WORDS)}
          values={values}
          errors={errors}
        />
        <TextField
          name="adres"
          label="Adres"
          description="Alleen als het om één adres gaat. Het wordt verzegeld."
          optional
          autocomplete="off"
          values={values}
          errors={errors}
        />
        <DateField name="dag" label="Op welke dag?" values={values} errors={errors} />
        <SubmitButton>Plan de controle</SubmitButton>
      </Form>
    </Page>
  );
}
