import { DateText } from '../../../ui/format/date-text.tsx';
import { In, useLanguage } from '../../../ui/language.tsx';
import { addressOf } from '../../../ui/public-pages.ts';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { type AdoptingBody, POLICY_ELEMENT } from '../domain/adoption.ts';
import { ANCHORING_ELEMENT } from '../domain/anchoring.ts';
import type { MonitorState } from '../domain/monitor-state.ts';
import type { PublicFactContent } from '../domain/public-fact.ts';
import type { Standing } from '../domain/standing.ts';
import { hostOf, SourceLink } from './public-fact-card.tsx';
import { SEEN_TEXTS } from './seen-approach-texts.tsx';
import { STATES } from './states.ts';

/** One element of a municipality as others see it. */
export interface SeenView {
  readonly element: string;
  readonly title: string;
  readonly state: MonitorState;
  readonly standing:
    | (Standing & {
        readonly adoptingBody: AdoptingBody | undefined;
        readonly publicationLink: string | undefined;
        readonly region: string | undefined;
        readonly publishedOn: Standing['decidedOn'];
      })
    | undefined;
  readonly publicFact: PublicFactContent | undefined;
}

/** On the page of a municipality: how its approach stands, for whoever looks, and what somebody can ask. */
export function ApproachSection(props: {
  municipality: string;
  seen: readonly SeenView[] | undefined;
  /** Everybody looks: she is told what to ask. */
  isPublic: boolean;
}) {
  const language = useLanguage();
  const texts = SEEN_TEXTS[language];
  return (
    <section class="ib-flow" aria-labelledby="aanpak">
      <Heading level={2} id="aanpak">
        {texts.title}
      </Heading>
      <SeenElements municipality={props.municipality} seen={props.seen} level={3} />
      {props.isPublic ? (
        <>
          <Heading level={3}>{texts.ask}</Heading>
          <BulletList items={texts.questions(props.municipality)} />
          <p>
            <Link href={addressOf('monitorData', language)}>{texts.data}</Link>
          </p>
        </>
      ) : null}
    </section>
  );
}

/**
 * What others see, element by element; the same piece on the page that others look at and on the page on which the municipality
 * sees what they see.
 */
export function SeenElements(props: { municipality: string; seen: readonly SeenView[] | undefined; level: 3 | 4 }) {
  const texts = SEEN_TEXTS[useLanguage()];
  if (!props.seen)
    return (
      <div class="ib-seen ib-flow">
        <p>
          <StatusBadge kind="neutral" label={texts.notPublished} />
        </p>
        <p>{texts.notPublishedText(props.municipality)}</p>
      </div>
    );
  return (
    <div class="ib-seen ib-flow">
      {props.seen.map((each) => (
        <SeenOne key={each.element} seen={each} level={props.level} />
      ))}
    </div>
  );
}

function SeenOne({ seen, level }: { seen: SeenView; level: 3 | 4 }) {
  const texts = SEEN_TEXTS[useLanguage()];
  const { element, title, state, standing, publicFact } = seen;
  const isAnchoring = element === ANCHORING_ELEMENT;
  const label =
    isAnchoring && state === 'arranged'
      ? texts.anchored
      : isAnchoring && state === 'unknown'
        ? texts.notAnchored
        : texts.states[state];
  const heading = (
    <>
      <Heading level={level}>
        {element} {texts.titles[element] ?? <In language="nl">{title}</In>}
      </Heading>
      <p>
        <StatusBadge kind={STATES[state].kind} label={label} />
      </p>
    </>
  );
  if (publicFact)
    return (
      <div class="ib-unconfirmed ib-flow">
        {heading}
        <p>
          {texts.publicly(
            <In language="nl">
              <SourceLink fact={publicFact} />
            </In>,
            <DateText date={publicFact.decidedOn} />,
          )}
        </p>
        <p class="ib-source">
          {texts.publicSource(texts.sources[publicFact.source], <DateText date={publicFact.readOn} />)}
        </p>
      </div>
    );
  return (
    <div class="ib-flow">
      {heading}
      <p>{standing ? <Days seen={seen} standing={standing} /> : isAnchoring ? texts.noAnchoring : texts.nothing}</p>
      {standing?.region ? <p>{texts.region(standing.region)}</p> : null}
      {standing?.publicationLink ? (
        <p>
          <Link href={standing.publicationLink}>{texts.decision(hostOf(standing.publicationLink))}</Link>
        </p>
      ) : null}
      {standing ? <p class="ib-source">{texts.ownSource(<DateText date={standing.publishedOn} />)}</p> : null}
    </div>
  );
}

function Days({ seen, standing }: { seen: SeenView; standing: NonNullable<SeenView['standing']> }) {
  const texts = SEEN_TEXTS[useLanguage()];
  const on = <DateText date={standing.decidedOn} />;
  const until = <DateText date={standing.lapsesOn} />;
  const isLapsed = seen.state === 'lapsed';
  if (seen.element === ANCHORING_ELEMENT)
    return <>{isLapsed ? texts.anchoringLapsed(on, until) : texts.anchoredSince(on, until)}</>;
  if (seen.element !== POLICY_ELEMENT)
    return <>{isLapsed ? texts.lapsedOn(on, until) : texts.arrangedSince(on, until)}</>;
  const body = standing.adoptingBody && texts.bodies[standing.adoptingBody];
  return <>{isLapsed ? texts.adoptionLapsed(on, body, until) : texts.adopted(on, body, until)}</>;
}
