import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, instantToWallTime, textToTime, wallTimeToInstant } from '../../../src-renderer/app/wall-clock.ts';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
];
const minutes = fc.integer({ min: 0, max: 66_000_000 }).map((minute) => minute * 60_000);

describe('a venue’s wall clock', () => {
  it('shows an instant and reads it back as the same, or as its twin when the clock shows it twice', () => {
    fc.assert(
      fc.property(minutes, fc.constantFrom(...ZONES), (atMs, zone) => {
        const wall = instantToWallTime(atMs, zone);
        const back = wallTimeToInstant(wall, zone);
        expect(back).not.toBeNull();
        expect(instantToWallTime(back!, zone)).toEqual(wall);
        expect(back! <= atMs && atMs - back! <= 3_600_000).toBe(true);
      }),
    );
  });

  it.each([
    ['Europe/Berlin', '2026-11-21', '19:30', Date.UTC(2026, 10, 21, 18, 30)],
    ['Europe/Berlin', '2026-07-21', '19:30', Date.UTC(2026, 6, 21, 17, 30)],
    // Shown twice on this night: the first is meant.
    ['Europe/Berlin', '2026-10-25', '02:30', Date.UTC(2026, 9, 25, 0, 30)],
    ['America/New_York', '2026-11-01', '01:30', Date.UTC(2026, 10, 1, 5, 30)],
    // Skipped on this night: read as if the clock had not changed yet.
    ['Europe/Berlin', '2026-03-29', '02:30', Date.UTC(2026, 2, 29, 1, 30)],
    ['Australia/Lord_Howe', '2026-10-04', '02:15', Date.UTC(2026, 9, 3, 15, 45)],
    ['Asia/Kathmandu', '2026-01-01', '00:00', Date.UTC(2025, 11, 31, 18, 15)],
  ])('reads %s %s %s', (zone, date, time, expected) => {
    expect(wallTimeToInstant({ date, time }, zone)).toBe(expected);
  });

  it.each([
    ['2026-02-29', '10:00'],
    ['2026-02-31', '10:00'],
    ['2026-13-01', '10:00'],
    ['', '10:00'],
    ['2026-01-01', '24:00'],
    ['2026-01-01', ''],
  ])('refuses %s %s', (date, time) => {
    expect(wallTimeToInstant({ date, time }, 'UTC')).toBeNull();
  });

  it('counts days over the ends of months, years and February', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });
});

describe('a time of day as people type it', () => {
  it.each([
    ['19:30', '19:30'],
    ['1930', '19:30'],
    ['19.30', '19:30'],
    ['19h30', '19:30'],
    ['930', '09:30'],
    ['7', '07:00'],
    ['7pm', '19:00'],
    ['7:30 pm', '19:30'],
    ['12 am', '00:00'],
    ['12pm', '12:00'],
    [' 0:05 ', '00:05'],
    ['١٩٣٠', '19:30'],
  ])('reads %s as %s', (typed, time) => {
    expect(textToTime(typed)).toBe(time);
  });

  it.each(['', 'seven', '24:00', '19:60', '13pm', '0 am', '19:3', '19305'])('refuses “%s”', (typed) => {
    expect(textToTime(typed)).toBeNull();
  });
});
