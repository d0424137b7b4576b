// breaks: use-cases-know-no-web, preact-behind-ui
import { renderToString } from 'preact-render-to-string';
export const page = renderToString;
