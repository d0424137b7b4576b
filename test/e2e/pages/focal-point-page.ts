import type { Page } from 'playwright-core';

export interface FocalPointAnswers {
  readonly focalPoint: string;
  readonly substitute: string;
  readonly hours: string;
  readonly decision: string;
  readonly decidedOn: string;
  readonly validUntil: string;
}

/** Element K2.1: the focal point with a substitute. */
export class FocalPointPage {
  readonly fields: Readonly<Record<keyof FocalPointAnswers, ReturnType<Page['getByLabel']>>>;

  constructor(private readonly page: Page) {
    const labelled = (label: string) => page.getByLabel(label, { exact: true });
    this.fields = {
      focalPoint: labelled('Naam van de aandachtsfunctionaris'),
      substitute: labelled('Naam van de vervanger'),
      hours: labelled('Uren per week voor dit werk'),
      decision: labelled('Naam van het besluit'),
      decidedOn: labelled('Datum van het besluit'),
      validUntil: labelled('Geldig tot'),
    };
  }

  /** From the menu, as a person finds it. */
  async openFromMenu(): Promise<void> {
    await openMenu(this.page);
    await this.page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link', { name: 'Aanpak' }).click();
    await this.page.getByRole('link', { name: 'Aandachtsfunctionaris en vervanger' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Aandachtsfunctionaris en vervanger' }).waitFor();
  }

  async fill(answers: FocalPointAnswers): Promise<void> {
    for (const [name, field] of Object.entries(this.fields)) await field.fill(answers[name as keyof FocalPointAnswers]);
  }

  async answers(): Promise<FocalPointAnswers> {
    const values = Object.entries(this.fields).map(async ([name, field]) => [name, await field.inputValue()]);
    return Object.fromEntries(await Promise.all(values)) as FocalPointAnswers;
  }

  async send(): Promise<void> {
    await this.page.getByRole('button', { name: 'Leg vast' }).click();
  }

  /** The summary above the form: its title and every error. */
  async errors(): Promise<readonly string[]> {
    const summary = this.page.getByRole('region', { name: 'Controleer uw invoer' });
    return summary.getByRole('link').allTextContents();
  }

  /** What the browser says is wrong with a field, as a screen reader gets it. */
  async errorBeside(field: keyof FocalPointAnswers): Promise<string | undefined> {
    const ids = (await this.fields[field].getAttribute('aria-describedby'))?.split(' ') ?? [];
    const error = ids.find((id) => id.endsWith('-fout'));
    return error === undefined ? undefined : ((await this.page.locator(`#${error}`).textContent()) ?? undefined);
  }

  /** Waits until the page says that it is stored. */
  async stored(): Promise<void> {
    await this.page.getByText('Gelukt: vastgelegd').waitFor();
  }
}

/** On a narrow screen the menu opens with a button. */
export async function openMenu(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Menu', exact: true });
  if (await button.isVisible()) await button.click();
}
