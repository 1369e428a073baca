import { FileUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import { DropZone, FileTrigger } from 'react-aria-components';
import type { PlanPreview } from '../../../src-shared/contract/house.ts';
import { text } from '../../../src-shared/text/text.ts';
import { useRouter } from '../../app/router.ts';
import { SeatChooser } from '../../canvas/SeatChooser.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Message } from '../../ui/Message.tsx';
import { Page } from '../../ui/Page.tsx';
import { ProgressBar } from '../../ui/ProgressBar.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CsvColumns } from './CsvColumns.tsx';
import { ImportForm } from './ImportForm.tsx';
import { drawDocument, themeOfDocument } from './map-drawing.ts';
import { usePlanImport, type PlanImport } from './use-plan-import.ts';
import './maps.css';

const ACCEPTED = ['.json', '.json5', '.js', '.mjs', '.csv', '.tsv', '.txt', 'application/json', 'text/csv'];

/** A plan's file: chosen, looked at with all its faults, drawn as it would be stored, and only then stored. */
export function ImportPlan() {
  const router = useRouter();
  const plan = usePlanImport();
  const { state } = plan;
  const hasColumn = state.kind === 'READY' || state.kind === 'UNMAPPED';
  return (
    <Page
      title={text('mapScreen.import')}
      back={{ label: text('office.back'), onPress: () => router.open('maps') }}
      facts={'plan' in state ? <span>{state.plan.fileName}</span> : null}
      actions={hasColumn ? <FileButton plan={plan} label={text('mapScreen.file.other')} /> : null}
    >
      {hasColumn ? <Chosen plan={plan} /> : <Choosing plan={plan} />}
    </Page>
  );
}

function FileButton({ plan, label }: { readonly plan: PlanImport; readonly label: string }) {
  return (
    <FileTrigger
      acceptedFileTypes={ACCEPTED}
      onSelect={(files) => {
        const file = files?.[0];
        if (file) plan.choose(file);
      }}
    >
      <Button icon={FileUp} tone={plan.state.kind === 'READY' ? 'plain' : 'primary'} size="compact">
        {label}
      </Button>
    </FileTrigger>
  );
}

function Choosing({ plan }: { readonly plan: PlanImport }) {
  const { state } = plan;
  return (
    <DropZone
      className="map-drop"
      onDrop={(event) => {
        const item = event.items.find((each) => each.kind === 'file');
        if (item?.kind === 'file') void item.getFile().then(plan.choose);
      }}
    >
      <div className="map-drop-inner">
        {state.kind === 'REFUSED' ? <Message tone="bad">{state.error.message}</Message> : null}
        {state.kind === 'READING' ? (
          <ProgressBar
            label={text('mapScreen.file.reading', { fileName: state.fileName })}
            done={Math.round(state.doneBytes / 1024)}
            total={Math.round(state.totalBytes / 1024)}
            onCancel={plan.stop}
          />
        ) : (
          <EmptyState
            title={text('mapScreen.file.title')}
            action={
              <div className="map-drop-how">
                <FileButton plan={plan} label={text('mapScreen.file.choose')} />
                <span>{text('mapScreen.file.drop')}</span>
              </div>
            }
          >
            {text('mapScreen.file.text')}
          </EmptyState>
        )}
      </div>
    </DropZone>
  );
}

function Chosen({ plan }: { readonly plan: PlanImport }) {
  const { state } = plan;
  if (state.kind === 'UNMAPPED') {
    return (
      <div className="map-unmapped">
        {state.error.code === 'PLAN_NOT_RECOGNISED' ? null : <Message tone="warn">{state.error.message}</Message>}
        <CsvColumns headings={state.headings} onMapped={plan.mapColumns} />
      </div>
    );
  }
  if (state.kind !== 'READY') return null;
  if (state.preview === null) {
    return (
      <div className="map-checking">
        <p>{text('mapScreen.file.checking')}</p>
        <Skeleton lines={6} />
        <Button onPress={plan.stop}>{text('ui.cancel')}</Button>
      </div>
    );
  }
  return (
    <div className="ui-split map-import">
      <Preview preview={state.preview} />
      <ImportForm
        key={state.plan.fileName}
        plan={state.plan}
        csvColumns={state.csvColumns}
        preview={state.preview}
        isChecking={state.isChecking}
        refused={state.refused}
        onRefuse={plan.refuse}
      />
    </div>
  );
}

function Preview({ preview }: { readonly preview: PlanPreview }) {
  const { document } = preview;
  const drawn = useMemo(() => {
    if (!document) return null;
    const drawing = drawDocument(document);
    return { ...drawing, theme: themeOfDocument(drawing.columns, document) };
  }, [document]);
  const [chosen] = useState<readonly number[]>([]);
  if (!drawn) {
    return <EmptyState title={text('mapScreen.preview.errorsLeft')}>{text('mapScreen.preview.none')}</EmptyState>;
  }
  return <SeatChooser {...drawn} label={text('mapScreen.preview')} chosen={chosen} />;
}
