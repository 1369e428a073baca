/**
 * The one catalogue of what people read, by language. Keys are dotted by subject; `{name}` is filled in.
 */
import { en } from './en.ts';

export type TextKey = keyof typeof en;

export function text(key: TextKey, values: Readonly<Record<string, string | number>> = {}): string {
  return en[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
