import { Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { REACH_WAYS, SAFETY_ANSWERS, SAFETY_ITEMS } from '../domain/cases/safety.ts';
import { CASES_PATH, caseTrail } from './case-words.ts';
import { ANSWER_WORDS, REACH_WORDS, SAFETY_WORDS } from './safety-words.ts';

const ANSWERS = SAFETY_ANSWERS.map((value) => ({ value, label: ANSWER_WORDS[value] }));

/** The safety list on one page: what can be asked in one talk, in the order in which it matters. */
export function SafetyPage(props: {
  frame: PageFrame;
  code: string;
  formKey: string;
  answered: string | undefined;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title="Veiligheidslijst"
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="U vraagt dit één keer. Daarna staat het bij alles wat u voor deze persoon doet. Niets hoeft in één gesprek."
    >
      {props.answered ? <Paragraph kind="small">{props.answered}</Paragraph> : null}
      <Alert kind="warning" title="een tolk, nooit iemand die meekwam">
        <p>Wie meekomt, kan erbij betrokken zijn. Vraag dit zonder anderen in de kamer.</p>
      </Alert>
      <Form
        frame={frame}
        action={`${CASES_PATH}/${code}/veiligheid`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Veiligheidslijst"
      >
        <HiddenField name="versie" value={String(values.versie ?? '0')} />
        <Heading level={2}>Hoe en wanneer bereikt u de persoon?</Heading>
        <Checkboxes
          {...field}
          name="hoe"
          label="Wat is veilig?"
          choices={REACH_WAYS.map((value) => ({ value, label: REACH_WORDS[value] }))}
        />
        <TextField {...field} name="nummer" label="Op welk nummer?" type="tel" width="medium" optional />
        <TextField
          {...field}
          name="wanneer"
          label="Wanneer?"
          description="Bijvoorbeeld: op dinsdag tussen 10:00 en 12:00 uur."
          optional
        />
        <TextField
          {...field}
          name="nooit"
          label="Wat doet niemand?"
          description="Bijvoorbeeld: geen voicemail, de naam van de organisatie niet noemen."
          optional
        />
        <Heading level={2}>Tolk</Heading>
        <TextField {...field} name="tolkTaal" label="Welke taal?" width="medium" optional />
        <TextField
          {...field}
          name="tolkWens"
          label="Is er een voorkeur?"
          description="Bijvoorbeeld: een vrouw."
          width="medium"
          optional
        />
        <TextField {...field} name="tolkNummer" label="Nummer van de boeking" width="medium" optional />
        <Heading level={2}>Veiligheid</Heading>
        {SAFETY_ITEMS.map((item) => (
          <div class="ib-flow" key={item}>
            <Radios
              {...field}
              name={item}
              label={SAFETY_WORDS[item].label}
              description={SAFETY_WORDS[item].hint}
              choices={ANSWERS}
              inline
            />
            <TextField {...field} name={`${item}Uitleg`} label="Wat weet u, en wat is afgesproken?" optional />
          </div>
        ))}
        <SubmitButton>Bewaar</SubmitButton>
      </Form>
    </Page>
  );
}
