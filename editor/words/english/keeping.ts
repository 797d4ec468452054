export const keeping = {
  openElsewhere: "This graph is open in another tab. What you change here becomes a copy.",
  takenElsewhere: "This graph is now edited in another tab. What you change here becomes a copy.",
  editHere: "Edit it here",
  editedHere: "This graph is edited here now.",
  isElsewhere: "Open in another tab",
  closeElsewhere: (name: string) => `${name} is open in another tab. Close it there first.`,
  madeCopy: (name: string) => `Kept as ${name}: the other tab goes on with the graph itself.`,
  madeRoom: {
    pictures: "Storage was full: pictures in lists were dropped to make room. All graphs are kept.",
    revisions: "Storage was full: old versions were dropped to make room. All graphs are kept.",
  },
  recovered: "The tab was closed before its end. All changes are here.",
  backToSaved: "Back to the last save",
  otherVersion: "Another tab waits for a newer version of this page. All changes are kept; reload to go on.",
  reload: "Reload",
  blocked: "Another tab holds an older version of this page. Close or reload it.",

  // Several open
  openGraphs: "Open graphs",
  closeTab: (name: string) => `Close ${name}`,
  closedTab: (name: string) => `Closed ${name}. It is kept.`,

  // Earlier versions
  versions: "Earlier versions",
  noVersions: "Versions are kept as you work and at each save.",
  versionGone: "This version is no longer kept.",
  versionWhy: { save: "Saved", edit: "While working", before: "Before going back" },
};
