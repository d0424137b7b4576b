import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { guardText } from '../../../shared-kernel/text-guard.ts';

/** Something that the municipalities of a region do together, each in its own plan. No person is in it. */
export interface JointAction {
  readonly id: string;
  readonly regionId: string;
  readonly title: string;
  /** The element it closes; undefined when it closes none. */
  readonly element: string | undefined;
  readonly track: string;
  readonly dueOn: PlainDate;
  readonly publishedAt: Date;
  readonly version: number;
}

export type JointActionFacts = Pick<JointAction, 'title' | 'element' | 'track' | 'dueOn'>;

export type JointActionRefusal = { readonly code: 'due-in-past' | 'unknown-element' | 'holds-case-data' };

/** What may be agreed together: about the approach, on a day to come, and nothing that tells of a person. */
export function checkJointAction(
  facts: JointActionFacts,
  isElement: (id: string) => boolean,
  today: PlainDate,
): Result<JointActionFacts, JointActionRefusal> {
  if (guardText(facts.title).numbers.length > 0) return err({ code: 'holds-case-data' });
  if (facts.element !== undefined && !isElement(facts.element)) return err({ code: 'unknown-element' });
  return facts.dueOn < today ? err({ code: 'due-in-past' }) : ok(facts);
}

export type Standing = 'holds' | 'lapsed' | 'unknown';

/** How one element stands in the municipalities of a region, by what each of them published. */
export interface Gap {
  readonly element: string;
  readonly title: string;
  readonly holds: number;
  readonly lapsed: readonly string[];
  readonly unknown: readonly string[];
}

/** Where the gaps of a region are, the most first; an element that holds everywhere is no gap. */
export function gapsOf(
  elements: readonly { readonly id: string; readonly title: string }[],
  members: readonly { readonly name: string; readonly standing: (element: string) => Standing }[],
): readonly Gap[] {
  const namesWith = (element: string, wanted: Standing) =>
    members.filter(({ standing }) => standing(element) === wanted).map(({ name }) => name);
  const missing = ({ lapsed, unknown }: Gap) => lapsed.length + unknown.length;
  return elements
    .map(
      ({ id, title }): Gap => ({
        element: id,
        title,
        holds: namesWith(id, 'holds').length,
        lapsed: namesWith(id, 'lapsed'),
        unknown: namesWith(id, 'unknown'),
      }),
    )
    .filter((gap) => missing(gap) > 0)
    .toSorted(
      (a, b) => b.lapsed.length - a.lapsed.length || missing(b) - missing(a) || a.element.localeCompare(b.element),
    );
}
