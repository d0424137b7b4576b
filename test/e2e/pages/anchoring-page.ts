import type { Page } from 'playwright-core';

const REGION = 'De regio, voor de gemeente';
const SELF = 'De gemeente zelf';

/** Whether the approach is anchored, and what shows it. */
export class AnchoringPage {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.goto('/aanpak/borging');
  }

  /** States that something is arranged, by the region unless told otherwise. */
  async state(statement: {
    readonly element: string;
    readonly on: string;
    readonly until?: string;
    readonly body?: string;
    readonly bySelf?: boolean;
  }): Promise<void> {
    await this.page.goto(`/aanpak/borging/verklaring?onderdeel=${statement.element}`);
    await this.page.getByLabel(statement.bySelf ? SELF : REGION, { exact: true }).check();
    await this.page.getByLabel('Wat is er geregeld?').fill(`Voorbeeld van ${statement.element}`);
    if (statement.body) await this.page.getByLabel('Wie nam het besluit?').selectOption({ label: statement.body });
    await this.page.getByLabel('Datum', { exact: true }).fill(statement.on);
    if (statement.until) await this.page.getByLabel('Geldig tot').fill(statement.until);
    await this.page.getByLabel('Naam van het bewijs').fill('Voorbeeldstuk van de regio');
    await this.page.getByRole('button', { name: 'Leg de verklaring vast' }).click();
    await this.page.getByText('Gelukt: vastgelegd').waitFor();
  }

  async recordDrill(on: string): Promise<void> {
    await this.open();
    await this.page.getByRole('link', { name: 'Leg een oefening vast' }).first().click();
    await this.page.getByLabel('Dag van de oefening', { exact: true }).fill(on);
    await this.page.getByLabel('Wat heeft u geoefend?').fill('Een melding aan de balie');
    await this.page.getByLabel('Naam van het verslag').fill('Verslag van de oefening');
    await this.page.getByRole('button', { name: 'Leg de oefening vast' }).click();
    await this.page.getByText('Gelukt: vastgelegd').waitFor();
  }

  /** How many of the ten tests are passed, or 'geborgd'. */
  async verdict(): Promise<string> {
    const text = (await this.page.getByRole('main').textContent()) ?? '';
    return (
      /nog niet geborgd: (\d+) van de 10/.exec(text)?.[1] ?? (text.includes('uw aanpak is geborgd') ? 'geborgd' : '')
    );
  }
}
