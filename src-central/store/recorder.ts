/**
 * The parent's record of what it decided: an audit row in the command's transaction. Its place in the chain and its
 * hash stay null until the sealer has passed behind the commit, so that no two commands wait for each other's hash.
 * There is no journal: the parent's rows are the truth its devices pull.
 */
import { FactsBuilder } from '../../src-shared/core/facts.ts';
import { auditDetail } from '../../src-shared/core/chains.ts';
import type { Recorder } from '../../src-shared/core/recorder.ts';

export interface CentralRecorderOptions {
  readonly agencyId: string;
  /** The parent's own id, as the deciding device. */
  readonly deviceId: string;
  readonly newId: () => string;
}

export function createCentralRecorder({ agencyId, deviceId, newId }: CentralRecorderOptions): Recorder {
  return {
    settle: () => undefined,
    record: (entry) => {
      const builder = new FactsBuilder(agencyId, entry.at);
      builder.insert('auditRecords', {
        id: newId(),
        deviceId,
        sequence: null,
        commandId: entry.commandId,
        name: entry.name,
        userId: entry.userId,
        allowedBy: entry.allowedBy,
        at: entry.at,
        subject: entry.subject,
        detail: auditDetail(entry.facts),
        previousHash: null,
        hash: null,
      });
      return { facts: builder.build(), committed: () => undefined };
    },
  };
}
