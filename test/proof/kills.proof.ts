import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Browserless } from '../support/browserless.ts';
import { focalPointFields } from '../support/focal-point-fields.ts';
import { runRaw } from '../support/raw-process.ts';

const KILLS = Number(process.env.PROOF_N ?? 30);
const PATH = '/aanpak/K2.1';

describe(`${KILLS} times kill -9 while four people write`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-kills-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const PLACES = ['GM0014', 'GM0363', 'GM0518', 'GM0599'] as const;

  it('loses no acknowledged write and keeps no half one', async () => {
    const acknowledged = new Map<string, number>();
    const base = new Map<string, number>();
    let total = 0;
    for (let round = 0; round <= KILLS; round++) {
      const product = runRaw('main', { DATA_DIR: folder });
      const url = (await product.untilSaid(/^Klaar: (\S+)$/m))[1]!;
      const visitors = await Promise.all(
        PLACES.map((place) => Browserless.signIn(url, 'aandachtsfunctionaris', place)),
      );
      for (const [index, place] of PLACES.entries()) {
        const version = Number((await visitors[index]!.form(PATH)).fields.versie);
        const since = version - (base.get(place) ?? version);
        const known = acknowledged.get(place) ?? 0;
        // every acknowledged write is there; at most one more was stored whose answer was cut off
        expect(since, `${place}, ronde ${round}`).toBeGreaterThanOrEqual(known);
        expect(since, `${place}, ronde ${round}`).toBeLessThanOrEqual(known + 1);
        base.set(place, version);
        acknowledged.set(place, 0);
      }
      if (round === KILLS) {
        await product.kill('SIGTERM');
        break;
      }
      const writers = PLACES.map((place, index) =>
        (async () => {
          for (;;) {
            const form = await visitors[index]!.form(PATH);
            const answer = await visitors[index]!.send({
              ...form,
              fields: { ...form.fields, ...focalPointFields(`Naam ${round}`) },
            });
            if (answer.status === 303) {
              acknowledged.set(place, acknowledged.get(place)! + 1);
              total++;
            }
          }
        })().catch(() => 'cut off'),
      );
      await new Promise((resolve) => setTimeout(resolve, 150 + (round % 7) * 90));
      await product.kill('SIGKILL');
      expect(await Promise.all(writers)).toEqual(PLACES.map(() => 'cut off'));
    }
    console.log(`${KILLS} keer gestopt met kill -9: ${total} bevestigde opdrachten, 0 verloren`);
    expect(total).toBeGreaterThan(KILLS);
  }, 1_800_000);
});
