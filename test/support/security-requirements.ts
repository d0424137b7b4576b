import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Change = z.strictObject({ bestand: z.string(), van: z.string().min(5), naar: z.string() });

const Requirement = z.strictObject({
  id: z.string().regex(/^(SEC|LDV)-\d\d$/),
  eis: z.string().min(10),
  stand: z.enum(['gebouwd', 'deels', 'later', 'nvt']),
  uitleg: z.string().min(10).optional(),
  proeven: z.array(z.strictObject({ bestand: z.string(), naam: z.string().min(5) })),
  breek: Change.extend({
    adres: z.string().startsWith('/').optional(),
    ook: z.array(Change).min(1).optional(),
  }).optional(),
});

/**
 * A requirement of security with its state, the tests that hold it, and the change that must make the first of those tests red: `breek`,
 * with what else has to give way in `ook` where two things hold it. `adres`: the one address at which that shows, for a test that goes
 * by all of them.
 */
export type Requirement = z.infer<typeof Requirement>;

/** One text in one file that becomes another. */
export type Change = z.infer<typeof Change>;

/** Everything that is changed to break what a requirement guards. */
export function changesOf({ breek }: Requirement): readonly Change[] {
  return breek ? [breek, ...(breek.ook ?? [])] : [];
}

/** Every requirement, from `security/eisen.json`. */
export function securityRequirements(root: string): readonly Requirement[] {
  const text = readFileSync(join(root, 'security/eisen.json'), 'utf8');
  return z
    .strictObject({ bron: z.string(), tegenslag: z.array(z.unknown()), eisen: z.array(Requirement) })
    .parse(JSON.parse(text)).eisen;
}
