import type { ComponentChildren, VNode } from 'preact';
import { LANGUAGES, type Language, type Translated } from '../shared-kernel/language.ts';
import { MomentText } from './format/date-text.tsx';
import { ErrorSummary } from './forms/error-summary.tsx';
import type { FieldErrors } from './forms/field.tsx';
import { HiddenField } from './forms/hidden-field.tsx';
import { Speaking } from './language.tsx';
import { LEAVE_WORDS, WayOut } from './leave-link.tsx';
import { Mark } from './mark.tsx';
import { addressOf } from './public-pages.ts';
import { SHELL_WORDS } from './shell-words.ts';
import { Alert } from './show/alert.tsx';
import { Shapes } from './show/shape.tsx';

/** What the edge knows about every request, passed to every page. */
export interface PageFrame {
  /** The language of the address; what is behind sign-in is Dutch. */
  readonly lang: Language;
  readonly path: string;
  /** Shows on every page, also in print, that the data are not real. */
  readonly demo: boolean;
  readonly assets: {
    readonly css: string;
    readonly publicScript: string;
    readonly workScript: string;
    /** Only for pages that ask a passkey. */
    readonly passkeyScript?: string | undefined;
    readonly font?: string | undefined;
    readonly icon?: string | undefined;
    /** For pages that do not say whose they are. */
    readonly neutralIcon?: string | undefined;
  };
  readonly person?:
    | {
        /** To tell her own deeds from those of somebody with her name; never written on a page. */
        readonly id: string;
        readonly name: string;
        /** The Dutch label of the role, for people. */
        readonly role: string;
        readonly organisation: string;
        readonly canSwitch: boolean;
        /** The other of two tasks that she holds and does one at a time. */
        readonly otherTask?: { readonly membershipId: string; readonly label: string } | undefined;
      }
    | undefined;
  readonly navigation: readonly {
    readonly href: string;
    readonly label: string;
    /** What one does there, in a sentence, for the home page. */
    readonly about?: string | undefined;
    readonly current?: boolean | undefined;
    /** Left out of a long menu, unless one is there; the first page has it. */
    readonly isAside?: boolean | undefined;
  }[];
  /** '' when there is no session. */
  readonly csrf: string;
  readonly sessionEndsInSeconds?: number | undefined;
  /** Demo only: what the domain clock says, shown small in the footer. */
  readonly nowLabel?: string | undefined;
  /** This answer gives a form back as it was left, and nothing of it was stored. */
  readonly isShownAsLeft?: boolean | undefined;
  /** This person broke the glass: on every page, until it is over. */
  readonly emergency?: { readonly until: Date } | undefined;
  /** The same page in each language, with the filters of this visit. Absent where there is one language only. */
  readonly translations?: Translated<string> | undefined;
}

export interface Crumb {
  readonly href: string;
  readonly label: string;
}

const ABOUT = [
  { page: 'about', label: { nl: 'Over In Beeld', en: 'About In Beeld' } },
  { page: 'accessibility', label: { nl: 'Toegankelijkheid', en: 'Accessibility' } },
  { page: 'privacy', label: { nl: 'Privacy', en: 'Privacy' } },
] as const;

/** Somebody's own affairs, for who is signed in. */
const OWN = [
  { href: '/sessies', label: 'Waar u bent ingelogd' },
  { href: '/voorkeuren', label: 'Uw e-mail' },
] as const;

const OTHER: Translated<Language> = { nl: 'en', en: 'nl' };

/**
 * A whole HTML document: skip link, header, navigation, main and footer around `children`.
 * Page writes the only h1, from `title` (or from `heading` when the two must differ; `heading: false` when a question is
 * the heading), and the error summary, first in main, from `errors`. `status` is a message above the heading, such as
 * 'Opgeslagen'. `lead` opens the page. `leave` puts the quick way out on it. `wide` is for tables and maps; otherwise main is one reading column.
 */
