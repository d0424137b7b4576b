import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import {
  type ReportingRoute,
  SITUATION_WORDS,
  SITUATIONS,
  type Situation,
  WITHIN,
  WITHIN_WORDS,
} from '../domain/reporting-route.ts';
import { ConflictAlert } from './plan-page.tsx';

const CRUMBS = [{ href: '/meldroute', label: 'Meldroute' }] as const;

/** The route for reports, situation by situation. It may be kept half-way. */
export function EditRoutePage(props: {
  readonly frame: PageFrame;
  readonly fieldsOf: (situation: Situation) => readonly [who: string, how: string, within: string];
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  /** What a colleague recorded in between. */
  readonly conflict?: ReportingRoute | undefined;
  readonly formKey: string;
}) {
  const { frame, values, errors, conflict } = props;
  return (
    <Page
      frame={frame}
      title="Meldroute vastleggen"
      errors={errors}
      breadcrumbs={CRUMBS}
      status={conflict ? <ConflictAlert change={conflict} frame={props.frame} /> : undefined}
      lead="Zeg per situatie wie het oppakt, hoe een collega die bereikt, en wanneer die het oppakt. Noem functies: mensen wisselen."
    >
      {conflict ? (
        <DataList
          facts={conflict.lines.map(({ situation, who, how, within }) => ({
            label: SITUATION_WORDS[situation].title,
            value: [who, how, within && WITHIN_WORDS[within]].filter(Boolean).join(', '),
          }))}
        />
      ) : null}
      <Form frame={frame} action="/meldroute/wijzigen" idempotencyKey={props.formKey} label="Meldroute vastleggen">
        <HiddenField name="versie" value={String(values.versie ?? '0')} />
        {SITUATIONS.map((situation) => {
          const { title, about, example } = SITUATION_WORDS[situation];
          const [who, how, within] = props.fieldsOf(situation);
          return (
            <section class="ib-flow" key={situation} aria-labelledby={`situatie-${situation}`}>
              <Heading level={2} id={`situatie-${situation}`}>
                {title}
              </Heading>
              <p>{about}</p>
              <TextField
                name={who}
                label={`${title}: naar wie?`}
                description={`Bijvoorbeeld: ${example}.`}
                optional
                values={values}
                errors={errors}
              />
              <TextField
                name={how}
                label={`${title}: hoe?`}
                description="Een nummer, een postbus of een balie. Kijk na of het klopt."
                optional
                values={values}
                errors={errors}
              />
              <SelectField
                name={within}
                label={`${title}: wanneer opgepakt?`}
                optional
                values={values}
                errors={errors}
                choices={WITHIN.map((value) => ({ value, label: WITHIN_WORDS[value] }))}
              />
            </section>
          );
        })}
        <DateField
          name="opnieuwNakijken"
          label="Opnieuw nakijken vóór"
          description="Hoogstens vier jaar. Kiest u een jaar, dan kijkt u elk jaar of het nog klopt."
          values={values}
          errors={errors}
        />
        <SubmitButton>Leg de meldroute vast</SubmitButton>
      </Form>
    </Page>
  );
}

/** A drill of the route with its result. */
export function RouteDrillPage(props: {
  readonly frame: PageFrame;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly formKey: string;
}) {
  const { frame, values, errors } = props;
  return (
    <Page
      frame={frame}
      title="Oefening van de meldroute vastleggen"
      errors={errors}
      breadcrumbs={CRUMBS}
      lead="Oefen met een verzonnen signaal: nooit met een echt geval. Werkte het, dan telt de oefening een jaar als bewijs. Werkte het niet, dan weet u wat er anders moet."
    >
      <Form
        frame={frame}
        action="/meldroute/oefening"
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Oefening van de meldroute vastleggen"
      >
        <SelectField
          name="situatie"
          label="Welke situatie hebt u geoefend?"
          values={values}
          errors={errors}
          choices={SITUATIONS.map((value) => ({ value, label: SITUATION_WORDS[value].title }))}
        />
        <DateField name="gehoudenOp" label="Dag van de oefening" values={values} errors={errors} />
        <TextField
          name="scenario"
          label="Wat hebt u geoefend?"
          description="Eén zin, zonder namen. Bijvoorbeeld: een verzonnen signaal aan de balie, tot en met de terugkoppeling."
          values={values}
          errors={errors}
        />
        <Radios
          name="uitkomst"
          label="Werkte de meldroute?"
          values={values}
          errors={errors}
          choices={[
            { value: 'ja', label: 'Ja: de juiste persoon pakte het op tijd op' },
            { value: 'nee', label: 'Nee, of niet helemaal' },
          ]}
        />
        <TextArea
          name="verbeteren"
          label="Wat moet er anders?"
          description="Nodig als het niet werkte."
          rows={2}
          optional
          values={values}
          errors={errors}
        />
        <SubmitButton>Leg de oefening vast</SubmitButton>
      </Form>
    </Page>
  );
}
