public import Vocabulary

/// The list that one agency is sent: only its own families, and of those only what its purpose allows.
public struct AgencyList: Hashable, Sendable {
  /// What is known of a family, before anything is left out.
  public struct Subject: Hashable, Sendable {
    /// The family's life in the programme.
    public var life: FamilyLife
    /// How the family is called outside the team.
    public var reference: String
    /// The kinds of fact that are known of it, by their places in the vocabulary, each with its last day.
    public var lastKnown: [UInt16: Day]

    /// Describes a family.
    public init(life: FamilyLife, reference: String, lastKnown: [UInt16: Day]) {
      self.life = life
      self.reference = reference
      self.lastKnown = lastKnown
    }
  }

  /// A family as the agency sees it.
  public struct Row: Hashable, Sendable {
    /// How the family is called outside the team.
    public var reference: String
    /// Where it stands.
    public var status: CohortStatus
    /// Its area.
    public var area: String
    /// The agency that leads.
    public var leadAgency: String
    /// The professional who leads, where there is a plan to work together by.
    public var leadProfessional: String
    /// When the plan was agreed.
    public var planned: Day?
    /// What the agency may know: titles of kinds with the last day, in the vocabulary's order.
    public var known: [Known]
  }

  /// A kind of fact that the agency may know of.
  public struct Known: Hashable, Sendable {
    /// The kind's name.
    public var kind: String
    /// Whether it is the agency's own.
    public var isOwn: Bool
    /// The last day on which there was one.
    public var last: Day
  }

  /// The agency.
  public var agency: String
  /// Its families, in the order of their references.
  public var rows: [Row]

  /// Makes the list of one agency for a purpose; nil where its agreement does not allow the purpose.
  ///
  /// A family is its own where it leads the work or has sent facts of its own about it. Others' facts are told only where
  /// the family agreed to be worked with, only of sensitivities that the agency may see, and those from the benefits system
  /// to nobody.
  public init?(
    for agency: String, purpose: String, _ subjects: [Subject], _ programme: Programme,
    _ vocabulary: FactVocabulary
  ) {
    guard let partner = programme.partners.first(where: { $0.agency == agency }),
      partner.purposes.contains(purpose)
    else { return nil }
    self.agency = agency
    rows = subjects.compactMap { Self.row($0, partner, vocabulary) }
      .sorted { $0.reference < $1.reference }
  }

  private static func row(
    _ subject: Subject, _ partner: Programme.Partner, _ vocabulary: FactVocabulary
  ) -> Row? {
    let life = subject.life
    var known: [Known] = []
    for (number, kind) in vocabulary.kinds.enumerated() where kind.sensitivity != .benefit {
      guard let last = subject.lastKnown[UInt16(number)] else { continue }
      let isOwn = kind.agency == partner.agency
      let isShared = life.serviceConsent == .given && partner.sees.contains(kind.sensitivity)
      if isOwn || isShared { known.append(Known(kind: kind.name, isOwn: isOwn, last: last)) }
    }
    guard life.leadAgency == partner.agency || known.contains(where: \.isOwn) else { return nil }
    return Row(
      reference: subject.reference, status: life.status, area: life.area,
      leadAgency: life.leadAgency,
      leadProfessional: life.planned == nil ? "" : life.leadProfessional, planned: life.planned,
      known: known)
  }
}
