import type { Page } from 'playwright-core';

/** How the element with the focus is called: its label, its own name, or its text. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement;
    const name = element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent;
    return name?.trim() ?? '';
  });
}

/** Presses Tab until this is in focus. @returns what was passed on the way. */
export async function tabTo(page: Page, name: string, atMost = 60): Promise<readonly string[]> {
  const passed: string[] = [];
  while (passed.length < atMost) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    if (here === name) return passed;
    passed.push(here);
  }
  throw new Error(`Tab does not reach "${name}", only: ${passed.join(' · ')}`);
}
