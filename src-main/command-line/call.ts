/** `parterre call NAME JSON`: any command or query, as a person of the house. */
import { v7 as uuid } from 'uuid';
import { text } from '../../src-shared/text/text.ts';
import { EXIT } from './exit-codes.ts';
import { findPerson, noSuchPerson, readArguments, report, withCore } from './open-core.ts';

export async function runCall(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args, {
    data: { type: 'string' },
    user: { type: 'string' },
    action: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (!parsed) return EXIT.usage;
  const [name, input = '{}', ...more] = parsed.positionals;
  const asJson = parsed.values.json ?? false;
  if (name === undefined || more.length > 0)
    return report({ code: 'USAGE', message: text('cli.callUsage') }, asJson, EXIT.usage);
  let value: unknown;
  try {
    value = JSON.parse(input);
  } catch (error) {
    return report(
      { code: 'BAD_JSON', message: text('cli.badJson', { reason: (error as Error).message }) },
      asJson,
      EXIT.usage,
    );
  }
  return withCore({ data: parsed.values.data, asJson }, async (core) => {
    const person = await findPerson(core, parsed.values.user);
    if (!person) return report(noSuchPerson(parsed.values.user), asJson, EXIT.refused);
    const result = await core.router.callAs(person, name, value, parsed.values.action ?? uuid());
    if (!result.ok) return report(result.error, asJson, EXIT.refused);
    console.log(JSON.stringify(plain(result.value), null, asJson ? 0 : 2));
    return EXIT.done;
  });
}

/** Bytes and columns as arrays of numbers: JSON has no others. */
function plain(value: unknown): unknown {
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return Array.from(value as unknown as ArrayLike<number>);
  if (Array.isArray(value)) return value.map(plain);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plain(item)]));
  return value;
}
