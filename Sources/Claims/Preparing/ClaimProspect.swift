public import Vocabulary

/// What could be claimed for a family in the coming window of a scheme, and what keeps it from being claimed.
public struct ClaimProspect: Hashable, Sendable {
  /// The window.
  public var window: String
  /// The claim as it would be prepared today.
  public var claim: FrozenClaim
  /// What is missing, one thing each.
  public var needs: [Need]

  /// Something that is missing.
  public struct Need: Hashable, Sendable {
    /// A short name for counting.
    public var code: String
    /// What it is, in words that name nobody.
    public var words: String
    /// Who can help.
    public var helper: Helper
  }

  /// Who can help with what is missing.
  public enum Helper: String, Hashable, Sendable, CaseIterable {
    /// The programme's own team, who keep lives and legal grounds.
    case team
    /// Whoever leads the family's work.
    case lead
    /// Analysts, who settle who is who and who belongs where.
    case analysts
    /// Whoever sends the data that is missing.
    case source
    /// Nobody: the result is not there.
    case nobody
  }

  /// Whether nothing is missing.
  public var isReady: Bool { needs.isEmpty }
  /// Adds that the family, or somebody in it, is claimed already.
  public mutating func bar(by overlap: Overlap) {
    needs.append(Need(code: "claimed-already", words: overlap.words, helper: .nobody))
  }

  /// Whether everything that is missing is something that somebody can bring.
  public var isAnswerable: Bool { !needs.contains { $0.helper == .nobody } }
}

extension ClaimCase {
  /// What could be claimed under a scheme in its coming window; nil where no window comes, the family has left, or the
  /// scheme does not take the pack that it was attached by.
  public func prospect(
    under scheme: ClaimScheme, _ windows: ClaimWindows, plan: OutcomesPlan = .none
  ) -> ClaimProspect? {
    guard !life.hasLeft(by: asOf), let window = windows.coming(for: scheme.name, on: asOf),
      let pack = life.attachment?.snapshot.pack, scheme.packs.contains(pack)
    else { return nil }
    let claim = prepared(under: scheme, plan: plan)
    return ClaimProspect(window: window.id, claim: claim, needs: Self.needs(of: claim))
  }

  /// Each missing thing once: of what cannot be told, what would tell it.
  private static func needs(of claim: FrozenClaim) -> [ClaimProspect.Need] {
    var needs: [ClaimProspect.Need] = []
    func add(_ code: String, _ words: String, _ helper: ClaimProspect.Helper) {
      let need = ClaimProspect.Need(code: code, words: words, helper: helper)
      if !needs.contains(need) { needs.append(need) }
    }
    for gap in claim.gaps where gap.code != "cannot-tell" {
      add(gap.code, gap.words, helper(for: gap.code))
    }
    for element in claim.elements where element.answer == .cannotTell {
      for words in element.missing {
        add("cannot-tell", words, words.contains("professional's record") ? .lead : .source)
      }
    }
    return needs
  }

  private static func helper(for code: String) -> ClaimProspect.Helper {
    switch code {
    case "no-assessment", "no-plan", "no-lead", "problem-unanswered": .lead
    case "open-questions", "no-child": .analysts
    case "left", "not-achieved", "nothing-achieved", "not-eligible", "criterion-later", "no-rate":
      .nobody
    default: .team
    }
  }
}
