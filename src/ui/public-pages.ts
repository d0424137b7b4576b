import { LANGUAGES, type Language, type Translated } from '../shared-kernel/language.ts';

/** Every page for everybody, with its address in each language. `:code` is filled in by `addressOf`. */
export const PUBLIC_PAGES = {
  start: { nl: '/', en: '/en' },
  about: { nl: '/over', en: '/en/about' },
  accessibility: { nl: '/toegankelijkheid', en: '/en/accessibility' },
  privacy: { nl: '/privacy', en: '/en/privacy' },
  processing: { nl: '/privacy/verwerkingen', en: '/en/privacy/processing' },
  municipalities: { nl: '/gemeenten', en: '/en/municipalities' },
  municipality: { nl: '/gemeenten/:code', en: '/en/municipalities/:code' },
  whoToCall: { nl: '/netwerk/wie-belt-u', en: '/en/network/who-to-call' },
  figures: { nl: '/cijfers', en: '/en/figures' },
  registered: { nl: '/cijfers/geregistreerd', en: '/en/figures/registered' },
  estimating: { nl: '/cijfers/schatten', en: '/en/figures/estimating' },
  openData: { nl: '/open-data', en: '/en/open-data' },
  monitorData: { nl: '/monitor/kolommen', en: '/en/monitor/columns' },
  trafficking: { nl: '/mensenhandel', en: '/en/trafficking' },
  forms: { nl: '/mensenhandel/vormen', en: '/en/trafficking/forms' },
  notTrafficking: { nl: '/mensenhandel/wat-het-niet-is', en: '/en/trafficking/what-it-is-not' },
  whoMeetsIt: { nl: '/mensenhandel/wie-ziet-het', en: '/en/trafficking/who-meets-it' },
  municipalTask: { nl: '/mensenhandel/wat-de-gemeente-doet', en: '/en/trafficking/municipal-task' },
  signals: { nl: '/signalen', en: '/en/signals' },
  signalCards: { nl: '/signalen/kaarten', en: '/en/signals/cards' },
  signalCheck: { nl: '/signalencheck', en: '/en/signal-check' },
  certificate: { nl: '/certificaat', en: '/en/certificate' },
  signIn: { nl: '/inloggen', en: '/en/sign-in' },
} as const satisfies Record<string, Translated<string>>;

export type PublicPage = keyof typeof PUBLIC_PAGES;

/** The paths at which a page is registered: one handler, which reads the language from its frame. */
export function pathsOf(page: PublicPage): readonly string[] {
  return LANGUAGES.map((language) => PUBLIC_PAGES[page][language]);
}

/** Where a page stands in a language; `code` for the page of one municipality. */
export function addressOf(page: PublicPage, language: Language, code = ''): string {
  return PUBLIC_PAGES[page][language].replace(':code', encodeURIComponent(code));
}

/** English has its own addresses under /en; everything else is Dutch. */
export function languageOf(path: string): Language {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'nl';
}

/**
 * The same page in each language: the same municipality, the same filters. `pattern` is the path of the route, `url` the address
 * that was asked. Nothing for a page that is not for everybody.
 */
export function translationsOf(pattern: string | undefined, url: string): Translated<string> | undefined {
  const page = Object.values(PUBLIC_PAGES).find(({ nl, en }) => nl === pattern || en === pattern);
  if (!page) return undefined;
  const [path = '', query = ''] = url.split(/\?(.*)/s);
  const code = path.split('/').at(-1) ?? '';
  const translated = (address: string) => `${address.replace(':code', code)}${query === '' ? '' : `?${query}`}`;
  return { nl: translated(page.nl), en: translated(page.en) };
}
