/** The package's own declarations are not where it says they are. */
declare module '@alisaitteke/seatmap-canvas' {
  export class SeatMapCanvas {
    constructor(selector: string, config: object);
    readonly data: { addBulkBlock(blocks: readonly object[]): unknown };
  }
}
