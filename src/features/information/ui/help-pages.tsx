import type { ComponentChildren } from 'preact';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { HELP_START, type HelpLine, type HelpText, helpListOf } from '../domain/help.ts';
import { HelpLanguages } from './help-languages.tsx';
import { Drawing, type Pictogram } from './help-pictograms.tsx';
import { HelpShell } from './help-shell.tsx';

/** Day first, in numbers: read the same in every language here. */
const inNumbers = (date: PlainDate) => date.split('-').reverse().join('-');

/** The languages, each in its own words. */
export function HelpStartPage({ frame }: { frame: PageFrame }) {
  const leave = { emergency: 'Nood', leave: 'Snel weg · Leave now', loading: '…', cancelled: '×' };
  return (
    <HelpShell frame={frame} language="nl" direction="ltr" title="Informatie" leave={leave}>
      <h1 class="utrecht-heading-1">Informatie</h1>
      <HelpLanguages />
      <p class="ib-emergency">
        <Drawing of="phone" />
        <strong>
          <Link href="tel:112">112</Link>
        </strong>
      </p>
    </HelpShell>
  );
}

/** The page before the first one: what the way out does and does not do. */
export function HelpBeforePage({ frame, text }: { frame: PageFrame; text: HelpText }) {
  const { words, code } = text;
  return (
    <HelpShell {...shellOf(frame, text)}>
      <h1 class="utrecht-heading-1">{words.title}</h1>
      <Danger text={text} />
      <Points
        points={[
          ['door', words.button],
          ['list', words.history],
          ['phone', words.calls],
          ['back', words.comeBack],
        ]}
      />
      <ActionGroup>
        <ButtonLink href={helpListOf(code)} emphasis="primary">
          {words.next}
        </ButtonLink>
      </ActionGroup>
      <OtherLanguage text={text} />
    </HelpShell>
  );
}

/** Who can be called now, and what happens then. */
export function HelpListPage(props: { frame: PageFrame; text: HelpText; lines: readonly HelpLine[] }) {
  const { text } = props;
  const { words, legal } = text;
  return (
    <HelpShell {...shellOf(props.frame, text)}>
      <h1 class="utrecht-heading-1">{words.title}</h1>
      <Danger text={text} />
      <Points
        points={[
          ['question', words.advice],
          ['shield', words.independent],
          ['paper', words.papers],
          ['phone', words.calls],
        ]}
      />
      <ul class="ib-help-lines">
        {props.lines.map((line) => (
          <Line key={line.id} line={line} text={text} />
        ))}
      </ul>
      {legal ? (
        <p class="ib-soft">
          {legal.text} ({legal.source})
        </p>
      ) : null}
      <OtherLanguage text={text} />
    </HelpShell>
  );
}

function shellOf(frame: PageFrame, { words, code, direction, reviewedBy }: HelpText) {
  return {
    frame,
    language: code,
    direction,
    title: words.title,
    leave: words,
    forStaff: reviewedBy === null,
  };
}

function Danger({ text: { words } }: { text: HelpText }) {
  return (
    <p class="ib-emergency">
      <Drawing of="phone" />
      <strong>
        <a class="utrecht-link utrecht-link--html-a" href="tel:112">
          {words.danger}
        </a>
      </strong>
    </p>
  );
}

function OtherLanguage({ text: { words } }: { text: HelpText }) {
  return (
    <p>
      <Link href={HELP_START}>{words.language}</Link>
    </p>
  );
}

function Points({ points }: { points: readonly (readonly [Pictogram, ComponentChildren])[] }) {
  return (
    <ul class="ib-pictograms">
      {points.map(([drawing, words]) => (
        <li key={drawing}>
          <Drawing of={drawing} />
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

function Line({ line, text }: { line: HelpLine; text: HelpText }) {
  const { words } = text;
  const answer = (known: boolean | null) => (known === null ? words.unknown : known ? words.yes : words.no);
  const inLanguage = (language: 'nl' | 'en', said: string) =>
    text.code === language ? (
      said
    ) : (
      <span lang={language} dir="ltr">
        {said}
      </span>
    );
  const asSaid = (said: string) => inLanguage(line.wordsIn, said);
  const number = line.number.replaceAll(' ', '\u00a0'); // never over two lines
  return (
    <li class="ib-help-line">
      <h2 class="ib-help-line__name">{text.situations[line.situation] ?? words.unknown}</h2>
      <p>{inLanguage('nl', line.name)}</p>
      <p class="ib-help-line__number">
        {line.isDialable ? (
          <a class="utrecht-link utrecht-link--html-a" href={`tel:${line.number.replace(/\D/g, '')}`}>
            {words.call} <bdi dir="ltr">{number}</bdi>
          </a>
        ) : (
          <bdi dir="ltr">{number}</bdi>
        )}
      </p>
      <Points
        points={[
          ['clock', openingOf(line, text)],
          [
            'coin',
            <>
              {words.cost}: {costOf(line, text, asSaid)}
            </>,
          ],
          [
            'bubbles',
            <>
              {words.chat}: {chatOf(line, text, asSaid)}
            </>,
          ],
          [
            'speech',
            <>
              {words.languages}: {line.languages === null ? words.unknown : asSaid(line.languages.join(', '))}
            </>,
          ],
          ['mask', `${words.anonymous}: ${answer(line.isAnonymous)}`],
          ['shield', `${words.police}: ${answer(line.arePoliceTold)}`],
          ['check', checkedOf(line, text)],
        ]}
      />
    </li>
  );
}

type AsSaid = (said: string) => ComponentChildren;

function costOf({ cost, isFree }: HelpLine, { words }: HelpText, asSaid: AsSaid) {
  if (cost === null) return words.unknown;
  if (isFree) return words.free;
  return (
    <>
      {words.paid} ({asSaid(cost)})
    </>
  );
}

function chatOf({ chat }: HelpLine, { words }: HelpText, asSaid: AsSaid) {
  if (!chat) return chat === null ? words.unknown : words.no;
  return (
    <>
      {words.yes}, <bdi dir="ltr">{chat.at}</bdi>
      {chat.when === null ? null : <> ({asSaid(chat.when)})</>}
    </>
  );
}

function openingOf({ state, isAlwaysOpen, opensAt }: HelpLine, { words }: HelpText) {
  if (state === 'unknown') return words.hoursUnknown;
  if (state === 'open')
    return (
      <>
        <strong>{words.openNow}</strong>
        {isAlwaysOpen ? (
          <>
            {' '}
            <bdi dir="ltr">24/7</bdi>
          </>
        ) : null}
      </>
    );
  if (!opensAt) return words.closed;
  return (
    <>
      {words.closed}. {words.opens}{' '}
      <bdi dir="ltr">
        {inNumbers(opensAt.date)} {opensAt.time}
      </bdi>
    </>
  );
}

function checkedOf({ isDialable, checkedOn }: HelpLine, { words }: HelpText) {
  if (!isDialable || !checkedOn) return words.unchecked;
  return (
    <>
      {words.checked} <bdi dir="ltr">{inNumbers(checkedOn)}</bdi>
    </>
  );
}
