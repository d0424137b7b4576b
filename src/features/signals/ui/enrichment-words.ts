import type { CodeReason, CodeStep, LookedConclusion, Register, StepConclusion } from '../domain/enrichment.ts';

interface RegisterText {
  readonly title: string;
  /** What one looks for there, so that nobody looks further. */
  readonly looksFor: string;
}

export const REGISTER_WORDS: Readonly<Record<Register, RegisterText>> = {
  'brp-address': {
    title: 'Inschrijvingen op het adres (BRP)',
    looksFor: 'Past het aantal ingeschreven mensen bij wat is gezien?',
  },
  permits: { title: 'Vergunningen', looksFor: 'Is er een vergunning voor wat daar gebeurt, en past die?' },
  sanctions: { title: 'Eerdere maatregelen', looksFor: 'Is hier eerder gewaarschuwd, beboet of gesloten?' },
  housing: { title: 'Wonen en bouwen', looksFor: 'Mag daar gewoond worden, en is eerder overbewoning gezien?' },
};

export const LOOKED_WORDS: Readonly<Record<LookedConclusion, string>> = {
  supports: 'Het past bij het signaal',
  explains: 'Het geeft een andere verklaring',
  'nothing-special': 'Niets bijzonders',
  'not-allowed': 'Nagaan mocht of kon niet',
};

export const STEP_WORDS: Readonly<Record<CodeStep, string>> = {
  1: 'Breng de signalen in kaart',
  2: 'Overleg met een collega, en zo nodig met Veilig Thuis',
  3: 'Praat met de betrokkenen',
  4: 'Weeg, met het afwegingskader van het beroep',
  5: 'Beslis over melden en hulp',
};

export const STEP_CONCLUSION_WORDS: Readonly<Record<StepConclusion, string>> = {
  signs: 'Er zijn signalen',
  'no-signs': 'Er zijn geen signalen',
  worries: 'Er zijn zorgen',
  'no-worries': 'Er zijn geen zorgen',
  talked: 'Er is gepraat',
  'not-talked-parent': 'Overgeslagen: een ouder is misschien de uitbuiter',
  'not-talked-danger': 'Overgeslagen: praten brengt iemand in gevaar',
  'acute-or-structural': 'Acuut of structureel onveilig',
  'other-unsafety': 'Onveilig, niet acuut of structureel',
  'no-unsafety': 'Niet onveilig',
  reported: 'Gemeld bij Veilig Thuis',
  'help-arranged': 'Hulp geregeld',
  'reported-and-help': 'Gemeld bij Veilig Thuis en hulp geregeld',
  'nothing-needed': 'Melden en hulp zijn niet nodig',
};

export const CODE_REASON_WORDS: Readonly<Record<CodeReason, string>> = {
  minor: 'De persoon is jonger dan 18',
  'domestic-violence': 'Er is huiselijk geweld',
};
