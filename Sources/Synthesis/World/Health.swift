public import Vocabulary

/// A general practice, named by a number in the county.
public struct Practice: Hashable, Sendable {
  /// Which one, from nought.
  public var number: Int32

  /// Names a practice.
  public init(_ number: Int) { self.number = Int32(number) }
}

/// Time on a practice's list; the event's `until` is the deduction.
public struct PracticeRegistration: Sendable {
  /// Which practice.
  public var practice: Practice
}

/// One booked health appointment.
public struct Appointment: Sendable {
  /// The clinic or service.
  public enum Clinic: String, Sendable, CaseIterable {
    case generalPractice, healthVisitor, schoolNurse, paediatrics, midwifery, dentist
    case childMentalHealth, adultMentalHealth, neurology, physiotherapy, counselling
    case learningDisability, speechTherapy
  }

  /// The NHS attendance code.
  public enum Attendance: String, Sendable, CaseIterable {
    case attended = "5"
    case lateSeen = "6"
    case lateNotSeen = "7"
    case cancelledByPatient = "2"
    case didNotAttend = "3"
    case cancelledByProvider = "4"
  }

  /// Which clinic.
  public var clinic: Clinic
  /// Whether they came.
  public var attendance: Attendance
}

/// A vaccine of the childhood schedule: the event's day is the due day.
public struct Immunisation: Sendable {
  /// The vaccine as the schedule names it.
  public enum Vaccine: String, Sendable, CaseIterable {
    case first = "DTaP/IPV/Hib 1"
    case second = "DTaP/IPV/Hib 2"
    case third = "DTaP/IPV/Hib 3"
    case menC = "Hib/MenC"
    case mmrFirst = "MMR 1"
    case mmrSecond = "MMR 2"
    case preschool = "DTaP/IPV"
  }

  /// Which vaccine.
  public var vaccine: Vaccine
  /// The day it was given; nil when it never was.
  public var givenOn: Day?
}

/// A check of the healthy child programme: the event's day is the due day.
public struct DevelopmentCheck: Sendable {
  /// The contact.
  public enum Kind: String, Sendable, CaseIterable {
    case newBirthVisit, sixWeeks, oneYear, twoYears
  }

  /// How much help the health visitor offers.
  public enum Level: String, Sendable, CaseIterable {
    case universal, universalPlus, partnershipPlus
  }

  /// Which contact.
  public var kind: Kind
  /// The day it was done; nil when it never was.
  public var doneOn: Day?
  /// The level of help.
  public var level: Level
}

/// A visit to the emergency department.
public struct EmergencyAttendance: Sendable {
  /// Why.
  public enum Reason: String, Sendable, CaseIterable {
    case minorIllness, minorInjury, assault, overdose, selfHarm, alcohol, majorInjury
  }

  /// Why.
  public var reason: Reason
  /// The practice given at the desk; nil when none is registered (`V81997`).
  public var practice: Practice?
  /// Whether they were sent home without investigation or treatment.
  public var isLowAcuity: Bool
}

/// Treatment for misuse of a substance or for mental health; the event's `until` is the discharge.
public struct Treatment: Sendable {
  /// What the treatment is for.
  public enum Subject: String, Sendable, CaseIterable {
    case alcohol, heroin, cannabis, cocaine, depression, anxiety, psychosis, attentionDeficit
    case trauma

    /// Whether it is misuse of a substance.
    public var isSubstance: Bool {
      switch self {
      case .alcohol, .heroin, .cannabis, .cocaine: true
      default: false
      }
    }
  }

  /// How it ended.
  public enum Discharge: String, Sendable, CaseIterable {
    case completed, droppedOut, transferred, custody
  }

  /// What for.
  public var subject: Subject
  /// How it ended; nil while it lasts.
  public var discharge: Discharge?
}
