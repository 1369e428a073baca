import { useState } from 'react';
import {
  findColumns,
  MANIFEST_COLUMNS,
  REQUIRED_COLUMNS,
} from '../../../src-shared/domain/seat-map/import/manifest-columns.ts';
import { text } from '../../../src-shared/text/text.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Select.tsx';

export interface CsvColumnsProps {
  readonly headings: readonly string[];
  readonly onMapped: (csvColumns: Readonly<Record<string, string>>) => void;
}

/** `-` is never a heading that means a column. */
const NONE = '-';

/** Asks which heading of a seat list is which column; what can be guessed is chosen already. */
export function CsvColumns({ headings, onMapped }: CsvColumnsProps) {
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>(() => {
    const { indexOf } = findColumns(headings);
    return Object.fromEntries(Object.entries(indexOf).map(([column, index]) => [column, headings[index] ?? '']));
  });
  const choices = headings.map((heading) => ({ id: `#${heading}`, name: heading }));
  const lacking = REQUIRED_COLUMNS.filter((column) => !mapping[column]);
  const choose = (column: string, id: string) => {
    const { [column]: _before, ...rest } = mapping;
    setMapping(id === NONE ? rest : { ...rest, [column]: id.slice(1) });
  };
  return (
    <section className="map-csv" aria-label={text('mapScreen.csv.title')}>
      <h2>{text('mapScreen.csv.title')}</h2>
      <p>{text('mapScreen.csv.text')}</p>
      <div className="ui-form">
        {MANIFEST_COLUMNS.map((column) => (
          <div key={column} data-span="6">
            <Select
              size="compact"
              label={text(`mapScreen.csv.${column}`)}
              choices={[{ id: NONE, name: text('mapScreen.csv.none') }, ...choices]}
              value={mapping[column] ? `#${mapping[column]}` : NONE}
              onChange={(id) => choose(column, id)}
            />
          </div>
        ))}
      </div>
      <Button
        tone="primary"
        unavailable={
          lacking.length > 0
            ? text('mapScreen.csv.lacking', {
                columns: lacking.map((column) => text(`mapScreen.csv.${column}`)).join(', '),
              })
            : null
        }
        onPress={() => onMapped(mapping)}
      >
        {text('mapScreen.csv.again')}
      </Button>
    </section>
  );
}
