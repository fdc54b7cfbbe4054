/// A contact that a voluntary organisation noted by hand.
public struct VoluntaryContact: Sendable {
  /// The organisation, by what it does.
  public enum Organisation: String, Sendable, CaseIterable {
    case familySupport, womensAid, youngCarers, childrensCentre, drugService, parentingGroup
    case adviceCentre, foodBank, youthClub, counselling
  }

  /// The contact.
  public enum Kind: String, Sendable, CaseIterable {
    case homeVisit, groupSession, phoneCall, selfReferral, referralIn, referralOut, meeting
  }

  /// Who wrote it down.
  public var organisation: Organisation
  /// The sort of contact.
  public var kind: Kind
  /// Whether the person was there.
  public var attended: Bool
}

/// A professional's own judgement that a family has a problem the data may not show.
public struct Nomination: Sendable {
  /// Who nominates.
  public enum Agency: String, Sendable, CaseIterable {
    case school, police, housing, healthVisitor, socialCare, youthOffending, jobCentre, voluntary
  }

  /// The concern.
  public enum Concern: String, Sendable, CaseIterable {
    case crime, schoolAbsence, parenting, worklessness, domesticAbuse, mentalHealth
    case substanceMisuse, debt, homeConditions, childAtRisk
  }

  /// Who nominates.
  public var agency: Agency
  /// The concern.
  public var concern: Concern
}
