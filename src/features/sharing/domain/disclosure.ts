import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { ReceiverKind, SharedData } from './sharing-case.ts';
import type { Consent, Outcome } from './sharing-rule.ts';

interface Shared {
  readonly id: string;
  readonly at: Date;
  /** Undefined when no line in the log of this organisation tells who it was. */
  readonly by: { readonly name: string; readonly role: string } | undefined;
  readonly basis: string;
}

/** Something that was shared with another organisation, as the officer for data protection reads it: never what it said. */
export type Disclosure =
  | (Shared & {
      /** Sent by In Beeld: the exchange knows it. */
      readonly source: 'sent';
      readonly kind: string;
      readonly kindLabel: string;
      readonly activity: string;
      readonly receiverName: string;
      readonly needsConsent: boolean;
      readonly state: string;
    })
  | (Shared & {
      /** Shared outside In Beeld: somebody said so under the guide. */
      readonly source: 'told';
      readonly data: SharedData;
      readonly receiver: ReceiverKind;
      readonly outcome: Outcome;
      readonly consent: Consent | undefined;
      readonly article: string;
      readonly rule: string;
      readonly edition: string;
    });

/** What the officer asks of the list; what is undefined does not matter. */
export interface DisclosureFilter {
  readonly from: PlainDate | undefined;
  readonly until: PlainDate | undefined;
  readonly source: Disclosure['source'] | undefined;
  /** Only with, or only without, the consent of the person. */
  readonly withConsent: boolean | undefined;
}
