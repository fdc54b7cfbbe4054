import Cohorts
import Vocabulary

extension StageWork {
  /// Writes the lists that leave the team: one for each partner and purpose, families by their public references.
  ///
  /// Only families that a person confirmed are on any list; what an agency may be told of them, its purpose decides.
  mutating func writeAgencyLists(_ cohort: Cohort, _ programme: Programme) throws {
    guard let references = plan.references else { return }
    let confirmed = cohort.members.filter { $0.isEntered && $0.life?.confirmed != nil }
    let lastKnown = try lastKnown(of: confirmed.map(\.subject.family))
    for partner in programme.partners {
      for purpose in AgencyPurpose.allCases where partner.purposes.contains(purpose.rawValue) {
        let subjects = confirmed.filter { purpose.isAbout($0.standing) }.compactMap { member in
          member.life.map { life in
            AgencyList.Subject(
              life: life, reference: references.reference(to: member.subject.family),
              lastKnown: lastKnown[member.subject.family] ?? [:])
          }
        }
        let list = AgencyList(
          for: partner.agency, purpose: purpose.rawValue, subjects, programme,
          pipeline.definition.vocabulary)
        guard let list else { continue }
        let path = "cohort/agencies/\(FileWord.of(partner.agency))-\(purpose.rawValue).csv"
        try write(list.described(purpose), to: path)
      }
    }
  }

  /// The last day up to the run's on which there was a fact of each kind about a family.
  private mutating func lastKnown(of families: [FamilyID]) throws -> [FamilyID: [UInt16: Day]] {
    let day = plan.asOf
    let gathered = try self.cases()
    let cases = gathered.batch(gathered.places(of: Set(families)))
    var known: [FamilyID: [UInt16: Day]] = [:]
    for family in cases.families {
      var last: [UInt16: Day] = [:]
      for fact in cases.facts[family.facts] {
        guard let starts = fact.starts, starts.earliest <= day else { continue }
        let seen = min(day, fact.ends?.latest ?? starts.latest)
        last[fact.kind] = max(last[fact.kind] ?? seen, seen)
      }
      known[family.id] = last
    }
    return known
  }
}

/// What a list is sent to an agency for.
enum AgencyPurpose: String, CaseIterable {
  /// To settle who is to be worked with.
  case identification
  /// To work with families, and to see what comes of it.
  case outcomes

  /// Whether families that stand there are on such a list.
  func isAbout(_ standing: CohortStanding) -> Bool {
    switch self {
    case .identification: standing == .confirmed
    case .outcomes: standing == .attached || standing == .worked || standing == .outcome
    }
  }

  var title: String {
    switch self {
    case .identification: "that are confirmed and wait for a place"
    case .outcomes: "that are worked with"
    }
  }
}

extension AgencyList {
  fileprivate func described(_ purpose: AgencyPurpose) -> DescribedList {
    var list = DescribedList(
      "Families of \(agency) \(purpose.title)",
      [
        .init("family_ref", "How the family is called outside of the team"),
        .init("status", "Where it stands in the programme"),
        .init("area", "The area whose group looks after it"),
        .init("lead_agency", "The agency that leads"),
        .init("lead_professional", "Who leads, where there is a plan to work together by"),
        .init("planned", "When the plan was agreed", .date),
        .init(
          "known", "What the agency may know of, each with the last day, with semicolons between"),
      ])
    for row in rows {
      list.add([
        .text(row.reference), .text(row.status.rawValue), .text(row.area), .text(row.leadAgency),
        .text(row.leadProfessional), .day(row.planned),
        .text(row.known.map { "\($0.kind) \($0.last.iso)" }.joined(separator: "; ")),
      ])
    }
    return list
  }
}
