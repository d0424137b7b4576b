import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { currentEdition } from '../../../platform/content/current-edition.ts';
import type { Tx } from '../../../platform/db/transact.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import type { FormsEdition } from '../domain/forms.ts';

const filled = z.string().min(1, 'vul iets in');
const mark = z.enum(['law', 'found', 'own']);
const formWords = z.strictObject({ name: filled, what: filled, kinds: z.array(filled).min(1), where: filled });
const lawWords = z.strictObject({ title: filled, text: filled });
const Edition = z.looseObject({
  forms: z
    .array(z.strictObject({ code: filled, nl: formWords, en: formWords, mark, source: filled }))
    .min(1)
    .refine((forms) => new Set(forms.map(({ code }) => code)).size === forms.length, 'een vorm staat er twee keer')
    .refine(
      (forms) => forms.every(({ nl, en }) => nl.kinds.length === en.kinds.length),
      'een vorm heeft in het Engels niet evenveel soorten',
    ),
  law: z.array(
    z.strictObject({ id: filled, nl: lawWords, en: lawWords, isInForce: z.boolean().nullable(), mark, source: filled }),
  ),
});

/** The forms of trafficking and how the law moves: `content/forms/`, one file an edition. */
export const TRAFFICKING_FORMS = { kind: 'forms', schema: Edition } as unknown as ContentKind<FormsEdition>;

/** The forms as they hold today, with the first day of their edition. */
export async function formsToday(
  tx: Tx<'content.edition'>,
  today: PlainDate,
): Promise<(FormsEdition & { readonly since: PlainDate }) | undefined> {
  const edition = await currentEdition(tx, TRAFFICKING_FORMS, today);
  return edition && { ...edition.body, since: edition.validFrom };
}
