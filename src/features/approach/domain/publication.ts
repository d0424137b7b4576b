import type { PlainDate } from '../../../shared-kernel/plain-date.ts';
import { err, ok, type Result } from '../../../shared-kernel/result.ts';
import { POLICY_ELEMENT } from './adoption.ts';
import { ANCHORING_ELEMENT } from './anchoring.ts';

/** Whether a municipality lets everybody see how its approach stands. Whoever works for it in the country sees that anyway. */
export interface Publication {
  readonly isPublic: boolean;
  /** 0 for no choice yet; one higher with every choice. */
  readonly version: number;
  readonly changedOn: PlainDate | undefined;
}

/** Without a choice nothing is published. */
export const NOT_PUBLISHED: Publication = { isPublic: false, version: 0, changedOn: undefined };

/** What everybody sees of a municipality that publishes: adoption and anchoring. */
export const PUBLIC_ELEMENTS: readonly string[] = [POLICY_ELEMENT, ANCHORING_ELEMENT];

/** Publishes or takes back, over the choice that was seen. The same choice again changes nothing. */
export function choose(
  current: Publication,
  choice: { readonly isPublic: boolean; readonly seenVersion: number },
): Result<Pick<Publication, 'isPublic' | 'version'>, { readonly code: 'edit-conflict' }> {
  if (current.version !== choice.seenVersion && current.isPublic !== choice.isPublic)
    return err({ code: 'edit-conflict' });
  if (current.isPublic === choice.isPublic) return ok(current);
  return ok({ isPublic: choice.isPublic, version: current.version + 1 });
}
