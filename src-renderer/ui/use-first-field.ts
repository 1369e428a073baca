import { useEffect, type RefObject } from 'react';

/** Begins a form in its first field, since whoever opened it came to type. */
export function useFirstField(form: RefObject<HTMLFormElement | null>): void {
  useEffect(() => form.current?.querySelector('input')?.focus(), [form]);
}
