import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import type { Choice } from '../../../ui/forms/select-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { MainAndAside } from '../../../ui/show/main-and-aside.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { isReviewLapsed, PRACTICE_TYPES, type PracticeContent } from '../domain/practice.ts';
import { GuessFields } from './guess-fields.tsx';
import { LIBRARY_CRUMBS } from './library-page.tsx';
import { PracticeFacts, PracticeStory } from './practice-facts.tsx';

interface PracticeOnPage extends PracticeContent {
  readonly id: string;
  readonly source: { readonly name: string; readonly code: string; readonly kind: string };
  readonly reviewOn: PlainDate;
  readonly isVerified: boolean;
  readonly version: number;
  readonly withdrawnAt: Date | undefined;
}

interface UseOnPage {
  readonly organisationId: string;
  readonly organisationName: string;
  readonly kind: 'works-here' | 'taken-over';
  readonly changed: string | undefined;
  readonly notedOn: PlainDate;
}

/** One practice: what was done and what came of it, who does it too, and taking it over. */
export function PracticePage(props: {
  frame: PageFrame;
  practice: PracticeOnPage;
  uses: readonly UseOnPage[];
  elementTitle: string | undefined;
  today: PlainDate;
  /** For who may write in a plan: the own action that came from it, and the tracks to choose from. */
  plan: { readonly actionId: string | undefined; readonly tracks: readonly Choice[] } | undefined;
  /** For who may say that it works there too. */
  maySayWorks: boolean;
  /** For who published it. */
  mayKeep: boolean;
  values: FieldValues;
  errors?: FieldErrors | undefined;
  sawName: boolean;
  keys: { readonly plan: string; readonly works: string; readonly keep: string; readonly withdraw: string };
  saved: string | undefined;
  conflict: string | undefined;
}) {
  const { practice, values, errors } = props;
  const lapsed = isReviewLapsed(practice, props.today);
  return (
    <Page
      frame={props.frame}
      title={practice.title}
      errors={errors}
      breadcrumbs={LIBRARY_CRUMBS}
      lead={`${PRACTICE_TYPES[practice.type]}, ingestuurd door ${practice.source.name}`}
      status={
        props.conflict ? (
          <Alert kind="warning" title={props.conflict} />
        ) : props.saved ? (
          <Alert kind="ok" title={props.saved} />
        ) : undefined
      }
      wide
    >
      {practice.withdrawnAt ? (
        <Alert kind="info" title="dit is ingetrokken">
          <p>Alleen uw organisatie ziet het nog. Wie het overnam, houdt de actie in het plan.</p>
        </Alert>
      ) : lapsed ? (
        <Alert kind="warning" title="niemand keek na of dit nog klopt">
          <p>
            Dat had vóór <DateText date={practice.reviewOn} /> gemoeten. Vraag het na voordat u het overneemt.
          </p>
        </Alert>
      ) : null}
      {practice.isVerified ? null : (
        <Alert kind="info" title="nog te verifiëren">
          <p>Niemand heeft dit naast de bron gelegd. Lees de bron zelf voordat u erop bouwt.</p>
        </Alert>
      )}
      <MainAndAside
        asideLabel="Gegevens van dit voorbeeld"
        aside={
          <>
            <PracticeFacts content={practice} elementTitle={props.elementTitle} />
            <DataList facts={[{ label: 'Nakijken vóór', value: <DateText date={practice.reviewOn} /> }]} />
            {practice.source.kind === 'gemeente' ? (
              <p>
                <Link href={`/gemeenten/${practice.source.code}`}>Bekijk de aanpak van {practice.source.name}</Link>
              </p>
            ) : null}
            {practice.source.kind === 'gemeente' && props.maySayWorks ? (
              <p>
                <Link href={`/praktijk/contact/nieuw?gemeente=${practice.source.code}&praktijk=${practice.id}`}>
                  Vraag {practice.source.name} om contact
                </Link>
              </p>
            ) : null}
          </>
        }
      >
        <PracticeStory content={practice} />
        <Uses uses={props.uses} />
        {props.plan && !practice.withdrawnAt ? <TakeOver {...props} plan={props.plan} /> : null}
        {props.maySayWorks && !practice.withdrawnAt ? (
          <>
            <Heading level={2}>Werkt dit bij u ook?</Heading>
            <Form
              frame={props.frame}
              action={`/praktijk/${practice.id}/werkt-ook`}
              idempotencyKey={props.keys.works}
              label="Werkt bij ons ook"
            >
              <TextField
                name="anders"
                label="Wat deed u anders?"
                description="Eén zin. Iedereen leest dit, met de naam van uw organisatie."
                values={values}
                errors={errors}
              />
              <GuessFields values={values} errors={errors} sawName={props.sawName} />
              <SubmitButton emphasis="secondary">Werkt bij ons ook</SubmitButton>
            </Form>
          </>
        ) : null}
        {props.mayKeep && !practice.withdrawnAt ? (
          <>
            <Heading level={2}>Klopt dit nog?</Heading>
            <p>
              Vraag het na bij {practice.source.name}. Na uw bevestiging staat het er weer twee jaar zonder
              waarschuwing.
            </p>
            <Form
              frame={props.frame}
              action={`/praktijk/${practice.id}/klopt-nog`}
              idempotencyKey={props.keys.keep}
              label="Bevestigen"
            >
              <HiddenField name="versie" value={String(practice.version)} />
              <SubmitButton emphasis="secondary">Dit klopt nog</SubmitButton>
            </Form>
            <Form
              frame={props.frame}
              action={`/praktijk/${practice.id}/intrekken`}
              idempotencyKey={props.keys.withdraw}
              label="Intrekken"
            >
              <HiddenField name="versie" value={String(practice.version)} />
              <SubmitButton emphasis="subtle">Trek dit voorbeeld in</SubmitButton>
            </Form>
          </>
        ) : null}
      </MainAndAside>
    </Page>
  );
}

