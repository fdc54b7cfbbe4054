public import Vocabulary

/// What was done, in the few words agencies share.
public enum Offence: String, Sendable, CaseIterable {
  case commonAssault, actualBodilyHarm, affray, harassment, criminalDamage, arson
  case shoplifting, theft, handling, burglary, robbery, vehicleTaking
  case cannabisPossession, heroinPossession, supply, publicOrder, drunkAndDisorderly
  case breach, weapon, sexualOffence, fraud
}

/// A youth offence with its outcome; the event's day is the day of the offence.
public struct YouthOffence: Sendable {
  /// How the matter ended.
  public enum Outcome: String, Sendable, CaseIterable {
    case reprimand, finalWarning, youthCaution, youthConditionalCaution, communityResolution
    case restorativeDisposal, referralOrder, reparationOrder, rehabilitationOrder, fine
    case conditionalDischarge, detentionAndTraining, noFurtherAction, dismissed, pending

    /// Whether the outcome proves the offence.
    public var isProven: Bool {
      switch self {
      case .communityResolution, .restorativeDisposal, .noFurtherAction, .dismissed, .pending:
        false
      default: true
      }
    }
  }

  /// What was done.
  public var offence: Offence
  /// The youth justice gravity score, 1 to 8.
  public var gravity: UInt8
  /// How it ended.
  public var outcome: Outcome
  /// The day of the outcome; nil while pending.
  public var outcomeOn: PartialDate?
}

/// Work of the youth offending team with a young person.
public struct YouthIntervention: Sendable {
  /// What the work is for.
  public enum Kind: String, Sendable, CaseIterable {
    case prevention, referralOrder, rehabilitationOrder, detentionLicence
  }

  /// What the work is for.
  public var kind: Kind
}

/// One day set at court.
public struct CourtDate: Sendable {
  /// What the matter is about; nil where the list does not say.
  public var offence: Offence?
}

/// One person's part in one recorded crime; the event's dwelling is the person's or the scene.
public struct CrimeRole: Sendable {
  /// The part.
  public enum Role: String, Sendable, CaseIterable {
    case suspect = "SUSPECT"
    case offender = "OFFENDER"
    case victim = "VICTIM"
    case witness = "WITNESS"
  }

  /// How the police closed it, in words that later became outcome codes.
  public enum Outcome: String, Sendable, CaseIterable {
    case charged, adultCaution, youthCaution, penaltyNotice, cannabisWarning
    case communityResolution, notInPublicInterest, victimDeclines, evidentialDifficulty
    case noSuspect, underInvestigation
  }

  /// The crime's number; people in one crime share it.
  public var crime: Int
  /// What was done.
  public var offence: Offence
  /// The part this person had.
  public var role: Role
  /// How it ended.
  public var outcome: Outcome
  /// Whether it was flagged domestic.
  public var isDomestic: Bool
}

/// A police incident at an address; the person, if any, is the one it concerns.
public struct Incident: Sendable {
  /// What was reported.
  public enum Kind: String, Sendable, CaseIterable {
    case domestic, antisocialPersonal, antisocialNuisance, antisocialEnvironmental
    case concernForSafety, missingPerson, suspiciousPerson, roadMatter
  }

  /// The risk by the DASH questions.
  public enum Risk: String, Sendable, CaseIterable {
    case standard = "S"
    case medium = "M"
    case high = "H"
  }

  /// The incident's number; people in one incident share it.
  public var incident: Int
  /// What was reported.
  public var kind: Kind
  /// The risk, of a domestic incident.
  public var risk: Risk?
  /// Whether children were there.
  public var childrenPresent: Bool
  /// Whether this person is the one complained of rather than the one wronged.
  public var isSubject: Bool
}

/// A sentence that the probation service manages; the event's `until` is its expected end.
public struct ProbationOrder: Sendable {
  /// The sort of order.
  public enum Kind: String, Sendable, CaseIterable {
    case communityOrder, suspendedSentence, licence, youthToAdult
  }

  /// The probation case number, such as `X123456`.
  public var reference: String
  /// The sort of order.
  public var kind: Kind
  /// The offence it is for.
  public var offence: Offence
  /// Risk of harm: 1 low to 4 very high.
  public var riskOfHarm: UInt8
  /// Whether drug rehabilitation is required.
  public var drugRehabilitation: Bool
  /// The day a breach was recorded; nil for none.
  public var breachedOn: PartialDate?
}

/// Time in prison or a young offender institution; the event's `until` is the release.
public struct Custody: Sendable {
  /// Where.
  public enum Kind: String, Sendable, CaseIterable {
    case prison, youngOffenderInstitution, remand
  }

  /// Where.
  public var kind: Kind
}
