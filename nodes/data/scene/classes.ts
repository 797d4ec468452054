/** What a pixel of a scene can be; its class id is the place in this list. */
export const sceneClasses = [
  "sky",
  "cloud",
  "sun",
  "mountain",
  "grass",
  "tree",
  "building",
  "roof",
  "door",
  "window",
  "water",
] as const;

export type SceneClass = (typeof sceneClasses)[number];

/** The class id of a class. */
export const classId = (name: SceneClass): number => sceneClasses.indexOf(name);
