import type { FaultView } from '../../../src-shared/contract/house.ts';
import { placeInWords } from '../../../src-shared/domain/seat-map/fault.ts';
import { text } from '../../../src-shared/text/text.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Status } from '../../ui/Status.tsx';

export interface FaultTableProps {
  readonly faults: readonly FaultView[];
  /** Ids of the repairs not to apply. */
  readonly refused: ReadonlySet<string>;
  readonly onRefuse: (refused: ReadonlySet<string>) => void;
}

const PLACES_SHOWN = 3;

export function FaultStatus({ fault }: { readonly fault: FaultView }) {
  return (
    <Status tone={fault.severity === 'ERROR' ? 'bad' : 'warn'}>
      {text(fault.severity === 'ERROR' ? 'mapScreen.ERROR' : 'mapScreen.WARNING')}
    </Status>
  );
}

function Repair({ fault, refused, onRefuse }: { readonly fault: FaultView } & Omit<FaultTableProps, 'faults'>) {
  const { repair } = fault;
  if (!repair) {
    const key = fault.severity === 'ERROR' ? 'mapScreen.faults.noRepairError' : 'mapScreen.faults.noRepair';
    return <p className="map-fault-none">{text(key)}</p>;
  }
  const toggle = (isOn: boolean) => {
    const next = new Set(refused);
    if (isOn) next.delete(repair.id);
    else next.add(repair.id);
    onRefuse(next);
  };
  return (
    <Checkbox isSelected={!refused.has(repair.id)} onChange={toggle}>
      {repair.sentence}
    </Checkbox>
  );
}

/** Each kind of fault: how grave, how often, where first, and what would be done about it. */
export function FaultTable({ faults, refused, onRefuse }: FaultTableProps) {
  const errorsFirst = [...faults].sort((a, b) => Number(a.severity !== 'ERROR') - Number(b.severity !== 'ERROR'));
  return (
    <ul className="map-faults" aria-label={text('mapScreen.faults')}>
      {errorsFirst.map((fault) => (
        <li key={fault.kind} className="map-fault">
          <div className="map-fault-head">
            <FaultStatus fault={fault} />
            <span className="map-fault-sentence">{fault.sentence}</span>
          </div>
          <ul className="map-fault-places" data-selectable>
            {fault.places.slice(0, PLACES_SHOWN).map((place, index) => (
              <li key={index}>{placeInWords(place)}</li>
            ))}
            {fault.count > PLACES_SHOWN ? (
              <li>{text('mapScreen.faults.more', { count: fault.count - PLACES_SHOWN })}</li>
            ) : null}
          </ul>
          <Repair fault={fault} refused={refused} onRefuse={onRefuse} />
        </li>
      ))}
    </ul>
  );
}
