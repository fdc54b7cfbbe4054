// The letters L, M, P, R and W.

extension MetaphoneReading {
  mutating func readL() {
    guard has("L", 1) else { return add("L", skip: 1) }
    // Spanish, as in cabrillo and gallegos.
    let isAtEnd = place == last - 2 && has("ILLO ILLA ALLE", -1)
    let hasSpanishEnd = text.has("AS OS", at: last - 1) || text.has("A O", at: last)
    if isAtEnd || (hasSpanishEnd && has("ALLE", -1)) {
      add("L", or: "", skip: 2)
    } else {
      add("L", skip: 2)
    }
  }

  mutating func readM() {
    // The b is silent as in dumb and thumb.
    let isBSilent = has("UMB", -1) && (place + 1 == last || has("ER", 2))
    add("M", skip: isBSilent || has("M", 1) ? 2 : 1)
  }

  mutating func readP() {
    if has("H", 1) { add("F", skip: 2) } else { add("P", skippingNext: "P B") }
  }

  mutating func readR() {
    // French, as in Rogier.
    if place == last, !isSlavoGermanic, has("IE", -2), !has("ME MA", -4) {
      add("", or: "R", skip: 1)
    } else {
      add("R", skippingNext: "R")
    }
  }

  mutating func readW() {
    if has("WR") { return add("R", skip: 2) }
    if place == 0, isVowel(1) || has("WH") {
      // Wasserman may be Vasserman.
      add("A", or: isVowel(1) ? "F" : "A", skip: 0)
    }
    if (place == last && isVowel(-1)) || has("EWSKI EWSKY OWSKI OWSKY", -1)
      || text.begins(with: "SCH")
    {
      // Arnow may be Arnoff.
      add("", or: "F", skip: 1)
    } else if has("WICZ WITZ") {
      // Polish, as in Filipowicz.
      add("TS", or: "FX", skip: 4)
    } else {
      place += 1
    }
  }
}
