/** The same keys with any text: English words must have every key of the Chinese ones, and no other. */
export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
