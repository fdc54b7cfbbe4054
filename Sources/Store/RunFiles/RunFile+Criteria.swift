public import SQLiteAccess
public import Vocabulary

/// Writing which families meet which criteria.
extension RunFile {
  /// Adds a pack with the names of its criteria.
  public mutating func addPack(_ pack: PackRow, number: Int) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO pack (number, name, title, version, starts, ends, eligible)
      VALUES (\(number), \(pack.name), \(pack.title), \(pack.version), \(pack.inForce.first.iso),
        \(pack.inForce.isOpen ? nil : pack.inForce.last.iso), \(pack.eligible))
      """)
    for (place, criterion) in pack.criteria.enumerated() {
      try connection.execute(
        """
        INSERT INTO criterion (pack, number, name, title, confidence)
        VALUES (\(number), \(place), \(criterion.name), \(criterion.title), \(criterion.confidence))
        """)
    }
  }

  /// Adds what a pack came to for the families of a case file, which come after those added before.
  public mutating func add(
    _ findings: Findings, of pack: Int, in file: CaseFile
  ) throws(DatabaseError) {
    let families = try connection.prepare("INSERT INTO family_pack VALUES (?, ?, ?)")
    let rows = try connection.prepare(
      "INSERT INTO criterion_finding VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
    let evidence = try connection.prepare(
      "INSERT OR IGNORE INTO finding_evidence VALUES (?, ?, ?, ?, ?)")
    var states: [UInt8] = []
    for place in findings.findings.indices {
      let finding = findings.findings[place]
      let id = file.families[Int(finding.family)].id.value
      states.append(finding.state.letter)
      let isWorthARow =
        finding.state == .met || finding.state == .cannotTell || finding.part > 0
      if isWorthARow {
        try add(finding, id, pack, in: file, rows)
        for item in findings.evidence(of: finding) {
          try evidence.bind(id, at: 1)
          try evidence.bind(pack, at: 2)
          try evidence.bind(Int(finding.criterion), at: 3)
          try evidence.bind(file.facts[Int(item.fact)].key, at: 4)
          try evidence.bind(item.isCertain ? 1 : 0, at: 5)
          try evidence.run()
        }
      }
      let isLast =
        place + 1 == findings.findings.count
        || findings.findings[place + 1].family != finding.family
      if isLast {
        try families.bind(id, at: 1)
        try families.bind(pack, at: 2)
        try families.bind(text: states.span, at: 3)
        try families.run()
        states.removeAll(keepingCapacity: true)
      }
    }
  }

  /// Notes in which month a family first met what makes it eligible by a pack.
  public mutating func add(
    firstMet month: DayInterval, isExact: Bool, pack: Int, family: FamilyID
  ) throws(DatabaseError) {
    try connection.execute(
      """
      INSERT INTO family_first_met (family_id, pack, month_from, month_to, exact)
      VALUES (\(family.value), \(pack), \(month.first.iso), \(month.last.iso), \(isExact ? 1 : 0))
      """)
  }

  private func add(
    _ finding: Finding, _ id: Int64, _ pack: Int, in file: CaseFile, _ rows: Statement
  ) throws(DatabaseError) {
    try rows.bind(id, at: 1)
    try rows.bind(pack, at: 2)
    try rows.bind(Int(finding.criterion), at: 3)
    try rows.bind(finding.state.rawValue, at: 4)
    try rows.bind(Int(finding.part), at: 5)
    try rows.bind(Int(finding.whole), at: 6)
    try rows.bind(Int(finding.needed), at: 7)
    if let person = finding.person {
      try rows.bind(file.people[Int(person)].id.value, at: 8)
    } else {
      try rows.bindNull(at: 8)
    }
    try rows.run()
  }
}

extension FindingState {
  /// The letter that stands for it in `family_pack`.
  public var letter: UInt8 {
    switch self {
    case .met: UInt8(ascii: "m")
    case .notMet: UInt8(ascii: "n")
    case .cannotTell: UInt8(ascii: "c")
    case .notApplicable: UInt8(ascii: "x")
    }
  }
}

extension FindingState {
  /// The state for which the letter stands.
  public init?(letter: UInt8) {
    guard let state = FindingState.allCases.first(where: { $0.letter == letter }) else {
      return nil
    }
    self = state
  }
}

/// A pack, as the run file notes it.
public struct PackRow: Hashable, Sendable {
  /// A criterion of a pack.
  public struct Criterion: Hashable, Sendable {
    var name: String
    var title: String
    var confidence: String

    /// Describes a criterion.
    public init(name: String, title: String, confidence: String) {
      self.name = name
      self.title = title
      self.confidence = confidence
    }
  }

  var name: String
  var title: String
  var version: Int
  var inForce: DayInterval
  var eligible: String?
  var criteria: [Criterion]

  /// Describes a pack.
  public init(
    name: String, title: String, version: Int, inForce: DayInterval, eligible: String?,
    criteria: [Criterion]
  ) {
    self.name = name
    self.title = title
    self.version = version
    self.inForce = inForce
    self.eligible = eligible
    self.criteria = criteria
  }
}
