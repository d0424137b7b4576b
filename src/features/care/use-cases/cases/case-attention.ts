import { z } from 'zod';
import type { ContentKind } from '../../../../platform/content/content-kind.ts';
import { currentEdition } from '../../../../platform/content/current-edition.ts';
import type { Tx } from '../../../../platform/db/transact.ts';
import { type PlainDate, plainDate } from '../../../../shared-kernel/plain-date.ts';
import { ATTENTIONS, type Attention } from '../../domain/cases/case-file.ts';

const filled = z.string().trim().min(1, 'vul iets in');
const Step = z.strictObject({
  say: filled,
  source: filled,
  mark: z.enum(['law', 'found', 'own', 'design']),
  verifiedOn: z.iso.date('schrijf de dag als 2026-11-25').nullable(),
});
const File = z.looseObject({
  situations: z
    .array(z.strictObject({ id: z.enum(ATTENTIONS), title: filled, steps: z.array(Step).min(1) }))
    .refine((all) => ATTENTIONS.every((each) => all.filter(({ id }) => id === each).length === 1), {
      message: 'noem elke situatie één keer',
    }),
});
export type CareAttentions = z.infer<typeof File>;
/** What to watch in one kind of situation: each step with where it comes from. */
export type Situation = CareAttentions['situations'][number];

/** What to watch in some files: `content/care-attention/`. */
export const CARE_ATTENTION: ContentKind<CareAttentions> = {
  kind: 'care-attention',
  schema: File,
  verifiedOn: ({ situations }) => {
    const days = situations.flatMap(({ steps }) => steps.map((step) => plainDate(step.verifiedOn ?? '')));
    return days.every((day) => day !== undefined) ? ((days.toSorted()[0] ?? null) as PlainDate | null) : null;
  },
};

/** What to watch in this file, as it stands today. Asks nothing where nothing was marked. */
export async function attentionOf(
  tx: Tx<'content.edition'>,
  marked: readonly Attention[],
  today: PlainDate,
): Promise<readonly Situation[]> {
  if (marked.length === 0) return [];
  const edition = await currentEdition(tx, CARE_ATTENTION, today);
  return edition?.body.situations.filter(({ id }) => marked.includes(id)) ?? [];
}
