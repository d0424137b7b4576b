import type { Role } from '../../shared-kernel/role.ts';
import type { DataClass } from '../db/table-register.ts';

/** L list and metadata, R read, W write, X export (always four eyes), A aggregates only. No letter, no access. */
export type Letter = 'L' | 'R' | 'W' | 'X' | 'A';

/** What narrows a grant. A grant holds only when every limit it names is met. */
export type Limit =
  | 'own' // what this person made, or what is about this person
  | 'own-organisation' // inside the organisation the person acts for
  | 'assigned' // assigned to this case or dossier, or standing in for who is
  | 'purpose' // inside the own organisation, with a stated processing activity
  | 'thirty-days' // until 30 days after it was made
  | 'phase-only' // the phase a case is in, not its content
  | 'need-profile-only' // what a place must offer, without identity
  | 'after-acceptance' // from the moment the shelter accepted the request
  | 'own-beds' // the places of the own shelter
  | 'step-up' // after signing in again
  | 'va-10-on' // only where the municipality switched VA-10 on, for at most three named persons
  | 'received' // only what another organisation delivered through the exchange
  | 'no-address' // region and free places, never where they are
  | 'restricted-cubes' // prepared cubes behind disclosure control
  | 'four-eyes' // takes effect after a second person agreed
  | 'status-only' // finished or not, no answers and no scores
  | 'reasoned' // case by case, with a recorded reason
  | 'withheld-list' // the list of what is kept back, not the data
  | 'accounts' // accounts and rights only
  | 'processing-log'; // the log of data processing, which holds no users

export interface Grant {
  readonly letters: readonly Letter[];
  readonly limits: readonly Limit[];
}

/** One row: what is given per data class. A class that is absent is denied. */
export type MatrixRow = { readonly [C in DataClass]?: readonly Grant[] };

/** Who acts: a role, or a visitor whom nobody knows. */
export type Who = Role | 'anonymous';

/** Who may do what with which class of data, and for which purposes: the one table that policy, documentation and tests follow. */
export interface AccessMatrix {
  /** What each row gives, per data class. */
  readonly rows: Readonly<Record<string, MatrixRow>>;
  /** The processing activities that each row works for. */
  readonly purposes: Readonly<Record<string, readonly string[]>>;
  /** The rows that make up a role. */
  readonly rowsOf: (who: Who) => readonly string[];
  /** Whether an activity of the processing register may hold this class; false for one that is unknown or off. */
  readonly covers: (purpose: string, dataClass: DataClass) => boolean;
}
