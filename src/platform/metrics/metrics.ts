/**
 * Figures about the process itself, in the text format of Prometheus (0.0.4). No label says who, which organisation or which record:
 * whoever reads them learns how busy the process is, and of nobody what she does.
 * Source: https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export interface Metrics {
  /** Something that only goes up. */
  counter(name: string, help: string): Counter;
  /** How long something took, in seconds, in steps. */
  histogram(name: string, help: string, steps: readonly number[]): Histogram;
  /** Asked at each reading; undefined is left out. */
  gauge(name: string, help: string, read: () => Readings): void;
  /** Everything, as it is now. */
  text(): string;
}

/** Values from a fixed, short list each, such as the class of a status. */
export type Labels = Readonly<Record<string, string>>;
export type Readings = number | undefined | readonly (readonly [labels: Labels, value: number])[];

export interface Counter {
  add(labels?: Labels, by?: number): void;
}

export interface Histogram {
  observe(seconds: number, labels?: Labels): void;
}

/** The media type of what `text` writes. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

const written = (labels: Labels) => {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replace(/[\\"\n]/g, (each) => (each === '\n' ? '\\n' : `\\${each}`))}"`,
  );
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
};

/** An empty set of figures. */
export function createMetrics(): Metrics {
  const families: { readonly name: string; readonly help: string; readonly kind: string; lines(): string[] }[] = [];
  return {
    counter(name, help) {
      const values = new Map<string, number>();
      families.push({ name, help, kind: 'counter', lines: () => [...values].map(([at, n]) => `${name}${at} ${n}`) });
      return {
        add(labels = {}, by = 1) {
          const at = written(labels);
          values.set(at, (values.get(at) ?? 0) + by);
        },
      };
    },
    histogram(name, help, steps) {
      const series = new Map<string, { readonly labels: Labels; readonly counts: number[]; sum: number; n: number }>();
      families.push({
        name,
        help,
        kind: 'histogram',
        lines: () =>
          [...series.values()].flatMap(({ labels, counts, sum, n }) => [
            ...steps.map((step, at) => `${name}_bucket${written({ ...labels, le: String(step) })} ${counts[at]}`),
            `${name}_bucket${written({ ...labels, le: '+Inf' })} ${n}`,
            `${name}_sum${written(labels)} ${sum}`,
            `${name}_count${written(labels)} ${n}`,
          ]),
      });
      return {
        observe(seconds, labels = {}) {
          const at = written(labels);
          const known = series.get(at) ?? { labels, counts: steps.map(() => 0), sum: 0, n: 0 };
          series.set(at, known);
          for (const [step, limit] of steps.entries()) if (seconds <= limit) known.counts[step]! += 1;
          known.sum += seconds;
          known.n += 1;
        },
      };
    },
    gauge(name, help, read) {
      const lines = () => {
        const readings = read();
        if (readings === undefined) return [];
        if (typeof readings === 'number') return [`${name} ${readings}`];
        return readings.map(([labels, value]) => `${name}${written(labels)} ${value}`);
      };
      families.push({ name, help, kind: 'gauge', lines });
    },
    text: () =>
      families
        .map(({ name, help, kind, lines }) =>
          [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...lines(), ''].join('\n'),
        )
        .join(''),
  };
}
