import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

/** The documents that are made from what is recorded. */
export class DocumentsPage {
  constructor(private readonly page: Page) {}

  /** Opens one to read. */
  async read(title: string): Promise<void> {
    await this.page.goto('/aanpak/documenten');
    await this.page.getByRole('link', { name: title, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: title }).waitFor();
  }

  /** The text of the sheet on screen. */
  async sheet(): Promise<string> {
    return (await this.page.getByRole('article').textContent()) ?? '';
  }

  async download(format: 'Word' | 'PDF'): Promise<Buffer> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('link', { name: `Download als ${format}` }).click(),
    ]);
    return readFile((await download.path())!);
  }
}
