import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Emergency } from '../../../ui/show/emergency.tsx';
import type { ReportKind } from '../domain/signal-report.ts';
import { PASS_ON_TITLE } from './pass-on-start-page.tsx';
import type { Answered } from './pass-on-steps.tsx';
import { SharingPanel, type SharingView } from './sharing-panel.tsx';
import { choicesOf, FORM_WORDS, MINOR_WORDS, SECTOR_WORDS } from './signal-words.ts';

interface Props {
  readonly frame: PageFrame;
  readonly formKey: string;
  readonly answered: Answered;
  readonly sharing: SharingView | undefined;
  /** Who would read it. */
  readonly readers: readonly { readonly personId: string; readonly name: string }[];
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
}

const BREADCRUMBS = [{ href: '/meldingen/nieuw', label: PASS_ON_TITLE }];
const NO_NAMES = 'Schrijf geen naam, telefoonnummer, BSN of kenteken.';

/** A weak signal: only counted. */
export function TallyPage(props: Props) {
  const { frame, values, errors } = props;
  return (
    <Page
      frame={frame}
      title="Laat een signaal tellen"
      breadcrumbs={BREADCRUMBS}
      errors={errors}
      lead="Wij tellen dat dit deze maand voorkwam. Bij de telling staat niet wie het zag, waar of over wie. In het logboek staat wel dat u iets liet tellen, niet wat."
    >
      <Form
        frame={frame}
        action="/meldingen/nieuw/telling"
        idempotencyKey={props.formKey}
        label="Laat een signaal tellen"
      >
        <HiddenField name="functie" value={props.answered.functie ?? 'unknown'} />
        <Radios
          values={values}
          errors={errors}
          name="vorm"
          label="Waar lijkt het op?"
          choices={choicesOf(FORM_WORDS)}
        />
        <SubmitButton>Tel dit signaal</SubmitButton>
      </Form>
    </Page>
  );
}

/** A signal about a place, or about a person: what was seen, what was said and what one thinks, apart from each other. */
export function PassOnPage(props: Props & { kind: ReportKind }) {
  const { frame, kind, values, errors, answered } = props;
  const field = { values, errors };
  const isPerson = kind === 'person';
  const path = isPerson ? '/meldingen/nieuw/persoon' : '/meldingen/nieuw/plek';
  const mustCheck = errors?.nagekeken !== undefined || values.nagekeken === 'ja';
  return (
    <Page
      frame={frame}
      title={isPerson ? 'Geef een zorg over een persoon door' : 'Geef een plek door'}
      breadcrumbs={BREADCRUMBS}
      errors={errors}
      lead={
        isPerson
          ? 'Vertel wat u zag, zonder naam. De aandachtsfunctionaris belt u als meer nodig is.'
          : 'Vertel waar het is en wat u zag. Zeg niets over wie er is.'
      }
    >
      {answered.gevaar === 'weet-niet' ? <Emergency>Twijfelt u of er gevaar is? Bel 112.</Emergency> : null}
      <SharingPanel line={props.sharing} />
      <Form frame={frame} action={path} idempotencyKey={props.formKey} autocomplete="off" label={PASS_ON_TITLE}>
        {Object.entries(answered)
          .filter(([name]) => name !== 'gebeld')
          .map(([name, value]) => (
            <HiddenField name={name} value={value} key={name} />
          ))}
        {answered.gevaar === 'ja' ? (
          <TextField
            {...field}
            name="gebeld"
            label="Ik heb 112 gebeld om"
            description="Bijvoorbeeld 14.30."
            width="short"
          />
        ) : null}
        {isPerson ? null : <Place {...field} />}
        <TextArea
          {...field}
          name="gezien"
          label="Wat zag u zelf?"
          description={`Alleen wat u zelf zag of hoorde. ${NO_NAMES}`}
          rows={4}
        />
        {isPerson ? (
          <>
            <TextArea
              {...field}
              name="zei"
              label="Wat zei de persoon zelf?"
              description="Zo veel mogelijk in de eigen woorden."
              rows={3}
              optional
            />
            <Radios
              {...field}
              name="minderjarig"
              label="Is de persoon jonger dan 18?"
              choices={choicesOf(MINOR_WORDS)}
              inline
            />
          </>
        ) : null}
        <Disclosure
          summary="Meer vertellen (niet verplicht)"
          open={Boolean(errors?.gehoord ?? errors?.vermoeden ?? errors?.nietVoor)}
        >
          {isPerson ? <Place {...field} optional /> : null}
          <TextArea {...field} name="gehoord" label="Wat zei iemand anders?" rows={3} optional />
          <TextArea
            {...field}
            name="vermoeden"
            label="Wat denkt u zelf?"
            description="Uw eigen duiding, apart van wat u zag. Wat kan het ook zijn?"
            rows={3}
            optional
          />
          <SelectField
            {...field}
            name="vorm"
            label="Waar lijkt het op?"
            choices={choicesOf(FORM_WORDS)}
            placeholder="Ik weet het niet"
            optional
          />
          <SelectField
            {...field}
            name="sector"
            label="Wat voor plek is het?"
            choices={choicesOf(SECTOR_WORDS)}
            placeholder="Ik weet het niet"
            optional
          />
          {props.readers.length > 0 ? (
            <SelectField
              {...field}
              name="nietVoor"
              label="Is er een aandachtsfunctionaris die dit niet mag lezen?"
              description="Bijvoorbeeld omdat het over haar gaat, of over familie. Voor haar bestaat dit signaal dan niet."
              choices={props.readers.map(({ personId, name }) => ({ value: personId, label: name }))}
              placeholder="Nee"
              optional
            />
          ) : null}
        </Disclosure>
        {mustCheck ? (
          <Checkbox {...field} name="nagekeken" label="Ik keek het na: er staat geen naam of kenteken in" />
        ) : null}
        <p class="ib-soft">
          Maak geen foto van mensen, papieren of kentekens.{' '}
          {isPerson
            ? 'Een foto toevoegen kan hier niet.'
            : 'Een foto van een gebouw of voorwerp kan hierna, bij «Uw signalen».'}
        </p>
        <SubmitButton>Geef dit door</SubmitButton>
      </Form>
    </Page>
  );
}

function Place(props: { values: FieldValues; errors: FieldErrors | undefined; optional?: boolean }) {
  return (
    <TextField
      {...props}
      name="plek"
      label="Waar is het?"
      description="Een adres, of hoe iemand de plek vindt."
      autocomplete="off"
    />
  );
}
