/// As what somebody works with the site; an account may have several that do not get in each other's way.
public enum Role: String, Hashable, Sendable, CaseIterable, Codable {
  /// Looks after the nightly runs, and sees no record.
  case `operator`
  /// Decides about matches.
  case analyst
  /// Decides again where two pairs of eyes are wanted, and settles what analysts refer.
  case reviewer
  /// Answers for the cohort and the claims.
  case manager
  /// Reads everything, and signs what others have claimed.
  case auditor
  /// Looks after accounts, and sees no record.
  case administrator
  /// Answers for data protection: sees who looked at what, and why.
  case protectionOfficer = "protection-officer"

  /// The role in a few words.
  public var title: String {
    switch self {
    case .operator: "Operator"
    case .analyst: "Analyst"
    case .reviewer: "Second reviewer"
    case .manager: "Programme manager"
    case .auditor: "Auditor"
    case .administrator: "Administrator"
    case .protectionOfficer: "Data protection officer"
    }
  }

  /// What whoever has the role may do; whatever is not here is refused.
  public var rights: Set<Right> {
    switch self {
    case .operator: [.seeRun]
    case .analyst: [.seeRun, .seePeople, .decide, .seeDecisions, .seeClaims, .prepareClaims]
    case .reviewer: [.seeRun, .seePeople, .seeProtected, .decide, .settle, .seeDecisions]
    case .manager:
      [
        .seeRun, .seePeople, .seeProtected, .seeSensitive, .seeDecisions, .manageProgramme,
        .seeClaims,
      ]
    case .auditor:
      [
        .seeRun, .seePeople, .seeProtected, .seeSensitive, .seeDecisions, .seeViews, .seeClaims,
        .auditClaims,
      ]
    case .administrator: [.seeRun, .seeAccounts]
    case .protectionOfficer: [.seeRun, .seeDecisions, .seeViews]
    }
  }

  /// Why two roles can't be one person's; nil where they can.
  public static func conflict(among roles: Set<Role>) -> String? {
    let deciding: Set<Role> = [.analyst, .reviewer, .manager]
    if roles.contains(.auditor), let other = roles.intersection(deciding).min(by: byName) {
      return "an auditor judges what a \(other.rawValue) did, and so is somebody else"
    }
    let seeing = roles.filter { $0.rights.contains(.seePeople) }
    if roles.contains(.administrator), let other = seeing.min(by: byName) {
      return
        "an administrator gives rights and sees no record, and so can't be \(other.rawValue) too"
    }
    return nil
  }

  private static func byName(_ one: Role, _ other: Role) -> Bool { one.rawValue < other.rawValue }
}

/// What somebody may do.
public enum Right: String, Hashable, Sendable, CaseIterable {
  /// See how the run went: counts and codes, and no detail of anybody.
  case seeRun
  /// See records of people.
  case seePeople
  /// See who is protected in a family; addresses that are withheld nobody sees.
  case seeProtected
  /// See rows of health, social care and offences; without it, that a criterion is met.
  case seeSensitive
  /// Decide about matches.
  case decide
  /// Settle what was referred, and decide as the second of two.
  case settle
  /// Enter what happens to families in the programme, and answer for its claims.
  case manageProgramme
  /// See claims.
  case seeClaims
  /// Prepare claims.
  case prepareClaims
  /// Check claims for internal audit.
  case auditClaims
  /// See what was decided, by whom and why.
  case seeDecisions
  /// See who looked at what, and why.
  case seeViews
  /// See whose accounts there are.
  case seeAccounts
}
