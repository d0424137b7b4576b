import type { Page } from 'playwright-core';

/** Passing a signal on about a place, as a colleague does it. */
export async function passOnPlace(
  page: Page,
  what: { readonly place: string; readonly seen: string },
): Promise<string> {
  await page.getByRole('link', { name: 'Signaal doorgeven' }).first().click();
  await page.getByRole('group', { name: '1. Is er nu iemand in gevaar?' }).getByLabel('Nee').check();
  await page.getByLabel('Iemand moet naar een plek kijken').check();
  await page.getByLabel('3. In welk werk zag u dit?').selectOption('supervision');
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await page.getByLabel('Waar is het?').fill(what.place);
  await page.getByLabel('Wat zag u zelf?').fill(what.seen);
  await page.getByRole('button', { name: 'Geef dit door' }).click();
  await page.getByText('Uw signaal is ontvangen').waitFor();
  return new URL(page.url()).searchParams.get('kenmerk')!;
}

/** The focal point at one signal. */
export class SignalPage {
  constructor(
    private readonly page: Page,
    readonly code: string,
  ) {}

  get path(): string {
    return `/meldingen/${this.code}`;
  }

  /** From the work list. */
  async open(): Promise<void> {
    await this.page.goto('/meldingen');
    await this.page.getByRole('link', { name: this.code }).click();
    await this.page.getByRole('heading', { level: 1, name: `Signaal ${this.code}` }).waitFor();
  }

  async takeUp(): Promise<void> {
    await this.page.getByRole('button', { name: 'Pak dit signaal op' }).click();
    await this.page.getByText('U pakte dit signaal op').waitFor();
  }

  /** Weighs by the advice of the rule. */
  async weigh(): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Weeg dit signaal' }).click();
    await page.getByRole('group', { name: 'Is iemand nu in gevaar' }).getByLabel('Nee').check();
    await page.locator('main select').first().selectOption('strong');
    for (const question of ['Zegt de persoon zelf', 'Is de persoon jonger', 'Heeft de persoon een licht'])
      await page.getByRole('group', { name: question }).getByLabel('Ik weet het niet').check();
    await page.getByRole('button', { name: 'Toon het advies' }).click();
    const decision = page.getByLabel('Uw besluit');
    await decision.waitFor();
    // what the rule advised is chosen already, or is the one that needs no reason
    if ((await decision.inputValue()) === '') await decision.selectOption('today');
    await page.getByRole('button', { name: 'Leg de weging vast' }).click();
    await page.getByText('De weging is vastgelegd.').waitFor();
  }

  /** Asks for advice without saying where it is, and records it. */
  async consult(question: string, advice: string, today: string): Promise<void> {
    const { page } = this;
    await page.getByRole('link', { name: 'Overleg zonder persoonsgegevens' }).click();
    await page.getByLabel('CoMensha').check();
    await page.getByLabel('Uw vraag').fill(question);
    await page.getByLabel('Ik heb de tekst nagelezen').check();
    await page.getByRole('button', { name: 'Leg de vraag vast' }).click();
    await page.getByLabel('Dag van het advies').fill(today);
    await page.getByLabel('Overdragen aan politie of Arbeidsinspectie').check();
    await page.getByLabel('Toelichting').fill(advice);
    await page.getByRole('button', { name: 'Leg het advies vast' }).click();
    await page.getByText('Advies vastgelegd').waitFor();
  }

  /** Hands over to a receiver without an account. */
  async handOver(receiver: string): Promise<void> {
    const { page } = this;
    await page.goto(`${this.path}/overdragen`);
    await page.getByLabel('Aan wie draagt u het signaal over?').selectOption({ label: receiver });
    await page.getByRole('button', { name: 'Leg de overdracht vast' }).click();
    await page.getByRole('heading', { level: 3, name: receiver }).waitFor();
  }

  /** Records what the receiver said. */
  async received(receiver: string, by: string, today: string): Promise<void> {
    const form = this.page.getByRole('form', { name: 'Leg het antwoord van een ontvanger vast' });
    const choice = form.getByLabel(receiver);
    if ((await choice.count()) > 0) await choice.check();
    await form.getByLabel('Ontvangen: zij pakken het op').check();
    await form.getByLabel('Dag van het antwoord').fill(today);
    await form.getByLabel('Wie bevestigde het?').fill(by);
    await form.getByRole('button', { name: 'Leg het antwoord vast' }).click();
    await this.page.getByText('Doorgezet: de ontvanger heeft het bevestigd').first().waitFor();
  }

  async tellReporter(): Promise<void> {
    const { page } = this;
    await page.goto(`${this.path}/terugkoppelen`);
    await page.getByLabel('Met uw signaal is iets gedaan').check();
    await page.getByRole('button', { name: 'Leg vast' }).click();
    await page.getByText('Het laatst verteld').waitFor();
  }
}
