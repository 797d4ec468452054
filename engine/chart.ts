/** Charts as data: what is drawn, not how. `nodes/chart` draws them. */

/** Units by the concept they stand for, concepts with most units first, units with the highest IoU first. */
export interface ConceptChart {
  readonly kind: "concepts";
  readonly minIoU: number;
  /** All units, also those that stand for no concept. */
  readonly units: number;
  readonly concepts: readonly {
    readonly concept: string;
    readonly units: readonly { readonly unit: number; readonly iou: number }[];
  }[];
  /** The concept drawn in the accent; "" is none. */
  readonly highlight: string;
}

/** One signed number a row, drawn from zero; `error` is half the length of its error bar. */
export interface BarChart {
  readonly kind: "bars";
  /** Names of the label column, the value column and, where there is one, the error column. */
  readonly label: string;
  readonly value: string;
  readonly error: string | null;
  readonly bars: readonly {
    readonly label: string;
    readonly value: number | null;
    readonly error: number | null;
  }[];
  readonly highlight: string;
}

/** A number for each row and column, as a colour. */
export interface HeatChart {
  readonly kind: "heat";
  /** What a row is ("unit"), and what its numbers are ("IoU"; "" where they are of several kinds). */
  readonly row: string;
  readonly value: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly (readonly (number | null)[])[];
  readonly highlight: string;
}

/** Numbers over steps, in panels one below the other over one horizontal axis. What is not finite is a gap. */
export interface LineChart {
  readonly kind: "lines";
  /** What a step is: "generation". */
  readonly x: string;
  readonly panels: readonly {
    readonly y: string;
    /** Ends of the vertical axis; null leaves one to the numbers. */
    readonly from: number | null;
    readonly to: number | null;
    readonly lines: readonly {
      readonly name: string;
      /** `values[i]` at step `at[i]`, increasing. */
      readonly at: ArrayLike<number>;
      readonly values: ArrayLike<number>;
    }[];
  }[];
  /** The name drawn in the accent; "" is none. */
  readonly highlight: string;
}

/** Who won each step, as shares of stretches stacked to a whole, and step by step for the last ones. */
export interface ShareChart {
  readonly kind: "shares";
  readonly x: string;
  readonly names: readonly string[];
  /** Rows of `each` places among the names, a row a step counted from 1; -1 where nobody won. */
  readonly winners: ArrayLike<number>;
  readonly each: number;
  readonly highlight: string;
}

export type Chart = ConceptChart | BarChart | HeatChart | LineChart | ShareChart;
