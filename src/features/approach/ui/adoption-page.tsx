import { dutchDay, type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, MomentText } from '../../../ui/format/date-text.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { FileField } from '../../../ui/forms/file-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { Radios } from '../../../ui/forms/radios.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { ADOPTING_BODIES, type Adoption, BODY_NAMES, sayBody } from '../domain/adoption.ts';
import type { Plan } from '../domain/plan.ts';
import { WhereItStands } from './document-fields.tsx';

const CRUMBS = [{ href: '/aanpak', label: 'Aanpak' }] as const;

/** What was adopted and until when; and the form that records a new decision. */
export function AdoptionPage(props: {
  readonly frame: PageFrame;
  readonly adoptions: readonly Adoption[];
  readonly plan: Plan | undefined;
  /** Actions that would be adopted now. */
  readonly actionCount: number;
  /** The plan says something else than what was adopted last. */
  readonly isChanged: boolean;
  readonly planSha256: string;
  readonly today: PlainDate;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly evidenceName: string | undefined;
  readonly formKey: string;
  readonly saved: boolean;
  readonly conflict: boolean;
  readonly mayWrite: boolean;
}) {
  const { plan, adoptions, today } = props;
  const latest = adoptions[0];
  return (
    <Page
      frame={props.frame}
      title="Vaststelling"
      errors={props.errors}
      breadcrumbs={CRUMBS}
      status={statusOf(latest, today, props)}
      lead="Een plan telt pas als wie bevoegd is het vaststelt. Leg hier dat besluit vast. Wat is vastgesteld, verandert daarna niet meer."
    >
      {latest ? (
        <>
          <Heading level={2}>Het laatste besluit</Heading>
          <AdoptionFactsList adoption={latest} today={today} />
          <p>
            <Link href={`/aanpak/vaststelling/${latest.id}`}>
              Bekijk wat precies is vastgesteld, en hoe u dat nakijkt
            </Link>
          </p>
          <p>
            {props.isChanged
              ? 'Het plan is daarna gewijzigd. Die wijzigingen gelden pas na een nieuw besluit.'
              : 'Het plan is sindsdien niet gewijzigd.'}
          </p>
        </>
      ) : null}
      {!plan ? (
        <EmptyState
          title="Er is nog geen plan"
          next={
            <ButtonLink href="/aanpak/plan" emphasis="primary">
              Maak eerst een plan
            </ButtonLink>
          }
        >
          U legt een besluit vast over het plan van uw gemeente. Ook bij regionaal beleid neemt uw gemeente zelf een
          besluit, of gaf zij een mandaat.
        </EmptyState>
      ) : props.actionCount === 0 ? (
        <EmptyState
          title="Het plan heeft nog geen acties"
          next={
            <>
              <ButtonLink href="/aanpak/plan/voorstellen" emphasis="primary">
                Bekijk de voorstellen
              </ButtonLink>
              <ButtonLink href="/aanpak/plan/acties/nieuw">Zet zelf een actie in het plan</ButtonLink>
            </>
          }
        >
          Zet eerst acties in het plan. Een leeg plan kan niet worden vastgesteld.
        </EmptyState>
      ) : props.mayWrite ? (
        <>
          <Heading level={2}>{latest ? 'Leg een nieuw besluit vast' : 'Leg het besluit vast'}</Heading>
          <p>
            Dit besluit gaat over <Link href="/aanpak/plan">{plan.title}</Link>, uitgave {plan.edition}, met{' '}
            <data value={String(props.actionCount)}>{props.actionCount}</data>{' '}
            {props.actionCount === 1 ? 'actie' : 'acties'}
            {plan.regional ? `, onder het regionale beleid ${plan.regional.title}` : ''}.
          </p>
          <AdoptionFields {...props} />
        </>
      ) : latest ? null : (
        <EmptyState title="Nog niet vastgesteld">
          De aandachtsfunctionaris of de beleidsmedewerker legt het besluit vast.
        </EmptyState>
      )}
      {adoptions.length > 1 ? (
        <>
          <Heading level={2}>Eerdere besluiten</Heading>
          <BulletList
            items={adoptions.slice(1).map((each) => (
              <Link key={each.id} href={`/aanpak/vaststelling/${each.id}`}>
                {`Uitgave ${each.edition}, ${writeDutchDate(each.decidedOn)}`}
              </Link>
            ))}
          />
        </>
      ) : null}
    </Page>
  );
}

