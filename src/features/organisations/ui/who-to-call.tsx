import { writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { BulletList } from '../../../ui/text/paragraph.tsx';
import type { CallAdvice, WhoToCall } from '../domain/who-to-call.ts';

/** Lines to call: those that are open now first, a closed one never first. What is not known about a line is not said. */
export function CallList(props: { advice: WhoToCall; level: 2 | 3; onlyNow?: boolean | undefined }) {
  const { now, later } = props.advice;
  const groups = [
    { title: 'Nu te bellen', lines: now },
    { title: 'Openingstijden niet bekend', lines: later.filter(({ state }) => state === 'unknown') },
    { title: 'Nu gesloten', lines: later.filter(({ state }) => state === 'closed') },
  ];
  return (
    <>
      {groups
        .filter(({ lines }, index) => lines.length > 0 && (index === 0 || !props.onlyNow))
        .map(({ title, lines }) => (
          <section class="ib-flow" aria-label={title} key={title}>
            <Heading level={props.level}>{title}</Heading>
            <Lines lines={lines} />
          </section>
        ))}
    </>
  );
}

function Lines({ lines }: { lines: readonly CallAdvice[] }) {
  return (
    <ul class="ib-tasks">
      {lines.map((advice) => (
        <li class="ib-task" key={advice.line.id}>
          <div class="ib-task__text">
            <p>
              <strong>{advice.line.name}</strong> <PhoneNumber {...advice} />
            </p>
            <p>{advice.line.when}</p>
            <BulletList items={whatIsKnown(advice)} />
          </div>
          <div class="ib-task__state">
            {advice.state === 'open' ? <StatusBadge kind="ok" label="Nu open" /> : null}
            {isDialable(advice) ? null : <StatusBadge kind="warning" label="Nog te verifiëren" />}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A number can be dialled with one touch only when it was verified; one that stands in the law always can. */
function isDialable({ line, needsVerification }: CallAdvice): boolean {
  return line.mark === 'law' || !needsVerification;
}

function PhoneNumber(advice: CallAdvice) {
  const { number } = advice.line;
  if (!isDialable(advice)) return <>{number}</>;
  return <Link href={`tel:${number.replace(/\D/g, '')}`}>{`bel ${number}`}</Link>;
}

function whatIsKnown({ line, opensAt }: CallAdvice): readonly string[] {
  const hours =
    line.hours === 'always'
      ? 'Dag en nacht open.'
      : opensAt && `Open vanaf ${writeDutchDate(opensAt.date)}, ${opensAt.time.replace(':', '.')} uur.`;
  return [
    hours,
    line.cost && `Kosten: ${line.cost}.`,
    line.languages && `Talen: ${line.languages.join(', ')}.`,
    line.isAnonymous === null ? undefined : line.isAnonymous ? 'U kunt anoniem bellen.' : 'U belt niet anoniem.',
    line.arePoliceTold === null
      ? undefined
      : line.arePoliceTold
        ? 'De politie hoort wat u vertelt.'
        : 'De politie hoort dit niet vanzelf.',
    line.verifiedOn
      ? `Nagekeken op ${writeDutchDate(line.verifiedOn)}. Bron: ${line.source}.`
      : `Bron: ${line.source}.`,
  ].filter((fact): fact is string => typeof fact === 'string');
}
