/** A table of texts in any language: as `T` is, whatever its texts say. */
export type Texts<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { [Key in keyof T]: Texts<T[Key]> };
