import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isContentFile, readWritten } from './written-content.ts';

/** Every edition of a kind of content (`content/<kind>/`), as it was written, in the order of its first valid day. */
export function readEditions(kind: string): readonly unknown[] {
  const folder = join(contentRoot(), kind);
  const editions = readdirSync(folder)
    .filter(isContentFile)
    .map(
      (file) => readWritten(file, readFileSync(join(folder, file), 'utf8')).value as { validFrom: string; id: string },
    );
  return editions.sort((a, b) => `${a.validFrom} ${a.id}`.localeCompare(`${b.validFrom} ${b.id}`));
}

/** The folder of the content, also when this file was bundled. */
function contentRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'content'))) return join(folder, 'content');
    if (dirname(folder) === folder) throw new Error('the folder of the content was not found');
  }
}
