/** Where the arrows take a marked line of a list; null where the key is no walking. The ends hold. */
export function walkedIndex(key: string, index: number, count: number): number | null {
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return null;
  return Math.max(0, Math.min(count - 1, index + (key === 'ArrowDown' ? 1 : -1)));
}
