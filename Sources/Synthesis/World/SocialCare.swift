public import Vocabulary

/// Who brought a child to notice, by the codes of the children in need census.
public enum ReferralSource: String, Sendable, CaseIterable {
  case relative = "1A"
  case acquaintance = "1B"
  case themselves = "1C"
  case otherIndividual = "1D"
  case school = "2A"
  case educationService = "2B"
  case generalPractice = "3A"
  case healthVisitor = "3B"
  case schoolNurse = "3C"
  case emergencyDepartment = "3E"
  case otherHealth = "3F"
  case housing = "4"
  case socialCare = "5A"
  case otherCouncil = "5B"
  case police = "6"
  case otherLegal = "7"
  case voluntary = "8"
  case anonymous = "9"
}

/// The main need, by the codes of the children in need census.
public enum PrimaryNeed: String, Sendable, CaseIterable {
  case abuseOrNeglect = "N1"
  case disability = "N2"
  case parentalIllness = "N3"
  case acuteStress = "N4"
  case dysfunction = "N5"
  case unacceptableBehaviour = "N6"
  case lowIncome = "N7"
  case absentParenting = "N8"
}

/// A contact about a child that the front door answered.
public struct SocialCareContact: Sendable {
  /// The answer.
  public enum Outcome: String, Sendable, CaseIterable {
    case noFurtherAction, informationAndAdvice, earlyHelpReferral, referral
  }

  /// Who made it.
  public var source: ReferralSource
  /// The answer.
  public var outcome: Outcome
}

/// A referral to children's social care.
public struct Referral: Sendable {
  /// What came of it.
  public enum Outcome: String, Sendable, CaseIterable {
    case noFurtherAction, signposted, earlyHelp, assessment, strategyDiscussion
  }

  /// Who made it.
  public var source: ReferralSource
  /// The main need.
  public var need: PrimaryNeed
  /// What came of it.
  public var outcome: Outcome
}

/// What an assessment found in the child's life, by the census letter codes.
public struct AssessmentFactors: OptionSet, Hashable, Sendable {
  /// One bit for each factor, in the order below.
  public let rawValue: UInt32

  /// Factors from their bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Alcohol misuse of a parent.
  public static let parentAlcohol = Self(rawValue: 1 << 0)
  /// Drug misuse of a parent.
  public static let parentDrugs = Self(rawValue: 1 << 1)
  /// Domestic violence against a parent.
  public static let parentDomesticAbuse = Self(rawValue: 1 << 2)
  /// Mental health of a parent.
  public static let parentMentalHealth = Self(rawValue: 1 << 3)
  /// Learning disability of a parent.
  public static let parentLearningDisability = Self(rawValue: 1 << 4)
  /// Physical illness of a parent.
  public static let parentIllness = Self(rawValue: 1 << 5)
  /// Mental health of the child.
  public static let childMentalHealth = Self(rawValue: 1 << 6)
  /// The child is a young carer.
  public static let youngCarer = Self(rawValue: 1 << 7)
  /// The child goes missing.
  public static let missing = Self(rawValue: 1 << 8)
  /// Neglect.
  public static let neglect = Self(rawValue: 1 << 9)
  /// Emotional abuse.
  public static let emotionalAbuse = Self(rawValue: 1 << 10)
  /// Physical abuse by an adult.
  public static let physicalAbuse = Self(rawValue: 1 << 11)
  /// Sexual abuse by an adult.
  public static let sexualAbuse = Self(rawValue: 1 << 12)

  /// The census code of each factor, in order of the bits.
  public static let codes = [
    "1B", "2B", "3B", "4B", "5B", "6B", "4A", "7A", "10A", "16A", "17A", "18B", "19B",
  ]

  /// The census codes of the factors present, in order; `21A` (none) for an empty set.
  public var codes: [String] {
    let present = Self.codes.indices.filter { rawValue & (1 << UInt32($0)) != 0 }
    return present.isEmpty ? ["21A"] : present.map { Self.codes[$0] }
  }
}

/// An assessment of a child; the event's `until` is the authorisation.
public struct Assessment: Sendable {
  /// What it came to.
  public enum Outcome: String, Sendable, CaseIterable {
    case noFurtherAction, earlyHelp, childInNeed, strategyDiscussion, refused
  }

  /// What was found.
  public var factors: AssessmentFactors
  /// What it came to.
  public var outcome: Outcome
}

/// An enquiry under section 47.
public struct SectionFortySeven: Sendable {
  /// The day of the initial child protection conference; nil when none was needed.
  public var conferenceOn: PartialDate?
}

/// An episode of need; the event's `until` is the closure.
public struct ChildInNeed: Sendable {
  /// Why it closed, by the census code.
  public enum Closure: String, Sendable, CaseIterable {
    case adopted = "RC1"
    case died = "RC2"
    case guardianship = "RC4"
    case moved = "RC5"
    case ceased = "RC7"
    case afterAssessment = "RC8"
    case toEarlyHelp = "RC9"
  }

  /// The main need.
  public var need: PrimaryNeed
  /// Why it closed; nil while open.
  public var closure: Closure?
}

/// A child protection plan; the event's `until` is its end.
public struct ProtectionPlan: Sendable {
  /// The category of abuse, by the census code.
  public enum Category: String, Sendable, CaseIterable {
    case neglect = "NEG"
    case physical = "PHY"
    case sexual = "SAB"
    case emotional = "EMO"
    case multiple = "MUL"
  }

  /// The category.
  public var category: Category
  /// How many plans the child had before.
  public var previousPlans: UInt8
}

/// An episode of being looked after; the event's dwelling is the placement.
public struct LookedAfter: Sendable {
  /// The legal status, by the census code.
  public enum LegalStatus: String, Sendable, CaseIterable {
    case interimCareOrder = "C1"
    case careOrder = "C2"
    case accommodated = "V2"
    case policeProtection = "L1"
    case remand = "J1"
  }

  /// The placement, by the census code.
  public enum Placement: String, Sendable, CaseIterable {
    case fosterCarer = "U4"
    case relative = "U1"
    case childrensHome = "K2"
    case secureUnit = "K1"
  }

  /// Why an episode ended, by the census code.
  public enum Ending: String, Sendable, CaseIterable {
    case returnedHome = "E4A"
    case specialGuardianship = "E43"
    case independent = "E5"
    case adopted = "E11"
    case other = "E8"
  }

  /// The legal status.
  public var legalStatus: LegalStatus
  /// Where the child was placed.
  public var placement: Placement
  /// The main need.
  public var need: PrimaryNeed
  /// Who looks after the child, when they live in the neighbourhood.
  public var carer: Person.ID?
  /// Why it ended; nil while it lasts.
  public var ending: Ending?
}

/// One member's place in an early help episode of a family; the event's `until` is its end.
public struct EarlyHelp: Sendable {
  /// The sort of help.
  public enum Service: String, Sendable, CaseIterable {
    case commonAssessment, familyIntervention, familyGroupConference, troubledFamilies
  }

  /// Why it ended.
  public enum Ending: String, Sendable, CaseIterable {
    case outcomesMet, steppedUp, noEngagement, movedAway, consentWithdrawn
  }

  /// The episode's number; the members of one family share it.
  public var episode: Int
  /// The true family.
  public var family: Family.ID
  /// The sort of help.
  public var service: Service
  /// The member's role as the assessment names it.
  public var role: Family.Role
  /// Whether consent was given; nil when not asked.
  public var consent: Bool?
  /// The lead professional's agency and initials, such as `School/PB`; nil for none.
  public var leadProfessional: String?
  /// Why it ended; nil while open.
  public var ending: Ending?
}