function statusOf(
  latest: Adoption | undefined,
  today: PlainDate,
  { saved, conflict }: { readonly saved: boolean; readonly conflict: boolean },
) {
  if (conflict)
    return (
      <Alert kind="warning" title="het plan is intussen gewijzigd">
        <p>
          Er is nog niets vastgelegd. Kijk of het plan nog zegt wat is besloten, en leg het besluit dan opnieuw vast.
        </p>
      </Alert>
    );
  if (saved && latest)
    return (
      <Alert kind="ok" title="het besluit is vastgelegd">
        <p>
          Het geldt tot {writeDutchDate(latest.validUntil)}. Wij waarschuwen u 90 en 30 dagen van tevoren. Maak nu de{' '}
          <Link href="/aanpak/documenten">documenten</Link>.
        </p>
      </Alert>
    );
  if (latest && latest.validUntil <= today)
    return (
      <Alert kind="warning" title={`het besluit verviel op ${writeDutchDate(latest.validUntil)}`}>
        <p>Het land ziet dat ook. Neem een nieuw besluit en leg dat hier vast.</p>
      </Alert>
    );
  return undefined;
}

function AdoptionFactsList({ adoption, today }: { adoption: Adoption; today: PlainDate }) {
  return (
    <DataList
      facts={[
        { label: 'Vastgesteld door', value: sayBody(adoption) },
        { label: 'Datum besluit', value: <DateText date={adoption.decidedOn} /> },
        {
          label: adoption.validUntil <= today ? 'Gold tot' : 'Geldig tot',
          value: <DateText date={adoption.validUntil} />,
        },
        { label: 'Stuk', value: `${adoption.documentTitle} (${writeDutchDate(adoption.documentOn)})` },
        {
          label: 'Document',
          value: adoption.fileId ? (
            <Link href={`/bestanden/${adoption.fileId}`}>Open het document</Link>
          ) : adoption.documentLink ? (
            <Link href={adoption.documentLink}>{adoption.documentLink}</Link>
          ) : undefined,
        },
        {
          label: 'Gepubliceerd op',
          value: adoption.publicationLink ? (
            <Link href={adoption.publicationLink}>{adoption.publicationLink}</Link>
          ) : undefined,
        },
        { label: 'Uitgave', value: String(adoption.edition) },
        {
          label: 'Vastgelegd',
          value: (
            <>
              door {adoption.adoptedBy} op <MomentText instant={adoption.adoptedAt} />
            </>
          ),
        },
      ]}
    />
  );
}

const MANDATE_FIELDS = ['mandaathouder', 'mandaatbesluit', 'mandaatdatum'] as const;

function AdoptionFields(props: {
  readonly frame: PageFrame;
  readonly planSha256: string;
  readonly values: FieldValues;
  readonly errors?: FieldErrors | undefined;
  readonly evidenceName: string | undefined;
  readonly formKey: string;
}) {
  const { values, errors } = props;
  return (
    <Form
      frame={props.frame}
      action="/aanpak/vaststelling"
      idempotencyKey={props.formKey}
      multipart
      autocomplete="off"
      label="Besluit vastleggen"
    >
      <HiddenField name="gezien" value={props.planSha256} />
      <Radios
        name="orgaan"
        label="Wie nam het besluit?"
        description="Een regionaal overleg kan niet voor uw gemeente besluiten, tenzij uw gemeente een mandaat gaf."
        choices={ADOPTING_BODIES.map((body) => ({
          value: body,
          label: BODY_NAMES[body].charAt(0).toUpperCase() + BODY_NAMES[body].slice(1),
        }))}
        values={values}
        errors={errors}
      />
      <Disclosure
        summary="Alleen bij een mandaat: wie besloot, en op welk besluit van uw gemeente"
        open={values.orgaan === 'mandaat' || MANDATE_FIELDS.some((field) => errors?.[field] !== undefined)}
      >
        <TextField
          name="mandaathouder"
          label="Bij een mandaat: wie besloot?"
          optional
          values={values}
          errors={errors}
        />
        <TextField
          name="mandaatbesluit"
          label="Bij een mandaat: naam van het mandaatbesluit van uw gemeente"
          optional
          values={values}
          errors={errors}
        />
        <DateField
          name="mandaatdatum"
          label="Bij een mandaat: datum van het mandaatbesluit"
          optional
          values={values}
          errors={errors}
        />
      </Disclosure>
      <DateField name="besluitdatum" label="Datum van het besluit" values={values} errors={errors} />
      <DateField
        name="geldigTot"
        label="Geldig tot"
        description="Vanaf deze dag geldt het niet meer. Hoogstens vier jaar na het besluit."
        values={values}
        errors={errors}
      />
      <TextField name="document" label="Naam van het vastgestelde stuk" values={values} errors={errors} />
      <DateField name="documentdatum" label="Datum van dat stuk" values={values} errors={errors} />
      <WhereItStands label="Waar het stuk staat" values={values} errors={errors} />
      <TextField
        name="publicatie"
        label="Waar het besluit is gepubliceerd"
        description="Bijvoorbeeld op officielebekendmakingen.nl of lokaleregelgeving.overheid.nl."
        optional
        values={values}
        errors={errors}
      />
      <FileField
        name="bewijsstuk"
        label="Het besluit als document"
        description="PDF, Word, ODT of een foto, tot 20 MB. Alleen uw gemeente kan het openen."
        optional
        accept=".pdf,.docx,.odt,.png,.jpg,.jpeg"
        errors={errors?.bewijsstukId ? { ...errors, bewijsstuk: errors.bewijsstukId } : errors}
      />
      {props.evidenceName ? (
        <p class="ib-soft">Al ontvangen: {props.evidenceName}. U hoeft het niet opnieuw te kiezen.</p>
      ) : null}
      <HiddenField name="bewijsstukId" value={String(values.bewijsstukId ?? '')} />
      <SubmitButton>Leg het besluit vast</SubmitButton>
    </Form>
  );
}

