import type { z } from 'zod';
import type { ContentKind } from '../../../platform/content/content-kind.ts';
import { readEditions } from '../../../platform/content/read-editions.ts';
import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { neverASignal } from '../../signals/index.ts';
import { CHAPTERS, type LearningPath, type Part, type Question, type Reference } from '../domain/path.ts';
import { PathEdition, type PathFile, SharedEdition, type SharedFileOfPaths } from './path-schema.ts';

type Issue = { readonly message: string; readonly path: readonly (string | number)[] };

/** Asked once, and not before it is needed: a file that is wrong must be refused with its line, where files are checked. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const shared = once((): readonly SharedFileOfPaths[] =>
  readEditions('learning-shared').map((each) => SharedEdition.parse(each)),
);
const sharedParts = once(() => shared().flatMap(({ parts }) => parts));
const sharedQuestions = once(() => shared().flatMap(({ questions }) => questions));
const references = once(() => shared().flatMap((each) => each.references));
const pathIds = once(() => new Set(readEditions('learning').map((each) => (each as { readonly id: string }).id)));

/** What is never a signal may be named by a text that says so, and by nothing else. */
function guarded(value: unknown, path: readonly (string | number)[]): readonly Issue[] {
  if (typeof value === 'string') {
    const found = neverASignal(value);
    return found ? [{ message: `«${found}» mag nooit een signaal zijn`, path }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((each, index) => guarded(each, [...path, index]));
  if (typeof value !== 'object' || value === null || ('namesWhatIsNever' in value && value.namesWhatIsNever)) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'href' ? [] : guarded(each, [...path, key])));
}

function unknownReferences(
  items: readonly { readonly kind: string; readonly reference?: string }[],
  path: readonly string[],
  known: ReadonlySet<string>,
): readonly Issue[] {
  return items.flatMap(({ reference }, index) =>
    reference === undefined || known.has(reference)
      ? []
      : [
          {
            message: `de verwijzing «${reference}» staat niet in content/learning-shared`,
            path: [...path, index, 'reference'],
          },
        ],
  );
}

function unknownShared(
  items: readonly { readonly kind: string; readonly id: string }[],
  path: readonly string[],
  known: readonly { readonly id: string }[],
): readonly Issue[] {
  return items.flatMap(({ kind, id }, index) =>
    kind !== 'shared' || known.some((each) => each.id === id)
      ? []
      : [{ message: `«${id}» staat niet in content/learning-shared`, path: [...path, index, 'id'] }],
  );
}

const addAll = (context: z.RefinementCtx, issues: readonly Issue[]) => {
  for (const { message, path } of issues) context.addIssue({ code: 'custom', message, path: [...path] });
};

const CheckedShared = SharedEdition.superRefine((edition, context) => {
  const known = new Set(edition.references.map(({ id }) => id));
  addAll(context, [
    ...unknownReferences(edition.parts, ['parts'], known),
    ...unknownReferences(edition.questions, ['questions'], known),
    ...guarded(edition.parts, ['parts']),
    ...guarded(edition.questions, ['questions']),
  ]);
});

const CheckedPath = PathEdition.superRefine((edition, context) => {
  const known = new Set(references().map(({ id }) => id));
  addAll(context, [
    ...unknownReferences(edition.parts, ['parts'], known),
    ...unknownReferences(edition.check.questions, ['check', 'questions'], known),
    ...unknownShared(edition.parts, ['parts'], sharedParts()),
    ...unknownShared(edition.check.questions, ['check', 'questions'], sharedQuestions()),
    ...guarded(edition.parts, ['parts']),
    ...guarded(edition.check, ['check']),
    ...(edition.follows !== null && !pathIds().has(edition.follows)
      ? [{ message: `het pad «${edition.follows}» bestaat niet`, path: ['follows'] }]
      : []),
  ]);
});

/** What paths rest on and what they share: what every file of `content/learning-shared` must hold. */
export const LEARNING_SHARED = { kind: 'learning-shared', schema: CheckedShared } as unknown as ContentKind<object>;

/** Learning paths: what every file of `content/learning` must hold. */
export const LEARNING_PATHS = { kind: 'learning', schema: CheckedPath } as unknown as ContentKind<object>;

/** A path with everything it names put in its place. */
function resolve(file: PathFile): LearningPath {
  const known = new Map(references().map((each) => [each.id, each as Reference]));
  const parts = new Map(sharedParts().map((each) => [each.id, each]));
  const questions = new Map(sharedQuestions().map((each) => [each.id, each]));
  const withReference = <Item extends { readonly reference: string }>(item: Item) => ({
    ...item,
    reference: known.get(item.reference)!,
  });
  return {
    ...file,
    validFrom: file.validFrom as PlainDate,
    validatedOn: file.validatedOn as PlainDate | null,
    // by chapter, as the page of the path lists them: the walk and the list never differ
    parts: file.parts
      .map((part): Part => withReference(part.kind === 'shared' ? parts.get(part.id)! : part) as Part)
      .sort((a, b) => CHAPTERS.indexOf(a.chapter) - CHAPTERS.indexOf(b.chapter)),
    check: {
      passWith: file.check.passWith,
      questions: file.check.questions.map(
        (each): Question => withReference(each.kind === 'shared' ? questions.get(each.id)! : each),
      ),
    },
  };
}

/** The order on the screen: the base, then the work, then focal points and the board. */
const ORDER = ['everyone', 'work', 'focal-point', 'board'];

const paths = once((): readonly LearningPath[] =>
  readEditions('learning')
    .map((each) => resolve(CheckedPath.parse(each)))
    .sort(
      (a, b) => ORDER.indexOf(a.audience) - ORDER.indexOf(b.audience) || a.title.nl.localeCompare(b.title.nl, 'nl'),
    ),
);

/** Every learning path of today. Read once: nothing of it is in the database that a page must ask for. */
export function learningPaths(today: PlainDate): readonly LearningPath[] {
  return paths().filter(({ validFrom }) => validFrom <= today);
}

/** One path of today. */
export function learningPath(id: string, today: PlainDate): LearningPath | undefined {
  return learningPaths(today).find((path) => path.id === id);
}
