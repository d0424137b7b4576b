import type { Page } from 'playwright-core';

/** The plan with its actions, and the decision on it. */
export class PlanPage {
  constructor(private readonly page: Page) {}

  async make(plan: { readonly title: string; readonly begins: string; readonly ends: string }): Promise<void> {
    await this.page.goto('/aanpak/plan');
    await this.page.getByLabel('Titel van het plan').fill(plan.title);
    await this.page.getByLabel('Het plan begint op').fill(plan.begins);
    await this.page.getByLabel('Dan moet er een nieuw plan zijn').fill(plan.ends);
    await this.page.getByRole('button', { name: 'Maak het plan' }).click();
    await this.page.getByText('Gelukt: het plan is vastgelegd').waitFor();
  }

  /** Takes every proposal for the gap of one element. */
  async takeProposals(element: string): Promise<void> {
    await this.page.goto('/aanpak/plan/voorstellen');
    const boxes = this.page.locator(`[id="gat-${element}"]`).getByRole('checkbox');
    for (const box of await boxes.all()) await box.check();
    await this.page.getByRole('button', { name: 'Zet wat u aanvinkte in het plan' }).first().click();
    await this.page.getByText('Gelukt: de acties staan in uw plan').waitFor();
  }

  async addAction(action: {
    readonly title: string;
    readonly track: string;
    readonly due: string;
    readonly euros: string;
    readonly hours: string;
  }): Promise<void> {
    await this.page.goto('/aanpak/plan/acties/nieuw');
    await this.page.getByLabel('Wat gaat er gebeuren?').fill(action.title);
    await this.page.getByLabel(action.track, { exact: true }).check();
    await this.page.getByLabel('Wie doet het?').selectOption({ index: 1 });
    await this.page.getByLabel('Wie vervangt?').selectOption({ index: 2 });
    await this.page.getByLabel('Wanneer moet het klaar zijn?').fill(action.due);
    await this.page.getByLabel('Begroot bedrag in euro’s').fill(action.euros);
    await this.page.getByLabel('Uren', { exact: false }).last().fill(action.hours);
    await this.page.getByRole('button', { name: 'Zet in het plan' }).click();
    await this.page.getByText('Gelukt: vastgelegd').waitFor();
  }

  async openAdoption(): Promise<void> {
    await this.page.goto('/aanpak/vaststelling');
  }

  async adopt(decision: {
    readonly by: string;
    readonly on: string;
    readonly until: string;
    readonly document: string;
    readonly documentOn: string;
  }): Promise<void> {
    await this.page.getByLabel(decision.by, { exact: true }).check();
    await this.page.getByLabel('Datum van het besluit', { exact: true }).fill(decision.on);
    await this.page.getByLabel('Geldig tot', { exact: true }).fill(decision.until);
    await this.page.getByLabel('Naam van het vastgestelde stuk').fill(decision.document);
    await this.page.getByLabel('Datum van dat stuk').fill(decision.documentOn);
    await this.page.getByRole('button', { name: 'Leg het besluit vast' }).click();
  }

  async adopted(): Promise<void> {
    await this.page.getByText('Gelukt: het besluit is vastgelegd').waitFor();
  }
}
