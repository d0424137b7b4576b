import { Page, type PageFrame } from '../../../ui/page.tsx';
import { ActionGroup, ButtonLink } from '../../../ui/text/button.tsx';
import { BulletList, Paragraph } from '../../../ui/text/paragraph.tsx';

/** Why somebody was not let in. What was wrong with the proof itself is not told (ASVS 5.0, V6.3.8). */
export type SignInProblem =
  | 'none-chosen'
  | 'no-provider'
  | 'not-set-up'
  | 'provider-unreachable'
  | 'answer-unknown'
  | 'identity-refused'
  | 'represents-another'
  | 'guest-account'
  | 'name-missing'
  | 'not-strong'
  | 'no-role-here'
  | 'role-ended'
  | 'another-person'
  | 'passkey-refused'
  | 'passkey-blocked'
  | 'passkey-expired'
  | 'passkey-unasked'
  | 'invitation-over'
  | 'passkey-known';

interface ProblemText {
  readonly title: string;
  readonly what: string;
  readonly now: readonly string[];
}

const ASK_ADMINISTRATOR = 'Vraag de beheerder van In Beeld in uw organisatie om hulp.';
const AGAIN = 'Probeer het nog eens met de knop hieronder.';

const NOT_IN: ProblemText = {
  title: 'Inloggen is niet gelukt',
  what: 'De inlogdienst van uw organisatie en In Beeld werden het niet eens. U bent niet ingelogd.',
  now: [AGAIN, `Lukt het weer niet? ${ASK_ADMINISTRATOR}`],
};

const PROBLEMS: Readonly<Record<SignInProblem, ProblemText>> = {
  'none-chosen': {
    title: 'Kies eerst waar u werkt',
    what: 'Wij sturen u daarna naar de inlogpagina van uw eigen organisatie.',
    now: ['Kies uw organisatie op de pagina Inloggen.'],
  },
  'no-provider': {
    title: 'Hier kunt u nog niet inloggen',
    what: 'Voor deze organisatie is inloggen met het eigen account nog niet ingericht.',
    now: ['Controleer of u de goede organisatie koos.', ASK_ADMINISTRATOR],
  },
  'not-set-up': {
    title: 'Inloggen is nog niet af',
    what: 'Er ontbreekt een instelling van In Beeld. Dat ligt niet aan u.',
    now: [ASK_ADMINISTRATOR],
  },
  'provider-unreachable': {
    title: 'De inlogdienst van uw organisatie antwoordt niet',
    what: 'Dat ligt niet aan u. In Beeld zelf werkt wel: wie is ingelogd, gaat door.',
    now: ['Probeer het over een paar minuten opnieuw.', 'Is iemand in gevaar? Wacht niet en bel 112.'],
  },
  'answer-unknown': {
    title: 'Deze aanmelding is verlopen',
    what: 'U deed er langer dan een kwartier over, u gebruikte een oude pagina, of u begon in een andere browser.',
    now: ['Begin opnieuw met de knop hieronder.'],
  },
  'identity-refused': NOT_IN,
  'not-strong': {
    title: 'Uw inlogdienst vroeg niet om extra bewijs',
    what: 'Voor deze stap moet u opnieuw bewijzen dat u het bent, met een tweede stap of een sleutel. Dat gebeurde niet.',
    now: [AGAIN, `Lukt het weer niet? ${ASK_ADMINISTRATOR}`],
  },
  'represents-another': {
    title: 'U logt in namens iemand anders',
    what: 'In Beeld laat alleen mensen zelf binnen, zodat altijd klopt wie iets deed.',
    now: ['Log in met uw eigen account.'],
  },
  'guest-account': {
    title: 'U hebt hier een gastaccount',
    what: 'Met een account van een andere organisatie komt u hier niet binnen.',
    now: ['Log in bij de organisatie waar u werkt.', ASK_ADMINISTRATOR],
  },
  'name-missing': {
    title: 'Uw inlogdienst geeft geen naam mee',
    what: 'In Beeld moet weten hoe u heet: in het logboek staat wie iets deed.',
    now: [`${ASK_ADMINISTRATOR} De inlogdienst moet de naam meegeven (claim “name”).`],
  },
  'no-role-here': {
    title: 'U bent herkend, maar u hebt hier nog geen rol',
    what: 'Uw account klopt. Wat u in In Beeld mag, moet nog worden ingesteld.',
    now: ['Vraag de beheerder van In Beeld in uw organisatie om een rol.'],
  },
  'role-ended': {
    title: 'Uw rol in In Beeld is beëindigd',
    what: 'Uw account werkt nog, maar u hebt in In Beeld geen rol meer.',
    now: ['Klopt dat niet? Vraag de beheerder van In Beeld in uw organisatie om een nieuwe rol.'],
  },
  'another-person': {
    title: 'Dit is een ander account',
    what: 'U bewees dat u iemand anders bent dan wie hier was ingelogd. De stap is niet gezet.',
    now: ['Log eerst uit. Log daarna in met het goede account.'],
  },
  'passkey-refused': {
    title: 'Inloggen is niet gelukt',
    what: 'In Beeld kon niet vaststellen dat deze toegangssleutel van u is. U bent niet ingelogd.',
    now: [AGAIN, `Lukt het weer niet? ${ASK_ADMINISTRATOR}`],
  },
  'passkey-blocked': {
    title: 'Deze toegangssleutel is geblokkeerd',
    what: 'Er kan een kopie van uw toegangssleutel bestaan. Daarom laat In Beeld niemand meer met deze sleutel binnen.',
    now: [
      'Hebt u nog een andere toegangssleutel? Log daarmee in en verwijder deze.',
      'Meld dit meteen aan de beheerder van In Beeld in uw organisatie. Iemand anders kan uw sleutel hebben gebruikt.',
    ],
  },
  'passkey-expired': {
    title: 'Deze vraag is verlopen',
    what: 'U deed er langer dan vijf minuten over, u gebruikte een oude pagina, of u begon in een ander venster.',
    now: ['Begin opnieuw met de knop hieronder.'],
  },
  'passkey-unasked': {
    title: 'Uw toegangssleutel is niet gevraagd',
    what: 'Een toegangssleutel werkt alleen als uw browser scripts uitvoert (JavaScript). Dat gebeurde niet.',
    now: [
      'Zet JavaScript aan voor In Beeld, of gebruik een andere browser of een ander apparaat.',
      `Kan dat niet? ${ASK_ADMINISTRATOR}`,
    ],
  },
  'passkey-known': {
    title: 'Deze toegangssleutel is al bekend',
    what: 'U gebruikt hem al bij In Beeld. Er is niets veranderd.',
    now: ['Log in met deze sleutel.'],
  },
  'invitation-over': {
    title: 'Deze code werkt niet meer',
    what: 'De code is gebruikt, ingetrokken of verlopen. U bent niet binnengelaten.',
    now: ['Vraag een nieuwe code aan wie u de code gaf.'],
  },
};

