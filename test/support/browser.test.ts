import { afterEach, expect, it, vi } from 'vitest';
import { launchBrowser } from './browser.ts';

afterEach(() => vi.unstubAllEnvs());

it('says what is wrong with the browser that was asked for, instead of quietly taking another', async () => {
  vi.stubEnv('CHROMIUM', '/nergens/chromium');
  await expect(launchBrowser()).rejects.toThrow(/CHROMIUM.*\n- CHROMIUM: .*\/nergens\/chromium/s);
});
