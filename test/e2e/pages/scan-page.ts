import type { Page } from 'playwright-core';

/** The scan: what exists already, the questions per theme, and settling it. */
export class ScanPage {
  constructor(private readonly page: Page) {}

  async openFromApproach(): Promise<void> {
    await this.page.goto('/aanpak');
    await this.page.getByRole('link', { name: 'Scan', exact: false }).first().click();
    await this.page.getByRole('heading', { level: 1, name: 'Scan: waar staat uw gemeente?' }).waitFor();
  }

  async begin(): Promise<void> {
    await this.page.getByRole('button', { name: 'Begin met de scan' }).click();
    await this.page.getByText('Gelukt: de scan is open').waitFor();
  }

  /** Names a document, and the elements that stand in it: those are not asked any more. */
  async addDocument(document: {
    readonly name: string;
    readonly elements: readonly string[];
    /** The days between which it holds, as people write them; without them the country sees nothing of it. */
    readonly on?: string;
    readonly until?: string;
  }): Promise<void> {
    await this.page.getByRole('link', { name: 'Wat is er al?' }).click();
    await this.page.getByLabel('Beleid of afspraken van de regio').check();
    await this.page.getByLabel('Welke regio?').selectOption({ label: 'Onbekend' });
    await this.page.getByLabel('Naam van het document', { exact: true }).fill(document.name);
    if (document.on) await this.page.getByLabel('Vastgesteld op').fill(document.on);
    if (document.until) await this.page.getByLabel('Geldig tot').fill(document.until);
    for (const element of document.elements) await this.page.getByLabel(new RegExp(`^${element} `)).check();
    await this.page.getByRole('button', { name: 'Voeg toe' }).click();
    await this.page.getByText('Gelukt: toegevoegd').waitFor();
  }

  async openTheme(number: number): Promise<void> {
    await this.page.goto(`/aanpak/scan/thema/${number}`);
  }

  /** The elements that this page asks. */
  async asked(): Promise<readonly string[]> {
    const ids = await this.page
      .locator('section[aria-labelledby^="kop-K"]')
      .evaluateAll((sections) =>
        sections.map((section) => section.getAttribute('aria-labelledby')!.slice('kop-'.length)),
      );
    return ids;
  }

  /** Answers one element, with a document that was named before as evidence. */
  async answer(element: string, state: string, evidence?: string): Promise<void> {
    const section = this.page.locator(`section[aria-labelledby="kop-${element}"]`);
    await section.getByLabel(state, { exact: true }).check();
    if (evidence) await section.getByLabel('Bewijs').selectOption({ label: evidence });
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: 'Bewaar deze pagina' }).click();
    await this.page.getByText('Gelukt: bewaard').waitFor();
  }

  async settle(): Promise<void> {
    await this.page.goto('/aanpak/scan');
    await this.page.getByRole('button', { name: 'Stel de scan vast' }).click();
    await this.page.getByText('Gelukt:').first().waitFor();
  }
}
