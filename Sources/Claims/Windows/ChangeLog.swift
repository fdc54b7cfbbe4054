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
  ///
  /// - Parameters:
  ///   - day: The last day that is not told of.
  ///   - differences: What a run's data says differently of claims that are locked.
  /// - Returns: The changes, in the order of the claims' numbers.
  public func changes(
    after day: Day, differences: [ClaimID: [String]] = [:]
  ) -> [ClaimChange] {
    var words: [ClaimID: [String]] = [:]
    for entry in entries where entry.on > day {
      guard let told = Self.told(entry.event) else { continue }
      words[entry.claim, default: []].append("\(entry.on.iso) \(told)")
    }
    for (id, differs) in differences where claims[id]?.occupies == true && !differs.isEmpty {
      words[id, default: []].append("today's data differs: " + differs.joined(separator: "; "))
    }
    return words.keys.sorted().map { id in
      let state = claims[id]
      let isChanged = !(differences[id] ?? state?.changes ?? []).isEmpty
      let isAtRisk = isChanged && state?.occupies == true
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
