import CodepageEncoder from '@point-of-sale/codepage-encoder';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawerPulseBytes, receiptBytes, twoColumns, USUAL_CODE_PAGES } from '../../../src-main/documents/receipt.ts';
import type { ReceiptPrinterSettings } from '../../../src-main/documents/receipt.ts';
import { receiptSymbols } from '../../../src-main/documents/symbols.ts';
import { CODE_PAGES, codePageByNumber, decodeByte } from '../../../src-shared/domain/receipt/code-pages.ts';
import type { CodePageName } from '../../../src-shared/domain/receipt/code-pages.ts';
import { decodeEscpos, LINE_DOTS } from '../../../src-shared/domain/receipt/escpos-decoder.ts';
import type { DecodedReceipt } from '../../../src-shared/domain/receipt/escpos-decoder.ts';
import { escposPicture } from '../../../src-shared/domain/receipt/escpos-picture.ts';
import { drawerSheet, movementSheet } from '../../../src-shared/domain/receipt/drawer-sheet.ts';
import type { AnyPaper, DrawerPaper, ReceiptPaper } from '../../../src-shared/domain/receipt/paper.ts';
import { drawerEvening, NASTY_LABELS, refundReceipt, saleReceipt } from '../../support/paper-fixtures.ts';
import { receiptDeps } from '../../support/receipt-deps.ts';

const PRINTERS: readonly ReceiptPrinterSettings[] = [
  { columns: 32, codePages: USUAL_CODE_PAGES },
  { columns: 42, codePages: USUAL_CODE_PAGES },
  { columns: 48, codePages: ['cp437'] },
];

