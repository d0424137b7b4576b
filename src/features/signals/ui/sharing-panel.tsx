import { type PlainDate, writeDutchDate } from '../../../shared-kernel/plain-date.ts';
import { Disclosure } from '../../../ui/show/disclosure.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';

/** «Wat mag ik delen?» as the page shows it. */
export interface SharingView {
  readonly share: string;
  readonly keep: string;
  readonly article: string;
  readonly source: string;
  readonly verifiedOn: string | null;
}

/** What somebody in this work shares and what she keeps, with the article and whether anybody checked it. */
export function SharingPanel({ line }: { line: SharingView | undefined }) {
  if (!line) return null;
  return (
    <Disclosure summary="Wat mag ik delen?" open>
      <Paragraph>
        <strong>Wel:</strong> {line.share}
      </Paragraph>
      <Paragraph>
        <strong>Niet:</strong> {line.keep}
      </Paragraph>
      <p class="ib-soft">
        {line.article}. Bron: {line.source}.{' '}
        {line.verifiedOn ? (
          `Nagekeken op ${writeDutchDate(line.verifiedOn as PlainDate)}.`
        ) : (
          <StatusBadge kind="warning" label="nog te verifiëren" />
        )}
      </p>
    </Disclosure>
  );
}
