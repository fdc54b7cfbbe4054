// The letters C, G, H and J, which sound in the most ways.

extension MetaphoneReading {
  mutating func readC() {
    // As in Bacher and Macher.
    if place > 1, !isVowel(-2), has("ACH", -1), !has("I", 2),
      !has("E", 2) || has("BACHER MACHER", -2)
    {
      add("K", skip: 2)
    } else if place == 0, has("CAESAR") {
      add("S", skip: 2)
    } else if has("CHIA") {
      add("K", skip: 2)
    } else if has("CH") {
      readCH()
    } else if has("CZ"), !has("WICZ", -2) {
      add("S", or: "X", skip: 2)
    } else if has("CIA", 1) {
      // As in focaccia.
      add("X", skip: 3)
    } else if has("CC"), !(place == 1 && text[0] == UInt8(ascii: "M")) {
      readCC()
    } else if has("CK CG CQ") {
      add("K", skip: 2)
    } else if has("CI CE CY") {
      if has("CIO CIE CIA") { add("S", or: "X", skip: 2) } else { add("S", skip: 2) }
    } else if has("_C _Q _G", 1) {
      // As in Mac Caffrey and Mac Gregor.
      add("K", skip: 3)
    } else {
      add("K", skip: has("C K Q", 1) && !has("CE CI", 1) ? 2 : 1)
    }
  }

  private mutating func readCH() {
    if place > 0, has("CHAE") {
      // As in Michael.
      add("K", or: "X", skip: 2)
    } else if place == 0, has("HARAC HARIS HOR HYM HIA HEM", 1), !text.begins(with: "CHORE") {
      add("K", skip: 2)
    } else if isGermanicOrGreekCH {
      add("K", skip: 2)
    } else if place == 0 {
      add("X", skip: 2)
    } else if text.begins(with: "MC") {
      // As in McHugh.
      add("K", skip: 2)
    } else {
      add("X", or: "K", skip: 2)
    }
  }

  /// Whether this is ch as in German or in words from Greek.
  private var isGermanicOrGreekCH: Bool {
    isGermanic || has("ORCHES ARCHIT ORCHID", -2) || has("T S", 2)
      || ((place == 0 || has("A O U E", -1)) && has("L R N M B H F V W _", 2))
  }

  private mutating func readCC() {
    guard has("I E H", 2), !has("HU", 2) else { return add("K", skip: 2) }
    // As in accident and succeed, and else as in Bacci.
    if (place == 1 && has("A", -1)) || has("UCCEE UCCES", -1) {
      add("KS", skip: 3)
    } else {
      add("X", skip: 3)
    }
  }

  mutating func readG() {
    if has("H", 1) {
      readGH()
    } else if has("N", 1) {
      readGN()
    } else if has("LI", 1), !isSlavoGermanic {
      // As in Tagliaro.
      add("KL", or: "L", skip: 2)
    } else if place == 0, has("Y ES EP EB EL EY IB IL IN IE EI ER", 1) {
      add("K", or: "J", skip: 2)
    } else if has("ER Y", 1), !text.begins(with: "DANGER RANGER MANGER"), !has("E I", -1),
      !has("RGY OGY", -1)
    {
      add("K", or: "J", skip: 2)
    } else if has("E I Y", 1) || has("AGGI OGGI", -1) {
      readSoftG()
    } else {
      add("K", skippingNext: "G")
    }
  }

  private mutating func readSoftG() {
    if isGermanic || has("ET", 1) {
      add("K", skip: 2)
    } else if has("IER_", 1) {
      add("J", skip: 2)
    } else {
      add("J", or: "K", skip: 2)
    }
  }

  private mutating func readGN() {
    if place == 1, text.isVowel(at: 0), !isSlavoGermanic {
      add("KN", or: "N", skip: 2)
    } else if !has("EY", 2), !has("Y", 1), !isSlavoGermanic {
      // As in Cagney otherwise.
      add("N", or: "KN", skip: 2)
    } else {
      add("KN", skip: 2)
    }
  }

  private mutating func readGH() {
    if place > 0, !isVowel(-1) {
      add("K", skip: 2)
    } else if place == 0 {
      if has("I", 2) { add("J", skip: 2) } else { add("K", skip: 2) }
    } else if (place > 1 && has("B H D", -2)) || (place > 2 && has("B H D", -3))
      || (place > 3 && has("B H", -4))
    {
      // Silent as in Hugh, bough and Broughton.
      place += 2
    } else if place > 2, has("U", -1), has("C G L R T", -3) {
      // As in laugh, McLaughlin, cough, Gough, rough and tough.
      add("F", skip: 2)
    } else {
      add(has("I", -1) ? "" : "K", skip: 2)
    }
  }

  mutating func readH() {
    // Only between vowels, or at the beginning before one.
    if place == 0 || isVowel(-1), isVowel(1) { add("H", skip: 2) } else { place += 1 }
  }

  mutating func readJ() {
    if has("JOSE") || text.begins(with: "SAN_") {
      // Spanish.
      if (place == 0 && has("_", 4)) || text.begins(with: "SAN_") {
        add("H", skip: 1)
      } else {
        add("J", or: "H", skip: 1)
      }
      return
    }
    if place == 0 {
      add("J", or: "A", skippingNext: "J")
    } else if isVowel(-1), !isSlavoGermanic, has("A O", 1) {
      add("J", or: "H", skip: 1)
    } else if place == last {
      add("J", or: "", skip: 1)
    } else if !has("L T K S N M B Z", 1), !has("S K L", -1) {
      add("J", skippingNext: "J")
    } else {
      add("", skippingNext: "J")
    }
  }
}
