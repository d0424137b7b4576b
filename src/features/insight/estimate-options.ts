import { err, ok, type Result } from '../../shared-kernel/result.ts';

/** How the total may be estimated; `dga` and `lcmcr` are the Bayesian ones. */
export const METHODS = ['stepwise', 'bic', 'aic', 'main', 'dga', 'lcmcr'] as const;
export type Method = (typeof METHODS)[number];

/** What was asked on the command line; what was left out is undefined and gets the default of the library. */
export interface EstimateCommandOptions {
  readonly file: string;
  readonly methods: readonly Method[];
  readonly isComparison: boolean;
  readonly isJson: boolean;
  readonly threshold: number;
  readonly bootstrap: number;
  readonly seed: number;
  readonly level: number;
  readonly workers: number;
  readonly covariates: readonly string[];
  readonly maxOrder?: number;
  readonly gridMax?: number;
  readonly priorN?: 'reciprocal' | 'uniform';
  readonly chains?: number;
  readonly sweeps?: number;
}

/** A sentence in Dutch for the person at the terminal. */
export interface OptionRefusal {
  readonly code: 'estimate-option';
  readonly text: string;
}

type NumberRule = readonly [key: string, test: (value: number) => boolean, expected: string];

const NUMBERS: Record<string, NumberRule> = {
  '--threshold': ['threshold', (value) => value >= 0 && value <= 1, 'een getal van 0 tot en met 1'],
  '--bootstrap': [
    'bootstrap',
    (value) => Number.isInteger(value) && value >= 0 && value !== 1 && value <= 1_000_000,
    '0 of een geheel getal van 2 tot en met 1000000',
  ],
  '--seed': ['seed', Number.isSafeInteger, 'een geheel getal'],
  '--level': ['level', (value) => value > 0 && value < 1, 'een getal tussen 0 en 1'],
  '--workers': [
    'workers',
    (value) => Number.isInteger(value) && value >= 1 && value <= 64,
    'een geheel getal van 1 tot en met 64',
  ],
  '--max-order': [
    'maxOrder',
    (value) => Number.isInteger(value) && value >= 1 && value <= 9,
    'een geheel getal van 1 tot en met 9',
  ],
  '--grid-max': ['gridMax', (value) => Number.isInteger(value) && value >= 2, 'een geheel getal vanaf 2'],
  '--chains': [
    'chains',
    (value) => Number.isInteger(value) && value >= 4 && value <= 64,
    'een geheel getal van 4 tot en met 64',
  ],
  '--sweeps': ['sweeps', (value) => Number.isInteger(value) && value >= 40, 'een geheel getal vanaf 40'],
};

const USAGE = 'Gebruik: estimate BESTAND.csv [opties]; estimate --help noemt ze.';

/** What `estimate --help` prints. */
export const ESTIMATE_HELP = `Schat uit overlappende lijsten hoeveel er niet in beeld zijn. Er is geen database nodig.

  estimate BESTAND.csv [opties]

Het bestand heeft per lijst een kolom met 0 of 1 en als laatste kolom count. Komma, puntkomma en tab mogen.

  --method NAAM         stepwise (gewoonlijk), bic, aic, main, dga of lcmcr
  --all-methods         alle methoden naast elkaar
  --threshold 0.02      drempel van de stapsgewijze methode
  --bootstrap 1000      herhalingen voor het interval; 0 geeft alleen de schatting
  --seed 1              begingetal van het toeval; hetzelfde getal geeft hetzelfde antwoord
  --level 0.95          dekking van het interval
  --max-order 2         grootste samenhang die bic en aic bekijken (gewoonlijk k-1 tot vier lijsten, 3 bij vijf, anders 2)
  --workers 1           aantal werkprocessen; het antwoord blijft gelijk
  --covariates NAAM …   kolommen die kenmerken zijn; geeft ook een schatting per groep (bic of aic)
  --grid-max N          dga: grootste aantal buiten beeld (gewoonlijk tien keer het aantal in beeld)
  --prior-n NAAM        dga: reciprocal (gewoonlijk) of uniform
  --chains 8            lcmcr: ketens
  --sweeps 20000        lcmcr: stappen per keten
  --json                alleen JSON op standaarduitvoer

Eindcode 2: een bestand of optie die niet klopt.
`;

/** Reads the arguments behind `estimate`. */
export function readEstimateOptions(argv: readonly string[]): Result<EstimateCommandOptions, OptionRefusal> {
  const refuse = (text: string) => err({ code: 'estimate-option', text } as const);
  const numbers: Record<string, number> = {};
  const files: string[] = [];
  const covariates: string[] = [];
  const flags = new Set<string>();
  let method: Method = 'stepwise';
  let priorN: EstimateCommandOptions['priorN'];

  const waiting = argv.flatMap((argument) => {
    const at = argument.startsWith('--') ? argument.indexOf('=') : -1;
    return at < 0 ? [argument] : [argument.slice(0, at), argument.slice(at + 1)];
  });
  while (waiting.length > 0) {
    const argument = waiting.shift()!;
    if (argument === '--json' || argument === '--all-methods') {
      flags.add(argument);
    } else if (argument === '--covariates') {
      while (waiting.length > 0 && !waiting[0]!.startsWith('--')) covariates.push(...waiting.shift()!.split(','));
    } else if (argument === '--method') {
      const name = waiting.shift();
      const found = METHODS.find((known) => known === name);
      if (!found) return refuse(`De methode ${name ?? ''} bestaat niet. Kies uit: ${METHODS.join(', ')}.`);
      method = found;
    } else if (argument === '--prior-n') {
      const name = waiting.shift();
      if (name !== 'reciprocal' && name !== 'uniform') return refuse('Kies bij --prior-n uit: reciprocal, uniform.');
      priorN = name;
    } else if (Object.hasOwn(NUMBERS, argument)) {
      const [key, isAllowed, expected] = NUMBERS[argument]!;
      const text = waiting.shift();
      const value = text ? Number(text.replace(',', '.')) : Number.NaN;
      if (!isAllowed(value)) return refuse(`Bij ${argument} hoort ${expected}, niet "${text ?? ''}".`);
      numbers[key] = value;
    } else if (argument.startsWith('-')) {
      return refuse(`De optie ${argument} is niet bekend. ${USAGE}`);
    } else {
      files.push(argument);
    }
  }
  // `--covariates sex FILE.csv`: the last name is the file when there is no other.
  if (files.length === 0 && covariates.length > 1) files.push(covariates.pop()!);
  if (files.length !== 1) return refuse(`Noem precies één CSV-bestand. ${USAGE}`);
  const isComparison = flags.has('--all-methods');
  return ok({
    file: files[0]!,
    methods: isComparison ? METHODS : [method],
    isComparison,
    isJson: flags.has('--json'),
    threshold: 0.02,
    bootstrap: 1000,
    seed: 1,
    level: 0.95,
    workers: 1,
    covariates: covariates.filter((name) => name !== ''),
    ...(priorN ? { priorN } : {}),
    ...numbers,
  });
}
