import type { ComponentChildren } from 'preact';
import type { Translated } from '../../../shared-kernel/language.ts';
import type { AdoptingBody } from '../domain/adoption.ts';
import type { MonitorState } from '../domain/monitor-state.ts';
import { PUBLIC_SOURCE_NAMES } from '../domain/public-fact.ts';

const NL = {
  title: 'Aanpak van mensenhandel',
  states: {
    arranged: 'Geregeld',
    regional: 'Geregeld door de regio',
    lapsing: 'Loopt binnen 90 dagen af',
    lapsed: 'Vervallen',
    'public-source': 'Openbare bron, niet bevestigd door de gemeente',
    unknown: 'Niets opgegeven',
  } as Readonly<Record<MonitorState, string>>,
  /** Titles where the framework has none in this language. */
  titles: {} as Readonly<Record<string, string>>,
  sources: PUBLIC_SOURCE_NAMES,
  anchored: 'Geborgd',
  notAnchored: 'Geen borging bekend',
  bodies: {
    'b-en-w': 'het college van burgemeester en wethouders',
    burgemeester: 'de burgemeester',
    raad: 'de gemeenteraad',
    mandaat: 'een ander, met een mandaat van de gemeente',
  } as Readonly<Record<AdoptingBody, string>>,
  adopted: (on: ComponentChildren, body: string | undefined, until: ComponentChildren): ComponentChildren => (
    <>
      Vastgesteld op {on}
      {body ? ` door ${body}` : ''}. Geldig tot {until}.
    </>
  ),
  adoptionLapsed: (on: ComponentChildren, body: string | undefined, since: ComponentChildren): ComponentChildren => (
    <>
      Vastgesteld op {on}
      {body ? ` door ${body}` : ''}. Vervallen op {since}: sindsdien geldt het niet meer.
    </>
  ),
  anchoredSince: (on: ComponentChildren, until: ComponentChildren): ComponentChildren => (
    <>
      De tien toetsen van borging zijn gehaald sinds {on}, tot {until}.
    </>
  ),
  anchoringLapsed: (on: ComponentChildren, since: ComponentChildren): ComponentChildren => (
    <>
      De aanpak was geborgd vanaf {on}. Vervallen op {since}.
    </>
  ),
  arrangedSince: (on: ComponentChildren, until: ComponentChildren): ComponentChildren => (
    <>
      Sinds {on}, tot {until}.
    </>
  ),
  lapsedOn: (on: ComponentChildren, since: ComponentChildren): ComponentChildren => (
    <>
      Geregeld vanaf {on}. Vervallen op {since}.
    </>
  ),
  region: (name: string) => `De regio die dit regelt: ${name}.`,
  decision: (host: string) => `Lees het besluit (${host})`,
  nothing: 'De gemeente gaf hierover niets op. Dat betekent niet dat er niets is.',
  noAnchoring: 'De gemeente legde te weinig vast om te zeggen of de aanpak blijft werken.',
  ownSource: (on: ComponentChildren): ComponentChildren => (
    <>Bron: opgave van de gemeente, {on}. Onzekerheid: niemand keek dit na.</>
  ),
  publicly: (document: ComponentChildren, on: ComponentChildren): ComponentChildren => (
    <>
      Dit staat in {document}, van {on}. Het telt nergens mee.
    </>
  ),
  publicSource: (source: string, on: ComponentChildren): ComponentChildren => (
    <>
      Bron: {source}, bekeken door VNG op {on}. Onzekerheid: de gemeente heeft dit niet bevestigd.
    </>
  ),
  notPublished: 'Niet gepubliceerd',
  notPublishedText: (name: string) =>
    `${name} heeft ervoor gekozen om dit niet aan iedereen te laten zien, of heeft nog niet gekozen. Dat zegt niets over de aanpak zelf.`,
  ask: 'Wat kunt u vragen?',
  questions: (name: string): readonly string[] => [
    `Bent u inwoner? Vraag ${name}: is er beleid tegen mensenhandel vastgesteld, en tot wanneer geldt het?`,
    'Vraag ook of er een aandachtsfunctionaris mensenhandel is, en wie die vervangt.',
    'Bent u raadslid? Vraag het college wanneer de raad voor het laatst over de aanpak is geïnformeerd.',
  ],
  data: 'Deze gegevens van alle gemeenten, als open data',
};

/** What stands with the approach of a municipality as others see it, in both languages. */
export const SEEN_TEXTS: Translated<typeof NL> = {
  nl: NL,
  en: {
    title: 'Approach to human trafficking',
    states: {
      arranged: 'Arranged',
      regional: 'Arranged by the region',
      lapsing: 'Ends within 90 days',
      lapsed: 'Lapsed',
      'public-source': 'Public source, not confirmed by the municipality',
      unknown: 'Nothing stated',
    },
    titles: {
      'K1.1': 'Adopted policy',
      'K2.1': 'Focal point officer and substitute',
      'K2.2': 'Internal reporting route',
      'K5.1': 'Care coordination',
      'K5.3': 'Suitable shelter',
      'K5.5': 'Aftercare',
      'K7.1': 'Anchoring: the ten tests',
    },
    sources: { ...PUBLIC_SOURCE_NAMES, anders: 'another public source' },
    anchored: 'Anchored',
    notAnchored: 'Anchoring not known',
    bodies: {
      'b-en-w': 'the municipal executive',
      burgemeester: 'the mayor',
      raad: 'the municipal council',
      mandaat: 'somebody else, with a mandate of the municipality',
    },
    adopted: (on, body, until) => (
      <>
        Adopted on {on}
        {body ? ` by ${body}` : ''}. Holds until {until}.
      </>
    ),
    adoptionLapsed: (on, body, since) => (
      <>
        Adopted on {on}
        {body ? ` by ${body}` : ''}. Lapsed on {since}: since then it no longer holds.
      </>
    ),
    anchoredSince: (on, until) => (
      <>
        The ten tests of anchoring have been passed since {on}, until {until}.
      </>
    ),
    anchoringLapsed: (on, since) => (
      <>
        The approach was anchored from {on}. Lapsed on {since}.
      </>
    ),
    arrangedSince: (on, until) => (
      <>
        Since {on}, until {until}.
      </>
    ),
    lapsedOn: (on, since) => (
      <>
        Arranged from {on}. Lapsed on {since}.
      </>
    ),
    region: (name) => `The region that arranges this: ${name}.`,
    decision: (host) => `Read the decision (${host})`,
    nothing: 'The municipality stated nothing about this. That does not mean that there is nothing.',
    noAnchoring: 'The municipality recorded too little to say whether the approach will keep working.',
    ownSource: (on) => <>Source: statement of the municipality, {on}. Uncertainty: nobody checked this.</>,
    publicly: (document, on) => (
      <>
        This stands in {document}, of {on}. It counts for nothing.
      </>
    ),
    publicSource: (source, on) => (
      <>
        Source: {source}, read by VNG on {on}. Uncertainty: the municipality has not confirmed this.
      </>
    ),
    notPublished: 'Not published',
    notPublishedText: (name) =>
      `${name} has chosen not to show this to everybody, or has not chosen yet. That says nothing about the approach itself.`,
    ask: 'What can you ask?',
    questions: (name) => [
      `Do you live here? Ask ${name}: has a policy on human trafficking been adopted, and until when does it hold?`,
      'Also ask whether there is a focal point officer for human trafficking, and who stands in.',
      'Are you a member of the council? Ask the executive when the council was last informed about the approach.',
    ],
    data: 'These data of all municipalities, as open data',
  },
};
