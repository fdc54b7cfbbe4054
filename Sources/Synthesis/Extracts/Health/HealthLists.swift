import Vocabulary

/// What the health lists have in common.
enum HealthList {
  /// The columns that say who a patient is.
  static func patientColumns<Matter>(of slot: String, _ style: DateStyle = .slashes)
    -> [Field<Matter>]
  {
    [
      .identifier("NHSNumber", .nhsNumber, of: slot, \.nhsNumber),
      .surname("Surname", of: slot),
      .forename("Forename", of: slot),
      .born("DOB", of: slot, style),
    ]
  }
}

/// Who is on which practice's list, compressed as the trust's system leaves it.
struct PracticeLists: Extract {
  let source = "gp-registrations"
  let fileName: @Sendable (Day) -> String = {
    "gp_registrations_\(DateStyle.packed.text($0)).csv.gz"
  }
  let shape = FileShape(lineEnd: "\n", wrapping: .gzip)
  let schedule = Schedule(months: 3, count: 1, lag: 12, contents: .snapshot)

  let fields: [Field<PracticeRegistration>] =
    HealthList.patientColumns(of: "patient", .packed) + [
      Field("NHSNumberStatus") { $0.number(below: 40) == 0 ? "04" : "01" },
      .sex("Sex", of: "patient"),
      .addressLine("AddressLine1", 0),
      .addressLine("AddressLine2", 1),
      .addressLine("AddressLine3", 2),
      .postcode("Postcode"),
      Field("GPpracticeCode", .reference) { $0.matter.practice.code },
      .from("RegistrationDate", .packed),
      .until("DeductionDate", .packed),
    ]

  func entries(in scene: Scene) -> [Entry<PracticeRegistration>] {
    scene.entries(of: .practiceRegistration, as: "patient") {
      if case .practiceRegistration(let matter) = $0 { matter } else { nil }
    }
  }
}

/// Appointments, attended and not.
struct Appointments: Extract {
  let source = "health-appointments"
  let fileName: @Sendable (Day) -> String = { "appointments_\($0.iso).csv" }
  let schedule = Schedule.monthlyIncrements

  let fields: [Field<Appointment>] =
    HealthList.patientColumns(of: "patient") + [
      .postcode("Postcode"),
      .from("AppointmentDateTime", .slashesWithTime),
      Field("ClinicType") { Self.words($0.matter.clinic) },
      Field("AttendStatus", .code) { Self.words($0) },
      Field("Clinician") { $0.pick(Workers.officers) },
    ]

  func entries(in scene: Scene) -> [Entry<Appointment>] {
    scene.entries(of: .appointment, as: "patient") {
      if case .appointment(let appointment) = $0 { appointment } else { nil }
    }
  }

  /// Clinics write the code, or what it means in their own words.
  private static func words(_ entry: Entry<Appointment>) -> String {
    let code = entry.matter.attendance
    guard entry.number(below: 5) == 0 else { return code.rawValue }
    switch code {
    case .didNotAttend:
      let isChild = (entry.person("patient")?.age(on: entry.start) ?? 99) < 18
      return isChild ? "WNB" : entry.pick(["DNA", "Did Not Attend", "No Access Visit"])
    case .cancelledByProvider: return "Cancelled by Unit"
    default: return code.rawValue
    }
  }

  private static func words(_ clinic: Appointment.Clinic) -> String {
    switch clinic {
    case .generalPractice: "GP"
    case .healthVisitor: "Health visitor"
    case .schoolNurse: "School nurse"
    case .paediatrics: "Paediatrics"
    case .midwifery: "Midwifery"
    case .dentist: "Dental"
    case .childMentalHealth: "CAMHS"
    case .adultMentalHealth: "Adult mental health"
    case .neurology: "Neurology"
    case .physiotherapy: "Physiotherapy"
    case .counselling: "Counselling"
    case .learningDisability: "Learning disability"
    case .speechTherapy: "Speech and language"
    }
  }
}

/// Immunisations and development checks: due, and done or not.
struct ChildHealth: Extract {
  /// Something due for a child.
  struct Matter: Sendable {
    var event: String
    var name: String
    var given: Day?
    var level: String
  }

