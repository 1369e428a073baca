/** Inputs made from a call's own schema: the smallest that has every field, with every text in the test's hand. */
import type { z } from 'zod';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly element?: Schema;
  readonly innerType?: Schema;
  readonly options?: readonly Schema[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly valueType?: Schema;
  readonly in?: Schema;
}
type Schema = z.ZodType & { readonly _zod: { readonly def: Definition } };

/**
 * @param textOf what a text field holds, by its path (`customer.name`, `seatIds.0`)
 * @param number what every number is
 */
export function sampleInput(schema: z.ZodType, textOf: (path: string) => string, number = 1, path = ''): unknown {
  const { def } = (schema as Schema)._zod;
  const at = (part: string): string => (path === '' ? part : `${path}.${part}`);
  if (def.type === 'object')
    return Object.fromEntries(
      Object.entries(def.shape!).map(([name, field]) => [name, sampleInput(field, textOf, number, at(name))]),
    );
  if (def.type === 'array') return [sampleInput(def.element!, textOf, number, at('0'))];
  if (def.type === 'record') return { [textOf(at('key'))]: sampleInput(def.valueType!, textOf, number, at('value')) };
  if (def.type === 'optional' || def.type === 'nullable' || def.type === 'default')
    return sampleInput(def.innerType!, textOf, number, path);
  if (def.type === 'union') return sampleInput(def.options!.at(-1)!, textOf, number, path);
  if (def.type === 'literal') return def.values![0];
  if (def.type === 'enum') return Object.values(def.entries!)[0];
  if (def.type === 'string') return textOf(path);
  if (def.type === 'number') return number;
  if (def.type === 'boolean') return true;
  if (def.type === 'pipe') return sampleInput(def.in!, textOf, number, path);
  throw new Error(`no sample for ${def.type} at ${path}`);
}

/** The paths of every text field. */
export function textPaths(schema: z.ZodType): readonly string[] {
  const paths: string[] = [];
  sampleInput(schema, (path) => {
    paths.push(path);
    return 'x';
  });
  return paths;
}
