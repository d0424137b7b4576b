import { plainDate } from '../../shared-kernel/plain-date.ts';
import { type FieldProps, keptValue } from './field.tsx';
import { TextField } from './text-field.tsx';

/** A kept day is shown as 31-12-2027; what a person typed stays as typed. */
function asTyped(value: string): string {
  return plainDate(value) ? value.split('-').reverse().join('-') : value;
}

/** A day, typed the way people write one. Not type="date": that drops a wrong answer instead of keeping it. */
export function DateField(props: FieldProps & { autocomplete?: 'bday' | 'off' | undefined }) {
  return (
    <TextField
      {...props}
      width="medium"
      description={[props.description, 'Bijvoorbeeld 31-12-2027 of 31 december 2027.'].filter(Boolean).join(' ')}
      values={{ [props.name]: asTyped(keptValue(props.values, props.name)) }}
    />
  );
}
