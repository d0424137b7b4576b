import { DateText } from '../../../ui/format/date-text.tsx';
import { writeMoney } from '../../../ui/format/money.tsx';
import { DataList } from '../../../ui/show/data-list.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import {
  DID_NOT_WORK,
  EVIDENCE_LEVELS,
  EXPLOITATION_FORMS,
  LICENCES,
  type PracticeContent,
} from '../domain/practice.ts';

/** Text as it was typed: markup in it is shown, never run. */
function Told({ title, text }: { title: string; text: string }) {
  return (
    <>
      <Heading level={2}>{title}</Heading>
      {text.split(/\n{2,}/).map((paragraph, index) => (
        <p class="utrecht-paragraph ib-kept" key={index}>
          {paragraph}
        </p>
      ))}
    </>
  );
}

/** What is told: the problem, what was done, what it did, and of what did not work why not. */
export function PracticeStory({ content }: { content: PracticeContent }) {
  const failed = content.type === DID_NOT_WORK;
  return (
    <>
      <Told title="Wat was het probleem?" text={content.problem} />
      <Told title={failed ? 'Wat is geprobeerd?' : 'Wat is gedaan?'} text={content.deed} />
      {content.because ? <Told title="Het werkte niet, omdat" text={content.because} /> : null}
      <Told title="Wat leverde het op?" text={content.effect} />
      {content.documents.length > 0 ? (
        <>
          <Heading level={2}>Documenten</Heading>
          <ul class="utrecht-unordered-list">
            {content.documents.map(({ title, url }) => (
              <li class="utrecht-unordered-list__item" key={url}>
                <Link href={url} rel="noreferrer nofollow">
                  {title} (op een andere website)
                </Link>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** The facts beside the story. */
export function PracticeFacts({
  content,
  elementTitle,
}: {
  content: PracticeContent;
  elementTitle: string | undefined;
}) {
  return (
    <DataList
      facts={[
        { label: 'Hoe zeker', value: EVIDENCE_LEVELS[content.evidence] },
        { label: 'Zo was het op', value: <DateText date={content.asOf} /> },
        { label: 'Helpt bij', value: content.element ? `${content.element} ${elementTitle ?? ''}` : undefined },
        {
          label: 'Vormen',
          value: content.forms.length > 0 ? content.forms.map((form) => EXPLOITATION_FORMS[form]).join(', ') : 'alle',
        },
        { label: 'Kosten per jaar', value: content.costEuro === undefined ? undefined : writeMoney(content.costEuro) },
        { label: 'Uren per jaar', value: content.hours?.toLocaleString('nl-NL') },
        { label: 'Vraag naar', value: content.contactFunction },
        { label: 'Gebruik', value: LICENCES[content.licence] },
      ]}
    />
  );
}
