import { MomentText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { type Crumb, Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { remarkText, type ShownRemark } from '../../../ui/show/remarks.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';

/** Everything that was said about one thing, and saying something. */
export function RemarksPage(props: {
  frame: PageFrame;
  title: string;
  /** What the page of the thing is called, with its address. */
  crumbs: readonly Crumb[];
  action: string;
  remarks: readonly ShownRemark[];
  receivers: readonly { readonly code: string; readonly name: string }[];
  noPersons: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, action, remarks, receivers, values, errors } = props;
  return (
    <Page
      frame={frame}
      title={props.title}
      breadcrumbs={props.crumbs}
      errors={errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
    >
      {remarks.length === 0 ? (
        <EmptyState title="Er is nog niets bij gezet">
          Wat u hier schrijft, leest alleen de andere organisatie, op deze plek.
        </EmptyState>
      ) : (
        <ul class="utrecht-unordered-list">
          {remarks.map((remark) => (
            <li key={remark.id}>
              <p>
                {remark.from}, <MomentText instant={remark.at} />
              </p>
              <p>{remarkText(remark)}</p>
              {remark.isOwn && !remark.isWithdrawn ? (
                <Form
                  frame={frame}
                  action={`${action}/intrekken`}
                  idempotencyKey={`${props.formKey}${remark.id.slice(-8)}`}
                  label="Trek deze opmerking in"
                >
                  <HiddenField name="eerdereOpmerking" value={remark.id} />
                  <SubmitButton emphasis="subtle">Trek in</SubmitButton>
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <Heading level={2}>Zet er iets bij</Heading>
      {receivers.length === 0 ? (
        <Paragraph>
          {props.noPersons
            ? 'U kunt hier nu niets bij zetten: er is nog geen afspraak om opmerkingen uit te wisselen. Leg die samen vast onder Samenwerken, of bel.'
            : 'Dit staat niet meer open, of de toestemming geldt niet meer. U kunt er niets meer bij zetten. Bel de andere organisatie.'}
        </Paragraph>
      ) : (
        <Form frame={frame} action={action} idempotencyKey={props.formKey} autocomplete="off" label="Opmerking">
          <Alert kind="warning" title="wacht niet op een antwoord">
            <p>Is het dringend? Bel de andere organisatie. Is er direct gevaar? Bel 112.</p>
          </Alert>
          {receivers.length > 1 ? (
            <SelectField
              name="voorWie"
              label="Voor wie?"
              choices={receivers.map(({ code: value, name: label }) => ({ value, label }))}
              values={values}
              errors={errors}
            />
          ) : (
            <HiddenField name="voorWie" value={receivers[0]!.code} />
          )}
          <TextArea
            name="opmerking"
            label={receivers.length === 1 ? `Uw opmerking voor ${receivers[0]!.name}` : 'Uw opmerking'}
            description={
              props.noPersons
                ? 'Noem geen persoon. De andere organisatie krijgt bericht dat er iets staat, niet wat.'
                : 'Schrijf niet meer dan nodig is. De andere organisatie krijgt bericht dat er iets staat, niet wat.'
            }
            rows={4}
            values={values}
            errors={errors}
          />
          <SubmitButton>Verstuur</SubmitButton>
        </Form>
      )}
    </Page>
  );
}
