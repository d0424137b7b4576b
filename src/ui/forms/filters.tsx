import type { ComponentChildren } from 'preact';
import { SubmitButton } from './submit-button.tsx';

/** Filters over a list. They live in the address (GET), so that a filtered list can be shared and bookmarked. */
export function Filters(props: {
  action: string;
  label?: string | undefined;
  clearHref?: string | undefined;
  children: ComponentChildren;
}) {
  return (
    <search aria-label={props.label ?? 'Filter de lijst'}>
      <form class="ib-filters" method="get" action={props.action}>
        <div class="ib-filters__fields">{props.children}</div>
        <div class="utrecht-action-group">
          <SubmitButton emphasis="secondary">Toon</SubmitButton>
          {props.clearHref ? (
            <a class="utrecht-link utrecht-link--html-a" href={props.clearHref}>
              Wis filters
            </a>
          ) : null}
        </div>
      </form>
    </search>
  );
}
