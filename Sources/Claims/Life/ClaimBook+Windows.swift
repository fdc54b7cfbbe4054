public import Vocabulary

/// What the audit of a window's claims came to.
public struct SampleJudgement: Hashable, Sendable {
  /// How many claims of the window were called complete.
  public var population: Int
  /// How many have to be drawn at least.
  public var needed: Int
  /// How many were drawn.
  public var drawn: Int
  /// How many of those were looked at.
  public var audited: Int
  /// How many of those did not pass.
  public var failed: Int
  /// How many percent may fail.
  public var toleratedPercent: Int

  /// Whether enough were drawn and all of them looked at.
  public var isComplete: Bool { drawn >= needed && audited == drawn }
  /// Whether no more failed than is tolerated.
  public var isWithinTolerance: Bool { failed * 100 <= audited * toleratedPercent }

  /// The range in which the share of failing claims lies with 95% confidence, in percent.
  ///
  /// It is Wilson's interval («Probable Inference, the Law of Succession, and Statistical Inference», 1927).
  public var errorRange: ClosedRange<Double>? {
    guard audited > 0 else { return nil }
    let (n, z) = (Double(audited), 1.959_963_984_540_054)
    let rate = Double(failed) / n
    let centre = rate + z * z / (2 * n)
    let spread = z * (rate * (1 - rate) / n + z * z / (4 * n * n)).squareRoot()
    let whole = 1 + z * z / n
    return max(0, (centre - spread) / whole * 100)...min(100, (centre + spread) / whole * 100)
  }
}

extension ClaimBook {
  /// The claims of a window under a scheme that were called complete, and those of its samples that somebody looked at,
  /// wherever they are now.
  public func population(of window: String, _ scheme: String) -> [ClaimState] {
    all.filter { state in
      guard state.origin.isEmpty else { return false }
      if let finding = state.finding(in: window, scheme), !finding.samples.isEmpty { return true }
      return state.window == window && state.current.scheme == scheme
        && state.status != .draft && state.status != .withdrawn
    }
  }

  /// The claims of a window that are complete and that no sample of it has drawn.
  public func undrawn(of window: String, _ scheme: String) -> [ClaimState] {
    population(of: window, scheme).filter {
      $0.status == .complete && $0.window == window && $0.samples.isEmpty
    }
  }

  /// The samples of a window under a scheme, in the order of their names.
  public func samples(of window: String, _ scheme: String) -> [String] {
    Set(population(of: window, scheme).flatMap { $0.samples(of: window, scheme) }).sorted()
  }

  /// What the audit of a window's claims came to so far.
  public func judgement(of window: String, _ scheme: ClaimScheme) -> SampleJudgement {
    let population = population(of: window, scheme.name)
    let drawn = population.filter { !$0.samples(of: window, scheme.name).isEmpty }
    let found = drawn.compactMap { state -> ClaimState.Finding? in
      let finding = state.finding(in: window, scheme.name)
      // A new version that is drawn again waits to be looked at; one that failed has shown enough.
      let waits = state.window == window && state.status == .inSample
      return waits && finding?.isPassed == true ? nil : finding
    }
    return SampleJudgement(
      population: population.count,
      needed: AuditSample.size(for: population.count, scheme.audit), drawn: drawn.count,
      audited: found.count, failed: found.count { !$0.isPassed },
      toleratedPercent: scheme.audit.toleratedPercent)
  }

  func checkSample(
    _ sample: String, of state: ClaimState, _ rules: ClaimRules
  ) throws(ClaimRefusal) {
    guard let scheme = rules.schemes[state.current.scheme] else {
      throw ClaimRefusal(.unknown, "there is no scheme '\(state.current.scheme)'")
    }
    let isKnown = population(of: state.window, scheme.name).contains {
      $0.samples(of: state.window, scheme.name).contains(sample)
    }
    let judgement = judgement(of: state.window, scheme)
    guard isKnown, judgement.isComplete else {
      throw ClaimRefusal(
        .notAudited,
        "\(judgement.audited) of the \(judgement.needed) claims that the sample of "
          + "\(state.window) needs were audited")
    }
    guard judgement.isWithinTolerance else {
      throw ClaimRefusal(
        .sampleFailed,
        "\(judgement.failed) of \(judgement.audited) audited claims failed, more than "
          + "\(judgement.toleratedPercent)%: draw a further sample, or audit every claim")
    }
  }

  /// How many claims of a scheme were submitted in each window so far.
  public func volumes(of scheme: String, _ windows: ClaimWindows) -> [(window: String, count: Int)]
  {
    windows.windows.filter { $0.schemes.contains(scheme) }.map { window in
      let count = all.count { state in
        state.submitted.contains { $0.window == window.id && $0.claim.scheme == scheme }
      }
      return (window.id, count)
    }
  }

  /// The claims of a window under a scheme that were called complete and wait to be submitted.
  public func waiting(in window: String, _ scheme: String) -> Set<ClaimID> {
    let waiting: Set<ClaimStatus> = [.complete, .inSample, .audited, .signedOff]
    return Set(
      population(of: window, scheme).filter {
        $0.window == window && waiting.contains($0.status)
      }.map(\.id))
  }

  /// How many claims of a scheme a window has once these are submitted too; an amendment is one that it had.
  func volume(of window: String, _ scheme: String, with submitting: Set<ClaimID>) -> Int {
    all.count { state in
      submitting.contains(state.id)
        || state.submitted.contains { $0.window == window && $0.claim.scheme == scheme }
    }
  }

  /// Whether the window has more claims than usual once these are submitted too: so many times the mean of the windows
  /// before.
  ///
  /// What is a draft, failed or was taken back is no claim that anybody would have to pay.
  public func isUnusual(
    submitting: Set<ClaimID>, in window: String, of scheme: ClaimScheme, _ windows: ClaimWindows
  ) -> Bool {
    let count = volume(of: window, scheme.name, with: submitting)
    let earlier = windows.before(window, of: scheme.name).map(\.id)
    let counts = volumes(of: scheme.name, windows).filter { earlier.contains($0.window) }
      .map(\.count).filter { $0 > 0 }
    guard counts.count >= 2, count >= 10 else { return false }
    return count * counts.count > counts.reduce(0, +) * scheme.audit.volumeTimes
  }

  func checkVolume(of state: ClaimState, _ rules: ClaimRules) throws(ClaimRefusal) {
    guard let scheme = rules.schemes[state.current.scheme],
      !rules.explained.contains(state.window)
    else { return }
    guard isUnusual(submitting: [state.id], in: state.window, of: scheme, rules.windows) else {
      return
    }
    let count = volume(of: state.window, scheme.name, with: [state.id])
    throw ClaimRefusal(
      .volume,
      "\(count) claims in \(state.window) are more than \(scheme.audit.volumeTimes) times the usual "
        + "number: a manager has to explain the volume first")
  }
}
