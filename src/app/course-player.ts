import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installationRoot } from './assets.ts';

/**
 * The script that plays an exported path, as the build wrote it. Where nothing was built (a test runs from the sources) it is bundled
 * now, the same way.
 */
export async function coursePlayer(): Promise<string> {
  const root = installationRoot();
  const stamp = join(root, 'dist', 'assets.json');
  const built = existsSync(stamp) ? (JSON.parse(readFileSync(stamp, 'utf8')) as { coursePlayer?: string | null }) : {};
  const file = built.coursePlayer ? join(root, 'dist', built.coursePlayer) : undefined;
  if (file && existsSync(file)) return readFileSync(file, 'utf8');
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/features/learning/client/course.ts'],
    bundle: true,
    format: 'esm',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    minify: true,
    write: false,
  });
  return outputFiles[0]!.text;
}
