import { DEMO_MARK } from '../shared-kernel/demo-mark.ts';
import type { Translated } from '../shared-kernel/language.ts';

const NL = {
  skip: 'Naar de inhoud',
  demo: DEMO_MARK,
  home: 'In Beeld, naar de startpagina',
  menu: 'Menu',
  mainMenu: 'Hoofdmenu',
  more: 'Alle onderdelen',
  breadcrumbs: 'Kruimelpad',
  signIn: 'Inloggen',
  signOut: 'Uitloggen',
  switchRole: 'Wissel van rol',
  aboutSite: 'Over deze site',
  demoNow: 'Vandaag is hier',
  language: 'Nederlands',
  promise: 'Samen mensenhandel in beeld krijgen.',
  errorCount: (count: number) => (count === 1 ? '1 invoerfout' : `${count} invoerfouten`),
};

/** The few words around every page. */
export const SHELL_WORDS: Translated<typeof NL> = {
  nl: NL,
  en: {
    skip: 'Skip to content',
    demo: 'Sample data, not real',
    home: 'In Beeld, to the start page',
    menu: 'Menu',
    mainMenu: 'Main menu',
    more: 'All rooms',
    breadcrumbs: 'Breadcrumbs',
    signIn: 'Sign in',
    signOut: 'Sign out',
    switchRole: 'Switch role',
    aboutSite: 'About this site',
    demoNow: 'Today, here, is',
    language: 'English',
    promise: 'Bringing human trafficking into view, together.',
    errorCount: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
  },
};
