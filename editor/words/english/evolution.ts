export const evolution = {
  title: "Evolution",
  mutations: { minimax: "minimax", heuristic: "heuristic", leastSquares: "least squares" },
  modes: (covered: string, of: string) => `${covered} of ${of} modes`,
  within: (percent: string) => `${percent} within 4 σ`,
  alone: (mutation: string) => `${mutation} alone`,
  atRandom: " at random",
  generation: (generation: string) => `generation ${generation}`,
  generationOf: (steps: string) => `of ${steps} generations`,
  atGeneration: (generation: string, of: string) => `Generation ${generation} of ${of}`,
  each: (time: string) => `${time} each`,
  rate: (generations: string) => `${generations} a second`,
  left: (time: string) => `${time} left`,
  setting: (seed: string, gamma: string, parents: string, one: boolean) =>
    `seed ${seed}, gamma ${gamma}, ${parents} ${one ? "parent" : "parents"}`,
  // Controls
  pause: "Pause",
  start: "Run",
  resume: "Resume",
  finished: "Finished",
  stopped: "Stopped",
  step: "One generation",
  paceLabel: "Pace",
  paces: { slow: "Slow", live: "Live", fast: "Fast" },
  paceTips: {
    slow: "Each generation, slowly enough to read",
    live: "A few pictures a second",
    fast: "A picture every other second: the training goes fastest",
  },
  progress: "Generations done",
  backToGraph: "Back to graph",
  keep: (generation: string) => `Keep generator ${generation}`,
  kept: (generation: string) => `Generator ${generation} kept`,
  keepTip: (generation: string) => `Adds a node that gives the generator of generation ${generation}`,
  keptTip: "A node on the canvas gives it",
  nothingToKeep: "No generation is kept in the history yet",
  atGenerationAlone: (generation: string) => `Generation ${generation}`,
  allDone: "All generations are done",
  stepPauses: "One generation, then pause",
  restart: "Begin anew",
  restartTip: "Begin anew from generation 0; what was learned is dropped",
  // What it makes
  generated: "generated",
  real: "real",
  mode: "mode",
  missed: "missed",
  saysReal: "D says real",
  pictures: (count: string) => `${count} fixed latents`,
  showReal: "Real",
  showMade: "Generated",
  shown: "What is shown",
  // Why
  children: (generation: string) => `Children of generation ${generation}`,
  noChildren: "The first generation has not ended yet.",
  sameParent: (one: boolean) => (one ? "same parent, same latents" : "same latents"),
  survives: "survives",
  dropped: "dropped",
  loss: "Loss",
  quality: "Quality",
  diversity: "Diversity",
  fitness: "Fitness",
  none: "–",
  parent: (number: number) => `parent ${number}`,
  child: (mutation: string, fate: string) => `${mutation}, ${fate}`,
  why: {
    fittest: (mutation: string, fitness: string, because: string) =>
      `${first(mutation)} survives: its fitness ${fitness} is the highest; ${because}.`,
    both: (quality: string, diversity: string) =>
      `both its quality ${quality} and its diversity ${diversity} are the best`,
    quality: (quality: string, diversity: string) =>
      `its quality ${quality} is the best and makes up for its diversity ${diversity}`,
    diversity: (diversity: string, quality: string) =>
      `its diversity ${diversity} is the best and makes up for its quality ${quality}`,
    sum: (quality: string, diversity: string) =>
      `quality ${quality} and diversity ${diversity} weigh most together`,
    several: (mutations: string, parents: string) =>
      `${first(mutations)} survive: the ${parents} highest fitnesses.`,
    random: (mutations: string, several: boolean) =>
      `${first(mutations)} ${several ? "survive" : "survives"}: picked at random, no child is judged.`,
    alone: (mutation: string) => `${first(mutation)} survives: it is the only child.`,
  },
  survived: "Who survived",
  lanes: (last: string, recent: string) => `last ${last} generations; shares of the last ${recent}`,
  lanesLabel: (shares: string) => `Survivors of the last generations; ${shares}`,
  shares: "Share of survivors",
  course: "Course over generations",
  courses: {
    modes: "Modes",
    highQuality: "In 4 σ",
    quality: "Quality",
    diversity: "Diversity",
    loss: "D’s loss",
    gradient: "Gradient",
  },
  courseNames: {
    modes: "Modes covered",
    highQuality: "Share of samples within 4 σ",
    quality: "Quality of each child",
    diversity: "Diversity of each child",
    loss: "Loss of the discriminator",
    gradient: "Norm of the discriminator’s gradient",
  },
  nothingYet: "Nothing yet",
  // History
  history: "History",
  historyHint: "Click goes back; arrow keys go along.",
  historyModes: "Generation, modes covered.",
  historyAlone: "Generation.",
  snapshot: (generation: string, modes: string) =>
    `Generation ${generation}${modes === "" ? "" : `, ${modes} modes covered`}`,
};

/** With a capital. */
function first(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}
