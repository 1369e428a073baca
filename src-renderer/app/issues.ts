/** What a refused form says of each of its fields. */
import type { AppError } from '../../src-shared/domain/result.ts';

interface Issue {
  readonly path: string;
  readonly message: string;
}

function issuesOf(error: AppError | null): readonly Issue[] {
  const data = error?.data;
  return typeof data === 'object' && data !== null && 'issues' in data && Array.isArray(data.issues)
    ? (data.issues as readonly Issue[])
    : [];
}

/** What is wrong with one field, as a sentence under it; null when nothing is. */
export function problemOf(error: AppError | null, path: string, label: string): string | null {
  const issue = issuesOf(error).find((each) => each.path === path);
  if (!issue) return null;
  // A rule speaks in whole sentences; a schema says `is needed` and leaves out of what.
  const isSentence = issue.message.charAt(0) !== issue.message.charAt(0).toLowerCase();
  return isSentence ? issue.message : `${label} ${issue.message}.`;
}

/** The error as a message over the form: null when every part of it stands under a field of the form. */
export function messageBeyondFields(error: AppError | null, paths: readonly string[]): string | null {
  if (!error) return null;
  const issues = issuesOf(error);
  return issues.length > 0 && issues.every((issue) => paths.includes(issue.path)) ? null : error.message;
}
