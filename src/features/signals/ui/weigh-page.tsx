import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Emergency } from '../../../ui/show/emergency.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { SIGNAL_CATEGORIES, type SignalCategory } from '../domain/catalogue.ts';
import type { SignalContent } from '../domain/signal-report.ts';
import { TRIAGE_LEVELS, type Triage } from '../domain/triage.ts';
import { SIGNAL_CATEGORY_NAMES } from './catalogue-texts.ts';
import { choicesOf, MINOR_WORDS } from './signal-words.ts';
import { TRIAGE_LEVEL_WORDS, TRIAGE_REASON_WORDS } from './weighing-words.ts';

/** In which field the signs of a category are filled in. */
export const signField = (category: SignalCategory): string => `teken-${category}`;

const YES_NO = [
  { value: 'ja', label: 'Ja' },
  { value: 'nee', label: 'Nee' },
];
const YES_NO_UNKNOWN = [...YES_NO, { value: 'weet-niet', label: 'Ik weet het niet' }];

/** Weighing a signal: what is recognised in it, then the advice of the rule with its reasons, then the decision of a person. */
export function WeighPage(props: {
  frame: PageFrame;
  code: string;
  content: SignalContent | undefined;
  /** The advice, once something was filled in. */
  advice: Triage | undefined;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  conflict?: string | undefined;
}) {
  const { frame, code, content, advice, values, errors } = props;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={`Weeg signaal ${code}`}
      breadcrumbs={[
        { href: '/meldingen', label: 'Meldingen' },
        { href: `/meldingen/${code}`, label: `Signaal ${code}` },
      ]}
      errors={errors}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : undefined
      }
      lead="U vult in wat u herkent. De regel geeft een advies met redenen, nooit een cijfer over een persoon. U besluit."
    >
      {content ? (
        <Disclosure summary="Wat er is doorgegeven" open>
          <DataList
            facts={[
              { label: 'Zelf gezien of gehoord', value: content.observation },
              { label: 'Wat de persoon zelf zei', value: content.saidByPerson },
              { label: 'Wat iemand anders zei', value: content.saidByOther },
              { label: 'Eigen duiding van de doorgever', value: content.interpretation },
            ]}
          />
        </Disclosure>
      ) : null}
      <Form
        frame={frame}
        action={`/meldingen/${code}/wegen`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Weeg dit signaal"
      >
        <Radios
          {...field}
          name="acuut"
          label="Is iemand nu in gevaar, opgesloten, of wordt een kind vermist?"
          choices={YES_NO}
          inline
        />
        <Heading level={2}>Welke tekenen herkent u?</Heading>
        <Paragraph>
          Wat een sterk of een zwak teken is, staat in de <Link href="/signalen">lijst met signalen</Link>. Wat u niet
          herkent, laat u leeg.
        </Paragraph>
        {SIGNAL_CATEGORIES.map((category) => (
          <SelectField
            {...field}
            key={category}
            name={signField(category)}
            label={SIGNAL_CATEGORY_NAMES.nl[category]}
            placeholder="Geen teken"
            choices={[
              { value: 'weak', label: 'Een zwak teken' },
              { value: 'strong', label: 'Een sterk teken' },
            ]}
            optional
          />
        ))}
        <Radios
          {...field}
          name="dwang"
          label="Zegt de persoon zelf dat er dwang, dreiging of misleiding is?"
          choices={YES_NO_UNKNOWN}
          inline
        />
        <Radios
          {...field}
          name="minderjarig"
          label="Is de persoon jonger dan 18?"
          choices={choicesOf(MINOR_WORDS)}
          inline
        />
        <Radios
          {...field}
          name="beperking"
          label="Heeft de persoon een licht verstandelijke beperking?"
          choices={choicesOf(MINOR_WORDS)}
          inline
        />
        {advice ? (
          <section class="ib-flow" aria-labelledby="advies">
            <Heading level={2} id="advies">
              Advies: {TRIAGE_LEVEL_WORDS[advice.level].label.toLowerCase()}
            </Heading>
            {advice.level === 'acute' ? <Emergency>Bel 112 als dat nog niet is gedaan.</Emergency> : null}
            <Paragraph>{TRIAGE_LEVEL_WORDS[advice.level].means} Want:</Paragraph>
            <BulletList items={advice.reasons.map((reason) => TRIAGE_REASON_WORDS[reason])} />
            {advice.followsMeldcode ? (
              <Paragraph>
                Het gaat om een kind. Voor beroepen met een meldcode geldt nu de meldcode. Leg de inhoud vast in het
                eigen dossier van de professional, niet hier.
              </Paragraph>
            ) : null}
            <Paragraph>Denk ook aan een andere verklaring voordat u besluit.</Paragraph>
            <SelectField
              {...field}
              name="uitkomst"
              label="Uw besluit"
              choices={TRIAGE_LEVELS.map((level) => ({ value: level, label: TRIAGE_LEVEL_WORDS[level].label }))}
            />
            <TextArea
              {...field}
              name="reden"
              label="Waarom wijkt u af van het advies?"
              description="Alleen nodig als u afwijkt. Wordt een acuut signaal lager, dan leest een tweede persoon uw reden en stemt die eerst in. Noem daarom geen naam."
              rows={3}
              optional
            />
          </section>
        ) : null}
        <SubmitButton>{advice ? 'Leg de weging vast' : 'Toon het advies'}</SubmitButton>
      </Form>
    </Page>
  );
}
