import Vocabulary

/// Fixed, lunchtime and permanent exclusions, as a report with a title and an end.
struct Exclusions: Extract {
  let source = "exclusions"
  let fileName: @Sendable (Day) -> String = { "exclusions_\($0.iso).csv" }
  let shape = FileShape(
    encoding: .windows1252,
    preamble: { day in
      [
        "Solentshire County Council \u{2013} Pupil Services",
        "Exclusions to \(DateStyle.words.text(day))", "",
      ]
    },
    footer: { ["", "Total records: \($0)", "*** END OF REPORT ***"] })
  let schedule = Schedule.monthlySnapshots

  let fields: [Field<Exclusion>] = [
    .identifier("UPN", .upn, of: "pupil", \.upn),
    .surname("Surname", of: "pupil"),
    .forename("Forename", of: "pupil"),
    .born("DOB", of: "pupil"),
    .sex("Gender", of: "pupil"),
    Field("LAEstab", .reference) { "\($0.matter.school.laEstab)" },
    Field("Category", .code) { $0.matter.category.rawValue },
    Field("Reason", .code) { $0.matter.reason.rawValue },
    .from("Start"),
    Field("Sessions") { $0.matter.sessions == 0 ? "" : "\($0.matter.sessions)" },
    Field("ReviewOutcome") { entry in
      guard entry.matter.category == .permanent else { return "" }
      return entry.matter.rescinded ? "Reinstated" : "Upheld"
    },
    // Free text with the quotes of a word processor, now and then on two lines.
    Field("Notes") { entry in
      entry.pick([
        "Refused to follow instructions, said \u{201C}no\u{201D}", "Parent\u{2019}s meeting held",
        "See file", "", "", "Letter sent\r\ncopy to EWO",
      ])
    },
  ]

  func entries(in scene: Scene) -> [Entry<Exclusion>] {
    scene.entries(of: .exclusion, as: "pupil") {
      if case .exclusion(let exclusion) = $0 { exclusion } else { nil }
    }
  }
}
