import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inject } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

export const WIDE = { width: 1280, height: 900 };
export const PHONE = { width: 390, height: 844 };
/** The narrowest screen that must do without sideways scrolling: WCAG 2.2, criterion 1.4.10. */
export const NARROW = { width: 320, height: 640 };

/** The product of this worker, whose clock no other worker moves. */
export function productUrl(): string {
  const urls = inject('productUrls');
  return urls[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % urls.length]!;
}

/** One browser for all files of a worker; it ends with the process that runs them. */
const shared: { browser?: Promise<Browser> } = {};
export const browser = (): Promise<Browser> => (shared.browser ??= launchBrowser());

/** One person before one browser, and everything that went wrong there. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, refused scripts and styles, broken requests, answers of 400 and higher. */
  readonly complaints: readonly string[];
  /** The person does something that must be refused: one answer with this status is as it should be. */
  expectStatus(status: number): void;
}

/** Opens a fresh browser window on the running product. */
export async function visit(
  options: {
    readonly script?: boolean;
    readonly screen?: { readonly width: number; readonly height: number };
    readonly dark?: boolean;
  } = {},
): Promise<Visit> {
  const context = await (await browser()).newContext({
    baseURL: productUrl(),
    javaScriptEnabled: options.script ?? true,
    viewport: options.screen ?? WIDE,
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  const expected: number[] = [];
  page.on('pageerror', (error) => complaints.push(`script: ${error.message}`));
  page.on('console', (message) => {
    const text = message.text();
    // the browser repeats each refused answer here; `response` below judges those
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) complaints.push(`console: ${text}`);
  });
  page.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() < 400) return;
    const index = expected.indexOf(response.status());
    if (index < 0) complaints.push(`${response.status()}: ${response.request().method()} ${response.url()}`);
    else expected.splice(index, 1);
  });
  return {
    page,
    context,
    complaints,
    expectStatus: (status) => void expected.push(status),
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** On a narrow screen with JavaScript the menu is folded. */
export async function openMenu({ page }: Visit): Promise<void> {
  const menu = page.getByRole('button', { name: 'Menu' });
  if ((await menu.count()) > 0 && (await menu.isVisible())) await menu.click();
}
