/** `parterre verify`: every rule the data must keep, checked on the data itself. */
import { text } from '../../src-shared/text/text.ts';
import { verifyDevice } from '../verify.ts';
import { EXIT } from './exit-codes.ts';
import { readArguments, withCore } from './open-core.ts';

export async function runVerify(args: readonly string[]): Promise<number> {
  const parsed = readArguments(args, { data: { type: 'string' }, json: { type: 'boolean' } });
  if (!parsed) return EXIT.usage;
  const asJson = parsed.values.json ?? false;
  return withCore({ data: parsed.values.data, asJson }, async (core) => {
    const checks = await verifyDevice(core.store, core.secondJournal);
    const problems = checks.reduce((sum, check) => sum + check.problems.length, 0);
    if (asJson) console.log(JSON.stringify({ checks, problems }));
    else {
      for (const check of checks) {
        console.log(
          text(check.problems.length === 0 ? 'cli.checkClean' : 'cli.checkFound', {
            name: check.name,
            count: check.count,
            problems: check.problems.length,
          }),
        );
        for (const problem of check.problems) console.log(`  ${problem}`);
      }
      console.log(text(problems === 0 ? 'cli.verified' : 'cli.verifiedWithProblems', { problems }));
    }
    return problems === 0 ? EXIT.done : EXIT.found;
  });
}
