/** `parterre import-map FILE`: a plan into a new map, with the repairs that are asked for. */
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { v7 as uuid } from 'uuid';
import type { FaultView } from '../../src-shared/contract/house.ts';
import type { AppError } from '../../src-shared/domain/result.ts';
import { placeInWords } from '../../src-shared/domain/seat-map/fault.ts';
import { fileTooLarge, PLAN_BYTES_MAX } from '../../src-shared/domain/seat-map/import/limits.ts';
import { text } from '../../src-shared/text/text.ts';
import { DEMO_HOUSE } from '../demo/seed-demo.ts';
import { EXIT } from './exit-codes.ts';
import { findPerson, noSuchPerson, readArguments, report, withCore } from './open-core.ts';

interface Imported {
  readonly mapId: string;
  readonly mapVersionId: string;
  readonly seatCount: number;
  readonly faults: readonly FaultView[];
}

export async function runImportMap(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args, {
    data: { type: 'string' },
    user: { type: 'string' },
    name: { type: 'string' },
    repair: { type: 'string' },
    json: { type: 'boolean' },
  });
  if (!parsed) return EXIT.usage;
  const { values } = parsed;
  const asJson = values.json ?? false;
  const [file, ...more] = parsed.positionals;
  if (file === undefined || more.length > 0)
    return report({ code: 'USAGE', message: text('cli.importUsage') }, asJson, EXIT.usage);
  const plan = await readPlanFile(file);
  if ('code' in plan) return report(plan, asJson, EXIT.refused);
  const repairs = values.repair === 'all' ? 'all' : (values.repair ?? '').split(',').filter((id) => id !== '');

  return withCore({ data: values.data, asJson, setUp: DEMO_HOUSE }, async (core) => {
    const person = await findPerson(core, values.user);
    if (!person) return report(noSuchPerson(values.user), asJson, EXIT.refused);
    const call = (name: string, input: unknown) => core.router.callAs(person, name, input, uuid());
    const venues = await call('venue.list', {});
    if (!venues.ok) return report(venues.error, asJson, EXIT.refused);
    let venueId = (venues.value as readonly { venueId: string }[])[0]?.venueId;
    if (venueId === undefined) {
      const created = await call('venue.create', { name: DEMO_HOUSE.name, address: '', timeZone: DEMO_HOUSE.timeZone });
      if (!created.ok) return report(created.error, asJson, EXIT.refused);
      ({ venueId } = created.value as { venueId: string });
    }
    const fileName = basename(file);
    const startedMs = performance.now();
    const result = await call('map.import', {
      fileName,
      text: plan.content,
      repairs,
      venueId,
      name: values.name ?? fileName.replace(/\.\w+$/, ''),
    });
    if (!result.ok) return refuse(result.error, asJson);
    const { mapId, seatCount, faults } = result.value as Imported;
    if (asJson)
      console.log(
        JSON.stringify({ seats: seatCount, faults: faults.map(({ kind, count }) => ({ kind, count })), mapId }),
      );
    else {
      const isDone = (id: string): boolean => repairs === 'all' || repairs.includes(id);
      for (const line of faults.flatMap((fault) => faultLines(fault, isDone))) console.log(line);
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      console.log(text('cli.imported', { seats: seatCount, mapId, seconds }));
    }
    return EXIT.done;
  });
}

/** Of each kind; the window shows as many. */
const PLACES_SHOWN = 3;

/** What is wrong, where first, and how to have it repaired or what was done. */
function faultLines(
  { severity, sentence, count, places, repair }: FaultView,
  isDone: (id: string) => boolean,
): string[] {
  const shown = places.slice(0, PLACES_SHOWN).map((place) => `  ${placeInWords(place)}`);
  return [
    `${severity} ${sentence}`,
    ...shown,
    ...(count > shown.length ? [`  ${text('cli.morePlaces', { count: count - shown.length })}`] : []),
    ...(repair ? [`  ${text(isDone(repair.id) ? 'cli.repaired' : 'cli.repair', repair)}`] : []),
  ];
}

function refuse(error: AppError, asJson: boolean): number {
  const code = report(error, asJson, EXIT.found);
  const { faults = [] } = (error.data ?? {}) as { readonly faults?: readonly FaultView[] };
  if (!asJson) for (const line of faults.flatMap((fault) => faultLines(fault, () => false))) console.error(line);
  return code;
}

/** The limit is checked before a byte is read. */
async function readPlanFile(file: string): Promise<{ content: string } | AppError> {
  try {
    const { size } = await stat(file);
    if (size > PLAN_BYTES_MAX) return fileTooLarge(basename(file), size).error;
    return { content: await readFile(file, 'utf8') };
  } catch (error) {
    return { code: 'FILE_NOT_READ', message: text('cli.fileNotRead', { file, reason: (error as Error).message }) };
  }
}
