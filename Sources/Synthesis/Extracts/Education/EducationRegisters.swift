import Vocabulary

/// The welfare service's registers: alternative provision, missing, home education, NEET.
struct EducationRegisters: Extract {
  /// A line of a register.
  struct Matter: Sendable {
    var register: String
    var reason: String
    var provider: String
  }

  let source = "education-registers"
  let fileName: @Sendable (Day) -> String = {
    let (year, rest) = ($0.year, DateStyle.slashes.text($0).prefix(5))
    return "EWS registers \(rest.prefix(2))-\(rest.suffix(2))-\(year).csv"
  }
  let shape = FileShape(
    encoding: .windows1252, preamble: { _ in ["EDUCATION WELFARE REGISTERS,,,,", ""] })
  let schedule = Schedule(months: 2, count: 2, lag: 6, contents: .snapshot)
  let isTypedByHand = true

  let fields: [Field<Matter>] = [
    Field("Register", .code) { $0.matter.register },
    .fullName("Child", of: "child", .surnameFirst),
    .born("DOB", of: "child", .words),
    .identifier("UPN", .upn, of: "child", \.upn),
    .address("Address"),
    .postcode("Postcode"),
    .from("From", .words),
    .until("To", .words),
    Field("Reason") { $0.matter.reason },
    Field("Provider") { $0.matter.provider },
  ]

  func entries(in scene: Scene) -> [Entry<Matter>] {
    scene.entries(of: .missingEducation, as: "child") {
      if case .missingEducation(let matter) = $0 { Self.line(matter.reason) } else { nil }
    }
      + scene.entries(of: .enrolment, as: "child") {
        if case .enrolment(let enrolment) = $0 { Self.line(enrolment) } else { nil }
      }
  }

  private static func line(_ reason: MissingEducation.Reason) -> Matter {
    switch reason {
    case .notApplied: Matter(register: "CME", reason: "No school place applied for", provider: "")
    case .movedIn: Matter(register: "CME", reason: "New to area", provider: "")
    case .removed: Matter(register: "CME", reason: "Removed from roll", provider: "")
    case .homeEducated: Matter(register: "EHE", reason: "Parental choice", provider: "")
    case .noEducationOrWork: Matter(register: "NEET", reason: "Not in EET", provider: "")
    }
  }

  private static func line(_ enrolment: Enrolment) -> Matter? {
    guard enrolment.school.kind == .referralUnit else { return nil }
    let reason = enrolment.afterExclusion ? "Previously excluded" : "Medical"
    return Matter(register: "PRU", reason: reason, provider: "\(enrolment.school.laEstab)")
  }
}
