import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import type { FieldErrors, FieldValues } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';
import { type Cells, NO_CELLS } from '../domain/cells.ts';
import { contradictionsAmong } from '../domain/contradiction.ts';
import { dependsOn, type MunicipalCoverage, type SubstituteCover } from '../domain/coverage.ts';
import { sayCells } from './care-words.ts';
import { Contradictions } from './contradictions.tsx';
import { OfferFacts } from './offer-facts.tsx';

/** What the municipality just did. */
export type CoverageDone = 'confirmed' | 'objected' | 'took-back';
const DONE: Readonly<Record<CoverageDone, string>> = {
  confirmed: 'De lijst is bevestigd. Wat niemand doet, staat nu als niet gedekt.',
  objected: 'Uw bezwaar staat erbij. De organisatie ziet het.',
  'took-back': 'Uw bezwaar is weg.',
};

/** Care coordination in one municipality: who does it, for whom nobody does, and what hangs on one organisation. */
export function MunicipalCoveragePage(props: {
  frame: PageFrame;
  found: MunicipalCoverage & { readonly substitute: SubstituteCover };
  /** She may handle a case with who works for this municipality. */
  mayKnowNames: boolean;
  /** The reader works here and may say whether the list is right. */
  mayConfirm: boolean;
  formKey: string;
  values: FieldValues;
  errors: FieldErrors;
  /** The offer whose form came back. */
  objectingTo: string | undefined;
  done: CoverageDone | undefined;
}) {
  const { frame, found, mayConfirm } = props;
  const { municipality, coverage, arrangement } = found;
  const current = coverage.offers.filter(({ standing }) => standing !== 'ended');
  const ended = coverage.offers.filter(({ standing, offer }) => standing === 'ended' && !offer.isFormer);
  const organisations = [...new Map(current.map(({ offer }) => [offer.organisationId, offer.organisationName]))];
  const dependencies = organisations
    .map(([id, name]) => ({ name, cells: dependsOn(coverage, id) }))
    .filter(({ cells }) => cells !== NO_CELLS);
  return (
    <Page
      frame={frame}
      title={`Zorgcoördinatie in ${municipality.name}`}
      errors={props.errors}
      breadcrumbs={[{ href: '/netwerk/dekking', label: 'Dekking' }]}
      status={
        props.done ? (
          <Alert kind="ok">
            <p>{DONE[props.done]}</p>
          </Alert>
        ) : undefined
      }
      lead={
        arrangement.confirmedOn
          ? `De gemeente bevestigde op ${writeDutchDate(arrangement.confirmedOn)} dat deze lijst compleet is.`
          : 'De gemeente bevestigde nog niet dat deze lijst compleet is. Wat er niet staat, is daarom onbekend.'
      }
    >
      <p>
        <ButtonLink href={`/netwerk/wie-helpt?gemeente=${municipality.code}`} emphasis="primary">
          Wie helpt hier nu?
        </ButtonLink>
      </p>
      <Heading level={2}>Wie doet het</Heading>
      <Contradictions found={contradictionsAmong(current.map(({ offer }) => offer))} isOwn={false} />
      {current.length === 0 ? (
        <EmptyState title="Geen organisatie schreef hier haar aanbod op">
          Dat wil niet zeggen dat er niemand is. Vraag het na bij de gemeente of de regio.
        </EmptyState>
      ) : (
        current.map(({ offer, standing }) => {
          const objection = found.objections.find(({ offerId }) => offerId === offer.id);
          return (
            <OfferFacts offer={offer} standing={standing} level={3} key={offer.id}>
              {objection ? (
                <p>{`Bezwaar van de gemeente op ${writeDutchDate(objection.madeOn)}: ${objection.reason}`}</p>
              ) : null}
              {mayConfirm && objection ? (
                <Form
                  frame={frame}
                  action="/netwerk/bezwaren/intrekken"
                  idempotencyKey={`${props.formKey}t`}
                  label={`Bezwaar tegen ${offer.name} intrekken`}
                >
                  <HiddenField name="bezwaar" value={objection.id} />
                  <SubmitButton emphasis="secondary">Trek het bezwaar in</SubmitButton>
                </Form>
              ) : null}
              {mayConfirm && !objection ? (
                <Disclosure summary={`Klopt ${offer.name} niet?`} open={props.objectingTo === offer.id}>
                  <Form
                    frame={frame}
                    action="/netwerk/bezwaren"
                    idempotencyKey={props.formKey}
                    label={`Bezwaar tegen ${offer.name}`}
                  >
                    <HiddenField name="aanbod" value={offer.id} />
                    <TextArea
                      name="reden"
                      label="Wat klopt er niet?"
                      description="Noem geen personen. Alle professionals kunnen dit lezen."
                      rows={3}
                      values={props.objectingTo === offer.id ? props.values : {}}
                      errors={props.objectingTo === offer.id ? props.errors : {}}
                    />
                    <SubmitButton emphasis="secondary">Geef door dat dit niet klopt</SubmitButton>
                  </Form>
                </Disclosure>
              ) : null}
            </OfferFacts>
          );
        })
      )}
      {props.mayKnowNames && current.length > 0 ? (
        <p>
          <Link href={`/netwerk/dekking/${municipality.code}/zorgcoordinatoren`}>Wie er coördineren, met naam</Link>.
          Alleen bij organisaties waarmee u samen iemand helpt.
        </p>
      ) : null}
      <Heading level={2}>Niet gedekt</Heading>
      <CellLines
        cells={coverage.gap}
        none="Er is geen gat bevestigd."
        why="Hiervoor is hier niemand. De gemeente regelt dit, met de regio."
      />
      <Heading level={2}>Onbekend</Heading>
      <CellLines
        cells={coverage.unknown}
        none="Er is niets onbekend."
        why="Hiervan weten we niet of iemand het doet."
      />
      {coverage.covered === NO_CELLS ? null : <Substitutes cover={found.substitute} />}
      <Heading level={2}>Als één organisatie uitvalt</Heading>
      {dependencies.length === 0 ? (
        <p>
          {current.length === 0
            ? 'Hier is geen organisatie bekend. Er is dus ook niet te zien wat er stopt.'
            : 'Er is niets dat aan één organisatie hangt.'}
        </p>
      ) : (
        dependencies.map(({ name, cells }) => (
          <Disclosure summary={`Zonder ${name} stopt dit`} key={name}>
            <BulletList items={sayCells(cells)} />
          </Disclosure>
        ))
      )}
      {ended.length > 0 ? (
        <>
          <Heading level={2}>Gestopt</Heading>
          {ended.map(({ offer, standing }) => (
            <OfferFacts offer={offer} standing={standing} level={3} key={offer.id} />
          ))}
        </>
      ) : null}
      {mayConfirm ? (
        <>
          <Heading level={2}>
            {arrangement.confirmedOn ? 'Is deze lijst nog compleet?' : 'Is deze lijst compleet?'}
          </Heading>
          <Paragraph>
            {arrangement.confirmedOn
              ? 'Dit is al bevestigd. Bevestig opnieuw als u de lijst weer hebt nagekeken; over zes maanden vragen we het weer.'
              : 'Bevestigt u dat hierboven iedereen staat die voor uw gemeente werkt? Dan is wat niemand doet niet gedekt, en niet meer onbekend. Over zes maanden vragen we het opnieuw.'}
          </Paragraph>
          <Form frame={frame} action="/netwerk/bevestigen" idempotencyKey={props.formKey} label="Bevestig de lijst">
            <SubmitButton emphasis={arrangement.confirmedOn ? 'secondary' : 'primary'}>
              Bevestig dat de lijst compleet is
            </SubmitButton>
          </Form>
        </>
      ) : null}
    </Page>
  );
}

/** Of what is covered: whether somebody stands in, does not, or nobody knows. */
function Substitutes({ cover }: { cover: SubstituteCover }) {
  const isAll = cover.missing === NO_CELLS && cover.unknown === NO_CELLS;
  return (
    <>
      <Heading level={2}>Als de zorgcoördinator ziek is of vrij heeft</Heading>
      {isAll ? <p>Voor alles wat hier is gedekt, is vervanging geregeld.</p> : null}
      {cover.missing === NO_CELLS ? null : (
        <>
          <p>Hiervoor is geen vervanging. Dan is hier niemand. Vraag de organisatie wat zij dan doet.</p>
          <BulletList items={sayCells(cover.missing)} />
        </>
      )}
      {cover.unknown === NO_CELLS ? null : (
        <>
          <p>Hiervan weten we niet of er vervanging is. De organisatie vult dat aan bij haar aanbod.</p>
          <BulletList items={sayCells(cover.unknown)} />
        </>
      )}
    </>
  );
}

function CellLines(props: { cells: Cells; none: string; why: string }) {
  if (props.cells === NO_CELLS) return <p>{props.none}</p>;
  return (
    <>
      <p>{props.why}</p>
      <BulletList items={sayCells(props.cells)} />
    </>
  );
}
