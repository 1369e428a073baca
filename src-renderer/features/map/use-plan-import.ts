/** From a file on the disk to a plan that may be stored. Nothing is stored here; an answer that nobody waits for is dropped. */
import { useCallback, useRef, useState } from 'react';
import type { PlanPreview } from '../../../src-shared/contract/house.ts';
import type { AppError } from '../../../src-shared/domain/result.ts';
import { useProgram } from '../../app/use-program.ts';
import { csvHeadings, readPlanFile, type PlanFile } from './plan-file.ts';

export type PlanImportState =
  | { readonly kind: 'CHOOSING' }
  | { readonly kind: 'READING'; readonly fileName: string; readonly doneBytes: number; readonly totalBytes: number }
  | { readonly kind: 'REFUSED'; readonly error: AppError }
  | {
      readonly kind: 'UNMAPPED';
      readonly error: AppError;
      readonly plan: PlanFile;
      readonly headings: readonly string[];
    }
  | {
      readonly kind: 'READY';
      readonly plan: PlanFile;
      readonly csvColumns: Readonly<Record<string, string>> | undefined;
      /** Null while it is checked for the first time; the one before while it is checked again. */
      readonly preview: PlanPreview | null;
      readonly isChecking: boolean;
      readonly refused: ReadonlySet<string>;
    };

type Ready = Extract<PlanImportState, { kind: 'READY' }>;

const UNMAPPED_CODES = ['PLAN_MISSING_COLUMNS', 'PLAN_REPEATED_COLUMNS', 'PLAN_NOT_RECOGNISED'];

/** `all` also runs repairs that nothing asked for by name, so it is used unless one is refused. */
export function repairsToApply(preview: PlanPreview | null, refused: ReadonlySet<string>): 'all' | string[] {
  const offered = new Set((preview?.faults ?? []).flatMap(({ repair }) => repair?.id ?? []));
  const applied = [...offered].filter((id) => !refused.has(id));
  return applied.length === offered.size ? 'all' : applied;
}

export interface PlanImport {
  readonly state: PlanImportState;
  choose(file: File): void;
  stop(): void;
  refuse(refused: ReadonlySet<string>): void;
  mapColumns(csvColumns: Readonly<Record<string, string>>): void;
}

export function usePlanImport(): PlanImport {
  const { bridge } = useProgram();
  const [state, setState] = useState<PlanImportState>({ kind: 'CHOOSING' });
  const current = useRef(new AbortController());

  const begin = useCallback((): AbortSignal => {
    current.current.abort();
    current.current = new AbortController();
    return current.current.signal;
  }, []);

  const check = useCallback(
    async (ready: Ready): Promise<void> => {
      const signal = begin();
      setState({ ...ready, isChecking: true });
      const { plan, csvColumns, preview, refused } = ready;
      const answer = await bridge.call('map.previewImport', {
        ...plan,
        ...(csvColumns ? { csvColumns } : {}),
        repairs: repairsToApply(preview, refused),
      });
      if (signal.aborted) return;
      if (answer.ok) return setState({ ...ready, preview: answer.value, isChecking: false });
      const headings = UNMAPPED_CODES.includes(answer.error.code) ? csvHeadings(plan.text) : [];
      const isList = headings.length >= 3 && !/^\s*[{[<]/.test(plan.text);
      setState(
        isList ? { kind: 'UNMAPPED', error: answer.error, plan, headings } : { kind: 'REFUSED', error: answer.error },
      );
    },
    [bridge, begin],
  );

  const first = (plan: PlanFile, csvColumns?: Readonly<Record<string, string>>) =>
    check({ kind: 'READY', plan, csvColumns, preview: null, isChecking: true, refused: new Set() });

  const choose = async (file: File): Promise<void> => {
    const signal = begin();
    const reading = { kind: 'READING', fileName: file.name, totalBytes: file.size } as const;
    setState({ ...reading, doneBytes: 0 });
    const plan = await readPlanFile(file, signal, (doneBytes) => setState({ ...reading, doneBytes }));
    if (signal.aborted) return;
    if (plan.ok) await first(plan.value);
    else setState({ kind: 'REFUSED', error: plan.error });
  };

  return {
    state,
    choose: (file) => void choose(file),
    stop: () => {
      begin();
      setState({ kind: 'CHOOSING' });
    },
    refuse: (refused) => {
      if (state.kind === 'READY') void check({ ...state, refused });
    },
    mapColumns: (csvColumns) => {
      if (state.kind === 'UNMAPPED') void first(state.plan, csvColumns);
    },
  };
}
