import { useEffect, useState } from 'react';
import type { PlanPreview } from '../../../src-shared/contract/house.ts';
import { text } from '../../../src-shared/text/text.ts';
import { messageBeyondFields, problemOf } from '../../app/issues.ts';
import { useRouter } from '../../app/router.ts';
import { useAct } from '../../app/use-act.ts';
import { useReading } from '../../app/use-program.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Message } from '../../ui/Message.tsx';
import { Select } from '../../ui/Select.tsx';
import { Status } from '../../ui/Status.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { FaultTable } from './FaultTable.tsx';
import { fileNameToMapName, type PlanFile } from './plan-file.ts';
import { repairsToApply } from './use-plan-import.ts';
import { VenueDialog } from './VenueDialog.tsx';

export interface ImportFormProps {
  readonly plan: PlanFile;
  readonly csvColumns: Readonly<Record<string, string>> | undefined;
  readonly preview: PlanPreview;
  readonly isChecking: boolean;
  readonly refused: ReadonlySet<string>;
  readonly onRefuse: (refused: ReadonlySet<string>) => void;
}

/** What is wrong in the file, which repairs to apply, where the map goes and what it is called. */
export function ImportForm(props: ImportFormProps) {
  const { plan, csvColumns, preview, isChecking, refused } = props;
  const router = useRouter();
  const act = useAct();
  const [name, setName] = useState(() => preview.document?.name.trim() || fileNameToMapName(plan.fileName));
  const [venueId, setVenueId] = useState<string | null>(null);
  const [wasTried, setWasTried] = useState(false);
  const venueProblem = wasTried && venueId === null ? text('mapScreen.import.venueNeeded') : null;

  const store = async () => {
    setWasTried(true);
    if (venueId === null) return;
    const stored = await act.run(text('mapScreen.import.act', { name }), 'map.import', {
      ...plan,
      ...(csvColumns ? { csvColumns } : {}),
      repairs: repairsToApply(preview, refused),
      venueId,
      name,
    });
    if (stored.ok) router.open('maps', { mapVersionId: stored.value.mapVersionId });
  };
  const beyond = messageBeyondFields(act.error, ['name', 'venueId']);
  const refusal = isChecking
    ? text('mapScreen.import.wait')
    : preview.document === null
      ? text('mapScreen.preview.errorsLeft')
      : null;

  return (
    <div className="map-import-column">
      <div className="map-import-scroll">
        <Facts preview={preview} />
        <Faults {...props} />
      </div>
      <form
        className="map-import-foot"
        onSubmit={(event) => {
          event.preventDefault();
          if (refusal === null) void store();
        }}
      >
        {beyond ? <Message tone="bad">{beyond}</Message> : null}
        <TextField
          size="compact"
          label={text('mapScreen.import.name')}
          value={name}
          onChange={setName}
          problem={problemOf(act.error, 'name', text('mapScreen.import.name'))}
        />
        <VenueChoice venueId={venueId} problem={venueProblem} onChoose={setVenueId} />
        <Button tone="primary" unavailable={refusal} isPending={act.isBusy} onPress={() => void store()}>
          {text('mapScreen.importNow')}
        </Button>
      </form>
    </div>
  );
}

interface VenueChoiceProps {
  readonly venueId: string | null;
  readonly problem: string | null;
  readonly onChoose: (venueId: string) => void;
}

function VenueChoice({ venueId, problem, onChoose }: VenueChoiceProps) {
  const venues = useReading('venue.list', {}, ['venues']);
  const [makesVenue, setMakesVenue] = useState(false);
  const [only] = venues.value?.length === 1 ? venues.value : [];
  useEffect(() => {
    if (venueId === null && only) onChoose(only.venueId);
  }, [venueId, only, onChoose]);
  return (
    <div className="map-import-venue">
      <Select
        size="compact"
        label={text('mapScreen.import.venue')}
        choices={(venues.value ?? []).map((venue) => ({ id: venue.venueId, name: venue.name }))}
        value={venueId}
        onChange={onChoose}
        problem={problem}
      />
      <Button size="compact" onPress={() => setMakesVenue(true)}>
        {text('mapScreen.newVenue')}
      </Button>
      {makesVenue ? (
        <VenueDialog
          onClose={() => setMakesVenue(false)}
          onCreated={(created) => {
            onChoose(created);
            setMakesVenue(false);
          }}
        />
      ) : null}
    </div>
  );
}

function Facts({ preview }: { readonly preview: PlanPreview }) {
  return (
    <p className="map-import-facts figures">
      <strong>{text('office.seats', { count: preview.seatCount })}</strong>
      <span>{text('mapScreen.sections', { count: preview.sectionCount })}</span>
      <span>{text('mapScreen.rows', { count: preview.rowCount })}</span>
    </p>
  );
}

function Faults({ preview, refused, onRefuse, isChecking }: ImportFormProps) {
  const repairs = new Set(preview.faults.flatMap(({ repair }) => repair?.id ?? []));
  if (preview.faults.length === 0) {
    return (
      <div className="map-fault">
        <Status tone="ok">{text('mapScreen.faults.none')}</Status>
      </div>
    );
  }
  return (
    <div aria-busy={isChecking}>
      <div className="map-faults-head">
        <h2>{text('mapScreen.faults')}</h2>
        {repairs.size > 1 ? (
          <Checkbox
            isSelected={refused.size === 0}
            isIndeterminate={refused.size > 0 && refused.size < repairs.size}
            onChange={(isOn) => onRefuse(isOn ? new Set() : repairs)}
          >
            {text('mapScreen.repairs.all')}
          </Checkbox>
        ) : null}
      </div>
      <FaultTable faults={preview.faults} refused={refused} onRefuse={onRefuse} />
    </div>
  );
}