export function Page(props: {
  frame: PageFrame;
  title: string;
  heading?: string | false | undefined;
  lead?: ComponentChildren;
  errors?: FieldErrors | undefined;
  breadcrumbs?: readonly Crumb[] | undefined;
  wide?: boolean | undefined;
  status?: VNode | undefined;
  /** For who may be looked at while reading: the way out, always in sight. 'forgets' for a page with answers on it. */
  leave?: boolean | 'forgets' | undefined;
  children?: ComponentChildren;
}): VNode {
  const { frame, title, errors = {} } = props;
  const words = SHELL_WORDS[frame.lang];
  const count = Object.keys(errors).length;
  const signedIn = frame.person !== undefined;
  return (
    <Speaking language={frame.lang}>
      <html lang={frame.lang} class="utrecht-root in-beeld-theme">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{`${count > 0 ? `(${words.errorCount(count)}) ` : ''}${title} – In Beeld`}</title>
          {frame.assets.font ? (
            <link rel="preload" href={frame.assets.font} as="font" type="font/woff2" crossOrigin="anonymous" />
          ) : null}
          {frame.assets.icon ? <link rel="icon" href={frame.assets.icon} type="image/svg+xml" /> : null}
          <link rel="stylesheet" href={frame.assets.css} />
          {frame.translations
            ? LANGUAGES.map((language) => (
                <link rel="alternate" hreflang={language} href={frame.translations![language]} key={language} />
              ))
            : null}
          <script type="module" src={signedIn ? frame.assets.workScript : frame.assets.publicScript} />
        </head>
        <body
          class={`utrecht-body ${signedIn ? 'ib-work' : 'ib-public'}${frame.demo ? ' ib-fictional' : ''}`}
          data-session-ends-in={signedIn ? frame.sessionEndsInSeconds : undefined}
          data-csrf={signedIn && frame.sessionEndsInSeconds !== undefined ? frame.csrf : undefined}
        >
          <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
            {words.skip}
          </a>
          {props.leave ? <WayOut words={LEAVE_WORDS[frame.lang]} forgets={props.leave === 'forgets'} /> : null}
          <div class="utrecht-page-layout">
            <Header frame={frame} />
            <Navigation frame={frame} />
            <EmergencyBanner frame={frame} />
            <main class="utrecht-page-body" id="inhoud" tabIndex={-1}>
              <div class={`utrecht-page-body__content ib-flow ${props.wide ? 'ib-wide' : 'ib-column'}`}>
                <ErrorSummary errors={errors} />
                <Breadcrumbs crumbs={props.breadcrumbs} label={words.breadcrumbs} />
                {frame.isShownAsLeft ? (
                  <Alert kind="warning" title="dit is nog niet opgeslagen">
                    <p>Kijk na wat er staat en verstuur het.</p>
                  </Alert>
                ) : null}
                {props.status}
                {props.heading === false ? null : <h1 class="utrecht-heading-1">{props.heading ?? title}</h1>}
                {props.lead ? <p class="utrecht-paragraph utrecht-paragraph--lead">{props.lead}</p> : null}
                {props.children}
              </div>
            </main>
            <Footer frame={frame} />
          </div>
          <Shapes />
        </body>
      </html>
    </Speaking>
  );
}

function Header({ frame }: { frame: PageFrame }) {
  const words = SHELL_WORDS[frame.lang];
  const person = frame.person;
  return (
    <header class="utrecht-page-header">
      {frame.demo ? (
        <p class="ib-demo">
          {frame.lang === 'nl' ? null : `${words.demo} · `}
          <span lang="nl">{SHELL_WORDS.nl.demo}</span>
        </p>
      ) : null}
      <div class="utrecht-page-header__content ib-header">
        <a class="ib-brand" href={addressOf('start', frame.lang)} aria-label={words.home}>
          <Mark />
          <span class="ib-brand__name">In Beeld</span>
        </a>
        {person ? (
          <p class="ib-organisation" lang="nl">
            {person.organisation}
          </p>
        ) : null}
        {person ? (
          <div class="ib-person">
            <p class="ib-person__who">
              <span class="ib-person__name">{person.name}</span>
              <span class="ib-person__role" lang="nl">
                {person.role}
              </span>
            </p>
            {person.otherTask ? (
              <form method="post" action="/inloggen/rol">
                <HiddenField name="_csrf" value={frame.csrf} />
                <HiddenField name="rol" value={person.otherTask.membershipId} />
                <button class="ib-header__link" type="submit" lang="nl">
                  Verder als {person.otherTask.label}
                </button>
              </form>
            ) : person.canSwitch ? (
              <a class="ib-header__link" href={addressOf('signIn', frame.lang)}>
                {words.switchRole}
              </a>
            ) : null}
            <form method="post" action="/uitloggen">
              <HiddenField name="_csrf" value={frame.csrf} />
              <button class="ib-header__link" type="submit">
                {words.signOut}
              </button>
            </form>
          </div>
        ) : (
          <a class="ib-header__link ib-header__sign-in" href={addressOf('signIn', frame.lang)}>
            {words.signIn}
          </a>
        )}
      </div>
    </header>
  );
}

