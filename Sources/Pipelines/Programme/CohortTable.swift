import CSVFiles
import Cohorts
public import Criteria
public import Vocabulary

/// Families' lives from a table, for cohorts that were kept elsewhere: one family a row.
///
/// Each row becomes the entries that it has days for; every line at fault is told, and none is entered then.
public enum CohortTable {
  /// The headings, of which only the first two have to be there.
  public static let headings = [
    "family", "area", "identified", "confirmed", "confirmed_by", "attached", "agency",
    "professional", "delivery_agency", "assessed", "planned", "service_consent",
    "evaluation_consent", "lawful_basis", "pack", "pack_version", "criteria", "local_concern",
  ]

  /// The entries of one line.
  public struct Row: Hashable, Sendable {
    /// The line, from 1.
    public var line: Int
    /// What it has days for, in the order in which it has to follow.
    public var entries: [CohortEntry]
  }

  /// Reads the table.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - day: The day of which consent and the legal ground are true, for which the table has no column.
  ///   - entered: The day of entry.
  ///   - by: Who enters it.
  ///   - packs: The pipeline's packs, which say where a local concern is asked for.
  /// - Returns: The rows with their entries.
  /// - Throws: ``ProgrammeProblem`` with every line at fault.
  public static func rows(
    _ bytes: [UInt8], on day: Day, entered: Day, by: String, packs: [CriteriaPack]
  ) throws -> [Row] {
    // Spreadsheets put a mark before the first heading.
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var reader = CSVReader()
    var row = CSVRow()
    var headings: [String]?
    var rows: [Row] = []
    var faults: [ProgrammeProblem.Line] = []
    reader.feed((bytes.starts(with: mark) ? Array(bytes.dropFirst(3)) : bytes).span)
    reader.finish()
    while let record = reader.next() {
      do throws(CSVError) {
        try reader.parse(record, into: &row)
      } catch {
        faults.append(.init(number: record.firstLine, words: error.message))
        continue
      }
      guard row.fieldCount > 0 else { continue }
      guard let names = headings else {
        headings = row.texts
        faults += unknown(row.texts, record.firstLine)
        continue
      }
      var cells = Cells(names, row.texts, day, entered, by, packs)
      rows.append(Row(line: record.firstLine, entries: cells.entries()))
      faults += cells.faults.map { .init(number: record.firstLine, words: $0) }
    }
    guard faults.isEmpty else { throw ProgrammeProblem.lines(faults) }
    return rows
  }

  private static func unknown(_ names: [String], _ line: Int) -> [ProgrammeProblem.Line] {
    var faults = names.filter { !headings.contains($0) }.map {
      ProgrammeProblem.Line(number: line, words: "there is no column '\($0)'")
    }
    if !names.contains("family") { faults.append(.init(number: line, words: "no column 'family'")) }
    return faults
  }

  /// The cells of a row by their headings.
  private struct Cells {
    private let values: [String: String]
    private let on: Day
    private let entered: Day
    private let by: String
    private let packs: [CriteriaPack]
    var faults: [String] = []

    init(
      _ names: [String], _ texts: [String], _ on: Day, _ entered: Day, _ by: String,
      _ packs: [CriteriaPack]
    ) {
      values = Dictionary(zip(names, texts), uniquingKeysWith: { first, _ in first })
      (self.on, self.entered) = (on, entered)
      self.by = by
      self.packs = packs
      if texts.count != names.count { faults.append("the row has \(texts.count) cells") }
    }

    private func text(_ name: String) -> String { values[name] ?? "" }

    private mutating func day(_ name: String) -> Day? {
      guard !text(name).isEmpty else { return nil }
      let day = Day(iso: text(name))
      if day == nil { faults.append("'\(name)' is no day such as 2013-07-22") }
      return day
    }

    private mutating func consent(_ name: String) -> Consent? {
      guard !text(name).isEmpty else { return nil }
      let consent = Consent(rawValue: text(name))
      if consent == nil { faults.append("'\(name)' is given, refused or withdrawn") }
      return consent
    }

    mutating func entries() -> [CohortEntry] {
      guard let key = RecordKey(text: text("family")) else {
        faults.append("'family' is not the sixteen digits of a family's id")
        return []
      }
      let family = FamilyID(Int64(bitPattern: key.value))
      var entries: [CohortEntry] = []
      func add(_ day: Day?, _ event: CohortEvent, _ who: String? = nil) {
        guard let day else { return }
        entries.append(
          CohortEntry(family: family, on: day, entered: entered, by: who ?? by, event: event))
      }
      let confirmer = text("confirmed_by")
      add(day("identified"), .identified(area: text("area")))
      add(day("confirmed"), .confirmed, confirmer.isEmpty ? by : confirmer)
      let attached = day("attached")
      if let attached { add(attached, .attached(attachment(on: attached))) }
      add(day("assessed"), .assessed)
      add(day("planned"), .planned)
      let service = consent("service_consent")
      let evaluation = consent("evaluation_consent")
      if service != nil || evaluation != nil {
        add(on, .consented(service: service, evaluation: evaluation))
      }
      if !text("lawful_basis").isEmpty {
        add(on, .lawfulBasis(reference: text("lawful_basis")))
      }
      return entries
    }

    /// An attachment whose eligibility was judged elsewhere: its criteria are taken as they are told.
    private mutating func attachment(on day: Day) -> Attachment {
      let criteria = text("criteria").split(separator: " ").map(String.init)
      if criteria.isEmpty { faults.append("'criteria' names none that were met at attachment") }
      if text("pack").isEmpty { faults.append("'pack' does not say by which criteria") }
      return ByHand.attachment(
        on: day, area: text("area"), agency: text("agency"), professional: text("professional"),
        delivery: text("delivery_agency"), pack: text("pack"), version: text("pack_version"),
        criteria: criteria, concern: text("local_concern"), packs: packs)
    }
  }
}

/// Attachments whose eligibility a person states.
public enum ByHand {
  /// What stands in place of a run in a snapshot that a person stated.
  public static let run = "by hand"

  /// An attachment to criteria that somebody says were met; where these are not enough by themselves, the pack asks for the
  /// local concern.
  public static func attachment(
    on day: Day, area: String, agency: String, professional: String, delivery: String,
    pack: String, version: String, criteria: [String], concern: String, packs: [CriteriaPack]
  ) -> Attachment {
    let asked = packs.first { $0.name == pack }?.discretion(met: criteria) ?? .notAsked
    return Attachment(
      year: FinancialYear(containing: day), area: area, leadAgency: agency,
      leadProfessional: professional, deliveryAgency: delivery,
      snapshot: EligibilitySnapshot(
        on: day, pack: pack, packVersion: version, run: run, isEligible: !criteria.isEmpty,
        discretion: concern.isEmpty ? asked : .found(concern),
        findings: criteria.map { FrozenFinding(criterion: $0, answer: .met) }))
  }
}
