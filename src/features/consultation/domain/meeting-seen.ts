import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { BroughtIn } from './brought.ts';
import type { Covenant } from './covenant.ts';
import type { Item, Meeting, Outcome, Participant, SaidOfPerson } from './meeting.ts';
import type { PartyType } from './party.ts';

/** What a covenant is called and until when it holds. */
export type CovenantPeriod = Pick<Covenant, 'title' | 'validFrom' | 'validUntil' | 'reviewOn' | 'endedOn'>;

/** That something was brought to the wrong place. */
export interface TurnedAway {
  readonly id: string;
  readonly what: 'person' | 'participant';
  readonly types: readonly PartyType[];
  readonly at: Date;
  readonly byName: string;
}

/** An item as somebody at the table reads it. */
export interface ItemSeen extends Item {
  /** Of a person; undefined without one, or when it was withdrawn or erased. */
  readonly person: SaidOfPerson | undefined;
  /** Who gets it. */
  readonly for: readonly string[];
}

export interface OutcomeSeen extends Outcome {
  readonly text: string;
}

/** A consultation as it stands for whoever looks: all of it for the chair, her own part for a colleague. */
export interface MeetingSeen {
  readonly meeting: Meeting;
  readonly isChair: boolean;
  /** Herself at the table, when she does not chair. */
  readonly self: Participant | undefined;
  readonly participants: readonly Participant[];
  readonly items: readonly ItemSeen[];
  readonly outcomes: readonly OutcomeSeen[];
  readonly covenant: CovenantPeriod | undefined;
  readonly covenantHolds: boolean;
  readonly enforcement: readonly PartyType[];
  readonly turnedAway: readonly TurnedAway[];
  /** What could not be sent to whom, and why. */
  readonly failed: readonly {
    readonly id: string;
    readonly participantId: string;
    readonly failed: string | undefined;
  }[];
  /** So many things wait to be sent. */
  readonly unsent: number;
  /** What participants brought in, for the chair. */
  readonly brought: readonly (BroughtIn & { readonly from: string })[];
  readonly keptUntil: { readonly on: PlainDate; readonly isProposal: boolean };
  readonly today: PlainDate;
}

/** What came in about a consultation elsewhere. */
export interface Invitation {
  readonly kind: Meeting['kind'];
  readonly title: string;
  readonly purpose: string;
  readonly onDay: PlainDate;
  readonly atTime: string;
  readonly place: string;
  readonly chairName: string;
}
