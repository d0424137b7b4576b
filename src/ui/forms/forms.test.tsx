import { parseHTML } from 'linkedom';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { PageFrame } from '../page.tsx';
import { Checkbox, Checkboxes } from './checkboxes.tsx';
import { DateField } from './date-field.tsx';
import type { FieldProps } from './field.tsx';
import { FileField } from './file-field.tsx';
import { Filters } from './filters.tsx';
import { Form } from './form.tsx';
import { Radios } from './radios.tsx';
import { SelectField } from './select-field.tsx';
import { SubmitButton } from './submit-button.tsx';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';

const frame = { csrf: 'token' } as PageFrame;
const choices = [
  { value: 'a', label: 'Keuze A' },
  { value: 'b', label: 'Keuze B', description: 'Uitleg bij B.' },
];
const open = (node: VNode) => parseHTML(`<!doctype html><html><body>${renderToString(node)}</body></html>`).document;

/** Every kind of field, made from the same words. */
const FIELDS: readonly [string, (props: FieldProps) => VNode][] = [
  ['TextField', (props) => <TextField {...props} />],
  ['TextArea', (props) => <TextArea {...props} />],
  ['DateField', (props) => <DateField {...props} />],
  ['SelectField', (props) => <SelectField {...props} choices={choices} />],
  ['FileField', (props) => <FileField {...props} />],
  ['Radios', (props) => <Radios {...props} choices={choices} />],
  ['Checkboxes', (props) => <Checkboxes {...props} choices={choices} />],
  ['Checkbox', (props) => <Checkbox {...props} />],
];

describe.each(FIELDS)('%s', (_name, field) => {
  it('has a label or legend that names it', () => {
    const document = open(field({ name: 'vraag', label: 'De vraag' }));
    const legend = document.querySelector('legend');
    const label = document.querySelector('label[for="veld-vraag"]');
    expect((legend ?? label)?.textContent).toBe('De vraag');
    expect(document.getElementById('veld-vraag')?.getAttribute('name')).toBe('vraag');
  });

  it('ties description and error to the control, and says that it is wrong', () => {
    const document = open(
      field({
        name: 'vraag',
        label: 'De vraag',
        description: 'De uitleg.',
        errors: { vraag: 'Dit is fout.', ander: 'Nee.' },
      }),
    );
    const described = document.querySelector('fieldset') ?? document.getElementById('veld-vraag')!;
    const texts = described
      .getAttribute('aria-describedby')!
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent);
    expect(texts[0]).toContain('De uitleg.');
    expect(texts[1]).toBe('Fout: Dit is fout.');
    if (described.tagName !== 'FIELDSET') expect(described.getAttribute('aria-invalid')).toBe('true');
    expect(document.body.textContent).not.toContain('Nee.');
  });

  it('says nothing about errors when there is none', () => {
    const document = open(field({ name: 'vraag', label: 'De vraag' }));
    expect(document.querySelector('[aria-invalid], .utrecht-form-field-error-message')).toBeNull();
  });

  it('escapes HTML in name, label, description, value and error', () => {
    const evil = '"><img src=x>';
    const document = open(
      field({ name: evil, label: evil, description: evil, values: { [evil]: evil }, errors: { [evil]: evil } }),
    );
    expect(document.querySelector('img')).toBeNull();
    expect(document.querySelector('input, select, textarea')?.getAttribute('name')).toBe(evil);
  });
});

describe('kept values', () => {
  it('keeps text, also wrong text, word for word', () => {
    expect(
      open(<TextField name="n" label="N" values={{ n: ' <b>Jan</b> ' }} />)
        .querySelector('input')
        ?.getAttribute('value'),
    ).toBe(' <b>Jan</b> ');
    expect(open(<TextArea name="n" label="N" values={{ n: 'a\nb' }} />).querySelector('textarea')?.textContent).toBe(
      'a\nb',
    );
  });

  it('shows a kept day the Dutch way and leaves a wrong one as typed', () => {
    const shown = (value: string) =>
      open(<DateField name="d" label="D" values={{ d: value }} />)
        .querySelector('input')
        ?.getAttribute('value');
    expect(shown('2027-12-31')).toBe('31-12-2027');
    expect(shown('31 februari')).toBe('31 februari');
    expect(shown('2027-02-31')).toBe('2027-02-31');
  });

  it('never sends a password back', () => {
    expect(open(<TextField name="w" label="W" type="password" values={{ w: 'geheim' }} />).toString()).not.toContain(
      'geheim',
    );
  });

  it('keeps the chosen option, radio and ticks', () => {
    const select = open(<SelectField name="k" label="K" choices={choices} values={{ k: 'b' }} />);
    expect(select.querySelector('option[selected]')?.getAttribute('value')).toBe('b');
    const radios = open(<Radios name="k" label="K" choices={choices} values={{ k: 'b' }} />);
    expect([...radios.querySelectorAll('input[checked]')].map((input) => input.getAttribute('value'))).toEqual(['b']);
    const ticks = open(<Checkboxes name="k" label="K" choices={choices} values={{ k: ['a', 'b'] }} />);
    expect(ticks.querySelectorAll('input[checked]')).toHaveLength(2);
    expect(open(<Checkbox name="k" label="K" values={{ k: 'ja' }} />).querySelector('input[checked]')).not.toBeNull();
    expect(open(<Checkbox name="k" label="K" values={{}} />).querySelector('input[checked]')).toBeNull();
  });

  it('says when something is needed that is not always', () => {
    const field = <TextField name="n" label="N" optional="alleen bij K1.1" />;
    expect(open(field).querySelector('label')?.textContent).toBe('N (alleen bij K1.1)');
  });
  it('marks what is optional, not what is needed', () => {
    expect(open(<TextField name="n" label="N" optional />).querySelector('label')?.textContent).toBe(
      'N (niet verplicht)',
    );
    expect(open(<TextField name="n" label="N" />).querySelector('label')?.textContent).toBe('N');
  });
});

describe('Form', () => {
  it('carries the CSRF token and the key of sending once', () => {
    const form = open(
      <Form frame={frame} action="/aanpak/scan" idempotencyKey="sleutel-1">
        <SubmitButton>Bewaar</SubmitButton>
      </Form>,
    ).querySelector('form')!;
    expect(form.getAttribute('method')).toBe('post');
    expect(form.querySelector('[name="_csrf"]')?.getAttribute('value')).toBe('token');
    expect(form.querySelector('[name="_sleutel"]')?.getAttribute('value')).toBe('sleutel-1');
    expect(form.hasAttribute('novalidate')).toBe(true);
    expect(form.hasAttribute('enctype')).toBe(false);
  });

  it('sends files as parts and asks no token of a visitor', () => {
    const form = open(
      <Form frame={{ ...frame, csrf: '' }} action="/x" idempotencyKey="k" multipart>
        {null}
      </Form>,
    ).querySelector('form')!;
    expect(form.getAttribute('enctype')).toBe('multipart/form-data');
    expect(form.querySelector('[name="_csrf"]')).toBeNull();
  });

  it('filters with a GET and sends no token in an address', () => {
    const form = open(<Filters action="/gemeenten">{null}</Filters>).querySelector('form')!;
    expect(form.getAttribute('method')).toBe('get');
    expect(form.querySelector('[type="hidden"]')).toBeNull();
  });
});
