import { describe, expect, test } from 'vitest';
import { showsTyping } from '../../../src-renderer/app/scan/window-keys.ts';

describe('keys in a field of the window', () => {
  test.each(['text', 'search', 'email', 'tel', 'url', 'number', 'date', 'time', 'datetime-local', 'month', 'week'])(
    'are typed at once where it is of type %s',
    (type) => expect(showsTyping(type)).toBe(true),
  );

  test.each(['password', 'checkbox', 'radio', 'file', 'submit'])('wait where it is of type %s', (type) =>
    expect(showsTyping(type)).toBe(false),
  );
});
