import type { Translated } from '../../shared-kernel/language.ts';
import { useLanguage } from '../language.tsx';
import { Shape } from '../show/shape.tsx';
import { type FieldErrors, fieldId } from './field.tsx';

const CHECK: Translated<string> = { nl: 'Controleer uw invoer', en: 'Check what you filled in' };

/** All errors of a form, each a link to its field. `Page` puts it first in main and the browser moves the focus to it. */
export function ErrorSummary(props: { errors: FieldErrors; title?: string | undefined }) {
  const language = useLanguage();
  const errors = Object.entries(props.errors);
  if (errors.length === 0) return null;
  return (
    <section
      class="utrecht-alert utrecht-alert--error ib-error-summary"
      tabIndex={-1}
      aria-labelledby="invoerfouten"
      data-error-summary
    >
      <div class="utrecht-alert__icon">
        <Shape kind="error" />
      </div>
      <div class="utrecht-alert__content">
        <div class="utrecht-alert__message">
          <h2 class="ib-error-summary__title" id="invoerfouten">
            {props.title ?? CHECK[language]}
          </h2>
          <ul class="ib-error-summary__list">
            {errors.map(([name, message]) => (
              <li key={name}>
                {name.startsWith('_') ? (
                  message
                ) : (
                  <a class="utrecht-link utrecht-link--html-a" href={`#${encodeURIComponent(fieldId(name))}`}>
                    {message}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
