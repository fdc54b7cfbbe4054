/// A case of anti-social behaviour that a landlord or the community safety team keeps.
public struct AntisocialCase: Sendable {
  /// What was complained of.
  public enum Nature: String, Sendable, CaseIterable {
    case noise, harassment, vandalism, litter, drugs, youths, pets, domesticNoise
  }

  /// The case's number; households in one case share it.
  public var number: Int
  /// What was complained of.
  public var nature: Nature
  /// Whether this household complains; otherwise it is complained of.
  public var isComplainant: Bool
}

/// A step taken in a case of anti-social behaviour.
public struct AntisocialAction: Sendable {
  /// The step.
  public enum Step: String, Sendable, CaseIterable {
    case warningLetter, visit, mediation, acceptableBehaviourContract, parentingContract
    case injunction, antisocialBehaviourOrder, noticeOnNuisanceGround, demotion
  }

  /// The case's number.
  public var number: Int
  /// What was done.
  public var step: Step
}

/// A let of a social landlord's property; the event is the main tenant's, at the dwelling.
public struct Tenancy: Sendable {
  /// The sort of tenancy.
  public enum Kind: String, Sendable, CaseIterable {
    case introductory, secure, assured, shorthold, demoted, temporary, licence
  }

  /// Why it ended.
  public enum Ending: String, Sendable, CaseIterable {
    case transfer, ended, abandoned, evicted, died, bought
  }

  /// The tenancy's number.
  public var number: Int
  /// The sort of tenancy.
  public var kind: Kind
  /// The joint tenant, if there is one.
  public var jointTenant: Person.ID?
  /// The rent of a week, in pence.
  public var weeklyRent: Int
  /// Why it ended; nil while it runs.
  public var ending: Ending?
}

/// A rent account at the end of a month; written only for accounts that were ever in arrears.
public struct RentMonth: Sendable {
  /// The tenancy's number.
  public var tenancy: Int
  /// What is owed, in pence; negative when the account is in credit.
  public var owed: Int
}

/// A step on the way to losing a home.
public struct PossessionStep: Sendable {
  /// The step.
  public enum Step: String, Sendable, CaseIterable {
    case noticeOfSeekingPossession, courtHearing, suspendedOrder, outrightOrder, eviction
  }

  /// On what ground.
  public enum Ground: String, Sendable, CaseIterable {
    case arrears, nuisance
  }

  /// The tenancy's number; nil for a tenancy of another landlord.
  public var tenancy: Int?
  /// The step.
  public var step: Step
  /// The ground.
  public var ground: Ground
}

/// What a housing officer noted about a home or a household.
public struct HousingReport: Sendable {
  /// The note.
  public enum Kind: String, Sendable, CaseIterable {
    case poorCondition, rubbish, repairRequest, homelessApplication, transferRequest
    case transferForSafety, welcomeVisit, referralMade, rehoused
  }

  /// The note.
  public var kind: Kind
}

/// Time on a benefit; the event's `until` is the end of the claim.
public struct BenefitSpell: Sendable {
  /// The benefit.
  public enum Benefit: String, Sendable, CaseIterable {
    case jobseekersAllowance = "JSA"
    case employmentAndSupport = "ESA"
    case incomeSupport = "IS"
    case incapacity = "IB"
    case severeDisablement = "SDA"
    case carers = "CA"
    case pensionCredit = "PC"
    case disabilityLiving = "DLA"
    case universalCredit = "UC"

    /// Whether the framework of 2012 counts it as out-of-work.
    public var isOutOfWork: Bool {
      switch self {
      case .pensionCredit, .disabilityLiving, .universalCredit: false
      default: true
      }
    }
  }

  /// What Universal Credit asks of the claimant.
  public enum Regime: String, Sendable, CaseIterable {
    case searchingForWork, preparing, planning, workingWithRequirements
    case workingNoRequirements, noRequirements
  }

  /// The benefit.
  public var benefit: Benefit
  /// The regime, of Universal Credit.
  public var regime: Regime?
}
