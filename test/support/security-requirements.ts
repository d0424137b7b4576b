import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Requirement = z.strictObject({
  id: z.string().regex(/^(SEC|LDV)-\d\d$/),
  eis: z.string().min(10),
  stand: z.enum(['gebouwd', 'deels', 'later', 'nvt']),
  uitleg: z.string().min(10).optional(),
  proeven: z.array(z.strictObject({ bestand: z.string(), naam: z.string().min(5) })),
  breek: z
    .strictObject({
      bestand: z.string(),
      van: z.string().min(5),
      naar: z.string(),
      adres: z.string().startsWith('/').optional(),
    })
    .optional(),
});

/** A requirement of security with its state, the tests that hold it, and for some one change that must make the first of those tests red.
 * `adres`: the one address at which that shows, for a test that goes by all of them. */
export type Requirement = z.infer<typeof Requirement>;

/** Every requirement, from `security/eisen.json`. */
export function securityRequirements(root: string): readonly Requirement[] {
  const text = readFileSync(join(root, 'security/eisen.json'), 'utf8');
  return z.strictObject({ bron: z.string(), eisen: z.array(Requirement) }).parse(JSON.parse(text)).eisen;
}
