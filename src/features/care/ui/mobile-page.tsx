import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { caseTrail } from './case-words.ts';

export const MOBILE_PATH = '/zorgcoordinatie/mobiel';
export const MOBILE_TITLE = 'Uw mobiele nummer';

/** Where a coordinator writes down on which number she can be called herself. */
export function MobilePage(props: {
  frame: PageFrame;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  isSaved: boolean;
}) {
  return (
    <Page
      frame={props.frame}
      title={MOBILE_TITLE}
      breadcrumbs={caseTrail()}
      errors={props.errors}
      lead="Voor collega’s elders met wie u samen iemand helpt. U hoeft het niet in te vullen."
      status={
        props.isSaved ? (
          <Alert kind="ok">
            <p>Bewaard.</p>
          </Alert>
        ) : undefined
      }
    >
      <Form frame={props.frame} action={MOBILE_PATH} idempotencyKey={props.formKey} label={MOBILE_TITLE}>
        <TextField
          values={props.values}
          errors={props.errors}
          name="mobiel"
          label="Mobiel nummer van uw werk"
          description="Geef geen privénummer. Maak het veld leeg om het nummer weg te halen."
          type="tel"
          width="medium"
          optional
        />
        <SubmitButton>Bewaar</SubmitButton>
      </Form>
      <Heading level={2}>Wie ziet het?</Heading>
      <BulletList
        items={[
          'Zorgcoördinatoren en aandachtsfunctionarissen van een organisatie waarmee u een verwijzing of signaal hebt aangenomen, tot een jaar daarna.',
          'Wordt dat ingetrokken, dan zien zij het niet meer.',
          'Verder niemand, ook niet in uw eigen organisatie. Het staat niet op een openbare bladzijde, routekaart of uitdraai.',
          'Eindigt uw rol, dan wordt het gewist.',
        ]}
      />
    </Page>
  );
}
