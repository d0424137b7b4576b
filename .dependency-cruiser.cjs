// Who may use whom (docs/architecture.md, section 3). `npm run check` reads this; test/fitness/borders proves of each rule
// that it fails on a file made to break it, and that every source was really read: with a TypeScript it does not know,
// dependency-cruiser reads nothing and reports success.
const { join } = require('node:path');

/** Which feature may import which other feature's index.ts. Anything not listed is forbidden. Without cycles: tested. */
const MAY_USE = {
  organisations: [],
  accounts: ['organisations'],
  messages: ['organisations', 'accounts'], // what reaches whom; features put down what is due, in the platform's tables
  information: ['organisations'],
  approvals: [], // shows what waits for a second person; what is asked comes from the features, by way of app
  // the approach is where the others put down what they know: a training held, an agreement made, a deadline kept
  approach: ['organisations'],
  learning: ['organisations', 'approach', 'signals'], // a lesson speaks of the signals, and never names what is not one
  signals: ['organisations', 'approach'],
  registration: ['organisations', 'approach'],
  shelter: ['organisations', 'approach', 'registration'], // a request for help becomes a request for a place, without retyping
  // care asks shelter for a place; shelter answers by message (platform/exchange), never by a second arrow
  care: ['organisations', 'approach', 'registration', 'shelter', 'collaboration'], // remarks hang on what care shares
  collaboration: ['organisations', 'approach'],
  // covenants and a table that was held are facts of the approach; a consent is checked as registration checks every consent
  consultation: ['organisations', 'approach', 'collaboration', 'registration'],
  support: ['organisations', 'approach', 'learning'], // whether anybody stands in the register of trained people is a first step
  regional: ['organisations', 'approach', 'collaboration'], // what a region agreed lands in plans, and its gaps are what members published
  practices: ['organisations', 'approach', 'insight'], // municipalities are compared on what they confirmed of themselves
  insight: ['organisations'], // reads the others through contract views in the database, never through code
  privacy: ['organisations'],
  sharing: [], // answers from its own table of rules, and reads what the platform carried
};

const FEATURE = '^src/features/([^/]+)/'; // captured as $1
const test = '(\\.(test|e2e)\\.tsx?$|/testing/)'; // testing/ holds what only tests need
const own = (...parts) => parts.map((part) => `^src/features/$1/${part}`);
const statistics = '(^|/)packages/statistics/'; // reached through the workspace link, so not always from the root
const npm = (...names) => `node_modules/(${names.join('|')})(/|$)`;
const PREACT = npm('preact', 'preact-render-to-string');
const FASTIFY = npm('fastify', '@fastify', 'fastify-plugin');
const DATABASE = npm('kysely', 'pg', 'pg-[^/]+');

const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

const betweenFeatures = Object.entries(MAY_USE).map(([feature, others]) =>
  rule(
    `feature:${feature}`,
    `${feature} may use: ${others.join(', ') || 'no other feature'} (MAY_USE in .dependency-cruiser.cjs)`,
    { path: `^src/features/${feature}/` },
    { path: '^src/features/', pathNot: `^src/features/(${[feature, ...others].join('|')})/` },
  ),
);

