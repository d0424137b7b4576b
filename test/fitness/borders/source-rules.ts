import { readdirSync } from 'node:fs';
import ts from 'typescript';

/** A rule about the text of a source, with samples: a check that cannot fail proves nothing. */
export interface SourceRule {
  readonly name: string;
  readonly why: string;
  /** Files the rule does not speak about, by path from the root. */
  readonly except?: RegExp;
  /** Where the samples would stand, when it matters. */
  readonly sampleAt?: string;
  readonly breaks: (file: ts.SourceFile) => ts.Node[];
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

/** A feature and the schema of its tables have the same name. */
const FEATURES = readdirSync('src/features');

/**
 * Abilities whose schema bears the name of the feature with their pages: what waits for a second person (which names the organisation
 * that asks), and who may reach which dossier.
 */
const NAMESAKES: Readonly<Record<string, readonly string[]>> = {
  approvals: ['approvals', 'organisations'],
  dossiers: ['privacy'],
};

/** What PostgreSQL calls its own clock, which knows nothing of the day the house lives in. */
export const DATABASE_CLOCK =
  /\b(now|clock_timestamp|transaction_timestamp|statement_timestamp|timeofday)\s*\(|\b(current_date|current_timestamp|current_time|localtime|localtimestamp)\b/i;

export const sourceRules: readonly SourceRule[] = [
  {
    name: 'time is a value',
    why: 'The domain clock can be moved and the real one cannot: ask src/platform/clock, and pass the time on.',
    // the migration log is written by the real clock, a transaction begins by asking what moment the house lives in, and since when
    // a process is connected is known to the server by its own clock
    except: /^src\/platform\/(clock\/|db\/(migrate|transact)\.ts$|backup\/owner-looks\.ts$)/,
    breaks: (file) =>
      all(file, (node) => {
        if (ts.isNewExpression(node)) return isNamed(node.expression, 'Date') && !node.arguments?.length;
        if (ts.isCallExpression(node)) return isNamed(node.expression, 'Date');
        if (ts.isPropertyAccessExpression(node)) return isNamed(node.expression, 'Date') && node.name.text === 'now';
        return isText(node) && DATABASE_CLOCK.test(node.text);
      }),
    bad: [
      'Date.now()',
      'const { a } = f(Date.now)',
      'new Date()',
      'new Date',
      'Date()',
      'sql`select now()`',
      "raw('where day < CURRENT_DATE')",
    ],
    good: ['new Date(0)', 'clock.now()', 'const now = 1; f(now)', 'sql`select ${now}`', 'sql`select known(1)`'],
  },
  {
    name: 'modules keep no state',
    why: 'Tests share one process, and so do requests: state at the top of a module leaks from one to the next.',
    breaks: (file) =>
      file.statements.filter(
        (each) => ts.isVariableStatement(each) && !(each.declarationList.flags & ts.NodeFlags.Const),
      ),
    bad: ['let count = 0;', 'export let latest: string;', 'var old;'],
    good: ['const a = 1;', 'function f() { let count = 0; return count; }', 'for (let i = 0; i < 3; i++) f(i);'],
  },
  {
    name: 'nothing is opened unseen but to compare',
    why: 'Whoever opens what is sealed leaves a row for each person: docs/decisions/0024 allows one job not to.',
    except: /^src\/(platform\/vault\/sealing|features\/registration\/persistence\/linkage-store)\.ts$/,
    breaks: (file) => all(file, (node) => isText(node) && node.text === 'unseen'),
    bad: ["const about = 'unseen'", "open({ about: 'unseen' })"],
    good: ["open({ about: 'nobody' })", "const words = 'unseen by anybody'"],
  },
  {
    name: 'SQL stands in stores',
    why: 'In a feature only persistence/ writes SQL, outside features only platform/ and what fills and empties a database.',
    except: /^src\/(features\/[^/]+\/persistence\/|platform\/(?!http\/)|app\/(installation\.ts$|seed\/))/,
    breaks: (file) =>
      all(file, (node) => {
        if (ts.isTaggedTemplateExpression(node)) return isNamed(node.tag, 'sql');
        return ts.isPropertyAccessExpression(node) && isNamed(node.expression, 'sql');
      }),
    bad: ['sql`select 1`', 'sql<Row>`select ${id}`', "sql.raw('select 1')"],
    good: ['html`<p>`', 'const sql = 1', 'f(sql)'],
  },
  {
    name: 'SQL takes values as parameters',
    why: 'Text that is put together is not SQL: a value goes in as ${value}. What is raw is written out, or stands in one of the few files that take names from a table of our own or quote them (SEC-22).',
    except:
      /^src\/(platform\/(runner\/run-due|audit\/line-digests|backup\/(load-part|restore-backup)|db\/\w[\w-]*)|app\/(installation|open-database))\.ts$/,
    breaks: (file) =>
      all(file, (node) => {
        if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
        const { expression: of, name } = node.expression;
        const isRaw = isNamed(of, 'sql') && name.text === 'raw';
        const isQuery = name.text === 'query' && node.arguments[0] !== undefined && isAssembled(node.arguments[0]);
        return isQuery || (isRaw && !ts.isStringLiteralLike(node.arguments[0]!));
      }),
    bad: [
      'sql.raw(text)',
      'sql`select ${sql.raw(`${column}`)}`',
      "admin.query('select ' + name)",
      'c.query(`drop ${name}`)',
    ],
    good: ["sql.raw('select 1')", 'sql`select ${id}`', "admin.query('select $1', [id])", 'request.query(name)'],
  },
  {
    name: 'a feature touches its own tables',
    why: 'What another feature keeps is asked at its index.ts; organisations may be read by everybody, and changed by itself.',
    breaks: (file) => {
      const [, feature] = /^src\/features\/([^/]+)\//.exec(file.fileName) ?? [];
      if (!feature) return [];
      const isForeign = ({ schema, isWritten }: Touch) =>
        schema !== feature && (isWritten || (FEATURES.includes(schema) && schema !== 'organisations'));
      return all(file, (node) => touches(node).some(isForeign));
    },
    bad: [
      "tx.selectFrom('accounts.person')",
      "tx.insertInto('organisations.organisation')",
      "tx.updateTable('platform.clock')",
      'sql`delete from accounts.session`',
      'sql`update organisations.organisation set name = ${name}`',
      'sql`(select count(*) from accounts.membership other where ${a})`',
      "tx.selectFrom('approach.element as e').innerJoin('accounts.person as p', 'p.id', 'e.id')",
      "tx.selectFrom(['approach.element', 'accounts.person'])",
    ],
    good: [
      "tx.insertInto('approach.element')",
      "tx.selectFrom('organisations.organisation as o')",
      "function f(tx: Tx<'accounts.person'>) { return { kind: 'accounts.person' }; }",
      "'https://accounts.example.org'",
    ],
  },
  {
    name: 'the platform knows no feature by its tables',
    why: "Who works where (accounts.person, accounts.membership) is known to platform/members, and to the deadlines and mail that warn them; what a feature keeps is the feature's own.",
    except: /^src\/(?!platform\/)|^src\/platform\/(members|deadlines|mail)\//,
    sampleAt: 'src/platform/files/sample.ts',
    breaks: (file) => {
      const [, room = ''] = /^src\/platform\/([^/]+)\//.exec(file.fileName) ?? [];
      const isForeign = ({ schema }: Touch) => FEATURES.includes(schema) && !NAMESAKES[room]?.includes(schema);
      return all(file, (node) => touches(node).some(isForeign));
    },
    bad: [
      "tx.selectFrom('accounts.membership')",
      "tx.selectFrom('organisations.organisation')",
      'sql`select 1 from approach.fact`',
    ],
    good: ["tx.selectFrom('deadlines.deadline')", "tx.updateTable('platform.clock')", 'sql`select 1 from mail.outbox`'],
  },
  {
    name: 'only two deeds and a notice go on in another house',
    why: 'Between organisations there are three doors; the exceptions are a withdrawal, a public source, and a notice that something waits (docs/decisions/0020, 0023, 0032).',
    except:
      /^src\/(platform\/(db\/transact|deadlines\/tell-house)|features\/approach\/use-cases\/(region-withdrawal|ask-about-sources))\.ts$/,
    breaks: (file) => all(file, (node) => isNamed(node, 'inHouseOf')),
    bad: ["import { inHouseOf } from '../../../platform/db/transact.ts';", 'inHouseOf(tx, id, run)', 'db.inHouseOf'],
    good: ['inHouse(tx)', "const name = 'inHouseOf';"],
  },
  {
    name: 'imports can be read',
    why: 'An import of something computed is invisible to the borders.',
    breaks: (file) =>
      all(file, (node) => {
        if (!ts.isCallExpression(node)) return false;
        const imports = node.expression.kind === ts.SyntaxKind.ImportKeyword || isNamed(node.expression, 'require');
        return imports && !ts.isStringLiteral(node.arguments[0]!);
      }),
    bad: ['import(name)', 'await import(`./${name}.ts`)', 'require(name)'],
    good: ["await import('./page.ts')", "import { a } from './a.ts';", 'registry.import(name)'],
  },
];

/** A path of somebody's machine. The house runs wherever it is put. */
export const MACHINE_PATH = /(^|[\s"'`(=:])\/(work|home|root|Users|workspaces?|mnt)\/[\w.-]+/m;

export function parse(path: string, text: string): ts.SourceFile {
  const kind = path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false, kind);
}

/** `path:line  the offending text`, ready to click. */
export function describeAll(file: ts.SourceFile, nodes: readonly ts.Node[]): string[] {
  return nodes.map((node) => {
    const start = node.getStart(file);
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    return `${file.fileName}:${line}  ${file.text.slice(start, node.end).replace(/\s+/g, ' ').slice(0, 80)}`;
  });
}

function all(file: ts.SourceFile, wanted: (node: ts.Node) => boolean): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (wanted(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

interface Touch {
  readonly schema: string;
  readonly isWritten: boolean;
}

/** The tables that a step of the query builder or a piece of SQL reads or changes. */
function touches(node: ts.Node): Touch[] {
  if (isText(node)) {
    const named = node.text.matchAll(
      /\b(from|join|using|into|update|delete\s+from|truncate)\s+(?:only\s+)?([a-z_]+)\.[a-z_]+/gi,
    );
    return [...named].map(([, verb, schema]) => ({ schema: schema!, isWritten: !/^(from|join|using)$/i.test(verb!) }));
  }
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const step = node.expression.name.text;
  if (!/^(selectFrom|from|using|\w*[jJ]oin(Lateral)?|insertInto|updateTable|deleteFrom|mergeInto)$/.test(step))
    return [];
  const first = node.arguments[0];
  const tables = first && ts.isArrayLiteralExpression(first) ? [...first.elements] : first ? [first] : [];
  return tables.filter(ts.isStringLiteralLike).flatMap(({ text }) => {
    const [, schema] = /^([a-z_]+)\.[a-z_]+/.exec(text) ?? [];
    return schema ? [{ schema, isWritten: /^(insertInto|updateTable|deleteFrom|mergeInto)$/.test(step) }] : [];
  });
}

/** Text made of parts. */
function isAssembled(node: ts.Node): boolean {
  return ts.isTemplateExpression(node) || (ts.isBinaryExpression(node) && ts.isStringLiteralLike(node.left));
}

function isNamed(node: ts.Node, name: string): boolean {
  return ts.isIdentifier(node) && node.text === name;
}

function isText(node: ts.Node): node is ts.LiteralLikeNode {
  return (
    ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
  );
}
