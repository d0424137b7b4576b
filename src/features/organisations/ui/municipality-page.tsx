import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { Source } from '../../../ui/figures/source.tsx';
import { DateText } from '../../../ui/format/date-text.tsx';
import { NumberText } from '../../../ui/format/number-text.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { REGION_KIND_NAMES, type RegionKind } from '../domain/region-membership.ts';
import type { WhoToCall } from '../domain/who-to-call.ts';
import { CallList } from './who-to-call.tsx';

export interface MunicipalityView {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
  readonly provinceName: string;
  readonly population: number;
  readonly populationOn: PlainDate;
  readonly urbanity: number;
}

interface RegionView {
  readonly kind: string;
  readonly name: string | null;
  readonly source: string;
}

interface SuccessorView {
  readonly formerName: string;
  readonly code: string;
  readonly name: string;
  readonly onDate: PlainDate;
  readonly source: string;
  readonly isVerified: boolean;
}

interface SimilarView {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly reasons: readonly string[];
}

const URBANITY = [
  '',
  'zeer sterk stedelijk',
  'sterk stedelijk',
  'matig stedelijk',
  'weinig stedelijk',
  'niet stedelijk',
];

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** What everybody may know about a municipality: facts and regions, each with its source. Never the name of an officer. */
export function MunicipalityPage(props: {
  frame: PageFrame;
  municipality: MunicipalityView;
  regions: readonly RegionView[];
  advice: WhoToCall;
  /** For who is signed in: the municipalities most like this one. */
  similar: readonly SimilarView[];
}) {
  const { municipality: m } = props;
  return (
    <Page frame={props.frame} title={m.name} breadcrumbs={[{ href: '/gemeenten', label: 'Gemeenten' }]}>
      <DataList
        facts={[
          { label: 'Code', value: m.code },
          { label: 'Provincie', value: m.provinceName },
          { label: 'Inwoners', value: <NumberText value={m.population} /> },
          { label: 'Stedelijkheid', value: `${m.urbanity}: ${URBANITY[m.urbanity]}` },
        ]}
      />
      <Source
        source="CBS"
        series="Gemeenten, inwoners en stedelijkheid"
        date={m.populationOn}
        uncertainty="geen, dit is een telling"
        jsonHref={`/gemeenten/${m.code}.json`}
      />
      <Heading level={2}>Regio’s</Heading>
      <DataList
        facts={props.regions.map((region) => ({
          label: capital(REGION_KIND_NAMES[region.kind as RegionKind] ?? region.kind),
          value: region.name ?? 'onbekend: wij hebben hiervoor geen bron',
        }))}
      />
      <Heading level={2}>Wie belt u?</Heading>
      <CallList advice={props.advice} level={3} onlyNow />
      <p>
        <Link href="/netwerk/wie-belt-u">Alle nummers, ook die nu gesloten zijn</Link>
      </p>
      {props.similar.length > 0 ? (
        <section class="ib-flow" aria-labelledby="lijkt-op">
          <Heading level={2} id="lijkt-op">
            Gemeenten die hierop lijken
          </Heading>
          <BulletList
            items={props.similar.map(({ municipality, reasons }) => (
              <span key={municipality.code}>
                <Link href={`/gemeenten/${municipality.code}`}>{municipality.name}</Link>: {reasons.join(', ')}
              </span>
            ))}
          />
          <p class="ib-soft">
            Vergeleken op inwoners, stedelijkheid, adressen per km² en ligging. Het zegt niets over de aanpak van een
            gemeente.
          </p>
        </section>
      ) : null}
      <Heading level={2}>Wat kunt u doen?</Heading>
      <BulletList
        items={[
          'Is iemand nu in gevaar? Bel 112.',
          'Werkt u bij deze gemeente? Vraag naar de aandachtsfunctionaris mensenhandel.',
          <Link href="/gemeenten" key="alle">
            Zoek een andere gemeente
          </Link>,
        ]}
      />
    </Page>
  );
}

/** A municipality that was dissolved: who took over, and since when. */
export function DissolvedPage(props: { frame: PageFrame; successors: readonly SuccessorView[] }) {
  const first = props.successors[0]!;
  return (
    <Page
      frame={props.frame}
      title={`${first.formerName} is geen gemeente meer`}
      breadcrumbs={[{ href: '/gemeenten', label: 'Gemeenten' }]}
    >
      <p class="utrecht-paragraph utrecht-paragraph--lead">
        Sinds <DateText date={first.onDate} /> hoort {first.formerName} bij:
      </p>
      <BulletList
        items={props.successors.map((s) => (
          <Link href={`/gemeenten/${s.code}`} key={s.code}>
            {s.name}
          </Link>
        ))}
      />
      <p class="ib-soft">
        Bron: {first.source}
        {first.isVerified ? '.' : ' (nog te controleren).'}
      </p>
    </Page>
  );
}
