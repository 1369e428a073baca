import { Trash2 } from 'lucide-react';
import { text } from '../../../src-shared/text/text.ts';
import { EntryCell } from '../../ui/EntryCell.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { minorToText, type MoneyRules } from '../../ui/money-text.ts';
import { Status } from '../../ui/Status.tsx';
import { lineAmount, type LineDraft, type LineProblem } from './order-draft.ts';

export interface LineTableProps {
  readonly drafts: readonly LineDraft[];
  readonly rules: MoneyRules;
  readonly problems: readonly LineProblem[];
  readonly onChange: (drafts: readonly LineDraft[]) => void;
}

const FIELDS = [
  { field: 'description', label: 'purchasingScreen.line.description', align: 'start' },
  { field: 'quantity', label: 'purchasingScreen.line.quantity', align: 'end' },
  { field: 'unit', label: 'purchasingScreen.line.unit', align: 'end' },
] as const;

/** An order's lines, with their amounts and the total as they are typed. */
export function LineTable({ drafts, rules, problems, onChange }: LineTableProps) {
  const amounts = drafts.map((draft) => lineAmount(draft, rules));
  const money = (minor: number) => minorToText(minor, rules.currency, rules.locale);
  const set = (key: number, change: Partial<LineDraft>) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...change } : draft)));
  return (
    <>
      <table className="ui-entry purchasing-lines" aria-label={text('purchasingScreen.lines')}>
        <thead>
          <tr>
            {FIELDS.map(({ field, label, align }) => (
              <th key={field} scope="col" data-align={align}>
                {text(label)}
              </th>
            ))}
            <th scope="col" data-align="end">
              {text('purchasingScreen.line.amount')}
            </th>
            <th aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft, index) => (
            <tr key={draft.key}>
              {FIELDS.map(({ field, label, align }) => (
                <td key={field} data-field={field}>
                  <EntryCell
                    label={`${text('purchasingScreen.line.number', { number: index + 1 })}, ${text(label)}`}
                    align={align}
                    value={draft[field]}
                    problem={problems.find((each) => each.index === index && each.field === field)?.message ?? null}
                    onChange={(value) => set(draft.key, { [field]: value })}
                    {...(field === 'description'
                      ? { placeholder: text('purchasingScreen.line.description.hint'), maxLength: 200 }
                      : {})}
                  />
                </td>
              ))}
              <td data-plain="true" data-align="end" className="figures">
                {amounts[index] === null || amounts[index] === undefined ? '' : money(amounts[index])}
              </td>
              <td data-plain="true">
                {drafts.length > 1 ? (
                  <IconButton
                    icon={Trash2}
                    size="compact"
                    label={text('purchasingScreen.line.remove', { number: index + 1 })}
                    onPress={() => onChange(drafts.filter(({ key }) => key !== draft.key))}
                  />
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={3} data-align="end">
              {text('purchasingScreen.total')}
            </th>
            <td data-plain="true" className="figures">
              <strong>
                {money(amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0))} {rules.currency}
              </strong>
            </td>
            <td data-plain="true" />
          </tr>
        </tfoot>
      </table>
      {problems.map((problem) => (
        <p key={`${problem.index} ${problem.field}`} className="office-problem">
          <Status tone="bad">{problem.message}</Status>
        </p>
      ))}
    </>
  );
}
