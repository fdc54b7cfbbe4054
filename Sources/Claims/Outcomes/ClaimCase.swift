public import Vocabulary

/// What every family of a run shares: the names of its numbers, its calendar and its day.
public struct ClaimContext: Sendable {
  /// The kinds of fact by their numbers.
  public var kinds: [String]
  /// The kinds whose facts are episodes, which go on until they end.
  public var episodes: Set<UInt16>
  /// The sources by their numbers.
  public var sources: [String]
  /// The files by their numbers.
  public var extracts: [Extract]
  /// When terms start and end.
  public var calendar: TermCalendar
  /// The authority whose terms count.
  public var authority: LocalAuthorityCode
  /// The run.
  public var run: String
  /// The day of which the run is; what a claim says is true on it.
  public var asOf: Day

  /// A file that facts come from.
  public struct Extract: Hashable, Sendable {
    /// Its digest.
    public var digest: String
    /// The day on which it was first read.
    public var held: Day

    /// Names a file.
    public init(digest: String, held: Day) {
      self.digest = digest
      self.held = held
    }
  }

  /// Gathers what families share.
  public init(
    vocabulary: FactVocabulary, sources: [String] = [], extracts: [Extract] = [],
    calendar: TermCalendar, authority: LocalAuthorityCode, run: String, asOf: Day
  ) {
    kinds = vocabulary.kinds.map(\.name)
    episodes = Set(
      vocabulary.kinds.indices.filter { vocabulary.kinds[$0].shape == .episode }.map(UInt16.init))
    self.sources = sources
    self.extracts = extracts
    self.calendar = calendar
    self.authority = authority
    self.run = run
    self.asOf = asOf
  }
}

/// One family as a claim is judged: its facts and its life in the programme.
public struct ClaimCase: Sendable {
  /// The file that the family stands in.
  public var file: CaseFile
  /// Which family of the file.
  public var family: CaseFamily
  /// Its life in the programme.
  public var life: FamilyLife
  /// The reference by which it is known outside the team.
  public var reference: String
  /// How many questions about who belongs to it wait for somebody.
  public var openQuestions: Int
  /// Who decided links that it rests on.
  public var linkDeciders: [String]
  /// The keys of its people's records, by the people's ids.
  public var records: [PersonID: [RecordKey]]
  /// What all families share.
  public var context: ClaimContext
  /// How many days before the claim a window may end, as the scheme has it.
  var lateDays = 0

  /// Gathers a family.
  public init(
    file: CaseFile, family: CaseFamily, life: FamilyLife, reference: String = "",
    openQuestions: Int = 0, linkDeciders: [String] = [], records: [PersonID: [RecordKey]] = [:],
    context: ClaimContext
  ) {
    self.file = file
    self.family = family
    self.life = life
    self.reference = reference
    self.openQuestions = openQuestions
    self.linkDeciders = linkDeciders
    self.records = records
    self.context = context
  }

  /// The day of which everything is.
  var asOf: Day { context.asOf }

  /// The last so many months: up to the day, or up to the last day that sources tell of where that is little earlier.
  ///
  /// Sources arrive late. A whole window that ends some days before the claim is evidence; one whose last days nobody
  /// has told of is not.
  func lastMonths(_ months: Int, of kinds: [UInt16] = []) -> DayInterval {
    var end = asOf
    for kind in kinds { end = min(end, lastTold(kind)) }
    if end.days(until: asOf) > lateDays { end = asOf }
    let first = end.adding(months: -months).adding(days: 1)
    return DayInterval(first: first, last: end) ?? DayInterval(end)
  }

  /// So many months up to the day before attachment.
  func monthsBeforeAttachment(_ months: Int) -> DayInterval? {
    guard let attached = life.attachedOn else { return nil }
    return DayInterval(
      first: attached.adding(months: -months), last: attached.adding(days: -1))
  }

  /// The people who live with the family on the day, by their places in the file.
  var residents: [Int] {
    family.people.filter { person in
      memberships(of: person).contains { $0.role.isResident && $0.days.contains(asOf) }
    }
  }

  /// Everyone who belonged to it at any time from attachment to the day, each once, by place.
  var belonging: [Int] {
    guard let first = life.attachedOn, let time = DayInterval(first: first, last: asOf) else {
      return residents
    }
    return family.people.filter { person in
      memberships(of: person).contains { $0.days.intersects(time) }
    }
  }

  /// When a person had which part.
  func memberships(of person: Int) -> ArraySlice<CaseMembership> {
    file.memberships[file.people[person].memberships]
  }

  /// The part that a person has on the day, or had last.
  func role(of person: Int) -> FamilyRole {
    let all = memberships(of: person)
    let now = all.first { $0.days.contains(asOf) }
    return (now ?? all.max { $0.days.last < $1.days.last })?.role ?? .other
  }

  /// Whether someone was under 18 on a date.
  func isUnder18(_ person: Int, on date: PartialDate) -> Certainty {
    guard let born = file.people[person].born else {
      return role(of: person) == .dependentChild ? .yes : .cannotTell
    }
    return Age.isUnder(18, born: born, on: date)
  }

  /// The facts of some kinds about a person, or about the address where nil.
  func facts(of kinds: [UInt16], about person: Int?) -> [CaseFact] {
    file.facts[family.facts].filter { $0.person == person && kinds.contains($0.kind) }
  }

  /// A fact's detail, or nil where it has none of the name.
  func detail(_ name: String, of fact: CaseFact) -> String? {
    guard let number = file.words.known(name) else { return nil }
    for index in fact.attributes where file.attributes[Int(index)].name == number {
      return file.words[file.attributes[Int(index)].value]
    }
    return nil
  }

  /// The row that a fact comes from, with names for its numbers.
  func row(of fact: CaseFact) -> EvidenceRow {
    let extract =
      context.extracts.indices.contains(Int(fact.extract))
      ? context.extracts[Int(fact.extract)] : nil
    return EvidenceRow(
      key: fact.key, kind: name(ofKind: fact.kind),
      source: context.sources.indices.contains(Int(fact.source))
        ? context.sources[Int(fact.source)] : "",
      file: extract?.digest ?? "", line: Int(fact.line),
      person: fact.person.map { file.people[$0].id }, from: fact.starts?.earliest,
      until: fact.ends?.latest ?? fact.starts?.latest, held: extract?.held)
  }

  /// The row that the fact at a place of the file comes from.
  public func evidence(at place: Int) -> EvidenceRow { row(of: file.facts[place]) }

  /// The kind's name.
  func name(ofKind kind: UInt16) -> String {
    context.kinds.indices.contains(Int(kind)) ? context.kinds[Int(kind)] : "kind \(kind)"
  }
}