function Uses({ uses }: { uses: readonly UseOnPage[] }) {
  const works = uses.filter(({ kind }) => kind === 'works-here');
  const taken = uses.filter(({ kind }) => kind === 'taken-over');
  return (
    <>
      <Heading level={2}>Wie doet dit ook?</Heading>
      {works.length === 0 ? (
        <p class="ib-soft">Nog niemand zei dat het daar ook werkt.</p>
      ) : (
        <ul class="utrecht-unordered-list">
          {works.map(({ organisationId, organisationName, changed, notedOn }) => (
            <li class="utrecht-unordered-list__item" key={organisationId}>
              <strong>{organisationName}</strong>: {changed} (<DateText date={notedOn} />)
            </li>
          ))}
        </ul>
      )}
      <p>
        {taken.length === 0
          ? 'Nog niemand nam dit over in een plan.'
          : `Overgenomen in ${taken.length === 1 ? 'het plan' : 'de plannen'} van ${taken
              .map(({ organisationName }) => organisationName)
              .join(', ')}.`}
      </p>
    </>
  );
}

function TakeOver(props: {
  frame: PageFrame;
  practice: PracticeOnPage;
  plan: { readonly actionId: string | undefined; readonly tracks: readonly Choice[] };
  values: FieldValues;
  errors?: FieldErrors | undefined;
  keys: { readonly plan: string };
}) {
  const { practice, plan, values, errors } = props;
  if (plan.actionId)
    return (
      <>
        <Heading level={2}>In uw plan</Heading>
        <p>
          U nam dit over. <Link href={`/aanpak/plan/acties/${plan.actionId}`}>Bekijk de actie in uw plan</Link>
        </p>
      </>
    );
  return (
    <>
      <Heading level={2}>Neem dit over in uw plan</Heading>
      <p>Het wordt een actie op uw naam, met dit voorbeeld als bron. Anderen zien dat uw gemeente het overnam.</p>
      <Form
        frame={props.frame}
        action={`/praktijk/${practice.id}/overnemen`}
        idempotencyKey={props.keys.plan}
        label="Overnemen in het plan"
      >
        <TextField
          name="titel"
          label="Wat gaat er bij u gebeuren?"
          values={{ titel: practice.title, ...values }}
          errors={errors}
        />
        <Radios name="spoor" label="Bij welk spoor hoort dit?" choices={plan.tracks} values={values} errors={errors} />
        <DateField
          name="termijn"
          label="Wanneer moet het klaar zijn?"
          description="Laat u dit leeg, dan wordt het over een half jaar."
          optional
          values={values}
          errors={errors}
        />
        <SubmitButton>Zet in het plan</SubmitButton>
      </Form>
    </>
  );
}
