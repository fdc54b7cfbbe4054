/// A school, nursery or pupil referral unit, named by a number in the county.
public struct School: Hashable, Sendable {
  /// The phase or sort of establishment.
  public enum Kind: UInt8, Sendable, CaseIterable {
    case nursery, primary, secondary, special, referralUnit, independent
  }

  /// The sort of establishment.
  public var kind: Kind
  /// Which one of its sort, from nought.
  public var number: Int32

  /// Names a school of a sort.
  public init(_ kind: Kind, _ number: Int) {
    self.kind = kind
    self.number = Int32(number)
  }
}

/// A pupil's time at one school; the event's `until` is the leaving date.
public struct Enrolment: Sendable {
  /// The census enrolment status.
  public enum Status: String, Sendable, CaseIterable {
    case single = "C"
    case main = "M"
    case subsidiary = "S"
    case furtherEducation = "F"
    case guest = "G"
  }

  /// Why a pupil left.
  public enum Leaving: String, Sendable, CaseIterable {
    case endOfPhase, moved, parentsChoice, excluded, alternativeProvision, homeEducation, unknown
  }

  /// Which school.
  public var school: School
  /// How the pupil was registered.
  public var status: Status
  /// Why the pupil left; nil while enrolled.
  public var leaving: Leaving?
  /// Whether the pupil had free school meals there.
  public var freeMeals: Bool
  /// Whether the pupil was sent there because of an exclusion.
  public var afterExclusion: Bool
}

/// One pupil's sessions in one term at one school, as the school counted them.
///
/// A session is half a day; `authorised` and `unauthorised` are parts of `possible`. The event runs
/// from the first to the last school day that counts.
public struct TermAttendance: Sendable {
  /// Where.
  public var school: School
  /// The academic year by the year it began: 2012 for 2012/13.
  public var year: Int16
  /// 1 autumn, 2 spring, 3 summer.
  public var term: UInt8
  /// Sessions the pupil could have attended.
  public var possible: UInt16
  /// Sessions missed with leave: illness, exclusion, appointments.
  public var authorised: UInt16
  /// Sessions missed without leave (marks G, N, O, U).
  public var unauthorised: UInt16
  /// Sessions of `unauthorised` that still had no reason (mark N).
  public var unexplained: UInt16
  /// Sessions attended but late before the register closed (mark L).
  public var late: UInt16
}

/// An exclusion; the event's day is the first day excluded.
public struct Exclusion: Sendable {
  /// The census category of its time.
  public enum Category: String, Sendable, CaseIterable {
    case fixed = "FIXD"
    case permanent = "PERM"
    case lunchtime = "LNCH"
  }

  /// The census reason code.
  public enum Reason: String, Sendable, CaseIterable {
    case assaultOnPupil = "PP"
    case assaultOnAdult = "PA"
    case threatToPupil = "VP"
    case threatToAdult = "VA"
    case bullying = "BU"
    case racistAbuse = "RA"
    case drugsOrAlcohol = "DA"
    case damage = "DM"
    case theft = "TH"
    case disruption = "DB"
    case other = "OT"
  }

  /// From which school.
  public var school: School
  /// Fixed, permanent or lunchtime.
  public var category: Category
  /// For what.
  public var reason: Reason
  /// Half days excluded; nought for a permanent exclusion.
  public var sessions: UInt16
  /// Whether governors or the panel put the pupil back.
  public var rescinded: Bool
}

/// A stage of special needs; the event's `until` is when the next stage or none began.
public struct SpecialNeeds: Sendable {
  /// The census provision code of its time.
  public enum Stage: String, Sendable, CaseIterable {
    case schoolAction = "A"
    case schoolActionPlus = "P"
    case statement = "S"
  }

  /// The census type of need.
  public enum Need: String, Sendable, CaseIterable {
    case behaviour = "BESD"
    case speech = "SLCN"
    case moderateLearning = "MLD"
    case specificLearning = "SPLD"
    case autism = "ASD"
    case physical = "PD"
    case hearing = "HI"
  }

  /// The stage.
  public var stage: Stage
  /// The main need.
  public var need: Need
}

/// Time out of any school.
public struct MissingEducation: Sendable {
  /// Why a child of school age is on no roll.
  public enum Reason: String, Sendable, CaseIterable {
    case notApplied, movedIn, removed, homeEducated, noEducationOrWork
  }

  /// Why.
  public var reason: Reason
}
