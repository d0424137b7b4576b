import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Emergency } from '../../../ui/show/emergency.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { choicesOf, FUNCTION_WORDS } from './signal-words.ts';

export const PASS_ON_TITLE = 'Geef een signaal door';

/** Three questions, from which follows what is needed. Nothing is kept before the next page. */
export function PassOnStartPage(props: {
  frame: PageFrame;
  /** Whether signals about a person may be passed on here (the start gate). */
  takesPersons: boolean;
  seesOwn: boolean;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={props.frame}
      title={PASS_ON_TITLE}
      errors={errors}
      lead="U hoeft het niet zeker te weten. Drie korte vragen, dan weet u wat u doorgeeft en aan wie."
    >
      <Emergency>Is er nu gevaar? Bel 112.</Emergency>
      <form class="ib-form" method="get" action="/meldingen/nieuw" noValidate>
        {/* tells an answer that was left open from a first visit: a question without a choice sends nothing */}
        <HiddenField name="gevraagd" value="ja" />
        <Radios
          {...field}
          name="gevaar"
          label="1. Is er nu iemand in gevaar?"
          description="Ook als iemand is opgesloten, of als een kind wordt vermist."
          choices={[
            { value: 'nee', label: 'Nee' },
            { value: 'ja', label: 'Ja' },
            { value: 'weet-niet', label: 'Ik weet het niet' },
          ]}
        />
        <Radios
          {...field}
          name="nodig"
          label="2. Wat is er nodig?"
          choices={[
            {
              value: 'telling',
              label: 'Alleen weten dat dit voorkomt',
              description: 'Wij tellen het. Bij de telling staat niet wie het zag, waar of over wie.',
            },
            {
              value: 'plek',
              label: 'Iemand moet naar een plek kijken',
              description: 'U geeft een adres door en wat u zag. U zegt niets over een persoon.',
            },
            {
              value: 'persoon',
              label: 'Iemand heeft misschien hulp nodig',
              description: props.takesPersons
                ? 'U vertelt over een persoon, zonder naam.'
                : 'Uw gemeente bewaart dit nog niet in In Beeld. U leest wie u belt.',
            },
            { value: 'weet-niet', label: 'Ik weet het niet', description: 'U leest met wie u kunt overleggen.' },
          ]}
        />
        <SelectField
          {...field}
          name="functie"
          label="3. In welk werk zag u dit?"
          description="Daar hangt van af wat u mag delen."
          choices={choicesOf(FUNCTION_WORDS)}
        />
        <SubmitButton>Ga verder</SubmitButton>
      </form>
      {props.seesOwn ? (
        <Paragraph>
          <Link href="/meldingen/mijn">Bekijk de signalen die u eerder doorgaf</Link>
        </Paragraph>
      ) : null}
    </Page>
  );
}
