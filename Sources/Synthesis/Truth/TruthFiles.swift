import Vocabulary

/// The truth beside the extracts: who is who, who is whose family, what happened, what is wrong.
enum TruthFile: String, CaseIterable {
  case mentions, people, families, events, errors

  /// The path of the file.
  var path: String { "truth/\(rawValue).csv" }

  /// The headings.
  var heading: [String] {
    switch self {
    case .mentions: ["file", "line", "slot", "person"]
    case .people:
      [
        "person", "surname", "forename", "born", "died", "sex", "origin", "upn", "nhs_number",
        "nino", "pnc", "mother", "father", "twin", "postcode",
      ]
    case .families: ["family", "person", "role", "from", "until", "shape", "troubled", "name"]
    case .events: ["event", "person", "dwelling", "kind", "from", "until", "detail"]
    case .errors: ["file", "line", "column", "kind"]
    }
  }
}

/// Puts the truth of a neighbourhood into rows.
struct TruthWriter {
  let neighbourhood: Neighbourhood
  let index: NeighbourhoodIndex
  let asOf: Day

  /// Everyone, with where they live on the last day.
  func people() -> [[String]] {
    neighbourhood.people.map { person in
      let name = person.name(on: asOf)
      let numbers = person.identifiers
      let home = index.residences(of: person.id).last { $0.from <= asOf && !$0.isSecondHome }
      return [
        text(person.id), name.surname, name.forename, person.born.iso, person.died?.iso ?? "",
        person.sex.rawValue, person.origin.rawValue, numbers.upn ?? "", numbers.nhsNumber ?? "",
        numbers.nino ?? "", numbers.pnc ?? "", text(person.mother), text(person.father),
        text(person.twin), home.map { neighbourhood[$0.dwelling].postcode } ?? "",
      ]
    }
  }

  /// Every membership of every family.
  func families() -> [[String]] {
    neighbourhood.families.flatMap { family in
      family.members.map { member in
        [
          "\(family.id.rawValue)", text(member.person), member.role.rawValue, member.from.iso,
          member.until?.iso ?? "", family.shape.rawValue, family.isTroubled ? "yes" : "no",
          family.name ?? "",
        ]
      }
    }
  }

  /// Everything that happened, with the details that criteria turn on.
  func events() -> [[String]] {
    neighbourhood.events.enumerated().map { number, event in
      [
        "\(neighbourhood.number)-\(number)", text(event.person),
        event.dwelling.map { "\($0.rawValue)" } ?? "", "\(event.happening.kind)", event.at.text,
        event.until?.text ?? "", event.happening.detail,
      ]
    }
  }

  private func text(_ person: Person.ID?) -> String { person.map { "\($0.rawValue)" } ?? "" }
}

extension Happening {
  /// The few words of a happening that decide a criterion.
  var detail: String {
    switch self {
    case .attendance(let term):
      "\(term.year)/\(term.term) \(term.unauthorised)+\(term.authorised) of \(term.possible)"
    case .exclusion(let exclusion):
      exclusion.category.rawValue + (exclusion.rescinded ? " rescinded" : "")
    case .youthOffence(let offence): offence.outcome.isProven ? "proven" : "not proven"
    case .crime(let crime): "\(crime.role.rawValue.lowercased()) \(crime.outcome.rawValue)"
    case .incident(let incident): incident.kind.rawValue
    case .antisocialCase(let matter): matter.isComplainant ? "complainant" : "against"
    case .antisocialAction(let action): action.step.rawValue
    case .possessionStep(let step): "\(step.step.rawValue) \(step.ground.rawValue)"
    case .benefit(let spell): spell.benefit.rawValue
    case .appointment(let matter): matter.attendance.rawValue
    case .treatment(let treatment): treatment.subject.rawValue
    case .earlyHelp(let help): "\(help.service.rawValue) \(help.family.rawValue)"
    default: ""
    }
  }
}
