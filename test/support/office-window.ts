/** The program as an office works in it, and the plan of a house with faults. */
import type { Page } from 'playwright';
import { openProgram } from './evening/program.ts';

export interface OfficeWindow {
  readonly page: Page;
  /** What the page complained about. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Opens the program on a new data folder and signs the owner in. */
export async function openOffice(): Promise<OfficeWindow> {
  const { page, complaints, close } = await openProgram();
  await page.getByText('Olga Owner').waitFor();
  await page.keyboard.type('olga1000');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Settings' }).waitFor();
  return { page, complaints, close };
}

/** A pretix plan of 8 balcony seats that have the stalls' ids, and 6 seats for each row of the stalls. */
export function faultyPlan(stallsRows = 'ABCD'): string {
  const row = (label: string, seats: number, y: number) => ({
    row_number: label,
    row_number_position: 'both',
    position: { x: 0, y },
    seats: Array.from({ length: seats }, (_, index) => ({
      seat_guid: `${label}-${index + 1}`,
      seat_number: String(index + 1),
      position: { x: 20 + index * 30, y: 0 },
      category: y < 200 ? 'Front' : 'Back',
    })),
  });
  return JSON.stringify({
    name: 'Little House',
    categories: [
      { name: 'Front', color: '#8e4585' },
      { name: 'Back', color: '#1f6fb2' },
    ],
    zones: [
      {
        name: 'Stalls',
        position: { x: 0, y: 0 },
        rows: [...stallsRows].map((label, index) => row(label, 6, 40 + index * 30)),
        areas: [],
      },
      {
        name: 'Balcony',
        position: { x: 0, y: 0 },
        rows: ['A', 'B'].map((label, index) => row(label, 4, 240 + index * 30)),
        areas: [],
      },
    ],
    size: { width: 240, height: 320 },
  });
}
