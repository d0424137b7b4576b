import type { ComponentChildren } from 'preact';
import { Page, type PageFrame } from './page.tsx';
import { ActionGroup, ButtonLink } from './text/button.tsx';

export type ErrorStatus = 400 | 403 | 404 | 409 | 500 | 503;

interface ErrorText {
  readonly title: string;
  readonly what: string;
  readonly now: readonly string[];
}

const TEXTS: Record<ErrorStatus, ErrorText> = {
  400: {
    title: 'Dit konden wij niet lezen',
    what: 'De gegevens kwamen niet goed bij ons aan. Er is niets opgeslagen.',
    now: ['Ga terug naar de vorige pagina.', 'Laad die pagina opnieuw en probeer het nog eens.'],
  },
  403: {
    title: 'U mag deze pagina niet zien',
    what: 'U bent ingelogd, maar uw rol geeft geen toegang tot deze pagina.',
    now: [
      'Hebt u een andere rol? Wissel dan van rol en probeer het opnieuw.',
      'Hebt u deze pagina nodig voor uw werk? Vraag de beheerder van uw organisatie om toegang.',
    ],
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
  const text = TEXTS[props.status];
  const { person } = props.frame;
  return (
    <Page frame={props.frame} title={props.title ?? text.title} lead={props.what ?? text.what}>
      {props.children}
      <h2 class="utrecht-heading-2">Wat u nu kunt doen</h2>
      <ul class="utrecht-unordered-list">
        {(props.now ?? text.now).map((step) => (
          <li class="utrecht-unordered-list__item" key={step}>
            {step}
          </li>
        ))}
      </ul>
      <ActionGroup>
        <ButtonLink href={person ? '/overzicht' : '/'} emphasis="primary">
          {person ? 'Naar uw overzicht' : 'Naar de startpagina'}
        </ButtonLink>
        {props.status === 403 && person?.canSwitch ? <ButtonLink href="/inloggen">Wissel van rol</ButtonLink> : null}
        {props.status === 404 ? <ButtonLink href="/gemeenten">Zoek een gemeente</ButtonLink> : null}
      </ActionGroup>
      {props.reference ? (
        <p class="ib-soft">
          Nummer voor de beheerder: <code>{props.reference}</code>
        </p>
      ) : null}
    </Page>
  );
}
