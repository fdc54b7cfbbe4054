public import Vocabulary

/// What happened to a claim since a day, and the money at stake.
public struct ClaimChange: Hashable, Sendable {
  /// The claim.
  public var claim: ClaimID
  /// What happened, in words.
  public var words: [String]
  /// What may have to be given back; zero where nothing is at risk.
  public var atRisk: Pence
}

extension ClaimBook {
  /// What happened to claims after the day, and whose evidence differs from what was frozen.
  public func changes(after day: Day) -> [ClaimChange] {
    var words: [ClaimID: [String]] = [:]
    for entry in entries where entry.on > day {
      guard let told = Self.told(entry.event) else { continue }
      words[entry.claim, default: []].append("\(entry.on.iso) \(told)")
    }
    return words.keys.sorted().map { id in
      let state = claims[id]
      let isAtRisk = state?.changes.isEmpty == false && state?.occupies == true
      return ClaimChange(
        claim: id, words: words[id] ?? [],
        atRisk: isAtRisk ? state?.locked?.amount ?? .zero : .zero)
    }
  }

  private static func told(_ event: ClaimEvent) -> String? {
    switch event {
    case .submitted: "submitted"
    case .paid(let amount): "paid \(amount.text)"
    case .rejected: "rejected"
    case .amended: "amended"
    case .withdrawn(_, let amount): "withdrawn, \(amount.text) to give back"
    case .evidenceChanged(_, let words):
      "evidence changed: " + words.joined(separator: "; ")
    case .imported: "noted as claimed elsewhere"
    case .prepared, .completed, .sampled, .audited, .signed: nil
    }
  }
}
