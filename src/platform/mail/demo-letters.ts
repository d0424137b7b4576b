import { sql } from 'kysely';
import type { Tx } from '../db/transact.ts';

/** A letter that a demo did not send. */
export interface DemoLetter {
  readonly id: string;
  readonly to: string;
  readonly path: string;
  readonly sentAt: Date;
  /** What a letter with words says; every other letter says the same. */
  readonly words: { readonly subject: string; readonly body: string } | undefined;
}

/** Which person of the demo an address belongs to: it is made of her role, her number and her organisation. */
export interface DemoRecipient {
  readonly role: string;
  readonly number: string;
  /** The code of the organisation. */
  readonly organisation: string;
}

/** Who reads the mail of this address; undefined when she gave another than the demo made for her. */
export function recipientOf(address: string): DemoRecipient | undefined {
  const found = /^([a-z-]+)\.(\d{1,4})\.([a-z0-9-]+)@fictief\.invalid$/.exec(address);
  return found ? { role: found[1]!, number: found[2]!, organisation: found[3]!.toUpperCase() } : undefined;
}

/** The letters of a demo, newest first. Read through the door `published`: they hold no content that was not published. */
export async function demoLetters(
  tx: Tx<'mail.demo_letter'>,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly letters: readonly DemoLetter[]; readonly total: number }> {
  const letters = await tx
    .selectFrom('mail.demo_letter')
    .select(['id', 'to_address as to', 'path', 'sent_at as sentAt', 'subject', 'body'])
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { total } = await tx
    .selectFrom('mail.demo_letter')
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return {
    total,
    letters: letters.map(({ subject, body, ...letter }) => ({
      ...letter,
      words: subject !== null && body !== null ? { subject, body } : undefined,
    })),
  };
}
