import { HELP_LANGUAGE_NAMES, HELP_LANGUAGES, helpStartOf } from '../domain/help.ts';

/** The languages of the help pages, each named in itself and leading there. */
export function HelpLanguages({ label }: { label?: string | undefined }) {
  return (
    <ul class="ib-help-languages" aria-label={label}>
      {HELP_LANGUAGES.map((code) => (
        <li key={code}>
          <a
            class="utrecht-link utrecht-link--html-a"
            href={helpStartOf(code)}
            hreflang={code}
            lang={code}
            dir={code === 'ar' ? 'rtl' : undefined}
          >
            {HELP_LANGUAGE_NAMES[code]}
          </a>
        </li>
      ))}
    </ul>
  );
}
