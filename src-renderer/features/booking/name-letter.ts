import { foldText } from '../../../src-shared/domain/text/fold.ts';

/** The letter a name is found under: folded, so that Ä is with A. */
export function letterOf(name: string): string {
  return [...foldText(name)][0]?.toUpperCase() ?? '#';
}
