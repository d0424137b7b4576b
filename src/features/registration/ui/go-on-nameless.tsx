import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { OWN_PATH } from './registration-words.ts';

/** Where a name cannot go: one action that does away with it and goes on without. */
export function GoOnNameless(props: { frame: PageFrame; code: string; formKey: string }) {
  return (
    <section class="ib-flow" aria-labelledby="zonder-naam">
      <Heading level={2} id="zonder-naam">
        Zonder naam kan meteen
      </Heading>
      <Paragraph>
        Dan wissen wij de naam, de geboortedatum en wat er over toestemming staat. Uw andere antwoorden blijven. U
        verstuurt daarna zelf. Geeft de persoon later toestemming, dan voegt u de naam toe.
      </Paragraph>
      <Form
        frame={props.frame}
        action={`${OWN_PATH}/${props.code}/zonder-naam`}
        idempotencyKey={`${props.formKey}zonder-naam`}
        label="Ga zonder naam verder"
      >
        <SubmitButton emphasis="secondary">Wis de naam en ga zonder naam verder</SubmitButton>
      </Form>
    </section>
  );
}
