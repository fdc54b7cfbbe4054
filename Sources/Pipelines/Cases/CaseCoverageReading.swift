import Intake
import SQLiteAccess
import Store
import Vocabulary

/// Works out from the deliveries for which days each source has told everything of each kind.
///
/// A whole list has told of everything from the first day that it tells of to the day of its newest file; one of an
/// increment, only of the time since the one before it, as far as the contract does not say more. So a row about
/// something long ago, or with a slip of the pen in its year, does not make a source that sent one month speak for years.
/// In the holes of a series of increments what would have come is missing, and a file without a row tells of nothing
/// unless the contract says that there may be none. Measures that name a school cover, school by school, the spans that
/// they measure.
struct CaseCoverageReading {
  let contracts: [SourceContract]
  let vocabulary: FactVocabulary
  let calendar: TermCalendar
  let authority: LocalAuthorityCode?

  init(_ definition: PipelineDefinition) {
    contracts = definition.contracts
    vocabulary = definition.vocabulary
    calendar = definition.calendar
    authority = try? LocalAuthorityCode(definition.localAuthority)
  }

  /// Terms are not covered to the day: a school opens a little later than another, and closes for holidays.
  private static let schoolDaysOff = 9

  /// A case file without families, that has the sources and what they told of.
  func read(_ file: inout RunFile) throws(DatabaseError) -> CaseFile {
    var found = CaseFile()
    let kinds = Dictionary(
      vocabulary.kinds.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    let sources = try file.connection.query("SELECT id, name FROM source ORDER BY id") {
      (row) throws(DatabaseError) in (id: row.integer(0), name: row.text(1))
    }
    let starts = try firstDays(&file)
    for source in sources {
      while found.sources.count <= source.id { found.sources.append("") }
      found.sources[source.id] = source.name
      guard let contract = contracts.first(where: { $0.name == source.name }) else { continue }
      let days = try days(of: source.id, contract, since: starts[source.id], &file)
      for name in contract.factKinds {
        guard let kind = kinds[name] else { continue }
        let isByUnit = isBySchool(vocabulary.kinds[kind])
        found.suppliers.append(
          CaseSupplier(source: UInt16(source.id), kind: UInt16(kind), isByUnit: isByUnit))
        if isByUnit {
          try addSchools(UInt16(source.id), kind, &file, to: &found)
        } else {
          for interval in days {
            found.coverage.append(
              CaseCoverage(source: UInt16(source.id), kind: UInt16(kind), days: interval))
          }
        }
      }
    }
    return found
  }

  private func isBySchool(_ kind: FactKind) -> Bool {
    kind.shape == .measure && kind.attributes.contains("school")
  }

  // MARK: Files

  /// The first day of which each source tells.
  private func firstDays(_ file: inout RunFile) throws(DatabaseError) -> [Int: Day] {
    var days: [Int: Day] = [:]
    // One pass over all facts: to ask for each source, or for groups, would be a pass or a sort for each.
    try file.connection.forEach("SELECT source_id, starts FROM fact") {
      (row) throws(DatabaseError) in
      guard let day = row.withTextBytes(1, { PartialDate(text: $0)?.earliest }) else { return }
      days[row.integer(0)] = min(days[row.integer(0)] ?? .latest, day)
    }
    return days
  }

  private func days(
    of source: Int, _ contract: SourceContract, since first: Day?, _ file: inout RunFile
  ) throws(DatabaseError) -> [DayInterval] {
    let files = try file.deliveredFiles(of: source)
    let isAnswerWithoutRows = contract.file.leastRows == 0
    let delivered = Set(files.filter { $0.tells(isAnswerWithoutRows) }.map(\.delivered)).sorted()
    guard let newest = delivered.last, let oldest = delivered.first else { return [] }
    let start = contract.file.tellsFrom ?? Self.start(contract, oldest, first)
    guard let whole = DayInterval(first: start, last: newest) else { return [] }
    guard contract.file.contents == .increment else { return [whole] }
    return Self.without(holes: delivered, contract, whole)
  }

  private static func start(_ contract: SourceContract, _ oldest: Day, _ first: Day?) -> Day {
    switch contract.file.contents {
    case .snapshot: min(first ?? oldest, oldest)
    case .increment: start(ofIncrement: oldest, contract)
    }
  }

  /// The day on which the increment before one was due at the latest.
  private static func start(ofIncrement delivered: Day, _ contract: SourceContract) -> Day {
    delivered.adding(days: -(contract.file.every.days ?? 0))
  }

  /// The days without those between two increments that are further apart than a delivery may be late.
  private static func without(
    holes delivered: [Day], _ contract: SourceContract, _ whole: DayInterval
  ) -> [DayInterval] {
    let grace = contract.file.errorAfter ?? contract.file.warnAfter
    guard let grace else { return [whole] }
    var parts: [DayInterval] = []
    var start = whole.first
    for (day, next) in zip(delivered, delivered.dropFirst()) where grace.end(from: day) < next {
      if let part = DayInterval(first: start, last: day) { parts.append(part) }
      start = Self.start(ofIncrement: next, contract)
    }
    if let part = DayInterval(first: start, last: whole.last) { parts.append(part) }
    return parts
  }

  // MARK: Schools

  private func addSchools(
    _ source: UInt16, _ kind: Int, _ file: inout RunFile, to found: inout CaseFile
  ) throws(DatabaseError) {
    let rows = try file.connection.query(
      """
      SELECT DISTINCT json_extract(attributes, '$.school') AS school, starts, ends FROM fact
      WHERE source_id = \(Int(source)) AND kind_id = \(kind) AND ends IS NOT NULL
      ORDER BY school, starts, ends
      """
    ) { (row) throws(DatabaseError) in
      (
        school: row.optionalText(0), starts: row.optionalText(1).flatMap { Day(iso: $0) },
        ends: row.optionalText(2).flatMap { Day(iso: $0) }
      )
    }
    var open: (school: String, days: DayInterval)?
    for row in rows {
      guard let school = row.school, let starts = row.starts, let ends = row.ends,
        let days = DayInterval(first: starts, last: ends)
      else { continue }
      if let last = open, last.school == school, isOneStretch(last.days, days),
        let joined = DayInterval(first: last.days.first, last: max(last.days.last, days.last))
      {
        open = (school, joined)
        continue
      }
      if let last = open { add(last, source, kind, to: &found) }
      open = (school, days)
    }
    if let last = open { add(last, source, kind, to: &found) }
  }

  private func add(
    _ stretch: (school: String, days: DayInterval), _ source: UInt16, _ kind: Int,
    to found: inout CaseFile
  ) {
    // The edges of a school's term may lie some days within those of the council's.
    let first = stretch.days.first.adding(days: -Self.schoolDaysOff)
    let last = stretch.days.last.adding(days: Self.schoolDaysOff)
    guard let days = DayInterval(first: first, last: last) else { return }
    found.coverage.append(
      CaseCoverage(
        source: source, kind: UInt16(kind), unit: found.words.number(of: stretch.school),
        days: days))
  }

  /// Whether hardly a day of term lies between two spans.
  private func isOneStretch(_ one: DayInterval, _ other: DayInterval) -> Bool {
    var day = one.last.adding(days: 1)
    var daysOfTerm = 0
    while day < other.first, daysOfTerm <= Self.schoolDaysOff {
      if let authority, calendar.term(containing: day, authority: authority) != nil {
        daysOfTerm += 1
      } else if authority == nil {
        daysOfTerm += 1
      }
      day = day.adding(days: 1)
    }
    return daysOfTerm <= Self.schoolDaysOff
  }
}
