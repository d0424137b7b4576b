import { SCRIPTS } from './hostile-texts.ts';

/** Attributes that hold an address. */
const ADDRESSES = [
  'href',
  'xlink:href',
  'src',
  'srcset',
  'action',
  'formaction',
  'data',
  'poster',
  'background',
  'ping',
];
/** Elements that no page of ours has: they load, run or lead away by themselves. */
const FOREIGN = 'iframe, frame, object, embed, applet, base, style, math, template, noscript, [srcdoc], [style]';
/** What a browser leaves out when it reads an address. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what it leaves out
const IGNORED = /[\u0000-\u0020]/g;
const RUNS = /^(javascript|vbscript|data):/i;

const MARKUP = SCRIPTS.filter((text) => /[<"]/.test(text) && !text.startsWith('&lt;'));

/** Everything in a page that would run or load something which is not of our own making; empty for a harmless page. */
export function whatRuns(body: string, page: Document): readonly string[] {
  const found: string[] = [];
  for (const script of page.querySelectorAll('script'))
    if (!script.getAttribute('src')?.startsWith('/assets/')) found.push(`a script: ${script.outerHTML.slice(0, 80)}`);
  for (const link of page.querySelectorAll('link[rel="stylesheet"], link[rel="preload"], link[rel="icon"]'))
    if (!link.getAttribute('href')?.startsWith('/assets/')) found.push(`a link: ${link.outerHTML.slice(0, 80)}`);
  for (const element of page.querySelectorAll(FOREIGN)) found.push(`an element: ${element.outerHTML.slice(0, 80)}`);
  for (const meta of page.querySelectorAll('meta[http-equiv]'))
    if (/url\s*=\s*(?!\/)/i.test(meta.getAttribute('content') ?? '')) found.push(`a way out: ${meta.outerHTML}`);
  for (const element of page.querySelectorAll('*'))
    for (const { name, value } of element.attributes) {
      if (/^on/i.test(name)) found.push(`an event: ${name} of ${element.tagName}`);
      if (ADDRESSES.includes(name.toLowerCase()) && RUNS.test(value.replaceAll(IGNORED, '')))
        found.push(`an address: ${name}="${value.slice(0, 60)}"`);
    }
  return [...found, ...asTyped(body)];
}

/** Whatever a parser makes of it: markup of the sixty attacks that stands in a text as it was typed. */
export function asTyped(body: string): readonly string[] {
  if (!body.includes('kraak')) return [];
  return MARKUP.filter((text) => body.includes(text)).map((text) => `as it was typed: ${text}`);
}
