import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Checkbox } from '../../../ui/forms/checkboxes.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Consultation } from '../domain/consultation.ts';
import { ADVICE_WORDS, PARTNER_WORDS } from './consult-words.ts';
import { choicesOf } from './signal-words.ts';

type Shown = Consultation & { readonly question?: string | undefined; readonly advice?: string | undefined };

/** Consulting about a signal without personal data: what was asked and advised, and a form to ask. */
export function ConsultPage(props: {
  readonly frame: PageFrame;
  readonly code: string;
  readonly mayConsult: boolean;
  readonly consultations: readonly Shown[];
  /** Organisations that get the question by the exchange. */
  readonly receivers: readonly { readonly code: string; readonly name: string }[];
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  /** The form that came back is the one of the advice. */
  readonly isAnswering: boolean;
  readonly saved: boolean;
  readonly conflict?: string | undefined;
  readonly formKey: string;
}) {
  const { frame, code, consultations, receivers, values, errors } = props;
  const path = `/meldingen/${code}/overleg`;
  const asked = props.isAnswering ? { values: {} } : { values, errors };
  const waiting = consultations.filter(({ answeredOn }) => !answeredOn);
  return (
    <Page
      frame={frame}
      title="Overleg zonder persoonsgegevens"
      errors={errors}
      breadcrumbs={[
        { href: '/meldingen', label: 'Meldingen' },
        { href: `/meldingen/${code}`, label: code },
      ]}
      status={
        props.conflict ? (
          <Alert kind="warning" title="dit kon niet">
            <p>{props.conflict}</p>
          </Alert>
        ) : props.saved ? (
          <Alert kind="ok" title="vastgelegd" />
        ) : undefined
      }
      lead="Vraag advies voordat u beslist. Noem niet wie het is en niet waar het is. Dan is toestemming niet nodig."
    >
      {consultations.map((consultation) => (
        <Asked key={consultation.id} consultation={consultation} />
      ))}
      <AdviceForm
        frame={frame}
        path={path}
        waiting={waiting}
        formKey={`${props.formKey}advies`}
        values={props.isAnswering ? values : {}}
        errors={props.isAnswering ? errors : undefined}
      />
      {props.mayConsult ? (
        <section class="ib-flow" aria-labelledby="vragen">
          <Heading level={2} id="vragen">
            Stel een vraag
          </Heading>
          <Form frame={frame} action={path} idempotencyKey={props.formKey} autocomplete="off" label="Stel een vraag">
            <Radios
              name="metWie"
              label="Met wie overlegt u?"
              {...asked}
              choices={[
                {
                  value: 'care-coordinator',
                  label: PARTNER_WORDS['care-coordinator'],
                  description: 'Over hulp, opvang en veiligheid in uw regio.',
                },
                {
                  value: 'comensha',
                  label: PARTNER_WORDS.comensha,
                  description: 'Over de vraag of iemand slachtoffer kan zijn, en wat dan.',
                },
                {
                  value: 'veilig-thuis',
                  label: PARTNER_WORDS['veilig-thuis'],
                  description: 'Als iemand jonger is dan 18, of bij huiselijk geweld.',
                },
              ]}
            />
            <TextArea
              name="vraag"
              label="Uw vraag"
              description="Beschrijf wat u ziet en wat u wilt weten. Geen naam, adres, geboortedatum, nummer of naam van een bedrijf. ‘Een meisje van zeventien’ mag."
              rows={6}
              maxLength={4000}
              {...asked}
            />
            <Checkbox
              name="nagelezen"
              label="Ik heb de tekst nagelezen. Niemand is eraan te herkennen."
              description="Ook niet door iemand die de buurt of de persoon kent."
              {...asked}
            />
            {receivers.length > 0 ? (
              <SelectField
                name="ontvanger"
                label="Via In Beeld sturen aan"
                description="Laat u dit leeg, dan stelt u de vraag zelf, bijvoorbeeld per telefoon."
                optional
                placeholder="Ik stel de vraag zelf"
                choices={receivers.map((receiver) => ({ value: receiver.code, label: receiver.name }))}
                {...asked}
              />
            ) : (
              <>
                <HiddenField name="ontvanger" value="" />
                <p class="ib-soft">
                  U stelt de vraag zelf, bijvoorbeeld per telefoon.{' '}
                  <Link href="/samenwerken/afspraken">Met een afspraak</Link> kan het ook via In Beeld.
                </p>
              </>
            )}
            <SubmitButton>Leg de vraag vast</SubmitButton>
          </Form>
        </section>
      ) : (
        <p>Pak het signaal eerst op. Is het gesloten, dan kan er niet meer over worden overlegd.</p>
      )}
      <p>
        <Link href={`/meldingen/${code}`}>Terug naar het signaal</Link>
      </p>
    </Page>
  );
}

