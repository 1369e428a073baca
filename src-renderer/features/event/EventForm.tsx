import { useLocale } from 'react-aria-components';
import type { MapSummary } from '../../../src-shared/contract/house.ts';
import { text } from '../../../src-shared/text/text.ts';
import { textToTime } from '../../app/wall-clock.ts';
import { NumberField } from '../../ui/NumberField.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { changeDraft, type DraftProblems, type EventDraft } from './event-draft.ts';

export interface EventFormProps {
  readonly draft: EventDraft;
  readonly onChange: (draft: EventDraft) => void;
  readonly problems: DraftProblems;
  /** Only while the event is new: afterwards its map and whose seats they are stand still. */
  readonly maps?: readonly MapSummary[];
  /** The venue's; null while no map is chosen. */
  readonly timeZone: string | null;
}

type TextKey = 'title' | 'kind' | 'date' | 'doors' | 'starts' | 'endDate' | 'ends' | 'refundDate' | 'refundTime';

interface PartProps extends EventFormProps {
  readonly set: (change: Partial<EventDraft>) => void;
}

/** What an event is, when, and by which rules it is sold. */
export function EventForm(props: EventFormProps) {
  const { draft, onChange } = props;
  const set = (change: Partial<EventDraft>) => onChange(changeDraft(draft, change));
  return (
    <div className="event-form">
      <What {...props} set={set} />
      <When {...props} set={set} />
      <Rules {...props} set={set} />
    </div>
  );
}

function Typed({
  field,
  label,
  draft,
  problems,
  set,
  ...rest
}: PartProps & {
  readonly field: TextKey;
  readonly label: string;
  readonly kind?: 'date' | 'time';
  readonly help?: string | undefined;
  readonly placeholder?: string;
}) {
  const { kind, help, placeholder } = rest;
  return (
    <TextField
      label={label}
      size="compact"
      value={draft[field]}
      onChange={(value) => set({ [field]: value })}
      problem={problems[field] ?? null}
      {...(help ? { help } : {})}
      {...(placeholder ? { placeholder } : {})}
      {...(kind === 'date' ? { type: 'date' } : {})}
      {...(kind === 'time'
        ? {
            onBlur: () => {
              const time = textToTime(draft[field]);
              if (time !== null && time !== draft[field]) set({ [field]: time });
            },
          }
        : {})}
    />
  );
}

function What(props: PartProps) {
  const { draft, problems, maps, set } = props;
  return (
    <div className="ui-form">
      <div data-span="8">
        <Typed {...props} field="title" label={text('eventScreen.title')} />
      </div>
      <div data-span="4">
        <Typed {...props} field="kind" label={text('eventScreen.kind')} placeholder={text('eventScreen.kind.hint')} />
      </div>
      {maps ? (
        <>
          <div data-span="8">
            <Select
              size="compact"
              label={text('eventScreen.map')}
              choices={publishedVersions(maps)}
              value={draft.mapVersionId}
              onChange={(mapVersionId) => set({ mapVersionId })}
              problem={problems.mapVersionId ?? null}
              help={text('eventScreen.map.fixed')}
            />
          </div>
          <div data-span="4">
            <Select
              size="compact"
              label={text('eventScreen.inventory')}
              choices={(['HOUSE', 'BROKERED'] as const).map((id) => ({
                id,
                name: text(`eventScreen.inventory.${id}`),
              }))}
              value={draft.inventory}
              onChange={(id) => set({ inventory: id as 'HOUSE' | 'BROKERED' })}
            />
          </div>
        </>
      ) : null}
    </div>
  );
}

/** Versions that events can be made on, as choices. */
function publishedVersions(maps: readonly MapSummary[]) {
  return maps.flatMap(({ name, venueName, versions }) =>
    versions
      .filter((version) => version.status === 'PUBLISHED')
      .map((version) => ({
        id: version.mapVersionId,
        name: text('eventScreen.map.version', { name, number: version.number }),
        detail: text('eventScreen.map.detail', { venue: venueName, count: version.seatCount }),
      })),
  );
}

function When(props: PartProps) {
  const { draft, timeZone } = props;
  const { locale } = useLocale();
  const day = (date: string) =>
    date === ''
      ? undefined
      : new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  const named = day(draft.date);
  const help = named && timeZone ? text('eventScreen.inZone', { day: named, zone: timeZone }) : named;
  return (
    <div className="ui-form">
      <div data-span="4">
        <Typed {...props} field="date" kind="date" label={text('eventScreen.date')} help={help} />
      </div>
      <div data-span="2">
        <Typed {...props} field="doors" kind="time" label={text('eventScreen.doors')} />
      </div>
      <div data-span="2">
        <Typed {...props} field="starts" kind="time" label={text('eventScreen.starts')} />
      </div>
      <div data-span="2">
        <Typed {...props} field="ends" kind="time" label={text('eventScreen.ends')} />
      </div>
      <div data-span="2">
        <Typed {...props} field="endDate" kind="date" label={text('eventScreen.endDate')} />
      </div>
    </div>
  );
}

function Rules(props: PartProps) {
  const { draft, problems, set } = props;
  return (
    <div className="ui-form">
      <div data-span="3">
        <NumberField
          size="compact"
          label={text('eventScreen.basket')}
          value={draft.basketMinutes}
          onChange={(basketMinutes) => set({ basketMinutes })}
          minValue={5}
          maxValue={15}
          unit={text('eventScreen.minutes')}
        />
      </div>
      <div data-span="3">
        <NumberField
          size="compact"
          label={text('eventScreen.perBooking')}
          value={draft.seatsPerBooking}
          onChange={(seatsPerBooking) => set({ seatsPerBooking })}
          minValue={1}
          maxValue={500}
        />
      </div>
      <div data-span="3">
        <Select
          size="compact"
          label={text('eventScreen.noSingle')}
          choices={(['STRICT', 'LENIENT', 'OFF'] as const).map((id) => ({
            id,
            name: text(`eventScreen.noSingle.${id}`),
          }))}
          value={draft.noSingleRule}
          onChange={(id) => set({ noSingleRule: id as EventDraft['noSingleRule'] })}
        />
      </div>
      <div data-span="3">
        <NumberField
          size="compact"
          label={text('eventScreen.capacity')}
          value={draft.licensedCapacity ?? Number.NaN}
          onChange={(value) => set({ licensedCapacity: Number.isNaN(value) ? null : value })}
          minValue={1}
          maxValue={300_000}
          help={text('eventScreen.capacity.help')}
          problem={problems.licensedCapacity ?? null}
        />
      </div>
      <div data-span="3">
        <Typed
          {...props}
          field="refundDate"
          kind="date"
          label={text('eventScreen.refundUntil')}
          help={text('eventScreen.refund.help')}
        />
      </div>
      <div data-span="2">
        <Typed {...props} field="refundTime" kind="time" label={text('eventScreen.refundTime')} />
      </div>
    </div>
  );
}
