import { withinSentence } from '../../../shared-kernel/within-sentence.ts';
import { ErrorMessage, type FieldErrors, fieldId } from '../../../ui/forms/field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
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

/** For every gap, what would close it: tick what to take over, in one form. */
export function PlanProposalsPage(props: {
  readonly frame: PageFrame;
  readonly gaps: readonly GapProposals[];
  readonly hasFacts: boolean;
  readonly added: boolean;
  readonly formKey: string;
  /** What was ticked, when the form comes back. */
  readonly ticked: ReadonlySet<string>;
  readonly errors?: FieldErrors | undefined;
  readonly source: string;
}) {
  const open = props.gaps.filter(({ proposals }) => proposals.length > 0);
  const planned = props.gaps.filter(({ proposals, planned }) => proposals.length === 0 && planned > 0);
  return (
    <Page
      frame={props.frame}
      title="Voorstellen voor uw plan"
      breadcrumbs={PLAN_CRUMBS}
      errors={props.errors}
      status={props.added ? <Alert kind="ok" title="de acties staan in uw plan" /> : undefined}
      lead="Wat uw gemeente nog mist, met acties die dat oplossen. U beslist zelf wat u overneemt."
    >
      <p>
        Vink aan wat u wilt overnemen. Een actie komt op uw naam te staan, met een termijn van {PROPOSAL_MONTHS}{' '}
        maanden. Pas daarna in <Link href="/aanpak/plan">uw plan</Link> aan wie het doet en wanneer.
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
      {open.length > 0 ? (
        <Form
          frame={props.frame}
          action="/aanpak/plan/voorstellen"
          idempotencyKey={props.formKey}
          label="Voorstellen overnemen"
        >
          <ErrorMessage name={FIELD} label="Voorstellen" errors={props.errors} />
          {(['basis', 'verdieping'] as const).map((plateau) => {
            const gaps = open.filter(({ element }) => element.plateau === plateau);
            if (gaps.length === 0) return null;
            return (
              <section key={plateau} class="ib-flow" aria-labelledby={plateau}>
                <Heading level={2} id={plateau}>
                  {plateau === 'basis' ? 'Voor de basis' : 'Voor de verdieping'}
                </Heading>
                {gaps.map((gap) => (
                  <Gap
                    key={gap.element.id}
                    gap={gap}
                    isFirst={gap === open[0]}
                    ticked={props.ticked}
                    errors={props.errors}
                  />
                ))}
                <SubmitButton>Zet wat u aanvinkte in het plan</SubmitButton>
              </section>
            );
          })}
        </Form>
      ) : null}
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

const FIELD = 'voorstel';

/** One gap, and a box for each proposal. The error about the boxes leads to the first of all. */
function Gap({
  gap: { element, lack, proposals },
  isFirst,
  ticked,
  errors,
}: {
  gap: GapProposals;
  isFirst: boolean;
  ticked: ReadonlySet<string>;
  errors: FieldErrors | undefined;
}) {
  const nowId = `gat-${element.id}-nu`;
  return (
    <fieldset
      class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset"
      id={`gat-${element.id}`}
      aria-describedby={errors?.[FIELD] ? `${nowId} ${fieldId(FIELD)}-fout` : nowId}
    >
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {`${element.id} ${element.title}`}
      </legend>
      <p id={nowId}>{`Nu: ${lack}.`}</p>
      <p>
        <Link href={`/praktijk?onderdeel=${element.id}`}>Wat anderen deden voor {element.id}</Link>
      </p>
      <div class="ib-options">
        {proposals.map(({ id, title, track }, index) => {
          const own = isFirst && index === 0 ? fieldId(FIELD) : `${fieldId(FIELD)}-${id}`;
          return (
            <div class="ib-option" key={id}>
              <input
                class="utrecht-checkbox ib-tick"
                type="checkbox"
                id={own}
                name={FIELD}
                value={id}
                checked={ticked.has(id)}
              />
              <label class="utrecht-form-label utrecht-form-label--checkbox" for={own}>
                {`${title} (${withinSentence(TRACK_NAMES[track])})`}
              </label>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
