import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contrast,
  inkOn,
  MARK_CONTRAST,
  parseColor,
  standOut,
  TEXT_CONTRAST,
} from '../../../src-renderer/canvas/contrast.ts';
import {
  countStyles,
  createCategoryTheme,
  createHoldTheme,
  createLevelTheme,
  createOwnershipTheme,
  createStatusTheme,
  GROUND,
  MINE,
  type SeatStyle,
  type SeatTheme,
} from '../../../src-renderer/canvas/marks.ts';
import {
  SEAT_STATUSES,
  type SeatStates,
  type SeatStatus,
  STATE_OWNED,
  STATE_PINNED_ELSEWHERE,
  STATE_PRICED,
} from '../../../src-shared/domain/seat-map/columns.ts';
import { createDemoStates, createDemoTheatre, DEMO_HOLDS, DEMO_LEVELS } from '../../support/demo-theatre.ts';
import { colorDifference, type Sight, SIGHTS } from '../../support/color-sight.ts';

const { columns } = createDemoTheatre(400);
const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
const themes: readonly SeatTheme[] = [
  createStatusTheme(DEMO_HOLDS),
  createLevelTheme(DEMO_LEVELS, DEMO_HOLDS),
  createHoldTheme(DEMO_HOLDS),
  createOwnershipTheme(),
  createCategoryTheme(DEMO_LEVELS),
];

function oneSeat(status: SeatStatus, bits: number, hold = 0, level = 0): SeatStates {
  return {
    sequence: 1,
    status: Uint8Array.of(SEAT_STATUSES.indexOf(status)),
    level: Uint8Array.of(level),
    bits: Uint8Array.of(bits),
    hold: Uint16Array.of(hold),
  };
}

function keyOf(theme: SeatTheme, states: SeatStates): string {
  return theme.styles[theme.styleOf(0, columns, states)]!.key;
}

const OURS = STATE_OWNED | STATE_PRICED;

