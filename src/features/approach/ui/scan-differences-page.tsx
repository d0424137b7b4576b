import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { elementById, type Framework } from '../domain/framework.ts';
import type { Difference } from '../domain/scan.ts';
import { SCAN_CRUMBS } from './scan-page.tsx';
import { STATE_WORDS } from './scan-words.ts';

/** Where respondents differ: their answers beside each other, and the owner's choice with a reason. */
export function ScanDifferencesPage(props: {
  frame: PageFrame;
  framework: Framework;
  differences: readonly Difference[];
  mayChoose: boolean;
  formKey: () => string;
  /** The form that came back, with what was typed. */
  returned?:
    | {
        readonly element: string;
        readonly values: FieldValues;
        readonly errors: FieldErrors;
        readonly isConflict: boolean;
      }
    | undefined;
  saved?: boolean;
  /** The element whose choice is asked now: one form a page. */
  open?: string | undefined;
}) {
  const { frame, framework, differences, returned } = props;
  const open =
    returned?.element ??
    (differences.some(({ element }) => element === props.open) ? props.open : undefined) ??
    differences.find(({ choice }) => choice === undefined)?.element;
  return (
    <Page
      frame={frame}
      title="Verschillen tussen de antwoorden"
      errors={returned?.errors}
      breadcrumbs={[SCAN_CRUMBS[1]]}
      wide
      status={
        returned?.isConflict ? (
          <Alert kind="warning" title="iemand gaf intussen een ander antwoord">
            <p>Uw keuze is nog niet bewaard. Bekijk de antwoorden opnieuw en kies dan.</p>
          </Alert>
        ) : props.saved ? (
          <Alert kind="ok" title="uw keuze is bewaard" />
        ) : undefined
      }
      lead="Niet iedereen zegt hetzelfde. Wie de scan leidt, kiest welk antwoord geldt en zegt waarom. Opmerkingen zijn intern beraad."
    >
      {differences.length === 0 ? (
        <EmptyState
          title="Er zijn geen verschillen"
          next={<ButtonLink href="/aanpak/scan">Terug naar de scan</ButtonLink>}
        >
          Iedereen die een onderdeel beantwoordde, zegt hetzelfde.
        </EmptyState>
      ) : (
        differences.map((difference) => {
          const { element, answers, choice, seen } = difference;
          const chosen = answers.findIndex(({ respondentId }) => respondentId === choice?.respondentId);
          const isReturned = returned?.element === element;
          const values = isReturned
            ? returned.values
            : { keuze: chosen >= 0 ? String(chosen + 1) : '', reden: choice?.reason ?? '' };
          const errors = isReturned ? returned.errors : undefined;
          return (
            <section class="ib-flow" key={element} aria-labelledby={`kop-${element}`}>
              <Heading level={2} id={`kop-${element}`}>
                {`${element} ${elementById(framework, element)?.title ?? ''}`}
              </Heading>
              <Table
                caption={`Antwoorden op ${element}`}
                captionHidden
                rows={answers}
                rowKey={({ respondentId }) => respondentId}
                columns={[
                  { header: 'Wie', cell: ({ respondentName }) => respondentName },
                  { header: 'Antwoord', cell: ({ state }) => STATE_WORDS[state].label },
                  {
                    header: 'Bewijs',
                    cell: ({ evidence }) =>
                      evidence.title
                        ? `${evidence.title}${evidence.validUntil ? `, geldig tot ${writeDutchDate(evidence.validUntil)}` : ''}`
                        : '–',
                  },
                  { header: 'Reden', cell: ({ reason }) => reason ?? '–' },
                  { header: 'Opmerking (intern beraad)', cell: ({ remark }) => remark ?? '–' },
                ]}
              />
              {choice ? (
                <p>
                  {choice.chosenByName} koos het antwoord van {answers[chosen]?.respondentName}: {choice.reason}
                </p>
              ) : null}
              {props.mayChoose && element === open ? (
                <Form
                  frame={frame}
                  action="/aanpak/scan/verschillen"
                  idempotencyKey={props.formKey()}
                  label={`Kiezen bij ${element}`}
                >
                  <HiddenField name="onderdeel" value={element} />
                  <HiddenField name="gezien" value={seen} />
                  <Radios
                    name="keuze"
                    label="Welk antwoord geldt?"
                    values={values}
                    errors={errors}
                    choices={answers.map(({ respondentName, state }, at) => ({
                      value: String(at + 1),
                      label: `${STATE_WORDS[state].label} (${respondentName})`,
                    }))}
                  />
                  <TextField name="reden" label="Waarom?" values={values} errors={errors} />
                  <SubmitButton>Bewaar deze keuze</SubmitButton>
                </Form>
              ) : props.mayChoose ? (
                <p>
                  <Link href={`/aanpak/scan/verschillen?onderdeel=${element}`}>
                    {choice ? 'Wijzig uw keuze' : 'Kies welk antwoord geldt'}
                    <span class="ib-hidden"> bij {element}</span>
                  </Link>
                </p>
              ) : null}
            </section>
          );
        })
      )}
    </Page>
  );
}
