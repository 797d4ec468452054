export const palette = {
  findNode: "Find a node",
  nothingFound: "No node fits these words.",
  findNodeFor: (port: string) => `A node for ${port}`,
  noNodeFor: (port: string) => `No node for ${port} fits these words.`,
  noCommand: "No command fits these words.",
  addNode: (title: string) => `Add ${title}`,
  nodes: "Nodes",
  categories: {
    latent: "Latent",
    generator: "Generator",
    dissection: "Dissection",
    evolution: "Evolution",
    data: "Data",
    model: "Model",
    view: "View",
    flow: "Flow",
  } as Readonly<Record<string, string>>,
};
