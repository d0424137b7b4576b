import type { Page } from 'playwright-core';

/** The first page after signing in: what asks attention. */
export class HomePage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/overzicht');
    await this.page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
  }

  /** The titles of what waits, most urgent first. */
  async tasks(): Promise<readonly string[]> {
    const list = this.page.getByRole('list', { name: 'Wat vandaag aandacht vraagt' });
    const titles = await list.getByRole('link').allTextContents();
    return titles.map((title) => title.trim());
  }

  async openTask(title: string): Promise<void> {
    await this.page.getByRole('link', { name: title, exact: true }).click();
  }
}
