import type { Page } from 'playwright-core';

/** Fills in what a form shows by name, ticks what is listed, and sends the form with this action. */
export async function fillForm(
  page: Page,
  fields: Readonly<Record<string, string | readonly string[]>>,
  action: string,
): Promise<void> {
  const form = page.locator(`main form[action$="${action}"]`);
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`).first();
    const kind = await field.evaluate((each) => (each.tagName === 'SELECT' ? 'select' : each.getAttribute('type')));
    if (kind === 'select') await field.selectOption(value as string);
    else if (kind === 'radio' || kind === 'checkbox')
      for (const each of [value].flat()) await form.locator(`[name="${name}"][value="${each}"]`).check();
    else await field.fill(value as string);
  }
  await form.locator('button[type=submit]').click();
}