module.exports = {
  forbidden: [
    rule('no-circular', 'Two modules that need each other are one module, or miss a third.', {}, { circular: true }),

    // ---- inside a feature: http -> use-cases -> persistence -> domain; http -> ui -> domain
    rule(
      'domain-is-pure',
      'domain/ imports itself, the shared kernel and the statistics library: no npm package (not even Zod), no node: module, no other layer, no other feature.',
      { path: `${FEATURE}domain/`, pathNot: test },
      { pathNot: [...own('domain/'), '^src/shared-kernel/', statistics] },
    ),
    rule(
      'persistence-knows-only-domain-and-db',
      'A store turns rows into domain values and back; it knows the database and the vault its sealed columns live in.',
      { path: `${FEATURE}persistence/`, pathNot: test },
      {
        path: '^src/',
        pathNot: [...own('persistence/', 'domain/'), '^src/platform/(db|vault)/', '^src/shared-kernel/'],
      },
    ),
    rule(
      'use-cases-know-no-web',
      'A use case is called by pages, by the API, by jobs and by the command line; it knows no HTTP and no HTML.',
      { path: `${FEATURE}use-cases/`, pathNot: test },
      { path: [...own('(http|ui|client)/'), '^src/(ui|app)/', '^src/platform/http/', FASTIFY, PREACT] },
    ),
    rule(
      'http-does-no-sql',
      'http/ calls use cases; it never reaches a table.',
      { path: `${FEATURE}http/`, pathNot: test },
      { path: ['^src/features/[^/]+/persistence/', DATABASE] },
    ),
    rule(
      'views-only-render',
      'ui/ turns a view model into HTML. It does not fetch, decide or save.',
      { path: `${FEATURE}ui/`, pathNot: test },
      { path: '^src/', pathNot: [...own('(ui|domain)/', 'texts'), '^src/(ui|shared-kernel)/'] },
    ),

    // ---- between features
    rule(
      'features-meet-at-index',
      'What a feature offers to others stands in its index.ts.',
      { path: FEATURE },
      { path: '^src/features/([^/]+)/', pathNot: ['^src/features/$1/', '^src/features/[^/]+/index\\.ts$'] },
    ),
    ...betweenFeatures,
    rule(
      'feature-is-known',
      'A new feature first gets its line in MAY_USE (.dependency-cruiser.cjs), and a file that breaks it (test/fitness/borders/canary).',
      { path: '^src/features/', pathNot: `^src/features/(${Object.keys(MAY_USE).join('|')})/` },
      {},
    ),

    // ---- the ground floor
    rule(
      'shared-kernel-is-pure',
      'The shared kernel is a handful of words: no package, no node: module, nothing else of ours.',
      { path: '^src/shared-kernel/', pathNot: test },
      { pathNot: '^src/shared-kernel/' },
    ),
    rule(
      'platform-knows-no-features',
      'platform/ holds abilities without domain words.',
      { path: '^src/platform/', pathNot: test },
      { path: '^src/(features|app|ui)/' },
    ),
    rule(
      'ui-kit-knows-only-itself',
      'The design system shows what it is given.',
      { path: '^src/ui/', pathNot: test },
      { path: '^src/(features|app|platform)/' },
    ),
    rule(
      'app-is-the-top',
      'Only the entry points, and tests, know the composition root.',
      { path: '^src/', pathNot: ['^src/app/', '^src/(main|cli)\\.ts$', test] },
      { path: '^src/app/' },
    ),
    rule(
      'entry-points-are-the-ends',
      'main.ts and cli.ts start the house; nobody imports them.',
      {},
      { path: '^src/(main|cli)\\.ts$' },
    ),
    rule(
      'statistics-stands-alone',
      'The numerical library has no dependencies, no input or output and no words of the field.',
      { path: '^packages/statistics/src/', pathNot: test },
      { pathNot: '^packages/statistics/' },
    ),
    rule(
      'browser-code-stays-small',
      'client/ is shipped to the browser: only client/ code, and the estimator for the page that reckons along.',
      { path: '/client/', pathNot: test },
      { pathNot: ['/client/', statistics] },
    ),

    // ---- one door per library
    rule(
      'database-behind-persistence',
      'kysely and pg are known by the platform, which keeps rows of its own, and by the stores of the features.',
      { path: '^src/', pathNot: ['^src/platform/(?!http/)', '^src/app/', '/persistence/', test] },
      { path: DATABASE },
    ),
    rule(
      'app-passes-the-database-on',
      'The composition root opens, fills and empties the database in its own files, and hands it on: elsewhere it may name its type, and never asks it anything.',
      { path: '^src/app/', pathNot: ['^src/app/(open-database\\.ts$|installation\\.ts$|seed/)', test] },
      { path: DATABASE, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'fastify-behind-http',
      'The web server is known where requests come in.',
      { path: '^src/', pathNot: ['^src/platform/http/', '^src/app/', '/http/', test] },
      { path: FASTIFY },
    ),
    rule(
      'preact-behind-ui',
      'The view engine is known where pages are made and sent.',
      { path: '^src/', pathNot: ['^src/ui/', '/ui/', '/http/', '^src/app/', test] },
      { path: PREACT },
    ),
    rule(
      'nodemailer-behind-mail',
      'Mail leaves the house by one door.',
      { path: '^src/', pathNot: ['^src/platform/mail/', test] },
      { path: npm('nodemailer') },
    ),
    rule(
      'solver-behind-platform',
      'Linear programs are solved behind one door.',
      { path: '^src/', pathNot: ['^src/platform/solver/', test] },
      { path: npm('highs') },
    ),

    // ---- hygiene
    rule(
      'no-import-of-tests',
      'The product does not lean on its tests.',
      { path: '^(src|packages/[^/]+/src)/', pathNot: test },
      { path: [test, '^test/'] },
    ),
    rule(
      'not-to-dev-dep',
      'What the product imports must be installed with `npm ci --omit=dev`.',
      { path: '^src/', pathNot: test },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'not-to-undeclared',
      'A package that only comes along with another may leave with it: what we import stands in our package.json.',
      { path: '^src/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    rule('not-to-unresolvable', 'An import of something that is not there.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^test/fitness/borders/canary/', '^dist/'] },
    tsPreCompilationDeps: true, // a type-only import is a dependency too
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
