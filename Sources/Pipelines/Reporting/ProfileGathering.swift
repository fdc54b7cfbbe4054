import Cohorts
import Reports
import Store
import Vocabulary

/// Works out what the cohort's families are like, from the run's case files.
struct ProfileGathering {
  let definition: PipelineDefinition
  let asOf: Day

  /// The profile that the pipeline names; nil where it names none or the run has no families.
  func picture(
    _ file: inout RunFile, _ gathered: GatheredCases? = nil
  ) throws -> ProfilePicture? {
    guard let profile = definition.profile, try file.hasFamilies(),
      let (who, cohort) = try cohort(&file)
    else { return nil }
    let homes = try file.familyHomes()
    let postcodes = Dictionary(
      homes.map { ($0.family, $0.postcode) }, uniquingKeysWith: { _, last in last })
    var counts = CohortProfile(profile, on: asOf)
    let wanted = Set(cohort.map { FamilyID($0) })
    let found =
      try gathered
      ?? CaseReader(common: CaseCoverageReading(definition).read(&file)).families(wanted, in: &file)
    for portion in found.portions(of: 2_000, with: wanted) {
      let cases = found.batch(portion)
      for family in cases.families {
        let postcode = postcodes[family.id.value].flatMap { try? Postcode($0) }
        counts.add(family, of: cases, in: postcode.flatMap { definition.areas?.table.area(of: $0) })
      }
    }
    return picture(of: counts, profile, who)
  }

  /// Below so many families nothing of them can be published.
  private static let least = 10

  /// Whose profile it is: the families in the programme or put forward; where they are too few, all with concern.
  private func cohort(_ file: inout RunFile) throws -> (String, Set<Int64>)? {
    let members = try file.programmeSummary()?.members ?? []
    let cohort = members.filter(\.isCohort)
    guard cohort.count < Self.least else {
      return ("those in the programme or put forward for it", Set(cohort.map(\.family)))
    }
    guard try file.hasJourneys() else { return nil }
    let known = try file.familiesOfConcern().families
    guard known.count >= Self.least else { return nil }
    return (
      "all of which concern is seen, since fewer than \(Self.least) are in the programme or put forward for it",
      known
    )
  }

  private func picture(
    of counts: CohortProfile, _ profile: ProfileDefinition, _ who: String
  ) -> ProfilePicture {
    let wards = definition.areas?.table.areas ?? []
    let published = profile.published
    let found = counts.concentration(percent: profile.wardPercent, of: wards)
    var areas = counts.areas
    for ward in wards where areas[ward] == nil { areas[ward] = 0 }
    let statistics =
      [
        ProfilePicture.Statistic(
          title: "One parent alone", families: counts.loneParents, asked: counts.families,
          published: published.loneParents),
        .init(
          title: "\(profile.manyChildren) or more children under \(profile.childAge)",
          families: counts.manyChildren, asked: counts.families,
          open: counts.perhapsManyChildren, published: published.manyChildren),
        .init(
          title: "A child of 16 or more with a younger one", families: counts.withOlderSibling,
          asked: counts.families),
      ]
      + zip(profile.needs, counts.needs).map { need, count in
        .init(
          title: need.title, families: count.certain, asked: counts.families, open: count.open,
          published: need.published)
      }
    var picture = ProfilePicture(
      title: profile.title, source: profile.source, who: who, families: counts.families,
      concentration: found.map {
        .init(
          percent: profile.wardPercent, wards: $0.areas, allWards: $0.of,
          published: published.wards)
      }, wards: areas, withoutWard: counts.withoutArea,
      typical: [
        .init(title: "Members", counts: counts.sizes, published: published.size),
        .init(title: "Children", counts: counts.children, published: published.children),
      ], statistics: statistics)
    picture.gone = counts.gone
    return picture
  }
}
