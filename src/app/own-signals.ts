import type { OwnSignals } from '../features/care/index.ts';
import { openPerson, viewPersons } from '../features/signals/index.ts';
import { err, ok } from '../shared-kernel/result.ts';

/** What a care coordinator of a municipality sees of its own signals, to begin a case from: signals and care do not know each other. */
export const OWN_SIGNALS: OwnSignals = {
  persons: (tx, asking, code, time) => viewPersons(tx, asking, code, time),
  async open(tx, asking, input, time) {
    const opened = await openPerson(tx, asking, input, time);
    if (!opened.ok) return opened;
    if (!('person' in opened.value)) return err({ code: 'not-found' });
    const { subject, person } = opened.value;
    return ok({ subject, ...person });
  },
};
