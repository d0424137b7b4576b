import type { FastifyInstance } from 'fastify';
import type { VNode } from 'preact';
import type { Edge } from '../../../platform/http/edge.ts';
import type { PageFrame } from '../../../ui/page.tsx';
import { AboutPage, AccessibilityPage, PrivacyPage } from '../ui/about-pages.tsx';
import {
  EnglishAboutPage,
  EnglishAccessibilityPage,
  EnglishPrivacyPage,
  EnglishStartPage,
} from '../ui/english-pages.tsx';
import { StartPage } from '../ui/start-page.tsx';

type InformationPage = (props: { frame: PageFrame }) => VNode;

/** Each public page in both languages: its address and the page itself. */
const PAGES: readonly (readonly [nl: string, InformationPage, en: string, InformationPage])[] = [
  ['/', StartPage, '/en', EnglishStartPage],
  ['/over', AboutPage, '/en/about', EnglishAboutPage],
  ['/toegankelijkheid', AccessibilityPage, '/en/accessibility', EnglishAccessibilityPage],
  ['/privacy', PrivacyPage, '/en/privacy', EnglishPrivacyPage],
];

const ENGLISH_MENU = [
  { href: '/en', label: 'Home' },
  { href: '/en/about', label: 'About In Beeld' },
] as const;

/** The public pages that need no database, in Dutch and in English. */
export function registerInformationRoutes(app: FastifyInstance, edge: Edge<PageFrame>): void {
  const config = { access: 'public', purpose: 'geen', data: ['D0'] } as const;
  for (const [nl, Dutch, en, English] of PAGES) {
    app.get(nl, { config }, async (request, reply) =>
      edge.html(reply, <Dutch frame={{ ...edge.frame(request), translation: { href: en } }} />),
    );
    app.get(en, { config }, async (request, reply) => {
      const frame = edge.frame(request);
      const navigation = ENGLISH_MENU.map((item) => ({ ...item, current: item.href === frame.path }));
      return edge.html(reply, <English frame={{ ...frame, lang: 'en', navigation, translation: { href: nl } }} />);
    });
  }

  // browsers ask for it by themselves, also on an answer that is no page
  app.get('/favicon.ico', { config }, async (request, reply) => {
    const { icon } = edge.frame(request).assets;
    return icon ? reply.redirect(icon, 302) : reply.code(204).send();
  });
}
