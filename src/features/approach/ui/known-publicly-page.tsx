import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { FOCAL_POINT_ELEMENT } from '../domain/focal-point.ts';
import type { Needed, PublicFact } from '../domain/public-fact.ts';
import { PublicFactCard } from './public-fact-card.tsx';
import { BODY_CHOICES, REASON_CHOICES } from './public-fact-words.ts';

export const KNOWN_PATH = '/aanpak/openbare-bronnen';
const CRUMBS = [
  { href: '/aanpak', label: 'Aanpak' },
  { href: KNOWN_PATH, label: 'Openbare bronnen' },
] as const;

/** A public source as its municipality sees it. */
export interface KnownView extends PublicFact {
  readonly elementTitle: string;
  readonly needed: Needed | undefined;
}

/** What is said after an answer. */
export const KNOWN_DONE = {
  overgenomen: {
    title: 'overgenomen',
    text: 'Dit is nu uw eigen opgave, met het document als bewijs. Het land ziet het ook zo.',
  },
  onjuist: {
    title: 'doorgegeven',
    text: 'Niemand anders ziet deze bron nog. VNG ziet waarom, en past hem aan of trekt hem in.',
  },
} as const;
export type KnownDone = keyof typeof KNOWN_DONE;
export const isKnownDone = (text: string): text is KnownDone => Object.hasOwn(KNOWN_DONE, text);

/** What public sources say of one's own municipality, each to be confirmed or refused. */
export function KnownPubliclyPage(props: {
  frame: PageFrame;
  facts: readonly KnownView[];
  mayAnswer: boolean;
  formKey: string;
  done: KnownDone | undefined;
}) {
  const { facts, done } = props;
  return (
    <Page
      frame={props.frame}
      title="Wat openbare bronnen over u zeggen"
      breadcrumbs={[CRUMBS[0]]}
      lead="VNG vond dit in een openbare bron. Het telt niet mee tot u zegt dat het klopt."
      status={
        done ? (
          <Alert kind="ok" title={KNOWN_DONE[done].title}>
            <p>{KNOWN_DONE[done].text}</p>
          </Alert>
        ) : undefined
      }
    >
      {facts.length === 0 ? (
        <EmptyState title="Er is niets om na te kijken" next={<Link href="/aanpak">Naar uw aanpak</Link>}>
          Vindt VNG iets over uw gemeente in een openbare bron, dan staat het hier en op uw overzicht.
        </EmptyState>
      ) : (
        facts.map((fact) => (
          <KnownCard
            key={fact.id}
            frame={props.frame}
            fact={fact}
            mayAnswer={props.mayAnswer}
            formKey={props.formKey}
          />
        ))
      )}
      {facts.length > 0 && !props.mayAnswer ? (
        <p class="ib-soft">Uw beleidsmedewerker, aandachtsfunctionaris of teamleider kan dit bevestigen.</p>
      ) : null}
    </Page>
  );
}

/** One source with its button; also in the scan, where what exists is asked first. */
export function KnownCard(props: {
  frame: PageFrame;
  fact: KnownView;
  mayAnswer: boolean;
  formKey: string;
  level?: 2 | 3;
  /** Goes back to the scan afterwards. */
  fromScan?: boolean;
}) {
  const { fact } = props;
  const path = `${KNOWN_PATH}/${fact.id}`;
  const isWhole = fact.needed !== undefined && !fact.needed.end && !fact.needed.body;
  return (
    <PublicFactCard
      fact={fact}
      heading={<Heading level={props.level ?? 2}>{`${fact.element} ${fact.elementTitle}`}</Heading>}
    >
      {props.mayAnswer ? (
        <>
          {isWhole ? (
            <Form
              frame={props.frame}
              action={`${path}/overnemen`}
              idempotencyKey={`${props.formKey}${fact.id.slice(-8)}`}
              label={`Neem over: ${fact.element} ${fact.elementTitle}`}
            >
              <HiddenField name="versie" value={String(fact.version)} />
              {props.fromScan ? <HiddenField name="vanuit" value="scan" /> : null}
              <SubmitButton>Klopt, neem over</SubmitButton>
            </Form>
          ) : null}
          <p>
            <Link href={`${path}${props.fromScan ? '?vanuit=scan' : ''}`}>
              {isWhole
                ? `Klopt niet: zeg wat er anders is bij ${fact.element}`
                : `Kijk na of dit klopt: ${fact.element} ${fact.elementTitle}`}
            </Link>
          </p>
        </>
      ) : null}
    </PublicFactCard>
  );
}

