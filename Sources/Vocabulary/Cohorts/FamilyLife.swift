/// Where a family stands in the programme.
public enum CohortStatus: String, Hashable, Sendable, CaseIterable {
  /// It was put forward and nobody has confirmed it.
  case identified
  /// A named person confirmed it, and it waits for a place.
  case confirmed
  /// It is attached, and the work has not begun.
  case attached
  /// Somebody works with it.
  case worked
  /// The work came to a result.
  case outcome
  /// The work ended.
  case closed
  /// It did not want to take part.
  case declined
  /// It lives elsewhere now.
  case movedOut = "moved-out"

  /// What people call it.
  public var title: String {
    switch self {
    case .identified: "identified"
    case .confirmed: "confirmed, waiting for a place"
    case .attached: "attached"
    case .worked: "worked with"
    case .outcome: "with an outcome"
    case .closed: "closed"
    case .declined: "declined"
    case .movedOut: "moved out"
    }
  }
}

/// A family's life in the programme, as its entries tell it.
public struct FamilyLife: Hashable, Sendable {
  /// Which family.
  public var family: FamilyID
  /// Where it stands.
  public var status: CohortStatus
  /// The area whose group looks after it; empty where nobody said.
  public var area: String = ""
  /// When it was first put forward.
  public var identified: Day?
  /// When it was confirmed, and by whom.
  public var confirmed: Signature?
  /// When it was attached.
  public var attachedOn: Day?
  /// With what it was attached.
  public var attachment: Attachment?
  /// The agency that leads now.
  public var leadAgency: String = ""
  /// The professional who leads now.
  public var leadProfessional: String = ""
  /// When the first plan for the whole family was agreed.
  public var planned: Day?
  /// When the needs of the whole family were first assessed.
  public var assessed: Day?
  /// Whether it agreed to be worked with.
  public var serviceConsent: Consent?
  /// Whether it agreed to be part of the evaluation.
  public var evaluationConsent: Consent?
  /// The reference of the legal ground on which its data is used.
  public var lawfulBasis: String = ""
  /// The days on which it was worked with, in their order.
  public var workedOn: [Day] = []
  /// The intensive services that it was put forward for, with their answers.
  public var nominations: [Nomination] = []
  /// The progress that professionals recorded.
  public var progress: [Progress] = []
  /// Problems that came up after attachment.
  public var laterProblems: [String] = []
  /// When a result was reached, and which.
  public var results: [String] = []
  /// When the work ended, the family declined or moved out.
  public var ended: Day?
  /// Why it ended.
  public var ending: String = ""

  /// A name and a day.
  public struct Signature: Hashable, Sendable {
    /// Who.
    public var by: String
    /// When.
    public var on: Day

    /// Notes a name and a day.
    public init(by: String, on: Day) {
      self.by = by
      self.on = on
    }
  }

  /// A place in an intensive service that was asked for.
  public struct Nomination: Hashable, Sendable {
    /// The service.
    public var service: String
    /// When it was asked for.
    public var on: Day
    /// What the service answered; nil while it has not.
    public var isTaken: Bool?

    /// Notes a nomination.
    public init(service: String, on: Day, isTaken: Bool? = nil) {
      self.service = service
      self.on = on
      self.isTaken = isTaken
    }
  }

  /// Progress that a professional recorded.
  public struct Progress: Hashable, Sendable {
    /// The element of a scheme.
    public var element: String
    /// The day of which it is true.
    public var on: Day
    /// The day on which it was written down.
    public var entered: Day
    /// Who recorded it.
    public var by: String
    /// What shows it.
    public var reference: String

    /// Notes progress.
    public init(element: String, on: Day, entered: Day, by: String, reference: String) {
      self.element = element
      self.on = on
      self.entered = entered
      self.by = by
      self.reference = reference
    }
  }

  /// Begins a life.
  public init(family: FamilyID, status: CohortStatus = .identified) {
    self.family = family
    self.status = status
  }

  /// Whether it declined or moved out on the day or before it; a family whose work was closed has not left.
  public func hasLeft(by day: Day) -> Bool {
    guard let ended else { return false }
    return (status == .declined || status == .movedOut) && ended <= day
  }

  /// Whether it counts as worked with: attached, and a lead, an assessment and a plan are there.
  public var isWorkedWith: Bool {
    attachment != nil && planned != nil && assessed != nil && !leadAgency.isEmpty
  }
}
