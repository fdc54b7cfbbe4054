public import Vocabulary

/// What became of one claim between the last window and this one.
public struct BridgeLine: Hashable, Sendable {
  /// What happened to it.
  public enum What: String, Hashable, Sendable, CaseIterable {
    /// It stood and stands, with the same amount.
    case stands
    /// It is new.
    case new
    /// It stood, and stands with another amount.
    case amended
    /// It stood and was withdrawn.
    case withdrawn
    /// It stood and was turned down.
    case rejected
  }

  /// The claim.
  public var claim: ClaimID
  /// How the family is called outside of the team.
  public var reference: String
  /// What happened.
  public var what: What
  /// What stood for it when the last window closed.
  public var before: Pence
  /// What stands for it now.
  public var after: Pence
}

extension ClaimBook {
  /// The way from what stood when the window before closed to what stands now, claim by claim.
  ///
  /// What stood then is folded again from the entries up to that day, so it is counted from another place than what stands.
  public func bridge(
    to window: String, _ scheme: ClaimScheme, _ windows: ClaimWindows
  ) -> [BridgeLine] {
    var earlier = ClaimBook()
    if let last = windows.before(window, of: scheme.name).last {
      earlier.replay(entries.upTo(last.days.last))
    }
    return all.filter { $0.origin.isEmpty && $0.current.scheme == scheme.name }.compactMap {
      let before = earlier[$0.id].map(Self.standing) ?? .zero
      return Self.line($0, before: before, after: Self.standing($0))
    }
  }

  /// What stands for a claim: the amount of the version that is submitted and not turned down.
  private static func standing(_ state: ClaimState) -> Pence {
    state.occupies && state.origin.isEmpty ? state.locked?.amount ?? .zero : .zero
  }

  private static func line(_ state: ClaimState, before: Pence, after: Pence) -> BridgeLine? {
    let what: BridgeLine.What
    switch (before, after) {
    case (.zero, .zero): return nil
    case (.zero, _): what = .new
    case (_, .zero): what = state.status == .rejected ? .rejected : .withdrawn
    default: what = before == after ? .stands : .amended
    }
    let reference = (state.locked ?? state.current).reference
    return BridgeLine(
      claim: state.id, reference: reference, what: what, before: before, after: after)
  }
}

extension Reconciliation {
  /// Adds that what stood, and what happened since, come to what stands.
  mutating func add(_ bridge: [BridgeLine], standing: Pence) {
    func sum(_ what: BridgeLine.What) -> Int64 {
      bridge.filter { $0.what == what }.reduce(0) { $0 + $1.after.count - $1.before.count }
    }
    let before = bridge.reduce(Int64(0)) { $0 + $1.before.count }
    lines.append(
      Line(
        name: "standing", whole: standing.count,
        parts: [
          Part("when the last window closed", before), Part("new", sum(.new)),
          Part("amended", sum(.amended)), Part("withdrawn", sum(.withdrawn)),
          Part("rejected", sum(.rejected)),
        ], isMoney: true))
  }
}
