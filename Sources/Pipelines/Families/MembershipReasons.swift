public import Store
public import Vocabulary

/// Why each member of a family belongs to it on a day, and what would take them out, in words.
///
/// Whoever shows it says what people are called, since not every reader may know every name.
public struct MembershipReasons {
  /// The family.
  public let account: FamilyAccount
  private let day: Day
  private let named: (Int64) -> String

  /// Looks at a family on a day.
  public init(_ account: FamilyAccount, at day: Day, named: @escaping (Int64) -> String) {
    self.account = account
    self.day = day
    self.named = named
  }

  // MARK: Who

  /// Who belongs to it on the day, as what.
  public var present: [FamilyMemberRow] { account.members.filter(holds) }

  /// Who belonged to it, or will, and does not on the day.
  public var absent: [FamilyMemberRow] {
    let present = Set(present.map(\.person))
    return account.members.filter { !present.contains($0.person) }
  }

  /// Each of those who belong to it on the day, once.
  public var people: [Int64] {
    var seen: Set<Int64> = []
    return present.map(\.person).filter { seen.insert($0).inserted }
  }

  private func holds(_ member: FamilyMemberRow) -> Bool {
    let since = member.since.flatMap { Day(iso: $0) } ?? .earliest
    let until = member.until.flatMap { Day(iso: $0) } ?? .latest
    return since <= day && day <= until
  }

  /// The member who lives with the family and whose strongest tie weighs least.
  public var weakest: FamilyMemberRow? {
    present.filter { FamilyRole(rawValue: $0.role)?.isResident ?? false }
      .min { ($0.strength, $0.person) < ($1.strength, $1.person) }
  }

  // MARK: Why

  /// What speaks for a member, by the other one, the strongest first.
  public func ties(_ person: Int64) -> [(other: Int64, reasons: [FamilyAccount.Reason])] {
    let own = account.reasons.filter { $0.evidence.person == person }
    let others = Set(own.map(\.evidence.other)).sorted()
    return others.map { other in
      let reasons = own.filter { $0.evidence.other == other }
      return (other, reasons.sorted { $0.evidence.weight > $1.evidence.weight })
    }
    .sorted { (Self.weight($0.reasons), $1.other) > (Self.weight($1.reasons), $0.other) }
  }

  private static func weight(_ reasons: [FamilyAccount.Reason]) -> Int {
    reasons.reduce(0) { $0 + $1.evidence.weight }
  }

  /// A reason with its weight and its row.
  public static func words(_ reason: FamilyAccount.Reason) -> String {
    let evidence = reason.evidence
    var words: String
    switch evidence.kind {
    case "together": words = "one home" + days(evidence)
    case "another": words = "further homes that they shared"
    case "same-arrival": words = "came there together"
    case "child-with-adult": words = "a child with a grown-up of an age to be the parent"
    case "only-two": words = "the only two grown-ups there"
    case "surname": words = "one surname"
    case "ruling": words = "a decision" + days(evidence)
    default: words = "\"\(reason.title ?? evidence.kind)\"" + days(evidence)
    }
    words += " (\(evidence.weight)"
    if let file = reason.fileName, let line = evidence.line { words += ", \(file):\(line)" }
    return words + ")"
  }

  private static func days(_ evidence: FamilyEvidenceRow) -> String {
    let since = evidence.since.map { " since \($0)" } ?? ""
    return since + (evidence.until.map { " until \($0)" } ?? "")
  }

  /// What would take a member out of the family.
  public func wayOut(_ person: Int64) -> String {
    let ties = ties(person)
    let role = present.last { $0.person == person }.flatMap { FamilyRole(rawValue: $0.role) }
    let decision = "or the decision that they do not belong together"
    guard role?.isResident ?? true else {
      return "Out by: the row being corrected, \(decision)."
    }
    guard ties.count == 1, let only = ties.first else {
      return "Out by: a later home without the others, \(decision)."
    }
    guard let strongest = only.reasons.first else { return "Out by: \(decision)." }
    return "Out by: a later home without \(named(only.other)), the loss of "
      + "\(Self.words(strongest)), \(decision)."
  }
}
