import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TABLES } from '../../src/app/tables.ts';
import { policiesOf, type TableRegister } from '../../src/platform/db/table-register.ts';

/** Doors through which the rows of many organisations are seen at once. */
const WIDE = ['published', 'region'] as const;
/** What such a door may show: public data, published statistics, and facts about organisations. No case, person or statistic behind it. */
const OPEN_CLASSES = ['D0', 'D1', 'D10', 'D11'];
/** Where the statistics of registered people stand, and who makes public figures of them. */
const COUNTS = 'insight.proposal';

/**
 * Counts across organisations can leave the database by one path only: the counts an analyst proposes, through the check.
 * Everything that many may see at once holds no cases; and what is public of counts is made of a publication that was attacked.
 */
function leaks(register: TableRegister, sources: Readonly<Record<string, string>>): string[] {
  const wide = Object.entries(register).filter(([, table]) =>
    policiesOf(table).some(
      ({ door, verbs, using }) =>
        (WIDE as readonly string[]).includes(door) && verbs.includes('select') && using !== 'tenant_id = app.tenant()',
    ),
  );
  return [
    ...wide.flatMap(([name, table]) =>
      Object.entries(table.columns)
        .filter(([, dataClass]) => !OPEN_CLASSES.includes(dataClass))
        .map(([column, dataClass]) => `${name}.${column} (${dataClass}) is seen of many organisations at once`),
    ),
    ...Object.entries(sources).flatMap(([path, text]) => [
      ...(text.includes(`'${COUNTS}'`) &&
      /selectFrom|innerJoin|leftJoin/.test(text) &&
      path !== 'src/features/insight/persistence/proposal-store.ts'
        ? [`${path} asks for the counts of ${COUNTS}`]
        : []),
      ...(/\baddEdition\b/.test(text) &&
      ![
        'src/features/insight/persistence/edition-store.ts',
        'src/features/insight/use-cases/release/release-figures.ts',
      ].includes(path)
        ? [`${path} lays an edition past the release`]
        : []),
      ...(/insertInto\('insight\.edition'\)/.test(text) && path !== 'src/features/insight/persistence/edition-store.ts'
        ? [`${path} writes an edition`]
        : []),
      ...(/\breleasedFigures\(/.test(text) &&
      ![
        'src/features/insight/domain/release/released-figures.ts',
        'src/features/insight/use-cases/release/check-desk.ts',
      ].includes(path)
        ? [`${path} makes figures of what was not attacked`]
        : []),
    ]),
  ];
}

const sourcesOf = () =>
  Object.fromEntries(
    globSync('src/**/*.{ts,tsx}')
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !/\.test\.tsx?$|\/testing\/|tables\.generated\.ts$/.test(path))
      .map((path) => [path, readFileSync(path, 'utf8')]),
  );

describe('counts across organisations', () => {
  it('leave by the check alone', () => {
    const sources = sourcesOf();
    expect(Object.keys(sources).length).toBeGreaterThan(300);
    expect(leaks(TABLES, sources)).toEqual([]);
  });

  it('canary: a published table with cases, a second reader of the counts, and an edition past the release are found', () => {
    const register: TableRegister = {
      'signals.tally': { class: 'published', activity: 'VA-11', columns: { tenant_id: 'D0', people: 'D9' } },
    };
    const sources = {
      'src/features/x/persistence/a.ts': "tx.selectFrom('insight.proposal')",
      'src/features/x/use-cases/b.ts': 'await addEdition(tx, tenant, edition)',
      'src/features/x/persistence/c.ts': "tx.insertInto('insight.edition')",
      'src/features/x/http/d.ts': 'releasedFigures(title, years, properties, counts)',
    };
    expect(leaks(register, sources)).toEqual([
      'signals.tally.people (D9) is seen of many organisations at once',
      'src/features/x/persistence/a.ts asks for the counts of insight.proposal',
      'src/features/x/use-cases/b.ts lays an edition past the release',
      'src/features/x/persistence/c.ts writes an edition',
      'src/features/x/http/d.ts makes figures of what was not attacked',
    ]);
  });
});
