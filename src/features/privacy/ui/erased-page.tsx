import { writePeriod } from '../../../shared-kernel/period-words.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ErasedView } from './retention-view.ts';
import { ERASED_PATH, RETENTION_PATH, subjectWords } from './retention-words.ts';

/** The declaration of destruction over a period: what went, when and under which term, without anything of what it was. */
export function ErasedPage(props: {
  frame: PageFrame;
  organisation: string;
  from: PlainDate | undefined;
  upTo: PlainDate | undefined;
  erased: readonly ErasedView[];
  /** There is more than fits on a page. */
  isCut: boolean;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { erased, values, errors } = props;
  return (
    <Page
      frame={props.frame}
      title="Verklaring van vernietiging"
      lead={`Wat ${props.organisation} heeft gewist, wanneer en volgens welke termijn. Wat het was, staat hier niet.`}
      breadcrumbs={[
        { href: '/privacyloket', label: 'Privacyloket' },
        { href: RETENTION_PATH, label: 'Bewaartermijnen' },
      ]}
      errors={errors}
      wide
    >
      <Filters action={ERASED_PATH} label="Periode">
        <DateField name="van" label="Van" values={values} errors={errors} />
        <DateField name="tot" label="Tot en met" values={values} errors={errors} />
      </Filters>
      {props.from && props.upTo ? (
        erased.length === 0 ? (
          <EmptyState title="In deze periode is niets gewist">
            Kies een andere periode, of kijk bij <Link href={RETENTION_PATH}>bewaartermijnen</Link> wat binnenkort
            weggaat.
          </EmptyState>
        ) : (
          <>
            <Paragraph>
              <NumberText value={erased.length} /> gegevens, van <DateText date={props.from} /> tot en met{' '}
              <DateText date={props.upTo} />.{' '}
              {props.isCut ? 'Dit zijn de nieuwste. Kies een kortere periode voor de rest. ' : null}
              <Link
                href={`${ERASED_PATH}/verklaring.csv?${new URLSearchParams({ van: String(values.van ?? ''), tot: String(values.tot ?? '') })}`}
              >
                Download als CSV
              </Link>
            </Paragraph>
            <Table
              caption="Gewist"
              captionHidden
              columns={[
                { header: 'Gewist op', kind: 'date', cell: ({ erasedAt }) => <MomentText instant={erasedAt} /> },
                { header: 'Wat', cell: ({ what, subjectKind }) => `${what} (${subjectWords(subjectKind)})` },
                { header: 'Termijn', cell: ({ period }) => writePeriod(period) },
                { header: 'Telde vanaf', kind: 'date', cell: ({ startsOn }) => <DateText date={startsOn} /> },
                { header: 'Categorie', cell: ({ category }) => category },
                {
                  header: 'Regels, bestanden en sleutels',
                  kind: 'number',
                  cell: ({ erased: rows }) => (
                    <NumberText value={Object.values(rows).reduce((sum, each) => sum + each, 0)} />
                  ),
                },
              ]}
              rows={erased}
              rowKey={({ id }) => id}
            />
          </>
        )
      ) : null}
    </Page>
  );
}
