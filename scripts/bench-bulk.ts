/** What it costs to read in a file with ten thousand registrations and to register all of them, as a reporter does it on its page. */
import { writeXlsx } from '../src/platform/spreadsheets/write-xlsx.ts';

const PATH = '/registraties/inlezen';
/** Who reports in the demo and is bound by duty to nothing. */
export const BULK_REPORTER = 'aanmelder@AM01';
export const BULK_ROWS = 10_000;
const BUDGET = { seconds: 30, memoryMb: 300 } as const;

const HEADINGS =
  'Eigen nummer;Manier;Aanmelder;Politieregio;Naam;Geboortedatum;Leeftijd;Geslacht;Nationaliteit;Vorm;Werk;Waar;Vanaf;Herkend op;Aangifte;Toestemming van;Toestemming hoe;Toestemming op;Toestemming taal'.split(
    ';',
  );
const COUNTRIES = ['RO', 'NG', 'VN', 'BG', 'NL', 'PL', 'HU', 'SY'];

/** Rows as people write them: half of them by name and with consent, half without. All made up. */
const rowsOf = (name: string): string[][] => [
  HEADINGS,
  ...Array.from({ length: BULK_ROWS }, (_, index) => {
    const facts = [
      `${18 + (index % 40)}`,
      index % 3 === 0 ? 'man' : 'vrouw',
      COUNTRIES[index % COUNTRIES.length]!,
      index % 2 === 0 ? 'Arbeidsuitbuiting' : 'Seksuele uitbuiting; Criminele uitbuiting',
      'Schoonmaak',
      'in Nederland',
      '3-2025',
      `${1 + (index % 28)}-10-2026`,
      'nee',
    ];
    const [number, region] = [`${name}-${index}`, 'Amsterdam'];
    return index % 2 === 0
      ? [
          number,
          'met naam',
          'JEUGD',
          region,
          `Fictief ${index} Voorbeeld`,
          `1-1-${1970 + (index % 38)}`,
          ...facts,
          'De persoon zelf',
          'Schriftelijk',
          '2-11-2026',
          'Nederlands',
        ]
      : [number, 'zonder naam', 'JEUGD', region, '', '', ...facts, '', '', '', ''];
  }),
];

const hiddenIn = (html: string) =>
  [...html.matchAll(/<input type="hidden" name="(_\w+)" value="([^"]*)"/g)].map(
    ([, name, value]) => [name!, value!] as const,
  );

/** Reads in and registers, as CSV and as Excel, and says what it took. */
export async function measureBulk(
  running: { readonly url: string; readonly pid: number },
  cookie: string,
  tools: {
    readonly say: (line?: string) => void;
    readonly memoryOf: (pid: number) => number;
    readonly computedBy: (pid: number) => number;
    readonly comma: (value: number) => string;
  },
): Promise<void> {
  const { say, comma } = tools;
  const before = Math.round(tools.memoryOf(running.pid));
  say(
    `| ${BULK_ROWS} aanmeldingen uit een bestand | inlezen s | versturen s | samen s (grens ${BUDGET.seconds}) | rekentijd webproces s | een ander wacht bij inlezen ms | en bij versturen ms | meeste geheugen MB (grens ${BUDGET.memoryMb}) |`,
  );
  say('|---|--:|--:|--:|--:|--:|--:|--:|');
  const csv = (rows: readonly (readonly string[])[]) =>
    Buffer.from(rows.map((row) => row.map((cell) => `"${cell}"`).join(';')).join('\r\n'));
  const xlsx = (rows: readonly (readonly string[])[]) => Buffer.from(writeXlsx([{ name: 'Blad', rows, widths: [] }]));
  for (const [name, hoe, write] of [
    ['CSV, alles of niets', 'all', csv],
    ['Excel, alleen de goede rijen', 'good', xlsx],
    ['Excel, alles of niets', 'all', xlsx],
    ['CSV, alleen de goede rijen', 'good', csv],
  ] as const) {
    const bytes = write(rowsOf(name));
    let most = 0;
    const computed = tools.computedBy(running.pid);
    const watch = setInterval(() => {
      most = Math.max(most, tools.memoryOf(running.pid));
    }, 50);
    const { read, sent, waits } = await bringAndSend(running.url, cookie, bytes, hoe);
    clearInterval(watch);
    say(
      `| ${name} | ${comma(read)} | ${comma(sent)} | ${comma(read + sent)} | ${comma((tools.computedBy(running.pid) - computed) / 1000)} | ${waits.read} | ${waits.sent} | ${Math.round(most)} |`,
    );
  }
  say();
  say(
    `Versturen is met de wachttijd tot het werk op de achtergrond begint (hoogstens vijf seconden). «Een ander wacht»: het langste dat een bezoeker van een kleine pagina wachtte, die ondertussen steeds een nieuwe vroeg. Het webproces had voor het begin ${before} MB.`,
  );
}

/** Asks a small page again and again. @returns a function that stops, and says how long the slowest took in ms. */
function askAllTheTime(url: string): () => Promise<number> {
  let [slowest, isStopped] = [0, false];
  const asking = (async () => {
    while (!isStopped) {
      const began = performance.now();
      await (await fetch(`${url}/gezond`)).arrayBuffer();
      slowest = Math.max(slowest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  // what went wrong in between is said by whoever measures
  asking.catch(() => undefined);
  return async () => {
    isStopped = true;
    await asking;
    return Math.round(slowest);
  };
}

async function bringAndSend(url: string, cookie: string, bytes: Buffer, hoe: string) {
  const headers = { cookie };
  const page = await (await fetch(url + PATH, { headers })).text();
  const body = new FormData();
  for (const [name, value] of new Map(hiddenIn(page))) body.append(name, value);
  body.append('bestand', new Blob([new Uint8Array(bytes)]), 'lijst');
  const stopReading = askAllTheTime(url);
  const began = performance.now();
  const answer = await fetch(url + PATH, { method: 'POST', redirect: 'manual', headers, body });
  const text = await answer.text();
  const path = answer.headers.get('location');
  if (answer.status !== 303 || !path)
    throw new Error(`${PATH}: ${answer.status} ${/-fout"[^>]*>([^<]*)/.exec(text)?.[1] ?? ''}`);
  const read = (performance.now() - began) / 1000;
  const waitedReading = await stopReading();
  const form = await (await fetch(url + path, { headers })).text();
  const stopSending = askAllTheTime(url);
  const sending = performance.now();
  const started = await fetch(`${url}${path}/versturen`, {
    method: 'POST',
    redirect: 'manual',
    headers,
    body: new URLSearchParams([...new Map(hiddenIn(form)), ['hoe', hoe]]),
  });
  await started.arrayBuffer();
  if (started.status !== 303) throw new Error(`${path}/versturen: ${started.status}`);
  for (;;) {
    const shown = await (await fetch(url + path, { headers })).text();
    if (!shown.includes('Kijk hoe ver het is')) {
      // the title of the message: so many rows were sent
      const title = /<strong>([^<]*)/.exec(shown)?.[1] ?? '';
      if (!title.includes(`${BULK_ROWS / 1000}.000 rijen verstuurd`)) throw new Error(`${path} stopped: ${title}`);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const sent = (performance.now() - sending) / 1000;
  return { read, sent, waits: { read: waitedReading, sent: await stopSending() } };
}
