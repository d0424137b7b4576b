import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import { type PlainDate, plainDate } from '../../../shared-kernel/plain-date.ts';
import { REPORTER_FUNCTIONS, type ReporterFunction } from '../domain/signal-report.ts';

const filled = z.string().trim().min(1, 'vul iets in');
const Line = z.strictObject({
  function: z.enum(REPORTER_FUNCTIONS),
  share: filled,
  keep: filled,
  article: filled,
  mark: z.enum(['law', 'found', 'own']),
  verifiedOn: z.iso.date().nullable(),
  source: filled,
});

/** What somebody in one function may share with the focal point of her own municipality, and what she keeps. */
export type SharingLine = z.infer<typeof Line>;

interface Sharing {
  readonly lines: readonly SharingLine[];
}

/** «Wat mag ik delen?»: `content/sharing/`, one line a function. */
export const SHARING_LINES: ContentKind<Sharing> = {
  kind: 'sharing',
  schema: z.looseObject({
    lines: z
      .array(Line)
      .refine(
        (lines) => new Set(lines.map((line) => line.function)).size === lines.length,
        'een functie staat er twee keer',
      ),
  }),
  verifiedOn({ lines }) {
    const days = lines.map(({ verifiedOn }) => verifiedOn);
    return days.includes(null) ? null : ((plainDate(days.toSorted()[0] ?? '') ?? null) as PlainDate | null);
  },
};

/** The line for a function today; who does not know hers gets the line for everybody. */
export async function sharingLineFor(
  tx: Tx<'content.edition'>,
  reporterFunction: ReporterFunction,
  today: PlainDate,
): Promise<SharingLine | undefined> {
  const lines = (await currentEdition(tx, SHARING_LINES, today))?.body.lines ?? [];
  const lineOf = (wanted: ReporterFunction) => lines.find((line) => line.function === wanted);
  return lineOf(reporterFunction) ?? lineOf('other');
}
