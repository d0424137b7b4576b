import type { ComponentChildren } from 'preact';
import { writeDate } from '../../../shared-kernel/plain-date.ts';
import { useLanguage } from '../../../ui/language.tsx';
import { StatusBadge } from '../../../ui/show/status-badge.tsx';
import { SIGNAL_ROLES, type Signal } from '../domain/catalogue.ts';
import {
  CATALOGUE_TEXTS,
  SIGNAL_CATEGORY_NAMES,
  SIGNAL_FORM_NAMES,
  SIGNAL_ROLE_NAMES,
  SIGNAL_STRENGTH_NAMES,
} from './catalogue-texts.ts';

/** One signal, never without what else it can be and whether anybody validated it. */
export function SignalLine({
  signal,
  words,
  children,
}: {
  signal: Signal;
  /** Whose words "what else it can be" are; those of the editors unless told. */
  words?: string;
  children?: ComponentChildren;
}) {
  const language = useLanguage();
  const texts = CATALOGUE_TEXTS[language];
  const isEverywhere = signal.roles.length === SIGNAL_ROLES.length;
  const roles = signal.roles.map((role) => SIGNAL_ROLE_NAMES[language][role]).join(', ');
  return (
    <li class="ib-task">
      <div class="ib-task__text">
        <p>
          <strong>{signal[language]}</strong>
        </p>
        <p>
          <strong>{texts.elsewise}</strong> {signal.elsewise[language]}
          {signal.elsewise.reviewedBy === null ? <span class="ib-soft"> ({words ?? texts.ownWords})</span> : null}
        </p>
        {signal.sexWorkIsLegal && !signal.elsewise[language].startsWith(texts.sexWork) ? <p>{texts.sexWork}</p> : null}
        <p class="ib-soft">
          {signal.id} · {SIGNAL_FORM_NAMES[language][signal.form]} · {SIGNAL_CATEGORY_NAMES[language][signal.category]}.{' '}
          {isEverywhere ? texts.inAll : texts.metBy(roles)}
        </p>
        {children}
      </div>
      <div class="ib-task__state">
        <StatusBadge
          kind={signal.strength === 'strong' ? 'info' : 'neutral'}
          label={SIGNAL_STRENGTH_NAMES[language][signal.strength]}
        />
        {signal.validatedBy === null || signal.validatedOn === null ? (
          <StatusBadge kind="warning" label={texts.untested} />
        ) : (
          <StatusBadge kind="ok" label={texts.tested(signal.validatedBy, writeDate(signal.validatedOn, language))} />
        )}
      </div>
    </li>
  );
}
