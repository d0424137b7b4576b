import { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { readEditions } from '../../../platform/content/read-editions.ts';
import { plainDate } from '../../../shared-kernel/plain-date.ts';
import { neverASignal } from '../../signals/index.ts';
import { type RecognitionEdition, SETS, VIGNETTE_FORMS } from '../domain/recognition.ts';

const filled = z.string().min(1, 'vul iets in');
const aDay = z.string().refine((text) => plainDate(text) !== undefined, 'schrijf een bestaande dag als 2026-11-25');
/** What somebody may come to see as a signal, without what may never be one. */
const guarded = filled.superRefine((text, context) => {
  const found = neverASignal(text);
  if (found) context.addIssue({ code: 'custom', message: `«${found}» mag nooit een signaal zijn` });
});

const OneVignette = z
  .strictObject({
    id: z.string().regex(/^[A-Z]{3,6}-[AB]\d$/, 'schrijf een vignet als ARB-A1'),
    set: z.enum(SETS),
    form: z.enum(VIGNETTE_FORMS),
    isSign: z.boolean(),
    text: guarded,
    why: guarded,
    source: filled,
    validatedBy: filled.nullable(),
    validatedOn: aDay.nullable(),
  })
  .refine(
    ({ validatedBy, validatedOn }) => (validatedBy === null) === (validatedOn === null),
    'vul in wie het vignet toetste én wanneer, of geen van beide',
  );

/** How many of each form and kind a set holds: both the same, or before and after could not be compared. */
const shapeOf = (vignettes: readonly z.output<typeof OneVignette>[], set: string) =>
  VIGNETTE_FORMS.map((form) =>
    [true, false].map(
      (isSign) => vignettes.filter((v) => v.set === set && v.form === form && v.isSign === isSign).length,
    ),
  ).join(' ');

const Edition = z.looseObject({
  id: filled,
  validFrom: aDay,
  vignettes: z
    .array(OneVignette)
    .min(2)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'twee vignetten hebben hetzelfde id')
    .refine(
      (all) => shapeOf(all, 'a') === shapeOf(all, 'b') && !/\b0\b/.test(shapeOf(all, 'a').replaceAll(',', ' ')),
      'de twee reeksen zijn niet gelijk: per vorm evenveel vignetten met en zonder signaal',
    ),
});

/** The vignettes of the recognition test: what every file of `content/recognition` must hold. */
export const RECOGNITION_VIGNETTES = {
  kind: 'recognition',
  schema: Edition,
} as unknown as ContentKind<RecognitionEdition>;

const editions: RecognitionEdition[] = [];
function readOnce(): readonly RecognitionEdition[] {
  if (editions.length === 0)
    editions.push(...readEditions('recognition').map((each) => Edition.parse(each) as RecognitionEdition));
  return editions;
}

/** The edition that new tests use: the last. Who began in an earlier one ends in it. */
export function currentRecognition(): RecognitionEdition {
  const last = readOnce().at(-1);
  if (!last) throw new Error('content/recognition has no edition');
  return last;
}

export const recognitionEdition = (id: string): RecognitionEdition | undefined =>
  readOnce().find((edition) => edition.id === id);
