import type { KeyboardEvent } from 'react';

/** For a panel that stands in its screen: Esc leaves it from anywhere inside, from its fields too. */
export function closeOnEscape(event: KeyboardEvent, onClose: () => void): void {
  if (event.key !== 'Escape' || event.defaultPrevented) return;
  event.preventDefault();
  onClose();
}