  let source = "child-health"
  let fileName: @Sendable (Day) -> String = { "CHIS_\($0.iso).csv" }
  let schedule = Schedule(months: 3, count: 1, lag: 12, contents: .snapshot)

  let fields: [Field<Matter>] =
    HealthList.patientColumns(of: "child") + [
      .sex("Sex", of: "child"),
      .postcode("Postcode"),
      Field("Event", .code) { $0.matter.event },
      Field("EventName") { $0.matter.name },
      .from("DueDate"),
      Field("DateGiven", .date(.slashes)) { DateStyle.slashes.text($0.matter.given) },
      Field("HVcaseloadLevel", .code) { $0.matter.level },
    ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    let vaccines = scene.entries(of: .immunisation, as: "child") { happening -> Matter? in
      guard case .immunisation(let matter) = happening else { return nil }
      return Matter(
        event: "IMMS", name: matter.vaccine.rawValue, given: Self.known(matter.givenOn, scene),
        level: "")
    }
    let checks = scene.entries(of: .developmentCheck, as: "child") { happening -> Matter? in
      guard case .developmentCheck(let matter) = happening else { return nil }
      return Matter(
        event: "CHECK", name: Self.words(matter.kind), given: Self.known(matter.doneOn, scene),
        level: Self.words(matter.level))
    }
    return vaccines + checks
  }

  private static func known(_ day: Day?, _ scene: Scene) -> Day? {
    day.flatMap { $0 <= scene.day ? $0 : nil }
  }

  private static func words(_ kind: DevelopmentCheck.Kind) -> String {
    switch kind {
    case .newBirthVisit: "New birth visit"
    case .sixWeeks: "6-8 week review"
    case .oneYear: "9-12 month review"
    case .twoYears: "2-2.5 year review"
    }
  }

  private static func words(_ level: DevelopmentCheck.Level) -> String {
    switch level {
    case .universal: "Universal"
    case .universalPlus: "Universal Plus"
    case .partnershipPlus: "Universal Partnership Plus"
    }
  }
}

/// Visits to the emergency department.
struct EmergencyVisits: Extract {
  let source = "emergency-attendances"
  let fileName: @Sendable (Day) -> String = { "ED_\(DateStyle.packed.text($0).prefix(6)).csv" }
  let schedule = Schedule(months: 1, count: 3, lag: 22, contents: .increment(overlap: 31))

  let fields: [Field<EmergencyAttendance>] = [
    .identifier("NHSNumber", .nhsNumber, of: "patient", \.nhsNumber),
    .fullName("PatientName", of: "patient", .surnameFirst),
    .born("DOB", of: "patient"),
    .sex("Sex", of: "patient"),
    .postcode("Postcode"),
    .from("ArrivalDateTime", .slashesWithTime),
    Field("PresentingComplaint") { $0.matter.reason.rawValue },
    Field("Acuity", .code) { $0.matter.isLowAcuity ? "LOW" : "STANDARD" },
    // The desk writes a practice that does not exist for someone who has none.
    Field("GPcode") { $0.matter.practice?.code ?? "V81997" },
  ]

  func entries(in scene: Scene) -> [Entry<EmergencyAttendance>] {
    scene.entries(of: .emergencyAttendance, as: "patient") {
      if case .emergencyAttendance(let visit) = $0 { visit } else { nil }
    }
  }
}

/// The caseloads of the mental health trust: that someone is treated, and not for what.
struct MentalHealthCaseload: Extract {
  let source = "mental-health"
  let fileName: @Sendable (Day) -> String = { "MH_caseload_\($0.iso).csv" }
  let schedule = Schedule.quarterlySnapshots

  let fields: [Field<Treatment>] =
    HealthList.patientColumns(of: "patient") + [
      .postcode("Postcode"),
      .from("ReferralAccepted"),
      .until("Discharged"),
      Field("DischargeReason") { $0.until == nil ? "" : $0.matter.discharge?.rawValue ?? "" },
    ]

  func entries(in scene: Scene) -> [Entry<Treatment>] {
    scene.entries(of: .treatment, as: "patient") {
      guard case .treatment(let treatment) = $0, !treatment.subject.isSubstance else { return nil }
      return treatment
    }
  }
}
