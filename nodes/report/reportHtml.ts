/** A dissection as one self-contained page: no other file, no network. */
import type { UnitConcept } from "../../engine/gan/unitConcepts.ts";

export interface Report {
  readonly title: string;
  /** What was dissected: generator, layer, quantile. */
  readonly about: string;
  readonly minIoU: number;
  readonly cards: readonly UnitConcept[];
  /** The concept bar graph, as SVG. */
  readonly chart: string;
  /** Address of a unit's strip of pictures (a data URI); null where it has none. */
  picture(unit: number): string | null;
}

const style = `
:root { color-scheme: light dark; --text: light-dark(#171717, #f0f0f0); --aside: light-dark(#616161, #9e9e9e);
  --ground: light-dark(#f7f7f7, #1d1d1d); --card: light-dark(#fff, #262626); --line: light-dark(#d6d6d6, #363636); }
* { box-sizing: border-box }
body { margin: 0; padding: 24px; background: var(--ground); color: var(--text); font: 13px/20px Inter, system-ui, sans-serif;
  font-variant-numeric: tabular-nums }
h1 { font-size: 20px; margin: 0 0 4px } p { margin: 0 0 16px; color: var(--aside) }
.chart { background: #fff; border-radius: 8px; padding: 8px; max-width: 760px } .chart svg { width: 100%; height: auto }
form { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; margin: 20px 0 12px }
input, select { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 4px;
  padding: 4px 8px }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(264px, 1fr)) }
li { background: var(--card); border: 1px solid var(--line); border-radius: 8px; overflow: hidden }
li[hidden] { display: none }
header, footer { display: flex; gap: 8px; padding: 4px 12px; align-items: baseline } header b { flex: none }
header span, footer { color: var(--aside) } header data { margin-left: auto; font-weight: 600 }
img { display: block; width: 100%; image-rendering: pixelated }`;

const script = `
const find = document.querySelector("#find"), least = document.querySelector("#least"), count = document.querySelector("#count");
const cards = [...document.querySelectorAll("li")];
function sift() {
  const words = find.value.trim().toLowerCase(), minimum = Number(least.value);
  let shown = 0;
  for (const card of cards) {
    const fits = card.dataset.words.includes(words) && Number(card.dataset.iou) > minimum;
    card.hidden = !fits;
    shown += fits;
  }
  count.textContent = shown + " of " + cards.length + " units";
}
find.addEventListener("input", sift);
least.addEventListener("input", sift);
sift();`;

/** The page. Texts are escaped; the chart is put in as it is. */
export function reportHtml({ title, about, minIoU, cards, chart, picture }: Report): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${style}
</style>
<h1>${escaped(title)}</h1>
<p>${escaped(about)}</p>
<div class="chart">${chart}</div>
<form onsubmit="return false">
<label>Unit or concept <input id="find" type="search"></label>
<label>IoU above <input id="least" type="number" min="0" max="1" step="0.01" value="${minIoU}"></label>
<output id="count"></output>
</form>
<ul>
${cards.map((card) => cardHtml(card, picture(card.unit))).join("\n")}
</ul>
<script>${script}
</script>
</html>
`;
}

function cardHtml({ unit, concept, iou, runnerUp }: UnitConcept, picture: string | null): string {
  const image = picture === null ? "" : `<img src="${picture}" alt="Pictures that drive unit ${unit} most">`;
  const next = runnerUp
    ? `<footer>then ${escaped(runnerUp.concept)} ${runnerUp.iou.toFixed(3)}</footer>`
    : "";
  const words = escaped(`${concept} unit ${unit}`.toLowerCase());
  return `<li data-words="${words}" data-iou="${iou}"><header><b>${escaped(concept)}</b><span>unit ${unit}</span><data value="${iou}">${iou.toFixed(3)}</data></header>${image}${next}</li>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
