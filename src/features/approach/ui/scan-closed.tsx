import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText } from '../../../ui/format/date-text.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { elementById, type Framework, type FrameworkElement } from '../domain/framework.ts';
import type { Question } from '../domain/scan.ts';

const CRUMBS = [{ href: '/aanpak/scan', label: 'Scan' }] as const;

/** Before a scan is settled: which questions to colleagues are still open, and that they end with it. */
export function ScanOpenQuestions({ framework, open }: { framework: Framework; open: readonly Question[] }) {
  if (open.length === 0) return null;
  return (
    <Alert kind="warning" title="er staan nog vragen open">
      <p>
        Stelt u de scan nu vast, dan eindigen deze vragen. Uw collega leest dan dat de scan is vastgesteld. Wilt u het
        antwoord nog meenemen? Wacht dan met vaststellen.
      </p>
      <BulletList
        items={open.map(({ element, colleagueName }) => (
          <>
            {element} {elementById(framework, element)?.title}: wacht op {colleagueName}
          </>
        ))}
      />
    </Alert>
  );
}

/** A question to a colleague that ended with the scan: what was asked, since when it is over, and what she can do now. */
export function QuestionEndedPage(props: {
  readonly frame: PageFrame;
  readonly element: FrameworkElement;
  readonly askedByName: string;
  readonly settledOn: PlainDate;
  readonly mayState: boolean;
}) {
  const { element, askedByName } = props;
  return (
    <Page
      frame={props.frame}
      title="De scan is vastgesteld"
      lead={
        <>
          De scan waarin u iets werd gevraagd, is op <DateText date={props.settledOn} /> vastgesteld. Uw antwoord telt
          daarin niet meer mee.
        </>
      }
    >
      <DataList
        facts={[
          { label: 'Gevraagd door', value: askedByName },
          { label: 'Onderdeel', value: `${element.id} ${element.title}` },
          { label: 'De vraag', value: element.question },
        ]}
      />
      <Heading level={2}>Weet u het antwoord?</Heading>
      {props.mayState ? (
        <p>
          <Link href={`/aanpak/borging/verklaring?onderdeel=${element.id}`}>
            {`Leg ${element.id} vast als verklaring met bewijs`}
          </Link>
          . In een nieuwe scan kan het ook.
        </p>
      ) : (
        <p>{`Zeg het tegen ${askedByName}. Die kan het alsnog vastleggen, of meenemen in een nieuwe scan.`}</p>
      )}
    </Page>
  );
}

/** What somebody typed, as she would copy it. */
export interface TypedAnswer {
  readonly label: string;
  readonly value: string;
}

/** The scan was settled while somebody filled in: her answers are shown back, to copy and as a start for a new scan. */
export function ScanClosedPage(props: {
  readonly frame: PageFrame;
  readonly settledOn: PlainDate | undefined;
  readonly typed: readonly TypedAnswer[];
  /** The same form once more, for when a scan is open again; for who leads scans. */
  readonly again:
    | { readonly action: string; readonly values: Readonly<Record<string, string>>; readonly formKey: string }
    | undefined;
}) {
  const { typed, again } = props;
  return (
    <Page
      frame={props.frame}
      title="Er loopt geen scan meer"
      breadcrumbs={CRUMBS}
      lead={
        <>
          De scan is intussen vastgesteld{props.settledOn ? ' op ' : ''}
          {props.settledOn ? <DateText date={props.settledOn} /> : null}. Wat u net invulde, is niet bewaard.
          {typed.length > 0 ? ' Hieronder staat het, zodat u het kunt overnemen.' : ''}
        </>
      }
    >
      {typed.length > 0 ? (
        <>
          <Heading level={2}>Dit vulde u in</Heading>
          <DataList facts={typed.map(({ label, value }) => ({ label, value }))} />
        </>
      ) : null}
      {typed.length > 0 && again ? (
        <>
          <Heading level={2}>Verder in een nieuwe scan</Heading>
          <p>
            Laat deze pagina open staan en open in een ander tabblad een nieuwe scan. Daarna zet u met deze knop uw
            antwoorden in het formulier. Er wordt dan nog niets bewaard. Een document kiest u opnieuw.
          </p>
          <Form frame={props.frame} action={again.action} idempotencyKey={again.formKey} label="Antwoorden overnemen">
            {Object.entries(again.values)
              .filter(([, value]) => value !== '')
              .map(([name, value]) => (
                <HiddenField name={name} value={value} key={name} />
              ))}
            <HiddenField name="_tonen" value="1" />
            <SubmitButton emphasis="secondary">Zet deze antwoorden in de nieuwe scan</SubmitButton>
          </Form>
        </>
      ) : null}
      <p>
        <Link href="/aanpak/scan">Ga naar de scan</Link>
      </p>
    </Page>
  );
}
