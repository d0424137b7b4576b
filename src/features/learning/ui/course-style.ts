/** The style of an exported path: small, readable from 320 px, in the colours of the person's own setting. */
export const COURSE_STYLE = `:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 42rem; font: 1.125rem/1.5 "Noto Sans", system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1.3rem; line-height: 1.25; }
[hidden] { display: none !important; }
.soft { font-size: 1rem; }
fieldset { border: 0; margin: 1rem 0; padding: 0; }
legend { font-weight: bold; padding: 0; }
label { display: block; padding: 0.5rem 0; }
input { inline-size: 1.25rem; block-size: 1.25rem; vertical-align: text-bottom; }
button { font: inherit; min-block-size: 2.75rem; padding: 0.5rem 1rem; border: 2px solid #0b4f55; border-radius: 4px; background: #0b4f55; color: #fff; cursor: pointer; }
button.second, footer button { background: transparent; color: inherit; border-color: currentcolor; }
button.plain { background: none; border: 0; color: inherit; text-align: start; text-decoration: underline; padding: 0.25rem 0; }
button[aria-current] { font-weight: bold; }
:focus-visible, [tabindex="-1"]:focus { outline: 3px solid #b35c00; outline-offset: 3px; }
.right, .other, .missing { border-inline-start: 6px solid; padding: 0.5rem 0.75rem; }
.right { border-color: #1b7f3b; }
.other { border-color: #b35c00; }
.missing { border-color: #b3261e; font-weight: bold; }
li[data-moment] { margin-block: 0.75rem; }
footer { margin-top: 2rem; border-top: 1px solid; padding-top: 1rem; }
@media print { nav, footer, button { display: none; } }
`;