describe('marks', () => {
  test.each(themes.map((theme) => [theme.key, theme] as const))(
    'no two styles of the %s theme share fill, mark and letter, nor does one with my own seats',
    (_, theme) => {
      const looks = [...theme.styles, MINE].map(({ fill, mark, letter }) => `${mark} ${fill} ${letter}`);
      expect(new Set(looks).size).toBe(looks.length);
    },
  );

  test('in the status theme the mark alone tells every state from every other', () => {
    const marks = [...createStatusTheme().styles, MINE].map(({ mark }) => mark);
    expect(new Set(marks).size).toBe(marks.length);
  });

  test.each(themes.map((theme) => [theme.key, theme] as const))(
    'numbers and letters of the %s theme have text contrast, rings and hollow seats mark contrast',
    (_, theme) => {
      for (const style of [...theme.styles, MINE]) {
        expect(contrast(style.ink, style.fill ?? GROUND), style.key).toBeGreaterThanOrEqual(TEXT_CONTRAST);
        if (style.fill === null)
          expect(contrast(style.stroke!, GROUND), style.key).toBeGreaterThanOrEqual(MARK_CONTRAST);
      }
    },
  );

  test('whatever colour a plan gives a level or a hold, it stands out and its number is legible', () => {
    fc.assert(
      fc.property(hex, (color) => {
        const named = [{ name: 'Any', color, letter: 'A' }];
        for (const theme of [createLevelTheme(named, named), createHoldTheme(named)]) {
          for (const style of theme.styles) {
            expect(contrast(style.ink, style.fill ?? GROUND)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
          }
        }
        expect(contrast(createLevelTheme(named).styles[0]!.fill!, GROUND)).toBeGreaterThanOrEqual(MARK_CONTRAST);
      }),
    );
  });

  test.each(SIGHTS)('with %s sight free, sold and mine are far apart in colour alone', (sight: Sight) => {
    const free = createStatusTheme().styles.find(({ key }) => key === 'AVAILABLE')!;
    const sold = createStatusTheme().styles.find(({ key }) => key === 'SOLD')!;
    const pairs: readonly (readonly [SeatStyle, SeatStyle])[] = [
      [free, sold],
      [free, MINE],
      [sold, MINE],
    ];
    for (const [a, b] of pairs) {
      expect(colorDifference(a.fill!, b.fill!, sight), `${a.key} ${b.key}`).toBeGreaterThan(25);
    }
  });

  test('sold recedes: it stands out less from the ground than any other filled state', () => {
    const { styles } = createStatusTheme();
    const loudness = ({ fill, stroke }: SeatStyle) =>
      Math.max(...[fill, stroke].map((c) => (c === null ? 1 : contrast(c, GROUND))));
    const sold = styles.find(({ key }) => key === 'SOLD')!;
    for (const style of styles) if (style !== sold) expect(loudness(style), style.key).toBeGreaterThan(loudness(sold));
  });
});

describe('what a seat looks like', () => {
  const theme = createLevelTheme(DEMO_LEVELS, DEMO_HOLDS);

  test.each([
    ['a free seat is its level', oneSeat('AVAILABLE', OURS, 0, 1), 'LEVEL:1'],
    ['a seat of no level has no price', oneSeat('AVAILABLE', OURS, 0, 255), 'NO_PRICE'],
    ['a seat without a price says so', oneSeat('AVAILABLE', STATE_OWNED, 0, 1), 'NO_PRICE'],
    ['a seat not ours says so before all but a sale', oneSeat('AVAILABLE', STATE_PRICED), 'NOT_OWNED'],
    ['a blocked seat not ours is not ours', oneSeat('BLOCKED', 0), 'NOT_OWNED'],
    ['a sold seat is sold whoever owns it', oneSeat('SOLD', 0), 'SOLD'],
    ['a reserved seat is in another basket', oneSeat('RESERVED', OURS, 1), 'RESERVED'],
    ['a held seat shows its hold', oneSeat('HELD', OURS, 2), 'HOLD:1'],
    ['a held seat of a hold unknown here is still held', oneSeat('HELD', OURS, 9), 'HELD'],
    [
      'a pinned seat is kept for another counter',
      oneSeat('AVAILABLE', OURS | STATE_PINNED_ELSEWHERE),
      'PINNED_ELSEWHERE',
    ],
    ['a held seat pinned elsewhere shows its hold', oneSeat('HELD', OURS | STATE_PINNED_ELSEWHERE, 1), 'HOLD:0'],
  ])('%s', (_, states, key) => {
    expect(keyOf(theme, states)).toBe(key);
  });

  test('the ownership theme tells only ours, sold and not ours', () => {
    const ownership = createOwnershipTheme();
    expect(keyOf(ownership, oneSeat('HELD', OURS))).toBe('OWNED');
    expect(keyOf(ownership, oneSeat('SOLD', OURS))).toBe('SOLD');
    expect(keyOf(ownership, oneSeat('AVAILABLE', 0))).toBe('NOT_OWNED');
  });

  test.each(themes.map((each) => [each.key, each] as const))(
    'every seat of the %s theme is counted once',
    (_, each) => {
      const counts = countStyles(each, columns, createDemoStates(columns));
      expect(counts.length).toBe(each.styles.length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(columns.count);
    },
  );
});

describe('inks', () => {
  test('black or white is legible on any colour', () => {
    fc.assert(
      fc.property(hex, (fill) => {
        expect(contrast(inkOn(fill), fill)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      }),
    );
  });

  test('a colour that stands out already is left as it is', () => {
    expect(standOut('#1f66d6', GROUND, MARK_CONTRAST)).toBe('#1f66d6');
  });

  test.each(['red', '#12345', '', '#gggggg', 'rgb(1,2,3)'])(
    '%s is not a colour and is drawn grey, not thrown',
    (color) => {
      expect(parseColor(color)).toBeNull();
      const [style] = createCategoryTheme([{ name: 'Odd', color, letter: 'O' }]).styles;
      expect(parseColor(style!.fill!)).not.toBeNull();
    },
  );
});
