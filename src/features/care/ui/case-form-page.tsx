import { Checkbox, Checkboxes } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { LinkCards } from '../../../ui/show/link-cards.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { ATTENTIONS } from '../domain/cases/case-file.ts';
import type { Safety } from '../domain/cases/safety.ts';
import { ATTENTION_WORDS, CASES_PATH, type CaseChoices, caseTrail } from './case-words.ts';
import { ReachRules } from './reach-rules.tsx';

/** The ways a case begins without typing twice, beside the telephone. */
function OtherWays() {
  return (
    <>
      <Paragraph>Staat het al ergens? Begin dan daar, dan typt u niets over:</Paragraph>
      <LinkCards
        label="Beginnen zonder overtypen"
        cards={[
          {
            href: '/samenwerken/berichten',
            title: 'Uit een overgedragen signaal',
            description: 'Open het bericht dat u kreeg, en begin daar het dossier.',
          },
          {
            href: '/registraties',
            title: 'Uit een eigen aanmelding',
            description: 'Open uw aanmelding bij CoMensha, en begin daar het dossier.',
          },
        ]}
      />
    </>
  );
}

/** A case as it begins, or once more: enough to call back and to know what is asked. */
export function CaseFormPage(props: {
  frame: PageFrame;
  action: string;
  formKey: string;
  choices: CaseChoices;
  /** Undefined for a new one. */
  code?: string | undefined;
  /** How somebody may be reached, of one that is there. */
  safety?: Safety | undefined;
  /** What it begins from, when that is not the telephone. */
  from?: string | undefined;
  /** A case began from the same before; its code only for who works on it. */
  before?: { readonly code: string | undefined } | undefined;
  /** Which person of a signal of the own municipality. */
  personId?: string | undefined;
  values: FieldValues;
  errors?: FieldErrors | undefined;
}) {
  const { frame, code, before, errors } = props;
  const title = code ? `Wijzig dossier ${code}` : 'Begin een dossier';
  return (
    <Page
      frame={frame}
      title={title}
      breadcrumbs={caseTrail(code)}
      errors={errors}
      lead="Vul in wat u weet. Onbekend mag overal; de naam kan later. Het hele dossier blijft in uw eigen systeem."
    >
      {code ? <ReachRules code={code} safety={props.safety} /> : null}
      {before ? (
        <Alert kind="warning" title="hieruit is al een dossier begonnen">
          <p>
            {before.code ? (
              <Link href={`${CASES_PATH}/${before.code}`}>Open dossier {before.code}</Link>
            ) : (
              'Een collega werkt eraan. Vraag in uw team wie.'
            )}
          </p>
        </Alert>
      ) : null}
      {before ? null : <CaseFields {...props} title={title} />}
    </Page>
  );
}

/** The form itself: not where a case was begun already, so that nobody makes a second one of the same person. */
function CaseFields(props: Parameters<typeof CaseFormPage>[0] & { title: string }) {
  const { frame, code, choices, values, errors, title } = props;
  const field = { values, errors };
  return (
    <>
      {props.from ? (
        <Paragraph>{`Dit dossier begint uit ${props.from}. Wat daar stond, is hier ingevuld.`}</Paragraph>
      ) : null}
      <Form frame={frame} action={props.action} idempotencyKey={props.formKey} autocomplete="off" label={title}>
        {props.personId ? <HiddenField name="persoonId" value={props.personId} /> : null}
        {code ? <HiddenField name="versie" value={String(values.versie ?? '')} /> : null}
        <TextArea
          {...field}
          name="aanleiding"
          label="Wat is er aan de hand, en wat wordt gevraagd?"
          rows={6}
          description="Eén zin is genoeg om te beginnen."
        />
        <TextField {...field} name="doorWie" label="Wie belde of verwees?" optional />
        <TextField
          {...field}
          name="belWie"
          label="Op welk nummer is die te bereiken?"
          type="tel"
          width="medium"
          optional
        />
        <TextField
          {...field}
          name="naam"
          label="Naam van de persoon"
          description="Zoals de persoon zich noemt. Laat dit leeg als het nog niet nodig is."
          optional
        />
        <TextField
          {...field}
          name="geboortedatum"
          label="Geboortedatum"
          description="Bijvoorbeeld 12-3-2001. Weet u alleen het jaar? Vul dan dat in."
          width="medium"
          optional
        />
        <SelectField
          {...field}
          name="leeftijd"
          label="Leeftijd"
          choices={choices.ages}
          placeholder="Onbekend"
          optional
        />
        <SelectField
          {...field}
          name="geslacht"
          label="Geslacht"
          choices={choices.genders}
          placeholder="Onbekend"
          optional
        />
        <Checkboxes {...field} name="vormen" label="Waar wijst het op?" choices={choices.forms} optional />
        <SelectField
          {...field}
          name="spreekt"
          label="Welke taal spreekt de persoon?"
          choices={choices.languages}
          placeholder="Onbekend"
          optional
        />
        <Checkbox {...field} name="tolkNodig" label="Er is een tolk nodig" />
        <SelectField {...field} name="regio" label="Regio" choices={choices.regions} placeholder="Onbekend" optional />
        <Checkboxes
          {...field}
          name="letOp"
          label="Vraagt dit extra aandacht?"
          description="Alleen als het voor de hulp nodig is. U ziet dan in het dossier waar u op let. Dit gaat nooit mee naar een ander."
          choices={ATTENTIONS.map((each) => ({ value: each, label: ATTENTION_WORDS[each] }))}
          optional
        />
        <TextField
          {...field}
          name="verwijzing"
          label="Nummer in uw eigen systeem"
          description="Zo vindt u het hele dossier terug."
          width="medium"
          optional
        />
        <SubmitButton>{code ? 'Bewaar' : 'Begin het dossier'}</SubmitButton>
      </Form>
      {code || props.from ? null : <OtherWays />}
      <Paragraph kind="small">
        Vul geen BSN en geen adres van een opvang in. Wat u invult, is verzegeld: alleen u en uw vervanger zien het.
      </Paragraph>
    </>
  );
}
