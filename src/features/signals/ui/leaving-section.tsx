import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import type { LeavingAnswers } from '../domain/leaving.ts';

const YES_NO_UNKNOWN = [
  { value: 'yes', label: 'Ja' },
  { value: 'no', label: 'Nee' },
  { value: 'unknown', label: 'Ik weet het niet' },
] as const;
const SAID = { yes: 'Ja', no: 'Nee', unknown: 'Ik weet het niet' } as const;

/** The four questions before a signal about a person leaves, and the answers that hold. */
export function LeavingSection(props: {
  readonly frame: PageFrame;
  readonly code: string;
  readonly answers:
    | (LeavingAnswers & { readonly answeredByName: string; readonly notToldBecause?: string | undefined })
    | undefined;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly formKey: string;
}) {
  const { answers } = props;
  const form = <LeavingForm {...props} />;
  return (
    <section class="ib-flow" aria-labelledby="vooraf">
      <Heading level={2} id="vooraf">
        Voordat het de gemeente uit gaat
      </Heading>
      {answers ? (
        <>
          <DataList
            facts={[
              { label: 'Weet de persoon het?', value: SAID[answers.personKnows] },
              ...(answers.notToldBecause ? [{ label: 'Waarom niet', value: answers.notToldBecause }] : []),
              ...(answers.lookAgainOn
                ? [{ label: 'Opnieuw kijken op', value: writeDutchDate(answers.lookAgainOn) }]
                : []),
              { label: 'Wil de persoon het?', value: SAID[answers.personWants] },
              { label: 'Veilig te bereiken?', value: SAID[answers.hasSafeWay] },
              {
                label: 'Wie het signaal doorgaf',
                value: answers.reporterAgrees ? 'mag de ontvanger weten' : 'blijft binnen de gemeente',
              },
              {
                label: 'Beantwoord',
                value: `${answers.answeredByName}, ${writeDutchDate(answers.answeredOn)}`,
              },
            ]}
          />
          <Disclosure summary="Beantwoord de vragen opnieuw" open={props.errors !== undefined}>
            {form}
          </Disclosure>
        </>
      ) : (
        form
      )}
    </section>
  );
}

function LeavingForm(props: Parameters<typeof LeavingSection>[0]) {
  const { values, errors } = props;
  const typed = { values, errors };
  return (
    <Form
      frame={props.frame}
      action={`/meldingen/${props.code}/vooraf`}
      idempotencyKey={props.formKey}
      autocomplete="off"
      label="Vragen vooraf"
    >
      <Radios name="weetHet" label="Weet de persoon dat u dit doorgeeft?" choices={YES_NO_UNKNOWN} {...typed} />
      <TextArea
        name="waaromNiet"
        label="Zo nee: waarom niet?"
        description="Bijvoorbeeld: het maakt de situatie gevaarlijker. Noem geen namen."
        rows={3}
        optional
        {...typed}
      />
      <DateField
        name="opnieuwKijken"
        label="Zo nee: wanneer kijkt u opnieuw of het wel kan?"
        description="Binnen drie maanden. In Beeld waarschuwt u op die dag."
        optional
        {...typed}
      />
      <Radios
        name="wilHet"
        label="Wil de persoon het?"
        description="Bij een volwassene die niet in gevaar is, gaat die keuze voor. Hulp hangt niet af van aangifte."
        choices={YES_NO_UNKNOWN}
        {...typed}
      />
      <Radios
        name="veiligBereikbaar"
        label="Is er een veilige manier om de persoon te bereiken?"
        choices={YES_NO_UNKNOWN}
        {...typed}
      />
      <Checkbox
        name="melderAkkoord"
        label="Wie het signaal doorgaf, vindt het goed dat de ontvanger dat hoort"
        description="Vinkt u dit niet aan, dan blijft het binnen de gemeente. In het document staat het nooit."
        {...typed}
      />
      <SubmitButton emphasis="secondary">Leg de antwoorden vast</SubmitButton>
    </Form>
  );
}
