/** The window's keys given to the key reader, and given back. It must not know what a scan is for. */
import { flushSync } from 'react-dom';
import { ORDINARY_HABITS } from '../../../src-shared/domain/scanner/wedge.ts';
import { createKeyReader, type FieldText, type KeyFate, type KeyPage } from './key-reader.ts';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface TextField extends FieldText {
  readonly element: TextElement;
  readonly start: number | null;
  readonly end: number | null;
}

const TEXT_TYPES = new Set(['text', 'search', 'email', 'tel', 'url', 'number']);
/** The browser alone moves through their parts: a key that was kept and pressed again would be lost on them. */
const TIME_TYPES = new Set(['date', 'time', 'datetime-local', 'month', 'week']);

/**
 * Whether a field of this type shows what is typed, so that its keys are never kept. A PIN's field does not: letters
 * typed there go to the list of names.
 */
export function showsTyping(inputType: string): boolean {
  return TEXT_TYPES.has(inputType) || TIME_TYPES.has(inputType);
}

function toTextElement(target: EventTarget | null): TextElement | null {
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && showsTyping(target.type) ? target : null;
}

/** React keeps its own idea of a field's value: only the prototype's setter and an `input` event change both. */
function setValue(element: HTMLInputElement | HTMLTextAreaElement, value: string, event: InputEvent): void {
  const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
  element.dispatchEvent(event);
}

function putBack({ element, value, start, end }: TextField): void {
  if (element.value !== value) setValue(element, value, new InputEvent('input', { bubbles: true }));
  if (start !== null) element.setSelectionRange(start, end);
}

/** Types one character where the cursor is, as the browser would have. */
function insert(element: HTMLInputElement | HTMLTextAreaElement, character: string): void {
  if (element.readOnly || element.disabled) return;
  const init = { bubbles: true, cancelable: true, inputType: 'insertText', data: character };
  if (!element.dispatchEvent(new InputEvent('beforeinput', init))) return;
  const { value } = element;
  const start = element.selectionStart ?? value.length;
  const end = element.selectionEnd ?? value.length;
  const next = value.slice(0, start) + character + value.slice(end);
  if (element.maxLength >= 0 && next.length > element.maxLength) return;
  setValue(element, next, new InputEvent('input', { ...init, cancelable: false }));
  if (element.selectionStart !== null) element.setSelectionRange(start + 1, start + 1);
}

function isWritable(target: Element): target is HTMLInputElement | HTMLTextAreaElement {
  return toTextElement(target) !== null || (target instanceof HTMLInputElement && target.type === 'password');
}

/** What the browser does with a key after everybody has let it pass. */
function actNatively(target: Element, { key }: KeyboardEvent): void {
  if (isWritable(target) && [...key].length === 1) insert(target, key);
  const isTick = target instanceof HTMLInputElement && (target.type === 'checkbox' || target.type === 'radio');
  if (key === ' ' && isTick) target.click();
  if (key !== 'Enter') return;
  if (target instanceof HTMLButtonElement || target instanceof HTMLAnchorElement) target.click();
  else if (target instanceof HTMLInputElement) target.form?.requestSubmit();
}

/** Keys whose work is done by where the focus is; Tab moves it, and Space works a button when it is let go. */
function actsAtFocus({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return !ctrlKey && !altKey && !metaKey && key !== ' ' && (key === 'Enter' || [...key].length === 1);
}

function copyOf(event: KeyboardEvent, kind: 'keydown' | 'keyup'): KeyboardEvent {
  const { key, code, location, shiftKey } = event;
  return new KeyboardEvent(kind, {
    key,
    code,
    location,
    shiftKey,
    bubbles: true,
    cancelable: true,
    composed: true,
    view: window,
    modifierCapsLock: event.getModifierState('CapsLock'),
    modifierNumLock: event.getModifierState('NumLock'),
  });
}

/** A timer that comes later than this found the window busy. */
const LATE_MS = 15;

/** Runs after a silence. Where the window was busy meanwhile, keys may be waiting behind the timer: they come first. */
function after(ms: number, run: () => void): () => void {
  const dueAt = performance.now() + ms;
  let timer = setTimeout(() => {
    if (performance.now() - dueAt < LATE_MS) run();
    else timer = setTimeout(run, LATE_MS);
  }, ms);
  return () => clearTimeout(timer);
}

export interface ScanListener {
  readonly accepts: (text: string) => boolean;
  readonly onScan: (text: string) => void;
}

/**
 * Hears every key of the window first and calls `onScan` with each scan; typing goes on to where it was meant for.
 * Call it before anything else listens. @returns what ends it
 */
export function listenForScans({ accepts, onScan }: ScanListener): () => void {
  const habits = { ...ORDINARY_HABITS, accepts };
  const page: KeyPage<KeyboardEvent, TextField> = {
    fieldOf: (event) => {
      const element = toTextElement(event.target);
      if (!element) return null;
      return { element, value: element.value, start: element.selectionStart, end: element.selectionEnd };
    },
    putBack,
    replay: (event, kind) => {
      const copy = copyOf(event, kind);
      const target = document.activeElement ?? document.body;
      // Two keys given back at once must each find the screen that the one before made.
      flushSync(() => {
        if (target.dispatchEvent(copy) && kind === 'keydown') actNatively(document.activeElement ?? target, event);
      });
    },
  };
  const reader = createKeyReader({
    page,
    habits: () => habits,
    onScan,
    after,
  });
  const hear = (read: (event: KeyboardEvent) => KeyFate) => (event: KeyboardEvent) => {
    // What no keyboard sent is ours given back, or a list's box telling its list.
    if (!event.isTrusted) return;
    const focused = document.activeElement;
    const isPassed = read(event) === 'PASS';
    // Keys given back just now may have moved the focus: this one was typed after them, and goes where they led.
    const isAhead = isPassed && event.type === 'keydown' && document.activeElement !== focused && actsAtFocus(event);
    if (isPassed && !isAhead) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (isAhead) page.replay(event, 'keydown');
  };
  const onDown = hear(reader.press);
  const onUp = hear(reader.release);
  const onPointer = () => reader.flush();
  window.addEventListener('keydown', onDown, true);
  window.addEventListener('keyup', onUp, true);
  window.addEventListener('blur', reader.flush);
  window.addEventListener('pointerdown', onPointer, true);
  return () => {
    window.removeEventListener('keydown', onDown, true);
    window.removeEventListener('keyup', onUp, true);
    window.removeEventListener('blur', reader.flush);
    window.removeEventListener('pointerdown', onPointer, true);
    reader.flush();
  };
}
