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
            <Line
              key={draft.key}
              draft={draft}
              index={index}
              amount={amounts[index] ?? null}
              money={money}
              problems={problems}
              onChange={(change) => set(draft.key, change)}
              onRemove={drafts.length > 1 ? () => onChange(drafts.filter(({ key }) => key !== draft.key)) : null}
            />
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

interface LineProps {
  readonly draft: LineDraft;
  readonly index: number;
  readonly amount: number | null;
  readonly money: (minor: number) => string;
  readonly problems: readonly LineProblem[];
  readonly onChange: (change: Partial<LineDraft>) => void;
  /** Null for the only line. */
  readonly onRemove: (() => void) | null;
}

function Line({ draft, index, amount, money, problems, onChange, onRemove }: LineProps) {
  const number = index + 1;
  return (
    <tr>
      {FIELDS.map(({ field, label, align }) => (
        <td key={field} data-field={field}>
          <EntryCell
            label={`${text('purchasingScreen.line.number', { number })}, ${text(label)}`}
            align={align}
            value={draft[field]}
            problem={problems.find((each) => each.index === index && each.field === field)?.message ?? null}
            onChange={(value) => onChange({ [field]: value })}
            {...(field === 'description' ? { maxLength: 200 } : {})}
            {...(field === 'description' && index === 0
              ? { placeholder: text('purchasingScreen.line.description.hint') }
              : {})}
          />
        </td>
      ))}
      <td data-plain="true" className="figures">
        {amount === null ? '' : money(amount)}
      </td>
      <td data-plain="true">
        {onRemove ? (
          <IconButton
            icon={Trash2}
            size="compact"
            label={text('purchasingScreen.line.remove', { number })}
            onPress={onRemove}
          />
        ) : null}
      </td>
    </tr>
  );
}
