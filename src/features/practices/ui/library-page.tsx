import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { NumberText } from '../../../ui/format/number-text.tsx';
import type { FieldValues } from '../../../ui/forms/field.tsx';
import { Filters } from '../../../ui/forms/filters.tsx';
import { SelectField } from '../../../ui/forms/select-field.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { EmptyState } from '../../../ui/show/empty-state.tsx';
import { Pagination } from '../../../ui/show/pagination.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import {
  DID_NOT_WORK,
  EVIDENCE_LEVELS,
  type EvidenceLevel,
  isReviewLapsed,
  PRACTICE_TYPES,
  type PracticeType,
} from '../domain/practice.ts';

export const LIBRARY_CRUMBS = [{ href: '/praktijk', label: 'Praktijk' }] as const;

export const choicesOf = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

export interface LineView {
  readonly id: string;
  readonly type: PracticeType;
  readonly title: string;
  readonly problem: string;
  readonly because: string | undefined;
  readonly evidence: EvidenceLevel;
  readonly sourceName: string;
  readonly reviewOn: PlainDate;
  readonly isVerified: boolean;
  readonly worksHere: number;
  readonly takenOver: number;
}

/** As much as says what it is about. */
const short = (text: string) => (text.length > 220 ? `${text.slice(0, 220).replace(/\s+\S*$/, '')} …` : text);

const times = (count: number, one: string, many: string) => (count === 1 ? one : many.replace('#', String(count)));

/** What worked elsewhere, and what did not, found by words. */
export function LibraryPage(props: {
  frame: PageFrame;
  lines: readonly LineView[];
  total: number;
  /** From so many on, of words, there may be more. */
  weighed: number;
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  values: FieldValues;
  elements: readonly { readonly id: string; readonly title: string }[];
  isFiltered: boolean;
  today: PlainDate;
  mayTell: boolean;
  mayCompare: boolean;
  mayAsk: boolean;
  /** Undefined for who does not look over what was sent in. */
  waiting: number | undefined;
  status?: string | undefined;
}) {
  const { values } = props;
  return (
    <Page
      frame={props.frame}
      title="Praktijk"
      lead="Wat gemeenten deden, wat het opleverde, en wat niet werkte. Neem over wat bij u past."
    >
      <ActionGroup>
        {props.mayTell ? <ButtonLink href="/praktijk/nieuw">Vertel wat u deed</ButtonLink> : null}
        {props.mayTell ? (
          <ButtonLink href="/praktijk/inzendingen" emphasis="subtle">
            Wat wij instuurden
          </ButtonLink>
        ) : null}
        <ButtonLink href="/praktijk/vragen" emphasis="subtle">
          Vragen
        </ButtonLink>
        {props.mayCompare ? (
          <ButtonLink href="/praktijk/gemeenten-zoals-u" emphasis="subtle">
            Gemeenten zoals u
          </ButtonLink>
        ) : null}
        {props.mayAsk ? (
          <ButtonLink href="/praktijk/contact" emphasis="subtle">
            Contact
          </ButtonLink>
        ) : null}
        {props.waiting === undefined ? null : (
          <ButtonLink href="/praktijk/nakijken" emphasis="subtle">
            {props.waiting === 0 ? 'Nakijken' : `Nakijken (${props.waiting})`}
          </ButtonLink>
        )}
      </ActionGroup>
      <Filters action="/praktijk" label="Zoek in Praktijk" clearHref={props.isFiltered ? '/praktijk' : undefined}>
        <TextField name="zoek" label="Zoek op woorden" type="search" optional values={values} />
        <SelectField
          name="soort"
          label="Soort"
          placeholder="Alle soorten"
          optional
          choices={choicesOf(PRACTICE_TYPES)}
          values={values}
        />
        <SelectField
          name="onderdeel"
          label="Helpt bij onderdeel"
          placeholder="Alle onderdelen"
          optional
          choices={props.elements.map(({ id, title }) => ({ value: id, label: `${id} ${title}` }))}
          values={values}
        />
        <SelectField
          name="bewijs"
          label="Hoe zeker"
          placeholder="Maakt niet uit"
          optional
          choices={choicesOf(EVIDENCE_LEVELS)}
          values={values}
        />
      </Filters>
      {props.total === 0 ? (
        <EmptyState title={props.isFiltered ? 'Hier is nog niets over verteld' : 'Er is nog niets verteld'}>
          {props.isFiltered ? (
            <p>
              Zoek met minder woorden, of bekijk <Link href="/praktijk">alles in Praktijk</Link>.
            </p>
          ) : (
            <p>Vertel als eerste wat u deed, ook als het niet werkte.</p>
          )}
        </EmptyState>
      ) : (
        <>
          <p>
            <NumberText value={props.total} /> {props.total === 1 ? 'voorbeeld' : 'voorbeelden'}
            {values.zoek ? ', wat het best past bovenaan' : ', de nieuwste bovenaan'}.
            {values.zoek && props.total >= props.weighed
              ? ' Er past nog meer; zoek met meer woorden om het te vinden.'
              : ''}
          </p>
          <ul class="ib-cards ib-cards--one" aria-label="Voorbeelden">
            {props.lines.map((line) => (
              <PracticeCard line={line} today={props.today} key={line.id} />
            ))}
          </ul>
          <Pagination page={props.page} pages={props.pages} hrefOf={props.hrefOf} />
        </>
      )}
    </Page>
  );
}

/** One practice in a list: whose it is, what it is, and who does it too. */
export function PracticeCard({ line, today }: { line: LineView; today: PlainDate }) {
  const uses = [
    line.takenOver > 0 ? times(line.takenOver, '1 keer overgenomen', '# keer overgenomen') : undefined,
    line.worksHere > 0 ? times(line.worksHere, 'werkt ook bij 1 ander', 'werkt ook bij # anderen') : undefined,
  ].filter((each) => each !== undefined);
  return (
    <li class="ib-card">
      <a class="utrecht-link utrecht-link--html-a ib-card__link" href={`/praktijk/${line.id}`}>
        {line.title}
      </a>
      <p class="ib-soft">
        {PRACTICE_TYPES[line.type]} · {line.sourceName} · {EVIDENCE_LEVELS[line.evidence].split(':')[0]}
      </p>
      <p>{line.type === DID_NOT_WORK ? `Werkte niet, omdat: ${short(line.because ?? '')}` : short(line.problem)}</p>
      {uses.length > 0 ? <p class="ib-soft">{uses.join(' · ')}</p> : null}
      {isReviewLapsed(line, today) ? <StatusBadge kind="warning" label="Lang niet nagekeken" /> : null}
      {line.isVerified ? null : <StatusBadge kind="neutral" label="Bron nog te verifiëren" />}
    </li>
  );
}
