import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The full HTML document of a page. Every text and attribute in it is escaped by Preact. */
export function renderPage(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
