/** JSON as ASCII, whose bytes are UTF-8 whatever its strings hold, lone surrogates included. */

export function toAsciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The value of ASCII bytes, or null when they are no JSON. */
export function readAsciiJson(bytes: Uint8Array): unknown {
  // A string built character by character is slow, and one call takes no more than some 100,000 arguments.
  let json = '';
  for (let at = 0; at < bytes.length; at += 8192) json += String.fromCharCode(...bytes.subarray(at, at + 8192));
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Whether a value is an object with a list at each of these keys. */
export function isListOf<T extends object>(value: T | null, ...keys: readonly (keyof T)[]): value is T {
  return typeof value === 'object' && value !== null && keys.every((key) => Array.isArray(value[key]));
}
