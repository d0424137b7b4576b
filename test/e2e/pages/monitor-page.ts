import type { Page } from 'playwright-core';
import { openMenu } from './focal-point-page.ts';

/** The country at a glance. */
export class MonitorPage {
  constructor(private readonly page: Page) {}

  async openFromMenu(): Promise<void> {
    await openMenu(this.page);
    await this.page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Monitor' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Monitor' }).waitFor();
  }

  async reload(): Promise<void> {
    await this.page.goto('/monitor');
  }

  /** How the tile of a municipality is called: its name and state. */
  async tile(municipality: string): Promise<string> {
    const tile = this.page.getByRole('link', { name: new RegExp(`^${municipality}: `) });
    return (await tile.locator('title').textContent()) ?? '';
  }
}