/** One decision with what was frozen by it, and how anybody can check that it did not change. */
export function FrozenPage(props: {
  readonly frame: PageFrame;
  readonly adoption: Adoption;
  /** The frozen text still gives its hash. */
  readonly isIntact: boolean;
  readonly today: PlainDate;
}) {
  const { adoption } = props;
  const file = `/aanpak/vaststelling/${adoption.id}/vastgesteld.json`;
  return (
    <Page
      frame={props.frame}
      title={`Vastgesteld op ${writeDutchDate(adoption.decidedOn)}`}
      breadcrumbs={[...CRUMBS, { href: '/aanpak/vaststelling', label: 'Vaststelling' }]}
      status={
        props.isIntact ? undefined : (
          <Alert kind="error" title="de bewaarde inhoud past niet bij het controlegetal">
            <p>
              Er is buiten In Beeld om iets veranderd. Gebruik dit besluit niet als bewijs, en waarschuw uw beheerder.
            </p>
          </Alert>
        )
      }
    >
      <AdoptionFactsList adoption={adoption} today={props.today} />
      <Heading level={2}>Zo kijkt u na dat niets is veranderd</Heading>
      <p>
        Bij het vastleggen is de inhoud bevroren. Daarvan is een controlegetal gemaakt (SHA-256). Verandert er één
        teken, dan is het controlegetal anders.
      </p>
      <p>
        Het getal bewijst wat op {writeDutchDate(dutchDay(adoption.adoptedAt))} in In Beeld stond. Het besluit zelf was
        op {writeDutchDate(adoption.decidedOn)}
        {dutchDay(adoption.adoptedAt) > adoption.decidedOn
          ? '. Is het plan daarna hier nog ingevuld of gewijzigd, dan bewijst het getal niet wat het bestuur die dag voor zich had. Leg dan het document van het besluit erbij.'
          : '.'}
      </p>
      <DataList facts={[{ label: 'Controlegetal', value: <code class="ib-code">{adoption.sha256}</code> }]} />
      <BulletList
        items={[
          <Link key="file" href={file}>
            Haal het vastgestelde plan op (json)
          </Link>,
          <span key="windows">
            Windows: open de opdrachtprompt en typ <code>certutil -hashfile vastgesteld.json SHA256</code>
          </span>,
          <span key="other">
            macOS en Linux: open een terminal en typ <code>shasum -a 256 vastgesteld.json</code>
          </span>,
          'Vergelijk de uitkomst met het controlegetal hierboven. Zet dat getal ook in het besluit zelf, dan kan iedereen het nakijken.',
        ]}
      />
      <Disclosure summary="Toon de bevroren inhoud">
        <pre class="ib-code">{adoption.frozen}</pre>
      </Disclosure>
    </Page>
  );
}
