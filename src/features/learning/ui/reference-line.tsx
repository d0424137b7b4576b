import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { Link } from '../../../ui/text/link.tsx';
import type { Reference } from '../domain/path.ts';

/** What a lesson rests on, and whether that source was read. */
export function ReferenceLine({ reference }: { readonly reference: Reference }) {
  return (
    <p class="ib-soft">
      Waarop dit rust: {reference.title}.{' '}
      <cite>{reference.href ? <Link href={reference.href}>{reference.source}</Link> : reference.source}</cite>.{' '}
      {reference.readOn === null ? <StatusBadge kind="warning" label="nog te verifiëren" /> : null}
    </p>
  );
}
