import Vocabulary

/// The sheet on which what was claimed has to add up, for one window of one scheme.
///
/// Each line is counted in two ways, from different places; a line that does not add is a mistake somewhere and stops
/// the export.
public struct Reconciliation: Hashable, Sendable {
  /// The lines.
  public var lines: [Line]
  /// The lines that do not add.
  public var broken: [Line] { lines.filter { !$0.adds } }

  /// One sum.
  public struct Line: Hashable, Sendable {
    /// What is counted.
    public var name: String
    /// The whole, from one place.
    public var whole: Int64
    /// Its parts, from another.
    public var parts: [Part]
    /// Whether it is money, in pence.
    public var isMoney: Bool

    /// Whether the parts come to the whole.
    public var adds: Bool { parts.reduce(0) { $0 + $1.count } == whole }

    /// The line in words: `submitted 12 = 7 paid + 1 rejected + 4 pending`.
    public var text: String {
      let sum = parts.map { "\(amount($0.count)) \($0.name)" }.joined(separator: " + ")
      return "\(name) \(amount(whole)) \(adds ? "=" : "is not") \(sum)"
    }

    private func amount(_ count: Int64) -> String { isMoney ? Pence(count).text : "\(count)" }
  }

  /// One part of a sum.
  public struct Part: Hashable, Sendable {
    /// What it is.
    public var name: String
    /// How many.
    public var count: Int64

    /// Names a part.
    public init(_ name: String, _ count: Int64) {
      self.name = name
      self.count = count
    }
  }

  /// Families of the cohort, counted by whoever keeps it.
  public struct Families: Hashable, Sendable {
    /// How many were judged, and how: eligible, not, cannot tell.
    public var identified: Int
    /// How many of them are eligible.
    public var eligible: Int
    /// How many are not.
    public var notEligible: Int
    /// For how many it cannot be told.
    public var cannotTell: Int
    /// How many of the eligible were attached.
    public var attached: Int
    /// How many of the eligible wait.
    public var waiting: Int
    /// How many of the eligible declined or moved out.
    public var declined: Int

    /// States the counts.
    public init(
      identified: Int, eligible: Int, notEligible: Int, cannotTell: Int, attached: Int,
      waiting: Int, declined: Int
    ) {
      self.identified = identified
      self.eligible = eligible
      self.notEligible = notEligible
      self.cannotTell = cannotTell
      self.attached = attached
      self.waiting = waiting
      self.declined = declined
    }
  }
}

extension ClaimBook {
  /// Reconciles a window's claims with the entries that made them, and with the windows before.
  public func reconciliation(
    of window: String, _ scheme: ClaimScheme, _ windows: ClaimWindows,
    families: Reconciliation.Families? = nil
  ) -> Reconciliation {
    typealias Part = Reconciliation.Part
    var lines: [Reconciliation.Line] = []
    func line(_ name: String, _ whole: Int, _ parts: [(String, Int)], isMoney: Bool = false) {
      lines.append(
        .init(
          name: name, whole: Int64(whole), parts: parts.map { Part($0.0, Int64($0.1)) },
          isMoney: isMoney))
    }
    if let families {
      line(
        "identified", families.identified,
        [
          ("eligible", families.eligible), ("not eligible", families.notEligible),
          ("cannot tell", families.cannotTell),
        ])
      line(
        "eligible", families.eligible,
        [
          ("attached", families.attached), ("waiting", families.waiting),
          ("declined or moved out", families.declined),
        ])
    }
    let upTo = Set(windows.before(window, of: scheme.name).map(\.id) + [window])
    // A claim stays in the window where it was first submitted, wherever it is amended.
    let own = all.filter { state in
      guard let first = state.submitted.first else { return false }
      return first.claim.scheme == scheme.name && upTo.contains(first.window)
    }
    let here = own.filter { $0.submitted.first?.window == window }
    line("submitted in \(window)", firstSubmissions(in: [window], scheme), byStatus(here))
    line("submitted so far", firstSubmissions(in: upTo, scheme), byStatus(own))
    line(
      "submitted so far", own.count,
      [("in \(window)", here.count), ("before", own.count - here.count)])
    addMoney(own, line)
    var sheet = Reconciliation(lines: lines)
    let standing = all.filter {
      $0.occupies && $0.origin.isEmpty && $0.locked?.scheme == scheme.name
    }
    sheet.add(
      bridge(to: window, scheme, windows),
      standing: standing.reduce(.zero) { $0 + ($1.locked?.amount ?? .zero) })
    return sheet
  }

  private func byStatus(_ states: [ClaimState]) -> [(String, Int)] {
    [
      ("paid", states.count { $0.status == .paid }),
      ("rejected", states.count { $0.status == .rejected }),
      ("withdrawn", states.count { $0.status == .withdrawn }),
      ("pending", states.count { $0.status == .submitted || $0.isAmending }),
    ]
  }

  /// The claims whose first submission the ledger notes in some windows: counted from entries, not from states.
  private func firstSubmissions(in windows: Set<String>, _ scheme: ClaimScheme) -> Int {
    var window: [ClaimID: (name: String, scheme: String)] = [:]
    var first: [ClaimID: String] = [:]
    for entry in entries {
      switch entry.event {
      case .prepared(let claim, let name), .amended(let claim, let name, _):
        window[entry.claim] = (name, claim.scheme)
      case .submitted where first[entry.claim] == nil:
        if window[entry.claim]?.scheme == scheme.name {
          first[entry.claim] = window[entry.claim]?.name
        }
      default: break
      }
    }
    return first.values.count { windows.contains($0) }
  }

  private func addMoney(
    _ states: [ClaimState],
    _ line: (String, Int, [(String, Int)], Bool) -> Void
  ) {
    let ids = Set(states.map(\.id))
    var received = Pence.zero
    var returned = Pence.zero
    for entry in entries where ids.contains(entry.claim) {
      if case .paid(let amount) = entry.event { received += amount }
      if case .withdrawn(_, let amount) = entry.event { returned += amount }
    }
    let held = states.reduce(Pence.zero) { $0 + $1.paid }
    line(
      "received", Int(received.count),
      [("held", Int(held.count)), ("given back", Int(returned.count))], true)
    let paidClaims = states.filter { $0.status == .paid }
    let due = paidClaims.reduce(Pence.zero) { $0 + ($1.locked?.amount ?? .zero) }
    let amending = states.filter(\.isAmending).reduce(Pence.zero) { $0 + $1.paid }
    let answering = states.filter { $0.status == .submitted }.reduce(Pence.zero) { $0 + $1.paid }
    line(
      "held", Int(held.count),
      [
        ("on paid claims at their rates", Int(due.count)),
        ("on claims being amended", Int((amending + answering).count)),
      ], true)
  }
}
