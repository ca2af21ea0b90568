/** What the stores are handed from outside, so that nothing in this room is global or left to chance. */
export interface StateOptions {
  now(): Date;
  /** A new id each time, unlike all others. */
  newId(): string;
  /** Replaces what identifies a person in a text that is kept for others to read. */
  mask(text: string): string;
}
