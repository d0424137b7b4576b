import { type PlainDate, writeDate } from '../../../shared-kernel/plain-date.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import {
  type CallAdvice,
  type ContactLine,
  isDialable,
  type LineWords,
  type WhoToCall,
  wordsOf,
  workingHours,
} from '../domain/who-to-call.ts';
import { CALL_TEXTS } from './who-to-call-texts.ts';

/** Lines to call: those that are open now first, a closed one never first. What is not known about a line is not said. */
export function CallList(props: { advice: WhoToCall; level: 2 | 3; onlyNow?: boolean | undefined }) {
  const texts = CALL_TEXTS[useLanguage()];
  const { now, later } = props.advice;
  const groups = [
    { title: texts.openNow, lines: now },
    { title: texts.unknownHours, lines: later.filter(({ state }) => state === 'unknown') },
    { title: texts.closedNow, lines: later.filter(({ state }) => state === 'closed') },
  ];
  return (
    <>
      {groups
        .filter(({ lines }, index) => lines.length > 0 && (index === 0 || !props.onlyNow))
        .map(({ title, lines }) => (
          <section class="ib-flow" aria-label={title} key={title}>
            <Heading level={props.level}>{title}</Heading>
            <ul class="ib-tasks">
              {lines.map((advice) => (
                <Line {...advice} key={advice.line.id} />
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

type OnPaper = Pick<CallAdvice, 'line' | 'needsVerification'>;

/** Lines to call on a sheet that is printed: each with its hours, since who reads it does so at another moment. */
export function CallSheet(props: { lines: readonly OnPaper[] }) {
  return (
    <ul class="ib-tasks">
      {props.lines.map((each) => (
        <Line {...each} key={each.line.id} />
      ))}
    </ul>
  );
}

/** Everything said of one line is in one language: its own words decide which. Without a state it is on paper. */
function Line(advice: OnPaper & Partial<CallAdvice>) {
  const language = useLanguage();
  const words = wordsOf(advice.line, language);
  const texts = CALL_TEXTS[language];
  return (
    <li class="ib-task">
      <div class="ib-task__text" lang={words.language === language ? undefined : words.language}>
        <p>
          <strong>{words.name}</strong> <PhoneNumber {...advice} call={CALL_TEXTS[words.language].call} />
        </p>
        <p>{words.when}</p>
        <BulletList items={whatIsKnown(advice, words)} />
      </div>
      <div class="ib-task__state">
        {advice.state === 'open' ? <StatusBadge kind="ok" label={texts.open} /> : null}
        {isDialable(advice) ? null : <StatusBadge kind="warning" label={texts.unverified} />}
      </div>
    </li>
  );
}

function PhoneNumber(props: OnPaper & { call: string }) {
  const { number } = props.line;
  const whole = number.replaceAll(' ', '\u00a0'); // never over two lines
  if (!isDialable(props)) return <>{whole}</>;
  return <Link href={`tel:${number.replace(/\D/g, '')}`}>{`${props.call} ${whole}`}</Link>;
}

/** When a line is open: at every hour, from when again, or on paper in general. */
function sayOpening({ line, state, opensAt }: OnPaper & Partial<CallAdvice>, { language }: LineWords) {
  const texts = CALL_TEXTS[language];
  if (line.hours === 'always') return texts.always;
  if (state === undefined) return sayHours(line, language);
  return opensAt && texts.opensAt(writeDate(opensAt.date, language), opensAt.time);
}

function sayHours(line: ContactLine, language: LineWords['language']): string {
  const texts = CALL_TEXTS[language];
  if (line.hours === null) return texts.hoursNotKnown;
  const hours = workingHours(line);
  return hours ? texts.workingDays(hours.from, hours.until) : texts.otherHours;
}

function whatIsKnown(advice: OnPaper & Partial<CallAdvice>, words: LineWords): readonly string[] {
  const { line } = advice;
  const texts = CALL_TEXTS[words.language];
  const written = (date: PlainDate) => writeDate(date, words.language);
  return [
    sayOpening(advice, words),
    words.cost && texts.cost(words.cost),
    words.languages && texts.languages(words.languages.join(', ')),
    words.chat ? texts.chat(words.chat.at, words.chat.when) : words.chat === false ? texts.noChat : undefined,
    line.isAnonymous === null ? undefined : line.isAnonymous ? texts.anonymous : texts.notAnonymous,
    line.arePoliceTold === null ? undefined : line.arePoliceTold ? texts.policeTold : texts.policeNotTold,
    [
      ...(line.verifiedOn ? [texts.checkedOn(written(line.verifiedOn), line.verifiedBy ?? '')] : []),
      texts.source(words.source),
    ].join(' '),
  ].filter((fact): fact is string => typeof fact === 'string');
}
