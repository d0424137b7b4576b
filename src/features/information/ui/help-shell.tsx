import type { ComponentChildren } from 'preact';
import { DEMO_MARK } from '../../../shared-kernel/demo-mark.ts';
import { type LeaveWords, WayOut } from '../../../ui/leave-link.tsx';
import type { PageFrame } from '../../../ui/page.tsx';
import { Drawings } from './help-pictograms.tsx';

/**
 * A page for somebody in trouble: no name of the product, no mark of it, no menu, a neutral title and icon. It stands in the history
 * of a browser that somebody else may look into. What it leaves out, it leaves out on purpose.
 */
export function HelpShell(props: {
  frame: Pick<PageFrame, 'assets' | 'demo'>;
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  leave: LeaveWords;
  /** Said to staff, not to who reads it: in Dutch and English. */
  forStaff?: boolean | undefined;
  children: ComponentChildren;
}) {
  const { assets, demo } = props.frame;
  return (
    <html lang={props.language} dir={props.direction} class="utrecht-root in-beeld-theme">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noarchive" />
        <title>{props.title}</title>
        {assets.neutralIcon ? <link rel="icon" href={assets.neutralIcon} type="image/svg+xml" /> : null}
        <link rel="stylesheet" href={assets.css} />
        <script type="module" src={assets.publicScript} />
      </head>
      <body class="utrecht-body ib-public">
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
          {props.title}
        </a>
        <WayOut words={props.leave}>
          {demo ? (
            <p class="ib-demo" lang="nl" dir="ltr">
              {DEMO_MARK}
            </p>
          ) : null}
        </WayOut>
        <main class="ib-help ib-flow" id="inhoud" tabIndex={-1}>
          {props.children}
          {props.forStaff ? (
            <p class="ib-soft" dir="ltr">
              <span lang="nl">Voor medewerkers: deze tekst is nog niet nagekeken door iemand met deze moedertaal.</span>{' '}
              <span lang="en">For staff: no native speaker has checked this text yet.</span>
            </p>
          ) : null}
        </main>
        <Drawings />
      </body>
    </html>
  );
}