function decoded(paper: AnyPaper, printer: ReceiptPrinterSettings): DecodedReceipt {
  const result = decodeEscpos(receiptBytes(paper, printer, receiptDeps), printer.columns);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** What a person reads, one line each; pictures and symbols in brackets. */
function readable(receipt: DecodedReceipt): string {
  return receipt.elements
    .map((element) => {
      switch (element.kind) {
        case 'LINE':
          return element.runs
            .map((run) => {
              const style = `${run.bold ? '*' : ''}${run.widthFactor > 1 || run.heightFactor > 1 ? `${run.widthFactor}x${run.heightFactor}` : ''}`;
              return style === '' ? run.text : `${style}⟨${run.text}⟩`;
            })
            .join('');
        case 'FEED':
          return '\n'.repeat(element.lines - 1);
        case 'QR':
          return `[QR ${element.data}, ${element.level}, ${element.moduleDots} dots]`;
        case 'RASTER':
          return `[dots ${element.bitmap.widthDots}×${element.bitmap.heightDots}]`;
        case 'CUT':
          return '[cut]';
        default:
          return `[${JSON.stringify(element)}]`;
      }
    })
    .join('\n');
}

describe('receipts', () => {
  test.each(PRINTERS)('a sale on $columns columns reads as it should, line by line', async (printer) => {
    await expect(readable(decoded(saleReceipt, printer))).toMatchFileSnapshot(
      `../../fixtures/receipts/sale-${printer.columns}.txt`,
    );
  });

  test('a refund’s copy says both at its head', async () => {
    await expect(readable(decoded(refundReceipt, PRINTERS[0]!))).toMatchFileSnapshot(
      '../../fixtures/receipts/refund-copy-32.txt',
    );
  });

  test.each(PRINTERS)('no label can break, command or overflow a printer of $columns columns', (printer) => {
    for (const label of NASTY_LABELS) {
      const paper: ReceiptPaper = {
        ...saleReceipt,
        agency: { name: label, addressLines: [label], taxNumber: label },
        number: label,
        clerk: label,
        device: label,
        lines: [{ text: label, detail: label, quantity: 3, unitMinor: 1, amountMinor: 3 }],
        subtotals: [{ label, amountMinor: -1 }],
        tenders: [{ label, amountMinor: 2 }],
        footerLines: [label],
        auditHash: label,
      };
      const receipt = decoded(paper, printer);
      expect(receipt.elements.filter((element) => element.kind === 'CUT')).toHaveLength(1);
      expect(receipt.elements.some((element) => element.kind === 'PULSE')).toBe(false);
    }
  });

  test.each(PRINTERS)('a drawer’s Z on $columns columns reads as it should, line by line', async (printer) => {
    const { agency, copy, issuedAt, timeZone, clerk, device, currency, auditHash } = saleReceipt;
    const head = { agency, copy, issuedAt, timeZone, clerk, device, currency, auditHash, number: 'R-03-000414' };
    const sections = drawerSheet(drawerEvening, issuedAt);
    const paper: DrawerPaper = { ...head, kind: 'Z', sections, signatures: ['Counted by', 'Seen by'] };
    await expect(readable(decoded(paper, printer))).toMatchFileSnapshot(
      `../../fixtures/receipts/drawer-z-${printer.columns}.txt`,
    );
  });

  test.each(PRINTERS)('no reason can break, command or overflow a drawer’s receipt of $columns columns', (printer) => {
    for (const label of NASTY_LABELS) {
      const sections = movementSheet('PAID_OUT', 700, label);
      const paper: DrawerPaper = { ...saleReceipt, clerk: label, kind: 'PAID_OUT', sections, signatures: [label] };
      const { elements } = decoded(paper, printer);
      expect(elements.filter((element) => element.kind === 'CUT')).toHaveLength(1);
      expect(elements.some((element) => element.kind === 'PULSE')).toBe(false);
    }
  });

  test('any text at all comes out as text or as dots, never as a question mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...PRINTERS), (label, printer) => {
        fc.pre(!label.includes('?'));
        const paper: ReceiptPaper = { ...saleReceipt, lines: [{ ...saleReceipt.lines[2]!, text: label }] };
        expect(readable(decoded(paper, printer))).not.toContain('?');
      }),
      { numRuns: 300 },
    );
  });

  test('text in the printer’s pages is sent as text, the euro sign among it; Hebrew is sent as black dots', () => {
    const euro = decoded({ ...saleReceipt, footerLines: ['€ 5 für Žižek, Привет'] }, PRINTERS[1]!);
    expect(readable(euro)).toContain('€ 5 für Žižek, Привет');
    const hebrew = decoded({ ...saleReceipt, footerLines: ['תודה רבה'] }, PRINTERS[1]!);
    const rasters = hebrew.elements.flatMap((element) => (element.kind === 'RASTER' ? [element.bitmap] : []));
    expect(rasters).toHaveLength(1);
    expect(rasters[0]).toMatchObject({ widthDots: 504, heightDots: 32 });
    const black = [...(rasters[0]?.bytes ?? [])].reduce(
      (sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
      0,
    );
    expect(black).toBeGreaterThan(200);
  });

  test('a page of ours has the characters the encoder’s has, so that what we call encodable is', () => {
    for (const name of Object.keys(CODE_PAGES) as CodePageName[]) {
      const theirs = CodepageEncoder.getCodepoints(name, true);
      for (let byte = 0x80; byte < 0x100; byte += 1) {
        const ours = decodeByte(byte, name);
        if (ours !== null) expect(theirs[byte], `${name} ${byte.toString(16)}`).toBe(ours.codePointAt(0));
      }
      expect(codePageByNumber(CODE_PAGES[name].number)).toBe(name);
    }
  });

  test('the pulse for the drawer is apart from the receipt and says which pin', () => {
    expect(decodeEscpos(drawerPulseBytes(), 42)).toEqual({
      ok: true,
      value: { columns: 42, elements: [{ kind: 'PULSE', pin: 2, onMs: 100, offMs: 500 }] },
    });
    expect(decodeEscpos(drawerPulseBytes(5), 42)).toMatchObject({ value: { elements: [{ pin: 5 }] } });
  });

  test('two columns lose nothing and never pass the paper’s edge', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,50}$/), { maxLength: 8 }).map((each) => each.join(' '));
    fc.assert(
      fc.property(
        words,
        fc.stringMatching(/^[a-z0-9.]{0,40}$/),
        fc.constantFrom(16, 21, 32, 42, 48),
        (left, right, columns) => {
          const lines = twoColumns(left, right, 0, columns);
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
          const sorted = (label: string) => [...label.replaceAll(' ', '')].sort().join('');
          expect(sorted(lines.join(''))).toBe(sorted(left + right));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

describe('the strict decoder', () => {
  const bytes = receiptBytes(saleReceipt, PRINTERS[1]!, receiptDeps);

  test.each([
    ['an unknown ESC command', '1b51', 'ESCPOS_UNKNOWN', 0],
    ['an unknown GS command', '411d5a', 'ESCPOS_UNKNOWN', 1],
    ['a control byte in text', '4107', 'ESCPOS_UNKNOWN', 1],
    ['DEL', '7f', 'ESCPOS_UNKNOWN', 0],
    ['a page we do not know', '1b7463', 'ESCPOS_OUT_OF_RANGE', 0],
    ['an alignment there is not', '1b6107', 'ESCPOS_OUT_OF_RANGE', 0],
    ['an alignment within a line', '411b6101', 'ESCPOS_MISPLACED', 1],
    ['a QR printed before it is stored', '1d286b0300315130', 'ESCPOS_MISPLACED', 0],
    ['a command cut short', '1b', 'ESCPOS_CUT_SHORT', 1],
    ['a raster cut short', '1d7630000100040000', 'ESCPOS_CUT_SHORT', 9],
    ['a line without its end', '4142', 'ESCPOS_CUT_SHORT', 2],
    ['a line wider than the paper', '41'.repeat(43), 'ESCPOS_TOO_WIDE', 42],
    ['a raster wider than the paper', `1d763000400001 00${'00'.repeat(64)}`.replaceAll(' ', ''), 'ESCPOS_TOO_WIDE', 0],
  ])('refuses %s, and says where', (_, hex, code, offset) => {
    expect(decodeEscpos(Buffer.from(hex, 'hex'), 42)).toMatchObject({ ok: false, error: { code, data: { offset } } });
  });

  test('reads bar codes and status questions', () => {
    const job = Buffer.from('1d68501d77021d48021d6b49077b4231323334350a1d7201100404', 'hex');
    expect(decodeEscpos(job, 42)).toMatchObject({
      value: {
        elements: [
          { kind: 'CODE_128', data: '12345', heightDots: 80, moduleDots: 2, textBelow: true },
          { kind: 'FEED', lines: 1 },
          { kind: 'ASK_STATUS', command: 'GS r' },
          { kind: 'ASK_STATUS', command: 'DLE EOT', status: 4 },
        ],
      },
    });
  });

  test('every receipt cut short inside a command or line is refused', () => {
    const whole = decoded(saleReceipt, PRINTERS[1]!).elements.length;
    for (let length = 0; length < bytes.length; length += 1) {
      const result = decodeEscpos(bytes.subarray(0, length), 42);
      if (result.ok) expect(result.value.elements.length).toBeLessThanOrEqual(whole);
      else expect(result.error.code).toBe('ESCPOS_CUT_SHORT');
    }
  });

  test('10,000 mutated and truncated streams are decoded or refused with a place, never a crash', () => {
    const streams = [
      bytes,
      receiptBytes({ ...saleReceipt, footerLines: ['שלום'] }, PRINTERS[1]!, receiptDeps),
      drawerPulseBytes(),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...streams),
        fc.array(
          fc.record({
            at: fc.nat(),
            byte: fc.nat({ max: 255 }),
            kind: fc.constantFrom('set', 'insert', 'remove', 'cut'),
          }),
          {
            minLength: 1,
            maxLength: 6,
          },
        ),
        (stream, edits) => {
          let mutated = [...stream];
          for (const { at, byte, kind } of edits) {
            const place = at % (mutated.length + 1);
            if (kind === 'set') mutated[Math.min(place, mutated.length - 1)] = byte;
            else if (kind === 'insert') mutated.splice(place, 0, byte);
            else if (kind === 'remove') mutated.splice(place, 1);
            else mutated = mutated.slice(0, place);
            if (mutated.length === 0) mutated = [byte];
          }
          const result = decodeEscpos(Uint8Array.from(mutated), 42);
          if (!result.ok) {
            expect(result.error.code).toMatch(/^ESCPOS_/);
            expect((result.error.data as { offset: number }).offset).toBeLessThanOrEqual(mutated.length);
          }
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describe('the picture', () => {
  const picture = (paper: ReceiptPaper) =>
    escposPicture(decoded(paper, PRINTERS[1]!), receiptSymbols, { drawerOpens: 'Drawer opens' });

  test('shows every line of the bytes, escaped, and its QR code', () => {
    const { svg } = picture({ ...saleReceipt, agency: { ...saleReceipt.agency, name: '<Tom & "Jerry">' } });
    // Spaces that no browser folds: columns stay columns.
    expect(svg).toContain('&#60;Tom\u00a0&#38;\u00a0&#34;Jerry&#34;&#62;');
    expect(svg).toContain('GBP\u00a084.50');
    expect(svg).toMatch(/<path d="M0 0h35v5h-35z/);
  });

  test('grows by a line’s height with each line', () => {
    const taller = picture({ ...saleReceipt, footerLines: [...saleReceipt.footerLines, 'One more'] });
    expect(taller.heightDots - picture(saleReceipt).heightDots).toBe(LINE_DOTS);
  });

  test('draws bar codes, pulses and dots', () => {
    const job = Buffer.from(
      `${'1d68501d77021d48021d6b49077b423132333435'}1b700032fa1d763000010001 00ff`.replaceAll(' ', ''),
      'hex',
    );
    const result = decodeEscpos(job, 42);
    if (!result.ok) throw new Error(result.error.message);
    const { svg } = escposPicture(result.value, receiptSymbols, { drawerOpens: 'Drawer opens' });
    expect(svg).toContain('12345');
    expect(svg).toContain('Drawer\u00a0opens');
    expect(svg).toContain('M0 0h8v1h-8z');
  });
});
