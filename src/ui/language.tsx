import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../shared-kernel/language.ts';

const Spoken = createContext<Language>('nl');

/** Everything inside speaks this language: its fixed words, its numbers and its dates. `Page` puts it around the whole page. */
export function Speaking(props: { language: Language; children: ComponentChildren }) {
  return <Spoken.Provider value={props.language}>{props.children}</Spoken.Provider>;
}

/** The language of the place on the page where a component stands. */
export function useLanguage(): Language {
  return useContext(Spoken);
}

/** A piece that exists in one language only, such as a quotation or the name of a law: marked where the page speaks another. */
export function In(props: { language: Language; children: ComponentChildren }) {
  if (useLanguage() === props.language) return <>{props.children}</>;
  return (
    <span lang={props.language}>
      <Speaking language={props.language}>{props.children}</Speaking>
    </span>
  );
}
