/** Handing on. */
export const handing = {
  tip: "Hand this graph on",
  empty: "There is nothing to share yet",
  aboutLink: "The whole graph is in the link. Opens at this address, or pasted into any Ganglion.",
  aboutPng: "A picture of the graph. Dropped into Ganglion it opens as the graph.",
  aboutPicture: (node: string) => `The pictures of ${node}. Dropped into Ganglion they open as the graph.`,
  aboutJson: "For other tools and the command line.",
  tooLong: (size: string, most: string) =>
    `The link would be ${size} long; many programs cut links off at ${most}. Export a PNG or JSON file instead.`,
  copied: (size: string) => `Link copied, ${size}. It opens as a graph of one's own.`,
  drawing: "Drawing the graph.",
  inAddressBar: "This browser refuses the clipboard. Copy the link from the address bar.",
  opened: (name: string, before: string) => `Opened ${name}. ${before} is kept.`,
  back: "Back",
  pasted: "Pasted graph",
  link: "Link",
  linkDamaged: "it was cut off or changed on its way; ask for it again",
  noGraphInPicture: "this picture carries no graph; only a PNG that was exported with its graph opens",
  pictureDamaged: "the picture is damaged and can't be read",
};
