import type { ComponentChildren } from 'preact';
import type { Translated } from '../shared-kernel/language.ts';
import { Page, type PageFrame } from './page.tsx';
import { addressOf } from './public-pages.ts';
import { ActionGroup, ButtonLink } from './text/button.tsx';

export type ErrorStatus = 400 | 403 | 404 | 409 | 500 | 503;

interface ErrorText {
  readonly title: string;
  readonly what: string;
  readonly now: readonly string[];
}

const NL: Record<ErrorStatus, ErrorText> = {
  400: {
    title: 'Dit konden wij niet lezen',
    what: 'De gegevens kwamen niet goed bij ons aan. Er is niets opgeslagen.',
    now: ['Ga terug naar de vorige pagina.', 'Laad die pagina opnieuw en probeer het nog eens.'],
  },
  403: {
    title: 'U mag deze pagina niet zien',
    what: 'U bent ingelogd, maar uw rol geeft geen toegang tot deze pagina.',
    now: ['Hebt u deze pagina nodig voor uw werk? Vraag de beheerder van uw organisatie om toegang.'],
  },
  404: {
    title: 'Deze pagina is er niet',
    what: 'De pagina bestaat niet, of u hebt er geen toegang toe.',
    now: ['Controleer het adres op typefouten.', 'Ga naar de startpagina en zoek van daaruit verder.'],
  },
  409: {
    title: 'Dit kan nu niet meer',
    what: 'Iemand anders heeft dit intussen gewijzigd. Uw wijziging is niet opgeslagen.',
    now: ['Ga terug en laad de pagina opnieuw.', 'Bekijk wat er is gewijzigd en voer uw wijziging opnieuw in.'],
  },
  500: {
    title: 'Er ging bij ons iets mis',
    what: 'Dat ligt niet aan u. Uw gegevens zijn niet opgeslagen.',
    now: [
      'Probeer het over een paar minuten opnieuw.',
      'Lukt het dan niet? Meld het aan uw beheerder, met het nummer hieronder.',
    ],
  },
  503: {
    title: 'In Beeld is even niet bereikbaar',
    what: 'Wij werken aan het systeem, of het is heel druk. Uw gegevens zijn niet opgeslagen.',
    now: ['Probeer het over een paar minuten opnieuw.', 'Is iemand in gevaar? Bel dan 112.'],
  },
};

const EN: Record<ErrorStatus, ErrorText> = {
  400: {
    title: 'We could not read this',
    what: 'The data did not reach us well. Nothing was saved.',
    now: ['Go back to the page before this one.', 'Load that page again and try once more.'],
  },
  403: {
    title: 'You may not see this page',
    what: 'You are signed in, but your role gives no access to this page.',
    now: ['Do you need this page for your work? Ask the administrator of your organisation for access.'],
  },
  404: {
    title: 'This page is not here',
    what: 'The page does not exist, or you have no access to it.',
    now: ['Check the address for typing errors.', 'Go to the start page and look further from there.'],
  },
  409: {
    title: 'This is no longer possible',
    what: 'Somebody else has changed this. Your change was not saved.',
    now: ['Go back and load the page again.', 'Look at what was changed and make your change again.'],
  },
  500: {
    title: 'Something went wrong on our side',
    what: 'It is not your fault. Your data were not saved.',
    now: [
      'Try again in a few minutes.',
      'Does it still not work? Tell your administrator, and mention the number below.',
    ],
  },
  503: {
    title: 'In Beeld cannot be reached for a moment',
    what: 'We are working on the system, or it is very busy. Your data were not saved.',
    now: ['Try again in a few minutes.', 'Is somebody in danger? Call 112.'],
  },
};

const TEXTS: Translated<Record<ErrorStatus, ErrorText>> = { nl: NL, en: EN };

const NL_WORDS = {
  now: 'Wat u nu kunt doen',
  home: 'Naar de startpagina',
  overview: 'Naar uw overzicht',
  otherRole: 'Hebt u een andere rol? Wissel dan van rol en probeer het opnieuw.',
  switchRole: 'Wissel van rol',
  otherPerson: 'Dit is een demo: kom binnen als iemand anders en probeer het opnieuw.',
  choosePerson: 'Kies een andere persoon',
  municipality: 'Zoek een gemeente',
  reference: 'Nummer voor de beheerder',
};
const WORDS: Translated<typeof NL_WORDS> = {
  nl: NL_WORDS,
  en: {
    now: 'What you can do now',
    home: 'To the start page',
    overview: 'To your overview (in Dutch)',
    otherRole: 'Do you have another role? Switch to that role and try again.',
    switchRole: 'Switch role',
    otherPerson: 'This is a demo: come in as somebody else and try again.',
    choosePerson: 'Choose another person (in Dutch)',
    municipality: 'Find a municipality',
    reference: 'Number for the administrator',
  },
};

/** A page for when something went wrong: what happened, what to do now, whom to ask. `children` says more about this case. */
export function ErrorPage(props: {
  frame: PageFrame;
  status: ErrorStatus;
  /** Replaces the general title and explanation, for instance for a rule that was refused (409). */
  title?: string | undefined;
  what?: string | undefined;
  /** Replaces the general steps. */
  now?: readonly string[] | undefined;
  /** The number under which the log can be found. */
  reference?: string | undefined;
  children?: ComponentChildren;
}) {
  const { person, lang } = props.frame;
  const text = TEXTS[lang][props.status];
  const words = WORDS[lang];
  // who holds one role cannot switch; in a demo she can be somebody else
  const other =
    props.status !== 403 || props.now || !person
      ? undefined
      : person.canSwitch
        ? { step: words.otherRole, href: addressOf('signIn', lang), label: words.switchRole }
        : props.frame.demo
          ? { step: words.otherPerson, href: '/demo', label: words.choosePerson }
          : undefined;
  return (
    <Page frame={props.frame} title={props.title ?? text.title} lead={props.what ?? text.what}>
      {props.children}
      <h2 class="utrecht-heading-2">{words.now}</h2>
      <ul class="utrecht-unordered-list">
        {[...(other ? [other.step] : []), ...(props.now ?? text.now)].map((step) => (
          <li class="utrecht-unordered-list__item" key={step}>
            {step}
          </li>
        ))}
      </ul>
      <ActionGroup>
        <ButtonLink href={person ? '/overzicht' : addressOf('start', lang)} emphasis="primary">
          {person ? words.overview : words.home}
        </ButtonLink>
        {other ? <ButtonLink href={other.href}>{other.label}</ButtonLink> : null}
        {props.status === 404 ? (
          <ButtonLink href={addressOf('municipalities', lang)}>{words.municipality}</ButtonLink>
        ) : null}
      </ActionGroup>
      {props.reference ? (
        <p class="ib-soft">
          {words.reference}: <code>{props.reference}</code>
        </p>
      ) : null}
    </Page>
  );
}
