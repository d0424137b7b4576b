import { z } from 'zod';
import type { PlainDate } from '../../shared-kernel/plain-date.ts';

/** A kind of content: a folder of `content/`, what a file in it must hold, and how it becomes what the program works with. */
export interface ContentKind<Body> {
  readonly kind: string;
  readonly schema: z.ZodType<Body>;
  /** The oldest day on which a part was last checked; null when a part never was. */
  readonly verifiedOn?: (body: Body) => PlainDate | null;
}

/** What every edition says of itself. `id` is the name of its file; a released edition only changes as a higher `version`. */
export const EditionHead = z.looseObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'gebruik kleine letters, cijfers en streepjes'),
  version: z.int().min(1).default(1),
  validFrom: z.iso.date('schrijf de dag als 2026-11-25'),
});
