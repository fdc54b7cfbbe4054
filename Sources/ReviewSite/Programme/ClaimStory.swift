import Claims
import Reports
import Vocabulary

/// What was done to one claim, in the order in which it was done: versions, audits and signatures follow on each other.
struct ClaimStory {
  private let entries: [ClaimEntry]

  /// - Parameters:
  ///   - claim: Which claim.
  ///   - book: All claims, with their entries in the order of the ledger.
  init(_ claim: ClaimID, _ book: ClaimBook) {
    entries = book.entries.filter { $0.claim == claim }
  }

  var markup: Markup {
    guard !entries.isEmpty else { return .nothing }
    var window = ""
    let items = entries.enumerated().map { place, entry -> Markup in
      switch entry.event {
      case .prepared(_, let named), .amended(_, let named, _): window = named
      default: break
      }
      return """
        <li><time datetime="\(entry.on.iso)">\(DayWording.long(entry.on))</time>: \
        \(Self.words(entry, window, isFirst: place == 0))</li>
        """
    }
    return "<h2>What was done</h2>\n<ol class=\"story\">\(items)</ol>"
  }

  private static func words(_ entry: ClaimEntry, _ window: String, isFirst: Bool) -> Markup {
    let by: Markup = "by \(entry.by)"
    switch entry.event {
    case .prepared: return "\(isFirst ? "prepared" : "prepared again") for \(window) \(by)"
    case .completed: return "called complete \(by)"
    case .sampled(let sample): return "drawn into the sample <code>\(sample)</code> \(by)"
    case .audited(let isPassed, let basis, let reason):
      return audited(isPassed, basis, reason, by)
    case .signed: return "signed \(by) as \(entry.role.rawValue)"
    case .submitted: return "submitted in \(window) \(by), and locked"
    case .paid(let amount): return "\(amount.text) paid, noted \(by)"
    case .rejected(let reason): return "rejected, noted \(by)\(because(reason))"
    case .amended(_, _, let reason): return "amended for \(window) \(by)\(because(reason))"
    case .withdrawn(let reason, let amount):
      let back: Markup = amount == .zero ? .nothing : ", with \(amount.text) to give back"
      return "withdrawn \(by)\(back)\(because(reason))"
    case .evidenceChanged(_, let words):
      return "a run found that the evidence changed: \(words.joined(separator: "; "))"
    case .imported(_, let origin): return "noted as claimed elsewhere (\(origin)) \(by)"
    }
  }

  private static func audited(
    _ isPassed: Bool, _ basis: AuditBasis, _ reason: String, _ by: Markup
  ) -> Markup {
    switch basis {
    case .sample(let sample): "accepted with the sample <code>\(sample)</code> \(by)"
    case .itself:
      isPassed
        ? "passed internal audit \(by)\(because(reason))"
        : "did not pass internal audit \(by)\(because(reason))"
    }
  }

  private static func because(_ reason: String) -> Markup {
    reason.isEmpty ? .nothing : ": \(reason)"
  }
}
