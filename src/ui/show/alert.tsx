import type { ComponentChildren } from 'preact';
import { type Kind, Shape } from './shape.tsx';

const WORDS: Record<Exclude<Kind, 'neutral'>, string> = {
  info: 'Goed om te weten',
  ok: 'Gelukt',
  warning: 'Let op',
  error: 'Er ging iets mis',
};

/** A message that may not be missed. Says its kind in a word and a shape. */
export function Alert(props: {
  kind: Exclude<Kind, 'neutral'>;
  title?: string | undefined;
  children?: ComponentChildren;
}) {
  return (
    <div class={`utrecht-alert utrecht-alert--${props.kind}`}>
      <div class="utrecht-alert__icon">
        <Shape kind={props.kind} />
      </div>
      <div class="utrecht-alert__content">
        <div class="utrecht-alert__message">
          <p class="ib-alert__title">
            <strong>
              {WORDS[props.kind]}
              {props.title ? `: ${props.title}` : ''}
            </strong>
          </p>
          {props.children}
        </div>
      </div>
    </div>
  );
}
