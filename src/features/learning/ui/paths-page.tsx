import type { ComponentChildren } from 'preact';
import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Page, type PageFrame } from '../../../ui/page.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import { AUDIENCES, type LearningPath } from '../domain/path.ts';
import { AUDIENCE_WORDS, pathHref, UNTESTED } from './learning-words.ts';

/** A path, and how far the reader is in it. */
export interface PathLine {
  readonly path: LearningPath;
  readonly hasBegun: boolean;
  readonly passedOn: PlainDate | undefined;
}

/** What one may learn: the base first, then what is made for one's work. */
export function PathsPage(props: {
  readonly frame: PageFrame;
  readonly lines: readonly PathLine[];
  /** Where else in learning this reader may go. */
  readonly children?: ComponentChildren;
}) {
  return (
    <Page
      frame={props.frame}
      title="Leren"
      lead="Korte leerpaden: u leest, kiest en ziet wat er dan gebeurt. U stopt wanneer u wilt en gaat later verder, ook op een ander apparaat."
    >
      <Paragraph>
        Nieuw in uw werk? Begin met de basis. Doe daarna het pad van uw eigen werk. Samen kost dat ongeveer twintig
        minuten.
      </Paragraph>
      <Paragraph kind="small">
        Alleen u ziet wat u kiest en antwoordt. {UNTESTED}: deze paden zijn geschreven door de redactie van In Beeld.
      </Paragraph>
      {props.children}
      {AUDIENCES.map((audience) => {
        const lines = props.lines.filter(({ path }) => path.audience === audience);
        if (lines.length === 0) return null;
        return (
          <section class="ib-flow" aria-labelledby={`voor-${audience}`} key={audience}>
            <Heading level={2} id={`voor-${audience}`}>
              {AUDIENCE_WORDS[audience]}
            </Heading>
            <ul class="ib-tasks">
              {lines.map((line) => (
                <PathItem line={line} key={line.path.id} />
              ))}
            </ul>
          </section>
        );
      })}
    </Page>
  );
}

function PathItem({ line }: { readonly line: PathLine }) {
  const { path, passedOn, hasBegun } = line;
  return (
    <li class="ib-task">
      <div class="ib-task__text">
        <Link href={pathHref(path.id)}>{path.title.nl}</Link>
        <p>{path.lead.nl}</p>
        <p class="ib-soft">Ongeveer {path.minutes} minuten</p>
      </div>
      <div class="ib-task__state">
        {passedOn ? (
          <StatusBadge kind="ok" label={`Gehaald op ${writeDutchDate(passedOn)}`} />
        ) : (
          <StatusBadge kind={hasBegun ? 'info' : 'neutral'} label={hasBegun ? 'U bent bezig' : 'Nog niet begonnen'} />
        )}
      </div>
    </li>
  );
}
