/// How many rows of a file may go wrong: a count, a share, or both.
public struct Limit: Hashable, Sendable {
  /// The share, in hundredths of a percent, so that 0.25% is exact.
  public var hundredthsOfPercent: Int
  /// The count.
  ///
  /// Beside a share it keeps small files from being judged by a single row.
  public var rows: Int

  /// A limit that is exceeded by more than the share and more than the count.
  public init(hundredthsOfPercent: Int = 0, rows: Int = 0) {
    self.hundredthsOfPercent = hundredthsOfPercent
    self.rows = rows
  }

  /// Reads «20», «1%», «0.25%» or «1% and 20».
  public init?(_ text: String) {
    self.init()
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    switch (words.count, words.first?.hasSuffix("%")) {
    case (1, false): guard readRows(words[0]) else { return nil }
    case (1, true): guard readShare(words[0]) else { return nil }
    case (3, true) where words[1] == "and":
      guard readShare(words[0]), readRows(words[2]) else { return nil }
    default: return nil
    }
  }

  private mutating func readRows(_ word: Substring) -> Bool {
    guard let number = Digits.number(word) else { return false }
    rows = number
    return true
  }

  private mutating func readShare(_ word: Substring) -> Bool {
    let parts = word.dropLast().split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first.flatMap(Digits.number), whole <= 100, parts.count < 3
    else { return false }
    let decimals = parts.count == 2 ? parts[1] : "0"
    guard (1...2).contains(decimals.count), let fraction = Digits.number(decimals)
    else { return false }
    hundredthsOfPercent = whole * 100 + (decimals.count == 1 ? fraction * 10 : fraction)
    return hundredthsOfPercent <= 10_000
  }

  /// Whether so many of so many is more than the limit.
  public func isExceeded(by part: Int, of whole: Int) -> Bool {
    part > rows && part * 10_000 > hundredthsOfPercent * whole
  }

  /// As written in a contract.
  public var text: String {
    if hundredthsOfPercent == 0 { return "\(rows)" }
    let fraction = hundredthsOfPercent % 100
    let decimals = fraction == 0 ? "" : ".\(fraction < 10 ? "0" : "")\(fraction)"
    let share = "\(hundredthsOfPercent / 100)\(decimals)%"
    return rows == 0 ? share : "\(share) and \(rows)"
  }
}

/// When so many go wrong that a person should look, and when so many that nothing may be published.
public struct Tolerance: Hashable, Sendable {
  /// Above this, a warning.
  public var warnOver: Limit?
  /// Above this, the run does not publish.
  public var errorOver: Limit?

  /// What is tolerated where nobody says otherwise.
  public static let usual = Tolerance(
    warnOver: Limit("2% and 2"), errorOver: Limit("20% and 5"))

  /// Sets both limits.
  public init(warnOver: Limit? = nil, errorOver: Limit? = nil) {
    self.warnOver = warnOver
    self.errorOver = errorOver
  }

  /// What so many of so many amounts to.
  public func verdict(_ part: Int, of whole: Int) -> Severity? {
    if let errorOver, errorOver.isExceeded(by: part, of: whole) { return .error }
    if let warnOver, warnOver.isExceeded(by: part, of: whole) { return .warning }
    return nil
  }
}
