import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { CODE_STEPS, type CodeStep, STEP_CONCLUSIONS, type StepConclusion } from '../domain/enrichment.ts';
import { DeedStatus } from './deed-status.tsx';
import { CODE_REASON_WORDS, STEP_CONCLUSION_WORDS, STEP_WORDS } from './enrichment-words.ts';
import { choicesOf } from './signal-words.ts';

interface Recorded {
  readonly conclusion: StepConclusion;
  readonly takenOn: PlainDate;
  readonly recordedByName: string;
}

/** How far the reporting code is: five steps with a date and a conclusion, and a form for one of them. */
export function ReportingCodePage(props: {
  readonly frame: PageFrame;
  readonly code: string;
  readonly isOpen: boolean;
  readonly steps: ReadonlyMap<CodeStep, Recorded>;
  /** The step the form is for. */
  readonly step: CodeStep;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly conflict?: string | undefined;
  readonly saved: boolean;
  readonly formKey: string;
}) {
  const { frame, code, steps, step, values, errors } = props;
  const path = `/meldingen/${code}/meldcode`;
  return (
    <Page
      frame={frame}
      title="Meldcode"
      errors={errors}
      breadcrumbs={[
        { href: '/meldingen', label: 'Meldingen' },
        { href: `/meldingen/${code}`, label: code },
      ]}
      status={<DeedStatus conflict={props.conflict} saved={props.saved} />}
      lead="De stappen zijn van de beroepskracht die onder de Meldcode valt. U legt alleen vast welke stap is gezet, wanneer en met welke conclusie."
    >
      <Table
        caption="De vijf stappen"
        rows={CODE_STEPS}
        rowKey={String}
        columns={[
          {
            header: 'Stap',
            cell: (each) =>
              props.isOpen ? (
                <Link href={`${path}?stap=${each}`}>{`${each}. ${STEP_WORDS[each]}`}</Link>
              ) : (
                `${each}. ${STEP_WORDS[each]}`
              ),
          },
          {
            header: 'Gezet',
            cell: (each) => {
              const taken = steps.get(each);
              return taken ? (
                <>
                  <StatusBadge kind="ok" label="ja" />{' '}
                  <span class="ib-soft">
                    <DateText date={taken.takenOn} />, vastgelegd door {taken.recordedByName}
                  </span>
                </>
              ) : (
                <StatusBadge kind="neutral" label="nee" />
              );
            },
          },
          {
            header: 'Conclusie',
            cell: (each) => {
              const taken = steps.get(each);
              return taken ? STEP_CONCLUSION_WORDS[taken.conclusion] : <span class="ib-soft">geen</span>;
            },
          },
        ]}
      />
      <Paragraph kind="small">
        De Meldcode geldt bij kindermishandeling en huiselijk geweld, voor de beroepen die eronder vallen. Seksuele
        uitbuiting van iemand jonger dan 18 hoort daarbij. Bron: Besluit verplichte meldcode huiselijk geweld en
        kindermishandeling (Staatsblad 2013, 324); of deze tekst vandaag geldt, is nog te verifiëren. Wat is gevonden en
        gezegd, staat in het dossier van de beroepskracht en niet hier.
      </Paragraph>
      {props.isOpen ? (
        <section class="ib-flow" aria-labelledby="stap-vastleggen">
          <Heading level={2} id="stap-vastleggen">
            {`Leg stap ${step} vast`}
          </Heading>
          <Paragraph>{`${STEP_WORDS[step]}.`}</Paragraph>
          <Form frame={frame} action={path} idempotencyKey={props.formKey} autocomplete="off" label="Leg een stap vast">
            <HiddenField name="stap" value={String(step)} />
            <Radios
              name="aanleiding"
              label="Waarom geldt de Meldcode?"
              choices={choicesOf(CODE_REASON_WORDS)}
              values={values}
              errors={errors}
            />
            <DateField name="gezetOp" label="Op welke dag is de stap gezet?" values={values} errors={errors} />
            <Radios
              name="conclusie"
              label="Met welke conclusie?"
              choices={STEP_CONCLUSIONS[step].map((value) => ({ value, label: STEP_CONCLUSION_WORDS[value] }))}
              values={values}
              errors={errors}
            />
            <SubmitButton>Leg de stap vast</SubmitButton>
          </Form>
        </section>
      ) : (
        <p>Pak het signaal eerst op. Is het gesloten, dan komt er niets meer bij.</p>
      )}
      <p>
        <Link href={`/meldingen/${code}`}>Terug naar het signaal</Link>
      </p>
    </Page>
  );
}
