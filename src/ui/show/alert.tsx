import type { ComponentChildren } from 'preact';
import type { Translated } from '../../shared-kernel/language.ts';
import { useLanguage } from '../language.tsx';
import { type Kind, Shape } from './shape.tsx';

const WORDS: Translated<Record<Exclude<Kind, 'neutral'>, string>> = {
  nl: { info: 'Goed om te weten', ok: 'Gelukt', warning: 'Let op', error: 'Er ging iets mis' },
  en: { info: 'Good to know', ok: 'Done', warning: 'Please note', error: 'Something went wrong' },
};

const URGENT: Translated<string> = { nl: 'Dringend', en: 'Urgent' };

/** A message that may not be missed. Says its kind in a word and a shape. */
export function Alert(props: {
  kind: Exclude<Kind, 'neutral'>;
  title?: string | undefined;
  /** Nothing went wrong here, and something must be done at once. */
  isUrgent?: boolean;
  children?: ComponentChildren;
}) {
  const language = useLanguage();
  return (
    <div class={`utrecht-alert utrecht-alert--${props.kind}`}>
      <div class="utrecht-alert__icon">
        <Shape kind={props.kind} />
      </div>
      <div class="utrecht-alert__content">
        <div class="utrecht-alert__message">
          <p class="ib-alert__title">
            <strong>
              {props.isUrgent ? URGENT[language] : WORDS[language][props.kind]}
              {props.title ? `: ${props.title}` : ''}
            </strong>
          </p>
          {props.children}
        </div>
      </div>
    </div>
  );
}
