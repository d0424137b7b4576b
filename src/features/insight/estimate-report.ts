import type { EstimateStatus, GroupTotal, Interval } from '@in-beeld/statistics';
import type { Method } from './estimate-options.ts';
import { OWN_COMPUTATION, STATUS_TEXTS } from './texts.ts';

/** One result as the command line shows it, whatever the method. */
export interface EstimateOutcome {
  readonly status: EstimateStatus;
  readonly method: Method | 'covariates';
  readonly observed: number | null;
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly model: readonly (readonly string[])[];
  readonly lists: readonly string[];
  readonly warnings: readonly string[];
  /** Per group, when covariates were asked for. */
  readonly groups?: readonly GroupTotal[];
  readonly diagnostics: unknown;
}

const METHOD_NAMES: Record<EstimateOutcome['method'], string> = {
  stepwise: 'stapsgewijs',
  bic: 'laagste BIC',
  aic: 'laagste AIC',
  main: 'onafhankelijke lijsten',
  dga: 'gemiddeld over grafen (Bayes)',
  lcmcr: 'latente klassen (Bayes)',
  covariates: 'met kenmerken',
};

const number = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });

/** A table for a person, in Dutch; the JSON carries every digit. */
export function estimateReport(outcomes: readonly EstimateOutcome[], tableHash: string): string {
  const rows = outcomes.flatMap((outcome) => [
    [
      METHOD_NAMES[outcome.method],
      outcome.estimate === null ? 'geen getal' : number.format(outcome.estimate),
      intervalText(outcome.interval),
      outcome.model.map((lists) => lists.join('×')).join(' ') || '-',
    ],
    ...(outcome.groups ?? []).map(({ values, estimate, interval }) => [
      `  ${Object.values(values).join(', ')}`,
      number.format(estimate),
      intervalText(interval),
      '',
    ]),
  ]);
  const header = ['methode', 'schatting', 'interval', 'samenhang tussen lijsten'];
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]!.length)));
  const lines = [header, ...rows].map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  const remarks = outcomes.flatMap(({ method, status, warnings }) => [
    ...(STATUS_TEXTS[status] ? [`${METHOD_NAMES[method]}: ${STATUS_TEXTS[status]}`] : []),
    ...(warnings.length > 0 ? [`${METHOD_NAMES[method]}: let op ${warnings.join(', ')}`] : []),
  ]);
  const observed = outcomes[0]?.observed ?? 0;
  return [
    OWN_COMPUTATION,
    `In beeld volgens de tabel: ${number.format(observed)} (${tableHash})`,
    '',
    ...lines,
    ...(remarks.length > 0 ? ['', ...remarks] : []),
    '',
  ].join('\n');
}

function intervalText(interval: Interval | null): string {
  if (!interval) return '-';
  const limit = (value: number | null) => (value === null ? 'onbegrensd' : number.format(value));
  return `${limit(interval.low)} – ${limit(interval.high)} (${Math.round(interval.level * 100)}%, ${interval.kind})`;
}
