import { bootstrapReplicates, captureTable } from '@in-beeld/statistics';
import { describe, expect, it } from 'vitest';
import { divideReplicates } from './divide-replicates.ts';
import { estimateCommand } from './estimate-command.ts';

const KOREA = 'b,c,d,count\n0,0,1,41\n0,1,0,5\n1,0,0,5\n1,1,0,54\n1,0,1,6\n0,1,1,0\n1,1,1,12\n';

async function run(text: string | null, ...argv: string[]) {
  const out: string[] = [];
  const errors: string[] = [];
  const code = await estimateCommand(['lijsten.csv', ...argv], {
    readFile: async () => {
      if (text === null) throw new Error('ENOENT');
      return text;
    },
    stdout: (part) => out.push(part),
    stderr: (part) => errors.push(part),
  });
  return { code, out: out.join(''), errors: errors.join('') };
}

interface Printed {
  readonly status: string;
  readonly estimate: number;
  readonly interval: object | null;
  readonly tableHash: string;
  readonly groups: readonly { readonly values: Readonly<Record<string, string>>; readonly estimate: number }[];
}

async function json(text: string | null, ...argv: string[]) {
  const { code, out } = await run(text, '--json', ...argv);
  return { code, result: JSON.parse(out) as Printed };
}

describe('estimateCommand', () => {
  it('prints one JSON object with every promised field', async () => {
    const { code, result } = await json(KOREA, '--seed', '7');
    expect(code).toBe(0);
    expect(Object.keys(result).sort()).toEqual(
      [
        'diagnostics',
        'estimate',
        'interval',
        'lists',
        'method',
        'model',
        'observed',
        'seed',
        'status',
        'tableHash',
        'version',
        'warnings',
      ].sort(),
    );
    expect(result).toMatchObject({
      status: 'ok',
      method: 'stepwise',
      observed: 123,
      interval: { level: 0.95, kind: 'bca' },
      model: [['b', 'c']],
      lists: ['b', 'c', 'd'],
      seed: 7,
    });
    expect(result.estimate).toBeCloseTo(268.777777777778, 6);
    expect(result.tableHash).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('gives the point estimate alone without replicates', async () => {
    const { result } = await json(KOREA, '--bootstrap', '0');
    expect(result.interval).toBeNull();
    expect(result.estimate).toBeCloseTo(268.78, 2);
  });

  it('reads the Dutch Excel dialect to the same table', async () => {
    const dutch = `\uFEFF${KOREA.replaceAll(',', ';').replaceAll('\n', '\r\n').replace(';41', ';"41,0"')}`;
    const [there, here] = [await json(KOREA, '--bootstrap', '0'), await json(dutch, '--bootstrap', '0')];
    expect(here.result).toEqual(there.result);
  });

  it('gives the same answer for any number of workers', async () => {
    const alone = await run(KOREA, '--json', '--bootstrap', '400');
    const together = await run(KOREA, '--json', '--bootstrap', '400', '--workers', '3');
    expect(together.out).toBe(alone.out);
    expect(together.errors).toBe('');
  });

  it.each(['bic', 'aic', 'main', 'dga'])('knows the method %s', async (method) => {
    const { code, result } = await json(KOREA, '--method', method, '--bootstrap', '50');
    expect(code).toBe(0);
    expect(result).toMatchObject({ method, status: 'ok' });
    expect(result.estimate).toBeGreaterThan(123);
  });

  it('compares all methods and tells about its progress on standard error', async () => {
    const { code, out, errors } = await run(KOREA, '--json', '--all-methods', '--bootstrap', '50', '--sweeps', '100');
    expect(code).toBe(0);
    const comparison = JSON.parse(out) as { methods: { method: string }[] };
    expect(comparison.methods.map(({ method }) => method)).toEqual(['stepwise', 'bic', 'aic', 'main', 'dga', 'lcmcr']);
    expect(errors).toContain('Bezig met dga');
  });

  it('gives a total per group with covariates, and only by BIC or AIC', async () => {
    const text = `A,B,C,soort,count
1,0,0,x,40
0,1,0,x,35
0,0,1,x,30
1,1,0,x,9
1,0,1,x,8
0,1,1,x,7
1,1,1,x,2
1,0,0,y,20
0,1,0,y,45
0,0,1,y,18
1,1,0,y,6
1,0,1,y,3
0,1,1,y,5
1,1,1,y,1
`;
    const { code, result } = await json(text, '--covariates', 'soort', '--bootstrap', '20');
    expect(code).toBe(0);
    expect(result).toMatchObject({ status: 'ok', method: 'covariates', observed: 229, lists: ['A', 'B', 'C'] });
    expect(result.groups.map(({ values }) => values.soort)).toEqual(['x', 'y']);
    expect(result.groups.reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(result.estimate, 6);
    expect((await run(text, '--covariates', 'soort', '--method', 'dga')).code).toBe(2);
  });

  it('has a status and a lower limit, no number, when nobody is on two lists', async () => {
    const { code, result } = await json('A,B,C,count\n1,0,0,10\n0,1,0,20\n0,0,1,30\n');
    expect(code).toBe(0);
    expect(result).toMatchObject({ status: 'infinite', estimate: null, interval: { high: null } });
  });

  it('drops a list without cases and says so', async () => {
    const { result } = await json('A,B,C,count\n1,0,0,30\n0,1,0,40\n1,1,0,10\n', '--bootstrap', '0');
    expect(result.estimate).toBeCloseTo(200, 9);
    expect(result).toMatchObject({
      lists: ['A', 'B'],
      warnings: ['list-dropped:C', 'independence-assumed'],
    });
  });

  it.each([
    ['A,B,count\n1,0,-3\n', 'Regel 2: het aantal -3 is negatief.'],
    ['A,B,count\n1,0,2.5\n', 'Regel 2: het aantal 2.5 is geen heel getal.'],
    ['A;B;count\n1;0;2,5\n', 'Regel 2: het aantal 2,5 is geen heel getal.'],
    ['A,count\n1,3\n', 'Er zijn ten minste twee lijsten nodig'],
    ['A,B,count\n0,0,3\n1,1,2\n', 'staan op geen enkele lijst'],
    ['A,B,count\n1,2,3\n', 'alleen 0 of 1'],
    ['A,B,count\n1,0,0\n', 'bevat geen personen'],
    ['', 'Het bestand is leeg.'],
    [null, 'is niet te lezen'],
  ])('refuses %j with exit status 2 and a sentence that helps', async (text, sentence) => {
    const { code, out, errors } = await run(text);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(errors).toContain(sentence);
    const asJson = await json(text);
    expect(asJson).toMatchObject({ code: 2, result: { status: 'invalid-input', estimate: null } });
  });

  it.each([
    [['--method', 'gok'], 'De methode gok bestaat niet.'],
    [['--threshold', '2'], 'Bij --threshold hoort een getal van 0 tot en met 1'],
    [['--bootstrap', '1'], 'Bij --bootstrap hoort 0 of'],
    [['--zaad', '1'], 'De optie --zaad is niet bekend.'],
    [['tweede.csv'], 'Noem precies één CSV-bestand.'],
    [['--covariates', 'leeftijd'], 'Er is geen kolom "leeftijd".'],
  ])('refuses the arguments %j', async (argv, sentence) => {
    const { code, errors } = await run(KOREA, ...argv);
    expect(code).toBe(2);
    expect(errors).toContain(sentence);
  });

  it('names every option it knows with --help', async () => {
    const { code, out } = await run(KOREA, '--help');
    expect(code).toBe(0);
    for (const option of ['method', 'all-methods', 'threshold', 'bootstrap', 'seed', 'level', 'max-order', 'workers']) {
      expect(out).toContain(`--${option}`);
    }
    for (const option of ['covariates', 'grid-max', 'prior-n', 'chains', 'sweeps', 'json']) {
      expect(out).toContain(`--${option}`);
    }
  });

  it('says on paper that it is no official estimate', async () => {
    const { out } = await run(KOREA, '--bootstrap', '50');
    expect(out).toContain('Eigen berekening, geen officiële schatting.');
    expect(out).toContain('269');
  });
});

describe('divideReplicates', () => {
  const table = captureTable(
    ['A', 'B'],
    [
      [1, 30],
      [2, 40],
      [3, 10],
    ],
  );
  const task = { table, procedure: { kind: 'stepwise', threshold: 0.02 }, seed: 3 } as const;

  it('computes the stretch of a worker that dies itself', async () => {
    const notices: string[] = [];
    const totals = await divideReplicates(
      task,
      10,
      3,
      (notice) => notices.push(notice),
      async (stretch) => {
        if (stretch.from === 4) throw new Error('killed');
        return bootstrapReplicates(stretch.table, stretch.procedure, stretch.seed, stretch.from, stretch.to);
      },
    );
    expect(totals).toEqual(bootstrapReplicates(table, task.procedure, 3, 0, 10));
    expect(notices).toHaveLength(1);
  });
});
