import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageFrame } from '../ui/page.tsx';

/** The root of the installation: where package.json, migrations, seed and content stand, also when this file was bundled. */
export function installationRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'migrations'))) return folder;
    if (dirname(folder) === folder) throw new Error('the folder of the installation was not found');
  }
}

/** The addresses of style sheet, scripts, font and icon, as the build wrote them. Without a build the pages have no style. */
export function readAssets(root: string): PageFrame['assets'] {
  const file = join(root, 'dist', 'assets.json');
  const built = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string | null>) : {};
  return {
    css: built.css ?? '/assets/app.css',
    publicScript: built.publicScript ?? '/assets/public.js',
    workScript: built.workScript ?? '/assets/work.js',
    passkeyScript: built.passkeyScript ?? '/assets/passkey.js',
    font: built.font ?? undefined,
    icon: built.icon ?? undefined,
    neutralIcon: built.neutralIcon ?? undefined,
  };
}
