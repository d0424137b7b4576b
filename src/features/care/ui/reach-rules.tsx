import { Alert } from '../../../ui/show/alert.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { SAFETY_ITEMS, type Safety, worries } from '../domain/cases/safety.ts';
import { CASES_PATH } from './case-words.ts';
import { ANSWER_KIND, ANSWER_WORDS, REACH_WORDS, SAFETY_WORDS } from './safety-words.ts';

/** Before anybody calls or writes: how and when it is safe, and what nobody does. On every page of a case. */
export function ReachRules(props: { code: string; safety: Safety | undefined }) {
  const list = `${CASES_PATH}/${props.code}/veiligheid`;
  const { safety } = props;
  if (!safety || safety.reach.ways.length === 0)
    return (
      <Alert kind="warning" title="nog niet bekend hoe u de persoon veilig bereikt">
        <p>
          Bel en schrijf de persoon nog niet. <Link href={list}>Vul eerst de veiligheidslijst in</Link>
        </p>
      </Alert>
    );
  if (!safety.isShared) return <SharedReach safety={safety} />;
  return (
    <>
      <SharedReach safety={safety} />
      <p>
        Zo schreef de andere organisatie het op. Vraag de persoon of het nog klopt, en{' '}
        <Link href={list}>vul uw eigen veiligheidslijst in</Link>.
      </p>
    </>
  );
}

/** The same of a list that is there, also when another organisation shared it. */
export function SharedReach({ safety }: { safety: Safety }) {
  const { ways, number, when, never } = safety.reach;
  const isClosed = ways.includes('not-now');
  return (
    <Alert kind={isClosed ? 'warning' : 'info'} title={isClosed ? 'nu geen contact' : 'zo bereikt u de persoon'}>
      <p>
        {ways.map((way) => REACH_WORDS[way]).join(', ')}
        {number ? `: ${number}` : ''}
        {when ? `. Wanneer: ${when}` : ''}
      </p>
      {never ? <p>Nooit: {never}</p> : null}
      {safety.interpreter.language ? (
        <p>
          Tolk: {safety.interpreter.language}
          {safety.interpreter.wish ? `, ${safety.interpreter.wish}` : ''}
          {safety.interpreter.booking ? `, nummer ${safety.interpreter.booking}` : ''}. Nooit iemand die meekwam.
        </p>
      ) : null}
    </Alert>
  );
}

/** What asks something, in one glance. Nothing is added up: each is a thing to do. */
export function Worries(props: { safety: Safety }) {
  const open = worries(props.safety);
  if (open.length === 0) return <p>De veiligheidslijst geeft nu geen zorg.</p>;
  return (
    <ul class="utrecht-unordered-list">
      {open.map(({ item, answer }) => (
        <li key={item}>
          {SAFETY_WORDS[item].label} <StatusBadge kind={ANSWER_KIND[answer]} label={ANSWER_WORDS[answer]} />
          {props.safety.notes[item] ? <> {props.safety.notes[item]}</> : null}
        </li>
      ))}
    </ul>
  );
}

/** The whole list as pairs, for the printed file. */
export function safetyFacts({ answers, notes, reach, interpreter }: Safety) {
  return [
    {
      label: 'Zo bereikt u de persoon',
      value: [
        reach.ways.map((way) => REACH_WORDS[way]).join(', ') || 'nog niet bekend',
        reach.number,
        reach.when,
        reach.never && `Nooit: ${reach.never}`,
      ]
        .filter(Boolean)
        .join('. '),
    },
    {
      label: 'Tolk',
      value: [interpreter.language, interpreter.wish, interpreter.booking].filter(Boolean).join(', ') || 'geen',
    },
    ...SAFETY_ITEMS.map((item) => ({
      label: SAFETY_WORDS[item].label,
      value: [ANSWER_WORDS[answers[item]], notes[item]].filter(Boolean).join('. '),
    })),
  ];
}