/** Where the first page lists every room, also those that the menu leaves out. */
export const ROOMS_ID = 'waarheen';

/** On a narrow screen the menu opens with a button: a popover, which needs no script. */
function Navigation({ frame }: { frame: PageFrame }) {
  const words = SHELL_WORDS[frame.lang];
  if (frame.navigation.length === 0) return null;
  const shown = frame.navigation.filter(({ isAside, current }) => !isAside || current);
  return (
    <nav class="utrecht-nav-bar" aria-label={words.mainMenu}>
      <div class="utrecht-nav-bar__content ib-nav">
        <button class="ib-nav__button" type="button" popovertarget="hoofdmenu">
          {words.menu}
        </button>
        <ul class="ib-nav__list" id="hoofdmenu" popover="auto">
          {shown.map((item) => (
            <li key={item.href}>
              <a class="ib-nav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
                {item.label}
              </a>
            </li>
          ))}
          {shown.length < frame.navigation.length ? (
            <li>
              <a class="ib-nav__link" href={`/overzicht#${ROOMS_ID}`}>
                {words.more}
              </a>
            </li>
          ) : null}
        </ul>
      </div>
    </nav>
  );
}

/** Says on every page that a dossier is open by emergency access, until when, and lets go of it. */
function EmergencyBanner({ frame }: { frame: PageFrame }) {
  if (!frame.emergency) return null;
  return (
    <section class="ib-glass" aria-label="Noodtoegang" lang="nl">
      <Speaking language="nl">
        <p class="ib-glass__text">
          <strong>Noodtoegang.</strong> U kunt één dossier lezen dat niet van u is, tot{' '}
          <MomentText instant={frame.emergency.until} />. Alles wat u doet, wordt gemerkt en beoordeeld.
        </p>
        <form method="post" action="/noodtoegang/sluiten">
          <HiddenField name="_csrf" value={frame.csrf} />
          <button class="utrecht-button utrecht-button--secondary-action" type="submit">
            Sluit de noodtoegang
          </button>
        </form>
      </Speaking>
    </section>
  );
}

function Breadcrumbs(props: { crumbs: readonly Crumb[] | undefined; label: string }) {
  if (!props.crumbs || props.crumbs.length === 0) return null;
  return (
    <nav class="utrecht-breadcrumb-nav" aria-label={props.label}>
      <ol class="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {props.crumbs.map((crumb) => (
          <li class="utrecht-breadcrumb-nav__item" key={crumb.href}>
            <a class="utrecht-link utrecht-link--html-a utrecht-breadcrumb-nav__link" href={crumb.href}>
              {crumb.label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Footer({ frame }: { frame: PageFrame }) {
  const words = SHELL_WORDS[frame.lang];
  const other = OTHER[frame.lang];
  const about = ABOUT.map(({ page, label }) => ({ href: addressOf(page, frame.lang), label: label[frame.lang] }));
  return (
    <footer class="utrecht-page-footer">
      <div class="utrecht-page-footer__content ib-footer">
        <p class="ib-footer__promise">
          <strong>In Beeld</strong> {words.promise}
        </p>
        <nav aria-label={words.aboutSite}>
          <ul class="ib-footer__links">
            {(frame.person && frame.lang === 'nl' ? [...OWN, ...about] : about).map((item) => (
              <li key={item.href}>
                <a class="utrecht-link utrecht-link--html-a" href={item.href}>
                  {item.label}
                </a>
              </li>
            ))}
            <li>
              <a
                class="utrecht-link utrecht-link--html-a"
                href={frame.translations?.[other] ?? addressOf('start', other)}
                hreflang={other}
                lang={other}
              >
                {SHELL_WORDS[other].language}
              </a>
            </li>
          </ul>
        </nav>
        {frame.nowLabel ? (
          <p class="ib-footer__now">
            {words.demoNow} {frame.nowLabel}
          </p>
        ) : null}
      </div>
    </footer>
  );
}
