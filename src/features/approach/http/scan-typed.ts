import { type FieldValues, parseForm } from '../../../platform/http/parse.ts';
import type { FrameworkElement } from '../domain/framework.ts';
import type { TypedAnswer } from '../ui/scan-closed.tsx';
import { STATE_WORDS } from '../ui/scan-words.ts';
import { AnswerForm, stateOf, themeFields, themeForm } from './scan-form.ts';

/** What somebody typed in a form of a scan that was settled meanwhile: to read, and to send once more to a new scan. */
interface Typed {
  readonly typed: readonly TypedAnswer[];
  readonly values: FieldValues;
}

/** An answer as it is called on screen; what is no answer of ours stays as it is. */
const sayState = (value: string): string => {
  const state = stateOf(value);
  return state ? STATE_WORDS[state].label : value;
};

/** What was typed on the page of a theme. A new scan has seen no answer of hers yet. */
export function typedTheme(elements: readonly FrameworkElement[], body: unknown): Typed {
  const { values } = parseForm(themeForm(elements), body);
  const typed = elements.flatMap(({ id, title }): TypedAnswer[] => {
    const names = themeFields(id);
    const said = [sayState(values[names.state] ?? ''), values[names.evidence] ?? ''].filter(Boolean);
    return said.length > 0 ? [{ label: `${id} ${title}`, value: said.join('. Bewijs: ') }] : [];
  });
  const fresh = Object.fromEntries(elements.map(({ id }) => [themeFields(id).version, '0']));
  return { typed, values: { ...values, ...fresh } };
}

const LABELS = {
  stand: 'Hoe staat dit ervoor?',
  bewijs: 'Naam van het document of het bewijs',
  vindplaats: 'Waar het staat',
  documentdatum: 'Datum van het document',
  vastgesteldDoor: 'Wie het vaststelde',
  vastgesteldOp: 'Vastgesteld op',
  geldigTot: 'Geldig tot',
  reden: 'Niet van toepassing: waarom niet?',
  opmerking: 'Opmerking (intern beraad)',
} as const;

/** What was typed about one element. */
export function typedAnswer({ id, title }: FrameworkElement, body: unknown): Typed {
  const { values } = parseForm(AnswerForm, body);
  const said = Object.entries(LABELS).flatMap(([name, label]): TypedAnswer[] => {
    const value = values[name] ?? '';
    return value === '' ? [] : [{ label, value: name === 'stand' ? sayState(value) : value }];
  });
  const typed = said.length > 0 ? [{ label: 'Onderdeel', value: `${id} ${title}` }, ...said] : [];
  return { typed, values: { ...values, bewijsstukId: '', versie: '0' } };
}
