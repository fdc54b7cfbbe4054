// The letters D, S, T, X and Z.

extension MetaphoneReading {
  mutating func readD() {
    if has("DG") {
      // As in edge, and else as in Edgar.
      if has("I E Y", 2) { add("J", skip: 3) } else { add("TK", skip: 2) }
    } else {
      add("T", skippingNext: "T D")
    }
  }

  mutating func readS() {
    if has("ISL YSL", -1) {
      // Silent as in Carlisle.
      place += 1
    } else if place == 0, has("SUGAR") {
      add("X", or: "S", skip: 1)
    } else if has("SH") {
      add(has("HEIM HOEK HOLM HOLZ", 1) ? "S" : "X", skip: 2)
    } else if has("SIO SIA") {
      add("S", or: isSlavoGermanic ? "S" : "X", skip: 3)
    } else if (place == 0 && has("M N L W", 1)) || has("Z", 1) {
      // Smith may be Schmidt, and Snider Schneider.
      add("S", or: "X", skippingNext: "Z")
    } else if has("SC") {
      readSC()
    } else if place == last, has("AI OI", -2) {
      // French, as in Resnais and Artois.
      add("", or: "S", skip: 1)
    } else {
      add("S", skippingNext: "S Z")
    }
  }

  private mutating func readSC() {
    if has("H", 2) {
      if has("ER EN", 3) {
        // As in Schermerhorn and Schenker.
        add("X", or: "SK", skip: 3)
      } else if has("OO UY ED EM", 3) {
        // Dutch, as in school and schooner.
        add("SK", skip: 3)
      } else if place == 0, !text.isVowel(at: 3), text[3] != UInt8(ascii: "W") {
        add("X", or: "S", skip: 3)
      } else {
        add("X", skip: 3)
      }
    } else {
      add(has("I E Y", 2) ? "S" : "SK", skip: 3)
    }
  }

  mutating func readT() {
    if has("TION TIA TCH") {
      add("X", skip: 3)
    } else if has("TH TTH") {
      // As in Thomas and Thames.
      if has("OM AM", 2) || isGermanic { add("T", skip: 2) } else { add("0", or: "T", skip: 2) }
    } else {
      add("T", skippingNext: "T D")
    }
  }

  mutating func readX() {
    // Silent at the end of French names, as in Breaux.
    let isSilent = place == last && (has("IAU EAU", -3) || has("AU OU", -2))
    add(isSilent ? "" : "KS", skippingNext: "C X")
  }

  mutating func readZ() {
    if has("H", 1) {
      // Chinese, as in Zhao.
      add("J", skip: 2)
    } else if has("ZO ZI ZA", 1) || (isSlavoGermanic && place > 0 && !has("T", -1)) {
      add("S", or: "TS", skippingNext: "Z")
    } else {
      add("S", skippingNext: "Z")
    }
  }
}
