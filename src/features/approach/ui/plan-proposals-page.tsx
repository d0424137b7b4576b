import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import { Form } from '../../../ui/forms/form.tsx';
import { HiddenField } from '../../../ui/forms/hidden-field.tsx';
import { SubmitButton } from '../../../ui/forms/submit-button.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { type GapProposals, PROPOSAL_MONTHS } from '../domain/plan.ts';
import { PLAN_CRUMBS } from './plan-page.tsx';
import { TRACK_NAMES } from './plan-words.ts';

/** For every gap, what would close it. One button adds all proposals of a gap. */
export function PlanProposalsPage(props: {
  readonly frame: PageFrame;
  readonly gaps: readonly GapProposals[];
  readonly hasFacts: boolean;
  readonly added: boolean;
  /** A key per gap, so that each form is done once. */
  readonly formKey: () => string;
  readonly source: string;
}) {
  const open = props.gaps.filter(({ proposals }) => proposals.length > 0);
  const planned = props.gaps.filter(({ proposals, planned }) => proposals.length === 0 && planned > 0);
  return (
    <Page
      frame={props.frame}
      title="Voorstellen voor uw plan"
      breadcrumbs={PLAN_CRUMBS}
      status={props.added ? <Alert kind="ok" title="de acties staan in uw plan" /> : undefined}
      lead="Wat uw gemeente nog mist, met acties die dat oplossen. U beslist zelf wat u overneemt."
    >
      <p>
        Een actie komt op uw naam te staan, met een termijn van {PROPOSAL_MONTHS} maanden. Pas daarna in{' '}
        <Link href="/aanpak/plan">uw plan</Link> aan wie het doet en wanneer.
      </p>
      {props.hasFacts ? null : (
        <Alert kind="info" title="wij weten nog weinig van uw aanpak">
          <p>
            Daarom staan hieronder alle onderdelen. Vul eerst <Link href="/aanpak/scan">de scan</Link> in, dan ziet u
            alleen wat u mist.
          </p>
        </Alert>
      )}
      {open.length === 0 ? (
        <EmptyState
          title="Wij zien niets meer dat mist"
          next={
            <>
              <ButtonLink href="/aanpak/plan/acties/nieuw" emphasis="primary">
                Zet zelf een actie in het plan
              </ButtonLink>
              <ButtonLink href="/aanpak/plan">Naar het plan</ButtonLink>
            </>
          }
        >
          Alles wat wij kunnen voorstellen, is al geregeld, staat in uw plan of liet u vervallen. Een plan kan ook gaan
          over het volhouden: opnieuw oefenen, of een nieuw besluit voordat het oude afloopt.
        </EmptyState>
      ) : null}
      {(['basis', 'verdieping'] as const).map((plateau) => {
        const gaps = open.filter(({ element }) => element.plateau === plateau);
        if (gaps.length === 0) return null;
        return (
          <section key={plateau} class="ib-flow" aria-labelledby={plateau}>
            <Heading level={2} id={plateau}>
              {plateau === 'basis' ? 'Voor de basis' : 'Voor de verdieping'}
            </Heading>
            {gaps.map((gap) => (
              <Gap key={gap.element.id} gap={gap} frame={props.frame} formKey={props.formKey()} />
            ))}
          </section>
        );
      })}
      {planned.length > 0 ? (
        <>
          <Heading level={2}>Staat al in uw plan</Heading>
          <BulletList items={planned.map(({ element }) => `${element.id} ${element.title}`)} />
        </>
      ) : null}
      <p class="ib-soft">{`${props.source.charAt(0).toUpperCase()}${props.source.slice(1)}.`}</p>
    </Page>
  );
}

function Gap({ gap, frame, formKey }: { gap: GapProposals; frame: PageFrame; formKey: string }) {
  const { element, lack, proposals } = gap;
  return (
    <section class="ib-flow" aria-labelledby={`gat-${element.id}`}>
      <Heading level={3} id={`gat-${element.id}`}>
        {`${element.id} ${element.title}`}
      </Heading>
      <p>{`Nu: ${lack}.`}</p>
      <BulletList items={proposals.map(({ title, track }) => `${title} (${withinSentence(TRACK_NAMES[track])})`)} />
      <Form
        frame={frame}
        action="/aanpak/plan/voorstellen"
        idempotencyKey={formKey}
        label={`Voorstellen voor ${element.id}`}
      >
        <HiddenField name="onderdeel" value={element.id} />
        <SubmitButton emphasis="secondary">
          {proposals.length === 1 ? 'Zet deze actie in het plan' : `Zet deze ${proposals.length} acties in het plan`}
        </SubmitButton>
      </Form>
    </section>
  );
}