function Asked({ consultation }: { readonly consultation: Shown }) {
  const { id, partner, answeredOn, advisedStep } = consultation;
  const heading = `overleg-${id}`;
  return (
    <section class="ib-flow" aria-labelledby={heading}>
      <Heading level={2} id={heading}>
        {`Overleg met ${PARTNER_WORDS[partner]}`}
      </Heading>
      <p>
        {answeredOn ? (
          <StatusBadge kind="ok" label="Advies vastgelegd" />
        ) : (
          <StatusBadge kind="info" label="Wacht op advies" />
        )}
      </p>
      <DataList
        facts={[
          { label: 'Gevraagd op', value: <DateText date={consultation.askedOn} /> },
          { label: 'Gevraagd door', value: consultation.askedByName },
          { label: 'Hoe', value: consultation.messageId ? 'via In Beeld' : 'zelf gevraagd' },
          ...(consultation.question ? [{ label: 'Vraag', value: consultation.question }] : []),
          ...(answeredOn && advisedStep
            ? [
                { label: 'Advies op', value: <DateText date={answeredOn} /> },
                { label: 'Advies', value: ADVICE_WORDS[advisedStep] },
                ...(consultation.advice ? [{ label: 'Toelichting', value: consultation.advice }] : []),
              ]
            : []),
        ]}
      />
    </section>
  );
}

/** One form for the advice on any question, so that no two fields of the page have the same name. */
function AdviceForm(props: {
  readonly frame: PageFrame;
  readonly path: string;
  readonly waiting: readonly Shown[];
  readonly formKey: string;
  readonly values: FieldValues;
  readonly errors: FieldErrors | undefined;
}) {
  const { waiting, values, errors } = props;
  const [only] = waiting;
  if (!only) return null;
  const typed = { values, errors };
  const nameOf = ({ partner, askedOn }: Shown) => `${PARTNER_WORDS[partner]}, gevraagd op ${writeDutchDate(askedOn)}`;
  return (
    <section class="ib-flow" aria-labelledby="advies-vastleggen">
      <Heading level={2} id="advies-vastleggen">
        Leg het advies vast
      </Heading>
      <Form
        frame={props.frame}
        action={`${props.path}/advies`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Leg het advies vast"
      >
        {waiting.length === 1 ? (
          <>
            <HiddenField name="overleg" value={only.id} />
            <p>{`Van: ${nameOf(only)}.`}</p>
          </>
        ) : (
          <Radios
            name="overleg"
            label="Van wie is het advies?"
            choices={waiting.map((each) => ({ value: each.id, label: nameOf(each) }))}
            {...typed}
          />
        )}
        <DateField name="adviesOp" label="Dag van het advies" {...typed} />
        <Radios name="advies" label="Waar kwam het advies op neer?" choices={choicesOf(ADVICE_WORDS)} {...typed} />
        <TextArea
          name="toelichting"
          label="Toelichting"
          description="Wat is geadviseerd, en waarom. Noem geen naam: ook niet van wie advies gaf."
          rows={4}
          {...typed}
        />
        <SubmitButton emphasis="secondary">Leg het advies vast</SubmitButton>
      </Form>
    </section>
  );
}
