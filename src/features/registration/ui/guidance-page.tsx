import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { DateText, PartialDateText } from '../../../ui/format/date-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { Alert } from '../../../ui/show/alert.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { ConsentLaw, First, HelpStanding, Route, RouteStanding, WhoConsents } from '../domain/reporting-guide.ts';
import { GUIDE_PATH, GUIDE_TITLE, HELP_WORDS, STANDING_WORDS, WHO_WORDS } from './guide-words.ts';

/** On what something rests, and whether a lawyer looked at it. */
interface Rests {
  readonly article: string;
  readonly verifiedOn: string | null;
}

interface Law extends ConsentLaw, Rests {
  readonly name: string;
  readonly explanation: string;
}

/** What the decision table says, as the page needs it. */
export interface GuidanceView {
  readonly rule: Rests & { readonly lead: Route; readonly why: string };
  readonly help: HelpStanding;
  readonly first: { readonly first: First; readonly name: string; readonly how: string };
  readonly routes: readonly (Rests & {
    readonly route: Route;
    readonly name: string;
    readonly how: string;
    readonly otherwise: string;
    readonly tell: string;
    readonly source: string;
    readonly standing: RouteStanding;
  })[];
  readonly consents: readonly WhoConsents<Law>[];
  readonly helpText: (Rests & { readonly tell: string; readonly source: string }) | undefined;
}

export interface ReadingView {
  readonly owner: string;
  readonly says: string;
  readonly source?: string | undefined;
  /** A day, a month or a year; null when nobody knows. */
  readonly statedOn: string | null;
  readonly readOn: string;
}

function RestsOn({ article, verifiedOn }: Rests) {
  return (
    <span class="ib-soft">
      {article} (
      {verifiedOn ? (
        <>
          nagekeken op <DateText date={verifiedOn as PlainDate} />
        </>
      ) : (
        'nog te verifiëren'
      )}
      )
    </span>
  );
}

/** Which way to report fits, with the two others beside it: what to do, what to say, and on what it rests. */
export function GuidancePage(props: {
  frame: PageFrame;
  view: GuidanceView;
  readings: readonly ReadingView[];
  edition: { readonly id: string; readonly version: number; readonly validFrom: PlainDate };
  /** Where this reader can go on to register; undefined when she cannot here. */
  registerHref: string | undefined;
}) {
  const { rule, first, routes, consents, help, helpText } = props.view;
  const lead = routes.find(({ standing }) => standing === 'lead')!;
  return (
    <Page
      frame={props.frame}
      title={lead.name}
      breadcrumbs={[{ href: GUIDE_PATH, label: GUIDE_TITLE }]}
      lead={rule.why}
    >
      <Paragraph kind="small">
        <RestsOn {...rule} />
      </Paragraph>
      {first.first === 'nothing' ? null : (
        <Alert kind="info" title={first.name}>
          <p>{first.how}</p>
        </Alert>
      )}
      {help === 'not-asked' ? null : <Paragraph>{HELP_WORDS[help]}</Paragraph>}
      {helpText ? (
        <>
          <Paragraph>Dit kunt u over opvang of hulp zeggen:</Paragraph>
          <blockquote class="utrecht-blockquote">{helpText.tell}</blockquote>
          <Paragraph kind="small">
            <RestsOn {...helpText} /> Bron: {helpText.source}.
          </Paragraph>
        </>
      ) : null}
      {consents.length > 0 ? (
        <section class="ib-flow" aria-labelledby="wie-stemt-in">
          <Heading level={2} id="wie-stemt-in">
            Wie geeft toestemming?
          </Heading>
          {consents.map(({ law, by, asksWish }) => (
            <div class="ib-flow" key={law.id}>
              <DataList
                facts={[
                  { label: law.name, value: WHO_WORDS[by] },
                  ...(asksWish
                    ? [{ label: 'Wat het kind zelf wil', value: 'Vraag het altijd, en leg het antwoord vast.' }]
                    : []),
                ]}
              />
              <Paragraph>{law.explanation}</Paragraph>
              <Paragraph kind="small">
                <RestsOn {...law} />
              </Paragraph>
            </div>
          ))}
        </section>
      ) : null}
      <section class="ib-flow" aria-labelledby="wegen">
        <Heading level={2} id="wegen">
          De drie wegen
        </Heading>
        {routes.map((each) => (
          <article class="ib-flow" key={each.route} aria-labelledby={`weg-${each.route}`}>
            <Heading level={3} id={`weg-${each.route}`}>
              {each.name}
            </Heading>
            <p>
              <StatusBadge {...STANDING_WORDS[each.standing]} />
            </p>
            <Paragraph>{each.standing === 'other' ? each.otherwise : each.how}</Paragraph>
            {each.standing === 'other' ? null : (
              <>
                <Paragraph>Dit kunt u zeggen:</Paragraph>
                <blockquote class="utrecht-blockquote">{each.tell}</blockquote>
              </>
            )}
            <Paragraph kind="small">
              <RestsOn {...each} /> Bron: {each.source}.
            </Paragraph>
          </article>
        ))}
      </section>
      <section class="ib-flow" aria-labelledby="lezingen">
        <Heading level={2} id="lezingen">
          Over toestemming wordt verschillend gedacht
        </Heading>
        {props.readings.map((reading) => (
          <div class="ib-flow" key={reading.owner}>
            <Heading level={3}>{reading.owner}</Heading>
            <Paragraph>{reading.says}</Paragraph>
            <Paragraph kind="small">
              Gezegd:{' '}
              {reading.statedOn ? <PartialDateText date={reading.statedOn} /> : 'datum onbekend, nog na te gaan'}.
              {reading.source ? ` Bron: ${reading.source}.` : ''} Gelezen op{' '}
              <DateText date={reading.readOn as PlainDate} />.
            </Paragraph>
          </div>
        ))}
        <Paragraph>Wat voor uw organisatie geldt, beslist uw FG.</Paragraph>
      </section>
      <ActionGroup>
        {props.registerHref ? (
          <ButtonLink href={props.registerHref} emphasis="primary">
            Begin een aanmelding
          </ButtonLink>
        ) : null}
        <ButtonLink href={GUIDE_PATH}>Vul de vragen opnieuw in</ButtonLink>
      </ActionGroup>
      <Paragraph kind="small">
        Regels van uitgave {props.edition.id}, versie {props.edition.version}, geldig vanaf{' '}
        <DateText date={props.edition.validFrom} />. Dit is geen juridisch advies.
      </Paragraph>
    </Page>
  );
}
