/** Digits as 0 to 9, whatever keyboard or script they were typed in; everything else stays. */
export function withWesternDigits(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}
