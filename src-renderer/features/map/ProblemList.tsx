import type { FaultView } from '../../../src-shared/contract/house.ts';
import { placeInWords } from '../../../src-shared/domain/seat-map/fault.ts';
import { text } from '../../../src-shared/text/text.ts';
import { Status } from '../../ui/Status.tsx';
import { FaultStatus } from './FaultTable.tsx';

export interface ProblemListProps {
  readonly faults: readonly FaultView[];
  readonly onGo: (place: FaultView['places'][number]) => void;
}

/** What is wrong with the map; a press goes there. */
export function ProblemList({ faults, onGo }: ProblemListProps) {
  if (faults.length === 0) {
    return (
      <div className="map-fault">
        <Status tone="ok">{text('mapScreen.problems.none')}</Status>
      </div>
    );
  }
  return (
    <ul className="map-faults" aria-label={text('mapScreen.problems')}>
      {faults.map((fault) => (
        <li key={fault.kind} className="map-fault">
          <div className="map-fault-head">
            <FaultStatus fault={fault} />
            <span className="map-fault-sentence">{fault.sentence}</span>
          </div>
          <ul>
            {fault.places.map((place, index) => (
              <li key={index}>
                <button type="button" className="map-problem" onClick={() => onGo(place)}>
                  {placeInWords(place)}
                </button>
              </li>
            ))}
          </ul>
          {fault.count > fault.places.length ? (
            <p className="map-fault-none">
              {text('mapScreen.faults.more', { count: fault.count - fault.places.length })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
