/** The colours of a chart: greys and the accent of the interface's tokens (editor/look/tokens.css), as SVG files need them. */
export interface Inks {
  /** What the chart lies on; "" leaves it open. */
  readonly ground: string;
  readonly text: string;
  readonly text2: string;
  readonly text3: string;
  readonly line: string;
  /** From the weakest mark that is still seen to the strongest. */
  readonly weak: string;
  readonly strong: string;
  readonly accent: string;
  /** The weakest step of the accent. */
  readonly soft: string;
}

export const darkInks: Inks = {
  ground: "",
  text: "#f0f0f0",
  text2: "#bdbdbd",
  text3: "#9e9e9e",
  line: "#363636",
  weak: "#7c7c7c",
  strong: "#f0f0f0",
  accent: "#ff7ab8",
  soft: "#b15882",
};

export const lightInks: Inks = {
  ground: "",
  text: "#171717",
  text2: "#474747",
  text3: "#616161",
  line: "#d6d6d6",
  weak: "#808080",
  strong: "#171717",
  accent: "#b8006b",
  soft: "#d3599c",
};

/** For files: the light inks on white. */
export const paperInks: Inks = { ...lightInks, ground: "#ffffff" };

/** px across a chart in a file: a column of a page at 100 %. */
export const paperWidth = 720;
