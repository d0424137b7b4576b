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
    readonly comma: (value: number) => string;
  },
): Promise<void> {
  const { say, comma } = tools;
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, tools.memoryOf(running.pid));
  }, 50);
  say(`| ${BULK_ROWS} aanmeldingen uit een bestand | inlezen s | versturen s | samen s | grens s |`);
  say('|---|--:|--:|--:|--:|');
  for (const [name, hoe, bytes] of [
    [
      'CSV, alles of niets',
      'all',
      Buffer.from(
        rowsOf(`csv-${process.pid}`)
          .map((row) => row.map((cell) => `"${cell}"`).join(';'))
          .join('\r\n'),
      ),
    ],
    [
      'Excel, alleen de goede rijen',
      'good',
      Buffer.from(writeXlsx([{ name: 'Blad', rows: rowsOf(`xlsx-${process.pid}`), widths: [] }])),
    ],
  ] as const) {
    const { read, sent } = await bringAndSend(running.url, cookie, bytes, hoe);
    say(`| ${name} | ${comma(read)} | ${comma(sent)} | ${comma(read + sent)} | ${BUDGET.seconds} |`);
  }
  clearInterval(watch);
  say();
  say(
    `Versturen is met de wachttijd tot het werk op de achtergrond begint (hoogstens vijf seconden). Meeste geheugen van het webproces: ${Math.round(most)} MB (grens ${BUDGET.memoryMb} MB).`,
  );
}

async function bringAndSend(url: string, cookie: string, bytes: Buffer, hoe: string) {
  const headers = { cookie };
  const page = await (await fetch(url + PATH, { headers })).text();
  const body = new FormData();
  for (const [name, value] of new Map(hiddenIn(page))) body.append(name, value);
  body.append('bestand', new Blob([new Uint8Array(bytes)]), 'lijst');
  const began = performance.now();
  const answer = await fetch(url + PATH, { method: 'POST', redirect: 'manual', headers, body });
  const text = await answer.text();
  const path = answer.headers.get('location');
  if (answer.status !== 303 || !path)
    throw new Error(`${PATH}: ${answer.status} ${/-fout"[^>]*>([^<]*)/.exec(text)?.[1] ?? ''}`);
  const read = (performance.now() - began) / 1000;
  const form = await (await fetch(url + path, { headers })).text();
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
  return { read, sent: (performance.now() - sending) / 1000 };
}
