import { err, ok, type Result } from '../../../shared-kernel/result.ts';

/** What somebody asks of another municipality. */
export const CONTACT_WISHES = {
  call: 'Wij willen bellen',
  'we-visit': 'Wij willen langskomen',
  'you-visit': 'Wilt u bij ons langskomen?',
} as const;
export type ContactWish = keyof typeof CONTACT_WISHES;

export interface Contact {
  readonly tenantId: string;
  readonly id: string;
  readonly receiverId: string;
  readonly wish: ContactWish;
  readonly element: string | undefined;
  readonly practiceId: string | undefined;
  readonly question: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Date;
  /** Somebody there said that she read it: the receipt. */
  readonly received: { readonly at: Date; readonly byName: string } | undefined;
  readonly answer: { readonly text: string; readonly byName: string; readonly at: Date } | undefined;
}

export type ContactRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'received-already' }
  | { readonly code: 'answered-already' };

/** It is taken in once. */
export function mayReceive(contact: Contact | undefined): Result<Contact, ContactRefusal> {
  if (!contact) return err({ code: 'not-found' });
  return contact.received ? err({ code: 'received-already' }) : ok(contact);
}

/** It is answered once; who answers has read it, so that is its receipt too. */
export function mayAnswer(contact: Contact | undefined): Result<Contact, ContactRefusal> {
  if (!contact) return err({ code: 'not-found' });
  return contact.answer ? err({ code: 'answered-already' }) : ok(contact);
}
