import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { acquireEmbeddedServer } from '../../src/platform/embedded-postgres/embedded-server.ts';
import type { FilledForm } from '../support/app.ts';
import { Browserless } from '../support/browserless.ts';
import { runRaw } from '../support/raw-process.ts';

const KILLS = Number(process.env.PROOF_N ?? 50);
const PLACES = ['GM0014', 'GM0363', 'GM0518'] as const;
const CHANNEL = 'labour-authority';

/** What one place did so far, and what was under way when the product was killed. */
interface Ledger {
  /** The codes on the receipts. */
  readonly received: Set<string>;
  /** Signals whose hand-over was acknowledged. */
  readonly handedOver: Set<string>;
  /** The form that was sent last without an answer: to send again, as a browser does. */
  cutOff: FilledForm | undefined;
}

describe(`${KILLS} times kill -9 while signals are passed on and handed over`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-signal-kills-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('loses no acknowledged signal, keeps none twice, and hands nothing over twice', async () => {
    const ledgers = new Map<string, Ledger>(
      PLACES.map((place) => [place, { received: new Set(), handedOver: new Set(), cutOff: undefined }]),
    );
    const fresh = runRaw('main', { DATA_DIR: folder });
    await fresh.untilSaid(/^Klaar: /m);
    await fresh.kill('SIGTERM');
    const told = new Set((await readBack(folder)).reports.map(({ code }) => code));
    let resent = 0;
    for (let round = 0; round <= KILLS; round++) {
      const product = runRaw('main', { DATA_DIR: folder });
      const url = (await product.untilSaid(/^Klaar: (\S+)$/m))[1]!;
      const teams = await Promise.all(
        PLACES.map(async (place) => ({
          ledger: ledgers.get(place)!,
          reporter: await Browserless.signIn(url, 'medewerker', place),
          desk: await Browserless.signIn(url, 'aandachtsfunctionaris', place),
        })),
      );
      for (const { ledger, reporter, desk } of teams) {
        if (ledger.cutOff) {
          const { action } = ledger.cutOff;
          const sender = action.includes('/nieuw/') ? reporter : desk;
          // the tab is still open: the same form, with the token of the new session
          const { _csrf } = (await sender.form(NEW)).fields;
          note(ledger, await sender.send({ action, fields: { ...ledger.cutOff.fields, _csrf: _csrf! } }), action);
          ledger.cutOff = undefined;
          resent += 1;
        }
      }
      if (round === KILLS) {
        await product.kill('SIGTERM');
        break;
      }
      const writers = teams.map(({ ledger, reporter, desk }) => work(ledger, reporter, desk).catch(cutOff));
      await new Promise((resolve) => setTimeout(resolve, 250 + (round % 9) * 250));
      await product.kill('SIGKILL');
      expect(await Promise.all(writers)).toEqual(PLACES.map(() => 'cut off'));
    }

    const stored = await readBack(folder);
    const [received, handedOver] = [stored.reports, stored.handovers].map((rows) =>
      rows.map(({ code }) => code).filter((code) => !told.has(code)),
    ) as [string[], string[]];
    for (const [place, ledger] of ledgers) {
      expect(
        [...ledger.received].filter((code) => !received.includes(code)),
        place,
      ).toEqual([]);
      expect(
        [...ledger.handedOver].filter((code) => !handedOver.includes(code)),
        place,
      ).toEqual([]);
    }
    // nothing twice: one signal for each receipt, one hand-over for each signal
    const acknowledged = [...ledgers.values()].reduce((sum, { received: codes }) => sum + codes.size, 0);
    const passedOn = [...ledgers.values()].reduce((sum, { handedOver: codes }) => sum + codes.size, 0);
    expect(new Set(handedOver).size).toBe(handedOver.length);
    expect(received.length).toBe(acknowledged);
    console.log(
      `${KILLS} keer gestopt met kill -9: ${acknowledged} signalen bevestigd en ${passedOn} overgedragen, ${resent} formulieren opnieuw verstuurd; 0 verloren, 0 dubbel`,
    );
    expect(acknowledged).toBeGreaterThan(KILLS);
    expect(passedOn).toBeGreaterThan(KILLS / 2);
  }, 3_600_000);
});

const NEW = '/meldingen/nieuw/plek?gevaar=nee&functie=social-support';

/** Passes signals on and hands each over, until the product is gone. */
async function work(ledger: Ledger, reporter: Browserless, desk: Browserless): Promise<never> {
  const send = async (sender: Browserless, form: FilledForm, fields: Readonly<Record<string, string>>) => {
    const filled = { ...form, fields: { ...form.fields, ...fields } };
    ledger.cutOff = filled;
    const answer = await sender.send(filled);
    ledger.cutOff = undefined;
    note(ledger, answer, form.action);
    return answer;
  };
  for (;;) {
    const answer = await send(reporter, await reporter.form(NEW), {
      plek: 'Voorbeeldkade 7',
      gezien: 'Voorbeeld: er slapen mensen in de loods.',
    });
    const address = `/meldingen/${codeOf(answer)}`;
    await send(desk, await desk.form(address, `${address}/oppakken`), {});
    await send(desk, await desk.form(`${address}/wegen`, `${address}/wegen`), {
      acuut: 'nee',
      dwang: 'weet-niet',
      minderjarig: 'unknown',
      beperking: 'unknown',
      'teken-housing': 'strong',
      uitkomst: 'today',
    });
    const handing = await desk.form(`${address}/overdragen`, `${address}/overdragen`);
    await send(desk, handing, { naarWie: CHANNEL });
  }
}

/** A broken connection is what a kill does; anything else is a fault of the product. */
function cutOff(error: unknown): 'cut off' {
  if (error instanceof TypeError) return 'cut off'; // what fetch throws when nobody answers any more
  throw error;
}

/** Writes down what an answer acknowledged. @throws when the product refused what it should do. */
function note(ledger: Ledger, answer: Response, action: string): void {
  if (answer.status !== 303) throw new Error(`${action}: ${answer.status}`);
  if (action.includes('/nieuw/')) ledger.received.add(codeOf(answer));
  if (action.endsWith('/overdragen')) ledger.handedOver.add(action.split('/')[2]!);
}

function codeOf(answer: Response): string {
  const code = /kenmerk=([\w-]+)/.exec(answer.headers.get('location') ?? '')?.[1];
  if (!code) throw new Error(`no receipt: ${answer.status}`);
  return code;
}

/** The signals of these places and their hand-overs, past the product. */
async function readBack(dataDir: string) {
  const server = await acquireEmbeddedServer({ dataDir });
  const client = new Client({ connectionString: server.adminUrl('inbeeld') });
  await client.connect();
  try {
    const here = `r.tenant_id in (select id from organisations.organisation where code = any($1))`;
    const reports = await client.query<{ code: string }>(`select r.code from signals.signal_report r where ${here}`, [
      PLACES,
    ]);
    const handovers = await client.query<{ code: string }>(
      `select r.code from signals.handover h join signals.signal_report r on r.tenant_id = h.tenant_id and r.id = h.report_id
        where ${here} and h.channel = $2`,
      [PLACES, CHANNEL],
    );
    return { reports: reports.rows, handovers: handovers.rows };
  } finally {
    await client.end();
    await server.release();
  }
}
