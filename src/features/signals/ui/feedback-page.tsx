import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { type Feedback, feedbackBy, TOLD_BY_HAND, type ToldHow } from '../domain/feedback.ts';
import type { SignalReport } from '../domain/signal-report.ts';
import { FEEDBACK_WORDS, HOW_WORDS } from './feedback-words.ts';
import { MAY_HEAR_WORDS, SOURCE_WORDS } from './signal-words.ts';

/** Telling whoever passed a signal on what was done, in words that give nothing away. */
export function FeedbackPage(props: {
  readonly frame: PageFrame;
  readonly report: SignalReport;
  readonly told:
    | {
        readonly feedback: Feedback;
        readonly how: ToldHow;
        readonly on: Parameters<typeof writeDutchDate>[0];
        readonly byName: string;
      }
    | undefined;
  readonly may: readonly Feedback[];
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly saved: boolean;
  readonly formKey: string;
}) {
  const { frame, report, told, may, values, errors } = props;
  const { code } = report;
  const isColleague = report.source === 'employee';
  return (
    <Page
      frame={frame}
      title="Laat horen wat ermee is gedaan"
      errors={errors}
      breadcrumbs={[
        { href: '/meldingen', label: 'Meldingen' },
        { href: `/meldingen/${code}`, label: code },
      ]}
      status={props.saved ? <Alert kind="ok" title="vastgelegd" /> : undefined}
      lead="Wie iets doorgeeft en niets terughoort, doet het niet nog eens. De woorden staan vast: zij verraden niets."
    >
      <DataList
        facts={[
          { label: 'Wie gaf het door', value: isColleague ? 'een collega' : SOURCE_WORDS[report.source] },
          { label: 'Mag horen', value: MAY_HEAR_WORDS[report.sourceMayHear] },
          { label: 'Uiterlijk', value: writeDutchDate(feedbackBy(report.receivedOn)) },
          ...(told
            ? [
                { label: 'Het laatst verteld', value: FEEDBACK_WORDS[told.feedback] },
                { label: 'Wanneer', value: `${writeDutchDate(told.on)}, ${HOW_WORDS[told.how]}, door ${told.byName}` },
              ]
            : []),
        ]}
      />
      {may.length === 0 ? (
        <p>Deze bron mag niets horen, of er is nog niets te vertellen.</p>
      ) : (
        <Form
          frame={frame}
          action={`/meldingen/${code}/terugkoppelen`}
          idempotencyKey={props.formKey}
          autocomplete="off"
          label="Laat horen wat ermee is gedaan"
        >
          <Radios
            name="bericht"
            label={isColleague ? 'Wat leest uw collega?' : 'Wat vertelde u?'}
            values={values}
            errors={errors}
            choices={may.map((each) => ({ value: each, label: FEEDBACK_WORDS[each] }))}
          />
          {isColleague ? (
            <>
              <HiddenField name="hoe" value="" />
              <HiddenField name="verteldOp" value="" />
              <p class="ib-soft">Uw collega krijgt bericht, en leest dit bij haar of zijn eigen signalen.</p>
            </>
          ) : (
            <>
              <Radios
                name="hoe"
                label="Hoe vertelde u het?"
                values={values}
                errors={errors}
                choices={TOLD_BY_HAND.map((each) => ({ value: each, label: HOW_WORDS[each] }))}
              />
              <DateField name="verteldOp" label="Wanneer?" values={values} errors={errors} />
            </>
          )}
          <SubmitButton>Leg vast</SubmitButton>
        </Form>
      )}
      <p>
        <Link href={`/meldingen/${code}`}>Terug naar het signaal</Link>
      </p>
    </Page>
  );
}
