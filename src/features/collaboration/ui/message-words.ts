import type { Kind } from '../../../ui/show/shape.tsx';

type State = 'sent' | 'delivered' | 'accepted' | 'refused' | 'withdrawn' | 'expired';
interface Badge {
  readonly kind: Kind;
  readonly label: string;
}

/** How a message stands, for who sent it (`out`) and for who received it (`in`). */
export const STATE_WORDS: Readonly<Record<'out' | 'in', Readonly<Record<State, Badge>>>> = {
  out: {
    sent: { kind: 'info', label: 'Verstuurd' },
    delivered: { kind: 'info', label: 'Ontvangen' },
    accepted: { kind: 'ok', label: 'Aangenomen' },
    refused: { kind: 'warning', label: 'Geweigerd' },
    withdrawn: { kind: 'neutral', label: 'Ingetrokken' },
    expired: { kind: 'warning', label: 'Verlopen' },
  },
  in: {
    sent: { kind: 'warning', label: 'Nieuw' },
    delivered: { kind: 'warning', label: 'Wacht op antwoord' },
    accepted: { kind: 'ok', label: 'Aangenomen' },
    refused: { kind: 'neutral', label: 'Geweigerd' },
    withdrawn: { kind: 'neutral', label: 'Ingetrokken' },
    expired: { kind: 'neutral', label: 'Verlopen' },
  },
};

/** What a state means, in a sentence. */
export const STATE_MEANS: Readonly<Record<'out' | 'in', Readonly<Record<State, string>>>> = {
  out: {
    sent: 'De andere organisatie heeft het bericht nog niet geopend. Zij kan het nu nog niet lezen.',
    delivered: 'De andere organisatie heeft het bericht ontvangen en nog niet geantwoord.',
    accepted: 'De andere organisatie heeft het bericht aangenomen. Dat is de ontvangstbevestiging.',
    refused: 'De andere organisatie heeft het bericht geweigerd. Zij kan het niet meer lezen.',
    withdrawn: 'U hebt het bericht ingetrokken. De andere organisatie kan het niet meer lezen.',
    expired: 'Er kwam op tijd geen antwoord. De andere organisatie kan het bericht niet meer lezen. Bel haar.',
  },
  in: {
    sent: 'U kunt het bericht lezen nadat u het in ontvangst neemt. De afzender ziet dat u het ontving.',
    delivered: 'Neem het bericht aan of weiger het. De afzender wacht op uw antwoord.',
    accepted: 'U hebt het bericht aangenomen. De afzender ziet dat.',
    refused: 'U hebt het bericht geweigerd. Wat erin stond, is hier niet meer te lezen.',
    withdrawn: 'De afzender heeft het bericht ingetrokken. Wat erin stond, is hier niet meer te lezen.',
    expired: 'Er kwam op tijd geen antwoord. Wat erin stond, is hier niet meer te lezen.',
  },
};
