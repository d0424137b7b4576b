import type { ComponentChildren } from 'preact';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Quotation } from '../../../ui/show/quotation.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { HELP_TEXT } from '../domain/cases/consent-text.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { CASES_PATH, caseTrail } from './case-words.ts';
import { ReachRules } from './reach-rules.tsx';

interface StartProps {
  readonly frame: PageFrame;
  readonly code: string;
  readonly safety: Safety | undefined;
  readonly version: number;
  readonly formKey: string;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
}

/** The words to read out, with what they are worth. */
export function WordsToRead(props: { text: string }) {
  return (
    <>
      <Paragraph>Lees dit voor, of vertel het in eigen woorden. Gebruik nooit iemand die meekwam als tolk.</Paragraph>
      <Quotation text={props.text} by="Tekst van In Beeld, nog te verifiëren" />
    </>
  );
}

/** The person agrees to be helped. `fields` are the questions about how it was agreed, the same for every consent. */
export function StartCasePage(props: StartProps & { isLater: boolean; fields: ComponentChildren }) {
  const { frame, code, isLater } = props;
  const path = `${CASES_PATH}/${code}`;
  const title = isLater ? 'Leg de toestemming vast' : 'Start de hulp';
  return (
    <Page frame={frame} title={title} breadcrumbs={caseTrail(code)} errors={props.errors}>
      <ReachRules code={code} safety={props.safety} />
      <WordsToRead text={HELP_TEXT} />
      <Form
        frame={frame}
        action={`${path}/${isLater ? 'toestemming' : 'starten'}`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label={title}
      >
        <HiddenField name="versie" value={String(props.version)} />
        {props.fields}
        <SubmitButton>{isLater ? 'Leg vast' : 'Start de hulp'}</SubmitButton>
      </Form>
      {isLater ? null : (
        <Paragraph>
          Is er gevaar en kunt u het nu niet vragen?{' '}
          <Link href={`${path}/starten/noodgeval`}>Start in een noodgeval</Link>
        </Paragraph>
      )}
    </Page>
  );
}

/** Somebody is in danger and cannot be asked: help begins, and consent is asked after. */
export function EmergencyStartPage(props: StartProps) {
  const { frame, code, values, errors } = props;
  const title = 'Start in een noodgeval';
  return (
    <Page frame={frame} title={title} breadcrumbs={caseTrail(code)} errors={errors}>
      <ReachRules code={code} safety={props.safety} />
      <Alert kind="warning" title="help eerst">
        <p>Is er direct gevaar? Bel 112. Dit formulier kan daarna.</p>
      </Alert>
      <Form
        frame={frame}
        action={`${CASES_PATH}/${code}/starten/noodgeval`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label={title}
      >
        <HiddenField name="versie" value={String(props.version)} />
        <TextArea
          values={values}
          errors={errors}
          name="reden"
          label="Wat is het gevaar, en waarom kunt u het nu niet vragen?"
          description="Binnen drie dagen vraagt u de toestemming alsnog. U krijgt daarvoor een herinnering."
          rows={4}
        />
        <SubmitButton>Start de hulp</SubmitButton>
      </Form>
    </Page>
  );
}