/** One source, to confirm with what it does not say itself, or to refuse. */
export function AnswerKnownPage(props: {
  frame: PageFrame;
  fact: KnownView;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKeys: { readonly confirm: string; readonly reject: string };
  /** VNG changed it while the reader looked. */
  conflict: boolean;
  fromScan: boolean;
}) {
  const { frame, fact, values, errors } = props;
  const path = `${KNOWN_PATH}/${fact.id}`;
  const hidden = (
    <>
      <HiddenField name="versie" value={String(fact.version)} />
      {props.fromScan ? <HiddenField name="vanuit" value="scan" /> : null}
    </>
  );
  return (
    <Page
      frame={frame}
      title={`Klopt dit? ${fact.element} ${fact.elementTitle}`}
      errors={errors}
      breadcrumbs={CRUMBS}
      status={
        props.conflict ? (
          <Alert kind="warning" title="VNG wijzigde deze bron net">
            <p>Hieronder staat hoe het nu is. Er is nog niets overgenomen. Kijk het opnieuw na.</p>
          </Alert>
        ) : undefined
      }
    >
      <PublicFactCard fact={fact} heading={<Heading level={2}>Wat de bron zegt</Heading>} />
      <section class="ib-flow" aria-labelledby="klopt">
        <Heading level={2} id="klopt">
          Het klopt
        </Heading>
        {fact.needed ? (
          <Form frame={frame} action={`${path}/overnemen`} idempotencyKey={props.formKeys.confirm} label="Het klopt">
            {fact.needed.body ? (
              <SelectField
                name="orgaan"
                label="Wie stelde dit vast?"
                values={values}
                errors={errors}
                choices={BODY_CHOICES}
              />
            ) : null}
            {fact.needed.end ? (
              <DateField
                name="geldigTot"
                label="Tot wanneer geldt dit?"
                description="Hoogstens vier jaar na de datum van het besluit."
                values={values}
                errors={errors}
              />
            ) : null}
            {hidden}
            <SubmitButton>Klopt, neem over</SubmitButton>
          </Form>
        ) : fact.element === FOCAL_POINT_ELEMENT ? (
          <>
            <p>
              Leg vast wie uw aandachtsfunctionaris en de vervanger zijn. Dan is dit geregeld. Het land ziet de datums,
              niet de namen.
            </p>
            <ButtonLink href={`/aanpak/${FOCAL_POINT_ELEMENT}`}>Leg vast wie het zijn</ButtonLink>
          </>
        ) : (
          <p>
            Dit besluit is van {writeDutchDate(fact.decidedOn)}. Een besluit telt hoogstens vier jaar, dus u kunt dit
            niet meer overnemen. <Link href="/aanpak/vaststelling">Leg een nieuw besluit vast</Link>.
          </p>
        )}
      </section>
      <section class="ib-flow" aria-labelledby="klopt-niet">
        <Heading level={2} id="klopt-niet">
          Het klopt niet
        </Heading>
        {fact.element === FOCAL_POINT_ELEMENT ? null : (
          <p>
            Is alleen een datum of het document anders? <Link href={`${path}/aanpassen`}>Vul in hoe het is</Link>. Dan
            is het meteen uw eigen opgave.
          </p>
        )}
        <Form frame={frame} action={`${path}/klopt-niet`} idempotencyKey={props.formKeys.reject} label="Het klopt niet">
          <Radios name="reden" label="Wat klopt er niet?" values={values} errors={errors} choices={REASON_CHOICES} />
          {hidden}
          <SubmitButton emphasis="secondary">Klopt niet</SubmitButton>
        </Form>
      </section>
    </Page>
  );
}

/** How it really is, in the words of the municipality. */
export function MendKnownPage(props: {
  frame: PageFrame;
  fact: KnownView;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  formKey: string;
  conflict: boolean;
}) {
  const { frame, fact, values, errors } = props;
  const path = `${KNOWN_PATH}/${fact.id}`;
  const field = { values, errors };
  return (
    <Page
      frame={frame}
      title={`Zo is het: ${fact.element} ${fact.elementTitle}`}
      errors={errors}
      breadcrumbs={[...CRUMBS, { href: path, label: fact.element }]}
      lead="Verbeter wat niet klopt. Wat u bewaart, is uw eigen opgave; de openbare bron verdwijnt."
      status={
        props.conflict ? (
          <Alert kind="warning" title="VNG wijzigde deze bron net">
            <p>Hieronder staat wat u invulde. Kijk het na en bewaar opnieuw.</p>
          </Alert>
        ) : undefined
      }
    >
      <Form
        frame={frame}
        action={`${path}/aanpassen`}
        idempotencyKey={props.formKey}
        autocomplete="off"
        label="Zo is het"
      >
        <TextField {...field} name="titel" label="Naam van het document" />
        <TextField
          {...field}
          name="vindplaats"
          label="Waar iedereen het kan lezen"
          description="Een adres dat met https:// begint."
        />
        <SelectField
          {...field}
          name="orgaan"
          label="Wie stelde dit vast?"
          description={fact.element === 'K1.1' ? undefined : 'Alleen nodig bij beleid (K1.1).'}
          optional={fact.element !== 'K1.1'}
          choices={BODY_CHOICES}
        />
        <DateField {...field} name="datum" label="Vastgesteld op" />
        <DateField
          {...field}
          name="geldigTot"
          label="Geldig tot"
          description="Hoogstens vier jaar na de datum van het besluit."
        />
        <HiddenField name="versie" value={String(fact.version)} />
        <SubmitButton>Bewaar zo</SubmitButton>
      </Form>
    </Page>
  );
}

/** The source was answered or taken back in the meantime: what happened, and where to go on. */
export function KnownGonePage(props: { frame: PageFrame; title: string; text: string }) {
  return (
    <Page frame={props.frame} title={props.title} breadcrumbs={CRUMBS}>
      <p>{props.text}</p>
      <ButtonLink href={KNOWN_PATH}>Naar de openbare bronnen</ButtonLink>
    </Page>
  );
}
