import { DateText } from '../../../ui/format/date-text.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Table } from '../../../ui/show/table.tsx';
import { Heading } from '../../../ui/text/heading.tsx';
import { Link } from '../../../ui/text/link.tsx';
import { Paragraph } from '../../../ui/text/paragraph.tsx';
import type { SignalReport } from '../domain/signal-report.ts';
import type { SignalStatus } from '../domain/signal-status.ts';
import { FORM_WORDS, KIND_WORDS, orUnknown, STATUS_WORDS } from './signal-words.ts';

/** Other signals about the same place or person: that they are there, and never what they say. */
export function LinkedSignals(props: {
  id: string;
  title: string;
  intro: string;
  signals: readonly (SignalReport & { readonly status: SignalStatus })[];
}) {
  if (props.signals.length === 0) return null;
  return (
    <section class="ib-flow" aria-labelledby={props.id}>
      <Heading level={2} id={props.id}>
        {props.title}
      </Heading>
      <Paragraph>{props.intro}</Paragraph>
      <Table
        caption={props.title}
        captionHidden
        rows={props.signals}
        rowKey={({ code }) => code}
        columns={[
          { header: 'Code', cell: ({ code }) => <Link href={`/meldingen/${code}`}>{code}</Link> },
          { header: 'Soort', cell: ({ kind }) => KIND_WORDS[kind] },
          { header: 'Ontvangen', kind: 'date', cell: ({ receivedOn }) => <DateText date={receivedOn} /> },
          { header: 'Lijkt op', cell: ({ form }) => orUnknown(FORM_WORDS, form) },
          { header: 'Stand', cell: ({ status }) => <StatusBadge {...STATUS_WORDS[status]} /> },
        ]}
      />
    </section>
  );
}