/** Between our page and that of the provider: says where one goes, and goes by itself. */
export function OnTheWayPage(props: { frame: PageFrame; address: string; organisation: string; isStepUp: boolean }) {
  return (
    <Page
      frame={props.frame}
      title={props.isStepUp ? 'Bewijs nog eens dat u het bent' : `Naar de inlogpagina van ${props.organisation}`}
      lead={
        props.isStepUp
          ? 'Voor deze stap vragen wij dat extra, zodat niemand hem op uw naam kan zetten. U komt daarna terug waar u was.'
          : 'U logt in met uw gewone werkaccount. U komt daarna terug bij In Beeld.'
      }
    >
      <ButtonLink href={props.address} emphasis="primary">
        Ga naar de inlogpagina
      </ButtonLink>
    </Page>
  );
}

/** Somebody did not come in: what is the matter, and what to do. */
export function SignInRefusedPage(props: {
  frame: PageFrame;
  problem: SignInProblem;
  back: string;
  organisation?: string | undefined;
  /** Where to begin again, when that is not where one signs in. */
  again?: { readonly href: string; readonly label: string } | undefined;
}) {
  const { title, what, now } = PROBLEMS[props.problem];
  const back = `terug=${encodeURIComponent(props.back)}`;
  return (
    <Page frame={props.frame} title={title} lead={what}>
      <BulletList items={now} />
      <ActionGroup>
        <ButtonLink
          href={
            props.again
              ? props.again.href
              : props.organisation
                ? `/inloggen/bij?organisatie=${encodeURIComponent(props.organisation)}&${back}`
                : `/inloggen?${back}`
          }
          emphasis="primary"
        >
          {props.again?.label ?? 'Opnieuw inloggen'}
        </ButtonLink>
        <ButtonLink href="/">Naar de startpagina</ButtonLink>
      </ActionGroup>
      <Paragraph>Is iemand nu in gevaar? Bel 112. Daarvoor hoeft u niet in te loggen.</Paragraph>
    </Page>
  );
}
