import type { Page } from 'playwright-core';

/** The door of the demo, where one chooses who to be. */
export class DemoPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/demo');
  }

  /** Signs in at a municipality by its name, as the role with this label. */
  async enterAt(municipality: string, role: string): Promise<void> {
    // with script a box to type in lies over the list
    const choice = this.page.getByRole('combobox', { name: 'Gemeente', exact: true });
    if (await choice.evaluate((element) => element instanceof HTMLInputElement)) {
      await choice.fill(municipality);
      await choice.press('ArrowDown');
      await choice.press('Enter');
    } else {
      await choice.selectOption({ label: municipality });
    }
    await this.enterAs(role);
  }

  /** Signs in at the organisation that belongs to the role with this label. */
  async enterAs(role: string): Promise<void> {
    await this.page.getByRole('button', { name: role, exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Overzicht' }).waitFor();
  }
}
