import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition, type Edition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { CHANNELS, HANDED_PARTS } from '../domain/handover.ts';

const filled = z.string().trim().min(1, 'vul iets in');
const Channel = z.strictObject({
  id: z.enum(CHANNELS),
  name: filled,
  side: z.enum(['care', 'safety']),
  forWhat: filled,
  maySend: z.array(z.enum(HANDED_PARTS)).min(1),
  basis: filled,
  how: filled,
  source: filled,
  mark: z.enum(['law', 'found', 'own', 'design']),
  verifiedOn: z.iso.date('schrijf de dag als 2026-11-25').nullable(),
});

/** One receiver: for what it is, what may be sent there, on what that rests, and in which form. */
export type ChannelTerms = z.infer<typeof Channel>;

interface ChannelTable {
  readonly channels: readonly ChannelTerms[];
}

/** To whom a signal can go: `content/signal-channels/`. What no lawyer looked at yet has no day of verification. */
export const SIGNAL_CHANNELS: ContentKind<ChannelTable> = {
  kind: 'signal-channels',
  schema: z.looseObject({
    channels: z
      .array(Channel)
      .refine(
        (channels) => CHANNELS.every((id) => channels.filter((channel) => channel.id === id).length === 1),
        'noem elke ontvanger één keer',
      ),
  }),
  verifiedOn: ({ channels }) => {
    const days = channels.map((channel) => plainDate(channel.verifiedOn ?? ''));
    return days.every((day) => day !== undefined) ? (days.toSorted()[0] ?? null) : null;
  },
};

/** The receivers as they stand today. Shipped with the product, so there always is an edition. */
export async function channelsToday(tx: Tx<'content.edition'>, today: PlainDate): Promise<Edition<ChannelTable>> {
  const edition = await currentEdition(tx, SIGNAL_CHANNELS, today);
  if (!edition) throw new Error('no edition of signal-channels holds today');
  return edition;
}
