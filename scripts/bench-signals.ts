/** What signals cost with the whole country in use: the pages of the focal point, passing one on, and finding what belongs to it. */

const CITY = 'GM0363';
const AS = { as: 'aandachtsfunctionaris', at: CITY } as const;

/** The lists of the largest city, by what somebody looks for. */
export const SIGNAL_PAGES = [
  { name: 'Meldingen', path: '/meldingen', ...AS },
  { name: 'Meldingen, gesloten', path: '/meldingen?stand=closed', ...AS },
  { name: 'Meldingen, gesloten, bladzijde 200', path: '/meldingen?stand=closed&pagina=200', ...AS },
  {
    name: 'Meldingen, op sector en dagen',
    path: '/meldingen?stand=closed&sector=hotel&vanaf=1-6-2026&tot=1-9-2026',
    ...AS,
  },
  { name: 'Meldingen, op kenmerk', path: '/meldingen?kenmerk=7KQ4-M2XB', ...AS },
] as const;

/** Whoever passes a signal on in the same city. */
export const PASSES_ON = {
  name: 'Signaal doorgeven',
  path: '/meldingen/nieuw/plek',
  as: 'medewerker',
  at: CITY,
} as const;

/** Passes a signal on as a page does: reads the form, fills it in, sends it. @returns how long the sending took, in ms, and its code */
export async function passOnOnce(url: string, cookie: string, number: number): Promise<{ ms: number; code: string }> {
  const page = await (await fetch(url + PASSES_ON.path, { headers: { cookie } })).text();
  // the page has more forms, each with the same token: one of each
  const hidden = new Map(
    [...page.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]),
  );
  const body = new URLSearchParams([
    ...hidden,
    ['gevaar', 'nee'],
    ['functie', 'supervision'],
    ['plek', `Voorbeeldweg ${1 + (number % 150)}, Fictiefdorp`],
    ['gezien', 'Er liggen acht matrassen in een schuur (fictief).'],
    ['nagekeken', 'ja'],
  ]);
  const begin = performance.now();
  const answer = await fetch(url + PASSES_ON.path, { method: 'POST', redirect: 'manual', headers: { cookie }, body });
  await answer.arrayBuffer();
  const ms = performance.now() - begin;
  const code = /kenmerk=([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1];
  if (answer.status !== 303 || !code) throw new Error(`${PASSES_ON.path}: ${answer.status}`);
  return { ms, code };
}
