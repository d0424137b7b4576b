import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import type { MunicipalEffect, Round, Score, Vignette, VignetteForm } from '../domain/recognition.ts';
import { SMALLEST_EFFECT } from '../domain/recognition.ts';

export const RECOGNITION_PATH = '/leren/herkennen';
export const RECOGNITION_TITLE = 'Herkent u het?';

const FORM_NAMES: Readonly<Record<VignetteForm, string>> = {
  'sexual-exploitation': 'Seksuele uitbuiting',
  'labour-exploitation': 'Arbeidsuitbuiting',
  'criminal-exploitation': 'Criminele uitbuiting',
  'forced-services': 'Gedwongen dienstverlening',
};
const ROUND_NAMES: Readonly<Record<Round, string>> = { before: 'Voor het leren', after: 'Na het leren' };

/** A round as whoever took it sees it. */
export interface ShownRound {
  readonly round: Round;
  readonly total: Score;
  readonly byForm: readonly (Score & { readonly form: VignetteForm })[];
  readonly vignettes: readonly { readonly vignette: Vignette; readonly answer: 'ja' | 'nee' }[];
}

/** The recognition test: made-up situations before and after learning, for the learner alone. */
export function RecognitionPage(props: {
  frame: PageFrame;
  taken: readonly ShownRound[];
  next: { readonly round: Round; readonly vignettes: readonly Vignette[] } | undefined;
  mustLearnFirst: boolean;
  isOpen: boolean;
  formKey: string;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  saved: boolean;
}) {
  const { frame, next, taken, values, errors } = props;
  return (
    <Page
      frame={frame}
      title={RECOGNITION_TITLE}
      lead="Twaalf korte situaties: zou u advies vragen of niet? Doe het voor en na het leren, dan ziet u wat het opleverde. Het hoeft niet."
      errors={errors}
      status={
        props.saved ? (
          <Alert kind="ok">
            <p>Uw antwoorden staan erin. Hieronder ziet u wat u zag.</p>
          </Alert>
        ) : undefined
      }
    >
      <BulletList
        items={[
          'Alleen u ziet uw antwoorden en uw uitkomst.',
          'De situaties zijn verzonnen en nog niet getoetst door het veld.',
          `Telt u mee, dan ziet uw gemeente alleen een gemiddelde van ${SMALLEST_EFFECT} mensen of meer, zonder namen.`,
        ]}
      />
      {taken.map((round) => (
        <Taken key={round.round} {...round} />
      ))}
      {props.mustLearnFirst ? (
        <>
          <Paragraph>Haal nu een leerpad. Daarna staat hier de tweede keer voor u klaar.</Paragraph>
          <ButtonLink href="/leren" emphasis="primary">
            Naar de leerpaden
          </ButtonLink>
        </>
      ) : null}
      {next && props.isOpen ? (
        <>
          <Heading level={2}>{ROUND_NAMES[next.round]}</Heading>
          <Form frame={frame} action={RECOGNITION_PATH} idempotencyKey={props.formKey} label={ROUND_NAMES[next.round]}>
            <HiddenField name="ronde" value={next.round} />
            {next.vignettes.map(({ id, text }, index) => (
              <Radios
                key={id}
                name={`antwoord${index + 1}`}
                label={`${index + 1}. ${text}`}
                description="Zou u hierover advies vragen?"
                choices={[
                  { value: 'ja', label: 'Ja' },
                  { value: 'nee', label: 'Nee' },
                ]}
                inline
                values={values}
                errors={errors}
              />
            ))}
            {next.round === 'after' ? (
              <Checkbox
                name="meetellen"
                label="Mijn uitkomst mag meetellen voor mijn gemeente"
                description="Zonder naam en zonder dag. Terughalen kan daarna niet: niemand weet welke van u is."
                values={values}
                errors={errors}
              />
            ) : null}
            <SubmitButton>Bekijk wat u zag</SubmitButton>
          </Form>
        </>
      ) : null}
      {next && !props.isOpen ? (
        <>
          <Paragraph>
            Uw gemeente bewaart nog geen uitkomsten. Daarvoor moet eerst een aantal dingen zijn geregeld, zoals de
            instemming van de ondernemingsraad. Leren kan al wel.
          </Paragraph>
          {props.mustLearnFirst ? null : <ButtonLink href="/leren">Naar de leerpaden</ButtonLink>}
        </>
      ) : null}
    </Page>
  );
}

