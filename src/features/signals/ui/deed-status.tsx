import { Alert } from '../../../ui/show/alert.tsx';

/** Above a page with a deed: that it was done, or why it could not be. */
export function DeedStatus({ conflict, saved }: { readonly conflict?: string | undefined; readonly saved: boolean }) {
  if (conflict)
    return (
      <Alert kind="warning" title="dit kon niet">
        <p>{conflict}</p>
      </Alert>
    );
  return saved ? <Alert kind="ok" title="vastgelegd" /> : null;
}
