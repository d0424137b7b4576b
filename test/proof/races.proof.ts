import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browserless } from '../support/browserless.ts';
import { focalPointFields } from '../support/focal-point-fields.ts';
import { type RawProcess, runRaw, START_WITHIN_MS } from '../support/raw-process.ts';

const ATTEMPTS = Number(process.env.PROOF_N ?? 500);
const AT_ONCE = 8;
const PATH = '/aanpak/K2.1';

describe(`${ATTEMPTS} attempts to write one record, ${AT_ONCE} at the same time`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'in-beeld-races-'));
  let product: RawProcess;
  let url: string;

  beforeAll(async () => {
    product = runRaw('main', { DATA_DIR: folder });
    url = (await product.untilSaid(/^Klaar: (\S+)$/m))[1]!;
  }, START_WITHIN_MS);
  afterAll(async () => {
    await product.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  });

  it('counts every acknowledged write once, refuses the others as a conflict, and shows no defect', async () => {
    const visitors = await Promise.all(
      Array.from({ length: AT_ONCE }, (_, index) =>
        Browserless.signIn(url, index % 2 ? 'aandachtsfunctionaris' : 'beleidsmedewerker', 'GM0014'),
      ),
    );
    const answers: number[] = [];
    let turn = 0;
    await Promise.all(
      visitors.map(async (visitor, index) => {
        while (turn < ATTEMPTS) {
          const mine = turn++;
          const form = await visitor.form(PATH);
          const filled = { ...form, fields: { ...form.fields, ...focalPointFields(`Naam ${index}-${mine}`) } };
          // one in three forms is sent twice at the same moment: it may count only once
          const sent =
            mine % 3 === 0
              ? await Promise.all([visitor.send(filled), visitor.send(filled)])
              : [await visitor.send(filled)];
          const statuses = new Set(sent.map((answer) => answer.status));
          expect(statuses.size, `the same form, two answers: ${[...statuses]}`).toBe(1);
          answers.push(sent[0]!.status);
        }
      }),
    );
    const stored = answers.filter((status) => status === 303).length;
    expect(answers.filter((status) => status !== 303 && status !== 409)).toEqual([]);
    expect((await visitors[0]!.form(PATH)).fields.versie).toBe(String(stored));
    console.log(
      `${ATTEMPTS} pogingen: ${stored} opgeslagen, ${answers.length - stored} geweigerd omdat een ander eerder was`,
    );
  }, 3_600_000);
});