const of = (part: number, whole: number) => `${part} van de ${whole}`;

function Taken({ round, total, byForm, vignettes }: ShownRound) {
  return (
    <section class="ib-flow" aria-labelledby={`ronde-${round}`}>
      <Heading level={2} id={`ronde-${round}`}>
        {ROUND_NAMES[round]}
      </Heading>
      <Paragraph>
        {`U vroeg advies bij ${of(total.hits, total.hitsPossible)} situaties waar dat goed was, en bij ${of(total.alarms, total.alarmsPossible)} waar het niet hoefde.`}
      </Paragraph>
      <Table
        caption="Per vorm"
        rows={byForm}
        rowKey={({ form }) => form}
        columns={[
          { header: 'Vorm', cell: ({ form }) => FORM_NAMES[form] },
          { header: 'Gezien', cell: ({ hits, hitsPossible }) => of(hits, hitsPossible) },
          { header: 'Vals alarm', cell: ({ alarms, alarmsPossible }) => of(alarms, alarmsPossible) },
        ]}
      />
      <Disclosure summary="Bekijk elke situatie met uitleg">
        <ol>
          {vignettes.map(({ vignette, answer }) => (
            <li key={vignette.id}>
              <p>{vignette.text}</p>
              <p>
                <strong>
                  {`U zei ${answer}. ${(answer === 'ja') === vignette.isSign ? 'Dat was goed.' : vignette.isSign ? 'Hier was advies vragen goed geweest.' : 'Hier hoefde het niet.'}`}
                </strong>{' '}
                {vignette.why} <span class="ib-soft">{`Bron: ${vignette.source}.`}</span>
              </p>
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  );
}

const points = (n: number) => `${n > 0 ? '+' : n < 0 ? '−' : ''}${Math.abs(n)}`;

/** What learning did in the municipality, or why it is not shown. */
export function EffectSection({ effect }: { readonly effect: MunicipalEffect | undefined }) {
  return (
    <section class="ib-flow" aria-labelledby="effect">
      <Heading level={2} id="effect">
        Wat leverde het leren op?
      </Heading>
      {effect === undefined ? (
        <Paragraph>
          {`Dat staat hier als ${SMALLEST_EFFECT} mensen of meer de herkenningstest voor en na het leren deden en hun uitkomst lieten meetellen. De lopende maand telt nog niet mee.`}
        </Paragraph>
      ) : (
        <>
          <Table
            caption={`Verschil na het leren, van ${effect.people} mensen`}
            rows={[
              { id: 'hits', what: 'Situaties waarin advies vragen goed was, en dat ook gebeurde', ...effect.hits },
              {
                id: 'alarms',
                what: 'Situaties waarin het niet hoefde, en toch gebeurde (vals alarm)',
                ...effect.alarms,
              },
            ]}
            rowKey={({ id }) => id}
            columns={[
              { header: 'Wat', cell: ({ what }) => what },
              { header: 'Verschil in procentpunten', cell: ({ mean }) => points(mean) },
              { header: 'Onzekerheid (95%)', cell: ({ from, to }) => `${points(from)} tot ${points(to)}` },
            ]}
          />
          <Paragraph>
            Berekend uit het verschil per persoon, met de verdeling van Student (NIST/SEMATECH e-Handbook of Statistical
            Methods, 7.3.1.1). Het cijfer verandert pas als er tien mensen bij komen, zodat niemand te herkennen is. Wie
            de test deed, koos dat zelf: het zegt niets over wie hem niet deed.
          </Paragraph>
        </>
      )}
    </section>
  );
}
