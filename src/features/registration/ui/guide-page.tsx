import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ReporterType } from '../domain/reporting-guide.ts';
import {
  AGE_WORDS,
  CAPACITY_WORDS,
  CONSENT_WORDS,
  choicesOf,
  GUIDE_PATH,
  GUIDE_TITLE,
  PURPOSE_WORDS,
} from './guide-words.ts';
import { ReportsAs } from './reports-as.tsx';

/** Five questions, two minutes: which of the three ways to report fits. Keeps nothing. */
export function GuidePage(props: {
  frame: PageFrame;
  reporters: readonly { readonly type: ReporterType; readonly name: string }[];
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const field = { values: props.values, errors: props.errors };
  // who reports herself asks about her own organisation
  const only = props.reporters.length === 1 ? props.reporters[0] : undefined;
  return (
    <Page
      frame={props.frame}
      title={GUIDE_TITLE}
      errors={props.errors}
      lead="Vijf vragen, twee minuten. U ziet welke weg past, welke tekst u kunt gebruiken en waarop dat steunt."
    >
      <Paragraph>
        Het antwoord is nooit alleen nee: zonder naam aanmelden kan altijd. Wij bewaren niets van wat u hier kiest.
      </Paragraph>
      <Form
        frame={props.frame}
        action={GUIDE_PATH}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label={GUIDE_TITLE}
      >
        {only && !props.errors?.aanmelder ? (
          <>
            <HiddenField name="aanmelder" value={only.type} />
            <ReportsAs kinds={[only.type]} />
          </>
        ) : (
          <SelectField
            {...field}
            name="aanmelder"
            label="Voor wat voor organisatie werkt u?"
            choices={props.reporters.map(({ type, name }) => ({ value: type, label: name }))}
          />
        )}
        <Radios {...field} name="leeftijd" label="Hoe oud is de persoon?" choices={choicesOf(AGE_WORDS)} />
        <Radios
          {...field}
          name="overziet"
          label="Kan de persoon overzien waarmee zij instemt?"
          choices={choicesOf(CAPACITY_WORDS)}
          inline
        />
        <Radios {...field} name="toestemming" label="Is er toestemming?" choices={choicesOf(CONSENT_WORDS)} />
        <Radios {...field} name="doel" label="Wat wilt u?" choices={choicesOf(PURPOSE_WORDS)} />
        <SubmitButton>Bekijk welke weg past</SubmitButton>
      </Form>
    </Page>
  );
}
