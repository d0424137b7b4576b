import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { readEditions } from '../../../platform/content/read-editions.ts';
import { type Framework, TRACKS } from '../domain/framework.ts';

const text = z.string().min(1);
const Edition = z
  .object({
    id: text,
    validFrom: z.iso.date(),
    title: text,
    source: text,
    themes: z.array(z.object({ id: text, title: text, source: z.enum(['kader-2021', 'in-beeld']) })),
    levels: z.array(z.object({ level: z.literal([0, 1, 2, 3, 4]), title: text, meaning: text })),
    elements: z.array(
      z.object({
        id: z.string().regex(/^K\d\.\d$/),
        theme: text,
        title: text,
        question: text,
        plateau: z.enum(['basis', 'verdieping']),
        evidenceAsked: text,
        duty: z.object({
          kind: z.enum(['wet', 'ibp-5.11', 'programma', 'kader', 'in-beeld']),
          source: text,
          isVerified: z.boolean(),
        }),
        isIbp: z.boolean(),
        showsUse: z.boolean(),
        metByUse: z.boolean(),
        actions: z.array(z.object({ id: text, title: text, track: z.enum(TRACKS) })).min(1),
      }),
    ),
    anchoringTests: z.array(z.object({ number: z.number(), title: text, question: text, elements: z.array(text) })),
  })
  .refine(({ elements, themes }) => elements.every(({ theme }) => themes.some(({ id }) => id === theme)));

/** The framework as content: what every file of `content/approach` must hold. */
export const FRAMEWORK_CONTENT: ContentKind<Framework> = { kind: 'approach', schema: Edition };

const EDITIONS: readonly Framework[] = readEditions('approach').map((each) => Edition.parse(each));

/** Every edition of the framework, the newest last. */
export function frameworkEditions(): readonly Framework[] {
  return EDITIONS;
}

/** The edition with which a new scan begins. */
export function currentFramework(): Framework {
  return EDITIONS.at(-1)!;
}

/** The edition a scan began with. An edition that is gone is a defect: editions are kept for ever. */
export function frameworkOf(id: string): Framework {
  const found = EDITIONS.find((edition) => edition.id === id);
  if (!found) throw new Error(`content/approach has no edition ${id}`);
  return found;
}
