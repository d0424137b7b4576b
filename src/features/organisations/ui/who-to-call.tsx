import { type PlainDate, writeDate } from '../../../shared-kernel/plain-date.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import { type CallAdvice, isDialable, type LineWords, type WhoToCall, wordsOf } from '../domain/who-to-call.ts';
import { CALL_TEXTS } from './who-to-call-texts.ts';

/** Lines to call: those that are open now first, a closed one never first. What is not known about a line is not said. */
export function CallList(props: { advice: WhoToCall; level: 2 | 3 | 4; onlyNow?: boolean | undefined }) {
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

/** Everything said of one line is in one language: its own words decide which. */
function Line(advice: CallAdvice) {
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

function PhoneNumber(props: CallAdvice & { call: string }) {
  const { number } = props.line;
  const whole = number.replaceAll(' ', '\u00a0'); // never over two lines
  if (!isDialable(props)) return <>{whole}</>;
  return <Link href={`tel:${number.replace(/\D/g, '')}`}>{`${props.call} ${whole}`}</Link>;
}

function whatIsKnown({ line, opensAt }: CallAdvice, words: LineWords): readonly string[] {
  const texts = CALL_TEXTS[words.language];
  const written = (date: PlainDate) => writeDate(date, words.language);
  return [
    line.hours === 'always' ? texts.always : opensAt && texts.opensAt(written(opensAt.date), opensAt.time),
    words.cost && texts.cost(words.cost),
    words.languages && texts.languages(words.languages.join(', ')),
    line.isAnonymous === null ? undefined : line.isAnonymous ? texts.anonymous : texts.notAnonymous,
    line.arePoliceTold === null ? undefined : line.arePoliceTold ? texts.policeTold : texts.policeNotTold,
    [...(line.verifiedOn ? [texts.checkedOn(written(line.verifiedOn))] : []), texts.source(words.source)].join(' '),
  ].filter((fact): fact is string => typeof fact === 'string');
}
