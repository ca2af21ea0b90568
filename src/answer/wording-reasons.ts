/** A clause that ends in a verb before a rise or a fall: …が重なり、時間外勤務は…増加した. What came before is why. */
export const MOVED_AFTER =
  /[\u3044\u3048\u304d\u3051\u3057\u305b\u3061\u3066\u306d\u3079\u3081\u308a\u308c]、[^。]*(?:増加|増え|減少|減っ|上昇|低下)/u;
