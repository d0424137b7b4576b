import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';

/** A question of the focal point that waits for whoever passed the signal on. */
export interface OwnQuestion {
  readonly id: string;
  readonly code: string;
  readonly question: string;
  readonly askedOn: PlainDate;
  readonly askedByName: string;
}

/** The question that waits longest, with room for the answer; the next one comes after it. */
export function OwnQuestions(props: {
  frame: PageFrame;
  questions: readonly OwnQuestion[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const [question, ...others] = props.questions;
  if (!question) return null;
  return (
    <section class="ib-flow" aria-labelledby="vraag-aan-u">
      <Heading level={2} id="vraag-aan-u">
        Een vraag aan u
      </Heading>
      <Form
        frame={props.frame}
        action="/meldingen/mijn"
        idempotencyKey={props.formKey}
        autocomplete="off"
        label={`Antwoord over signaal ${question.code}`}
      >
        <HiddenField name="vraagId" value={question.id} />
        <Paragraph>
          {question.askedByName} vraagt over signaal {question.code}, op <DateText date={question.askedOn} />:
        </Paragraph>
        <Paragraph>
          <strong>{question.question}</strong>
        </Paragraph>
        <TextArea
          values={props.values}
          errors={props.errors}
          name="antwoord"
          label="Uw antwoord"
          description="Schrijf geen telefoonnummer, e-mailadres of BSN. Alleen wie het signaal weegt, leest uw antwoord. U leest het zelf niet terug."
          rows={4}
        />
        <SubmitButton>Geef antwoord</SubmitButton>
      </Form>
      {others.length > 0 ? (
        <Paragraph kind="small">
          {others.length === 1 ? 'Daarna is er nog 1 vraag.' : `Daarna zijn er nog ${others.length} vragen.`}
        </Paragraph>
      ) : null}
    </section>
  );
}
