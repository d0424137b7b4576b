import type { ComponentChildren } from 'preact';
import type { Translated } from '../shared-kernel/language.ts';

/** What the way out says, in the language of its page. */
export interface LeaveWords {
  /** Heard before the label by who cannot see the button. */
  readonly emergency: string;
  readonly leave: string;
  readonly loading: string;
  readonly cancelled: string;
}

/** For pages in the languages of the whole site. */
export const LEAVE_WORDS: Translated<LeaveWords> = {
  nl: { emergency: 'Nood', leave: 'Snel weg', loading: 'Laden', cancelled: 'Gestopt' },
  en: { emergency: 'Emergency', leave: 'Leave now', loading: 'Loading', cancelled: 'Stopped' },
};

const ADDRESS = '/weg';
const REL = 'nofollow noreferrer';

/**
 * The way out, in a landmark of its own, so that nothing on the page stands outside one; `children` is what is said of the page between
 * its two links. The landmark takes no room: the link stays in sight over the whole page.
 */
export function WayOut(props: { words: LeaveWords; forgets?: boolean | undefined; children?: ComponentChildren }) {
  return (
    <section class="ib-way-out" aria-label={props.words.leave}>
      <LeaveFirst words={props.words} />
      {props.children}
      <LeaveLink words={props.words} forgets={props.forgets} />
    </section>
  );
}

/** The first link of a page after its skip link: seen by who comes there with the keyboard. */
function LeaveFirst({ words }: { words: LeaveWords }) {
  return (
    <a
      class="utrecht-skip-link utrecht-skip-link--visible-on-focus"
      href={ADDRESS}
      rel={REL}
      data-leave=""
      data-loading={words.loading}
    >
      {`${words.emergency}: ${words.leave}`}
    </a>
  );
}

/**
 * The way out, always in sight: a plain link, so that it works without script. With script it hides the page at once, and pressing
 * Shift three times does the same (`client/leave-quickly.ts`). `forgets` is for a page that shows what somebody answered: going back then
 * leads to where it began.
 */
function LeaveLink({ words, forgets }: { words: LeaveWords; forgets?: boolean | undefined }) {
  return (
    <div class="ib-leave">
      <a
        class="utrecht-button utrecht-button--primary-action ib-leave__link"
        href={ADDRESS}
        rel={REL}
        data-leave=""
        data-leave-keys=""
        data-leave-forgets={forgets ? '' : undefined}
        data-loading={words.loading}
        data-label={words.leave}
        data-cancelled={words.cancelled}
      >
        <span class="ib-hidden">{`${words.emergency}: `}</span>
        {words.leave}
      </a>
    </div>
  );
}
