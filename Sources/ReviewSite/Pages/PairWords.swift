import Pipelines
import Reports
import Vocabulary

/// Figures and reasons about pairs, in words.
enum PairWords {
  /// What a comparison found; a test that has no words of its own, such as `exact(sex)`, says that both are equal.
  static func found(_ words: String) -> String {
    var rest = words[...]
    var told = ""
    while let call = rest.firstRange(of: "exact("),
      let end = rest[call.upperBound...].firstIndex(of: ")")
    {
      let name = rest[call.upperBound..<end]
      let isField = !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      told += isField ? rest[..<call.lowerBound] + "equal" : rest[...end]
      rest = rest[rest.index(after: end)...]
    }
    return told + rest
  }

  /// Bits with one decimal and a sign.
  static func bits(_ weight: Double) -> String {
    let tenths = Int((abs(weight) * 10).rounded())
    let sign = weight < 0 && tenths > 0 ? "−" : "+"
    return "\(sign)\(Numbers.grouped(tenths / 10)).\(tenths % 10)"
  }

  /// A chance in thousandths as a percentage, never as certain.
  static func percent(thousandths: Int) -> String {
    switch thousandths {
    case ...0: "under 0.1%"
    case 1_000...: "over 99.9%"
    case 1..<100: "\(thousandths / 10).\(thousandths % 10)%"
    default: "\((thousandths + 5) / 10)%"
    }
  }

  /// What hangs on whether two records are one person.
  static func stakes(_ stakes: ReviewStakes) -> String {
    let parts = [
      (stakes.claims, "claim"), (stakes.criteria, "criterion"), (stakes.families, "family"),
      (stakes.records, "record"),
    ].filter { $0.0 > 0 }.map { count, word in
      Numbers.counted(
        count, word, word == "family" ? "families" : word == "criterion" ? "criteria" : nil)
    }
    return parts.isEmpty ? "–" : parts.joined(separator: ", ")
  }

  /// Why two people who weigh enough are apart.
  static func obstacle(_ why: String) -> String {
    switch why {
    case "identifier": "different numbers of one kind"
    case "one-row": "both stand in one row"
    case "rule": "a rule of the settings keeps them apart"
    case "decision": "somebody decided so"
    case "source": "the source has everybody once"
    default: "the evidence as a whole speaks against it"
    }
  }
}
