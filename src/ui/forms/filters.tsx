import type { ComponentChildren } from 'preact';
import type { Translated } from '../../shared-kernel/language.ts';
import { useLanguage } from '../language.tsx';
import { SubmitButton } from './submit-button.tsx';

const NL = { label: 'Filter de lijst', show: 'Toon', clear: 'Wis filters' };
const WORDS: Translated<typeof NL> = { nl: NL, en: { label: 'Filter the list', show: 'Show', clear: 'Clear filters' } };

/** Filters over a list. They live in the address (GET), so that a filtered list can be shared and bookmarked. */
export function Filters(props: {
  action: string;
  label?: string | undefined;
  clearHref?: string | undefined;
  children: ComponentChildren;
}) {
  const words = WORDS[useLanguage()];
  return (
    <search aria-label={props.label ?? words.label}>
      <form class="ib-filters" method="get" action={props.action}>
        <div class="ib-filters__fields">{props.children}</div>
        <div class="utrecht-action-group">
          <SubmitButton emphasis="secondary">{words.show}</SubmitButton>
          {props.clearHref ? (
            <a class="utrecht-link utrecht-link--html-a" href={props.clearHref}>
              {words.clear}
            </a>
          ) : null}
        </div>
      </form>
    </search>
  );
}
