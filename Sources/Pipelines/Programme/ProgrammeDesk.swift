public import Claims
public import Cohorts
import Disk
import Store
public import Vocabulary

/// Where the programme is kept: families' lives and claims, as the ledger tells them, and the rules that judge what is added.
///
/// Everything is judged before it is written, so that the ledger never holds what the rules refuse.
public struct ProgrammeDesk: Sendable {
  /// The workspace.
  public let workspace: Workspace
  /// What the council agreed to and claims by.
  public let definition: ProgrammeDefinition
  /// Families' lives.
  public private(set) var cohort = CohortBook()
  /// Claims.
  public private(set) var claims = ClaimBook()
  /// Who came from whom.
  public private(set) var lineage = Lineage()
  /// Why windows have more claims than usual, by window.
  public private(set) var explanations: [String: String] = [:]

  /// The last entry by which anything is judged here.
  private var lastEntry = 0
  /// What people and families are called outside of the team.
  public let references: PublicReferences
  /// The cohort's entries, from which lives are folded again when ids turn out to be others.
  private var cohortEntries: [CohortEntry] = []
  /// The ids that families have now, by those that they had.
  private var successors: [FamilyID: FamilyID] = [:]

  /// The kinds of ledger entry that tell of the programme.
  public static let entryKinds = ProgrammeEntries.kinds

  /// Reads the ledger of a workspace.
  public init(_ workspace: Workspace, _ definition: ProgrammeDefinition) throws {
    self.workspace = workspace
    self.definition = definition
    try Files.createFolder(workspace.folder)
    references = try PublicReferences(workspace)
    var ledger = try workspace.openLedger()
    let noted = try ledger.entries(ofKinds: Self.entryKinds)
    lastEntry = noted.map(\.number).max() ?? 0
    let entries = try ProgrammeEntries(noted)
    cohortEntries = entries.cohort
    explanations = entries.explanations
    cohort.replay(entries.cohort)
    claims.replay(entries.claims)
  }

  /// Follows families and people to the ids that they have in a run: the one that letters mean, else the live one if there is
  /// one.
  public mutating func follow(_ keeper: RunKeeper, run letters: String? = nil) throws {
    guard try letters != nil || workspace.liveRun() != nil else { return }
    var opened = try keeper.open(letters)
    let successions = try Successions(&opened.file)
    lineage = successions.lineage
    successors = successions.families
    cohort = CohortBook(cohortEntries, successors: successors)
  }

  /// Families' lives as they stood on a day, with what had been claimed by then: what is true of later days is not in them,
  /// as in a run of that day.
  public func cohort(upTo day: Day) -> CohortBook {
    CohortBook(
      cohortEntries.filter { $0.on <= day }, claims: claims.entries.upTo(day),
      successors: successors)
  }

  /// What the rules of claims' life are judged by.
  public var rules: ClaimRules {
    ClaimRules(
      schemes: definition.schemes, windows: definition.windows,
      explained: Set(explanations.keys))
  }

  // MARK: Entering

  /// Enters what happened to families, all of it or nothing.
  public mutating func enter(_ entries: [CohortEntry]) throws {
    var book = cohort
    for entry in entries { try take(entry, into: &book) }
    try enter(entries, as: book)
  }

  /// Enters the rows of a table, all of them or nothing.
  ///
  /// - Parameter rows: The rows.
  /// - Throws: ``ProgrammeProblem`` with every line that a rule refuses, and why.
  public mutating func enter(_ rows: [CohortTable.Row]) throws {
    var book = cohort
    var faults: [ProgrammeProblem.Line] = []
    for row in rows {
      do throws(ProgrammeProblem) {
        for entry in row.entries { try take(entry, into: &book) }
      } catch {
        guard case .refused(let words) = error else { throw error }
        faults.append(.init(number: row.line, words: words))
      }
    }
    guard faults.isEmpty else { throw ProgrammeProblem.lines(faults) }
    try enter(rows.flatMap(\.entries), as: book)
  }

  private func take(
    _ entry: CohortEntry, into book: inout CohortBook
  ) throws(ProgrammeProblem) {
    try definition.check(entry.event, attachedBy: book[entry.family]?.attachment?.snapshot.pack)
    do throws(CohortRefusal) {
      try book.take(entry, in: definition.programme)
    } catch {
      throw .refused(error.words)
    }
  }

  private mutating func enter(_ entries: [CohortEntry], as book: CohortBook) throws {
    try write(entries.map { (CohortEntry.entryKind, $0.by, $0.content) })
    cohortEntries += entries
    cohort = book
  }

  /// Enters what is done to claims, all of it or nothing.
  public mutating func enter(_ entries: [ClaimEntry]) throws {
    var book = claims
    for entry in entries {
      try check(entry.by, as: entry.role)
      do throws(ClaimRefusal) {
        try book.take(entry, lineage: lineage, rules: rules)
      } catch {
        throw ProgrammeProblem.refused(error.words)
      }
    }
    try write(entries.map { (ClaimEntry.entryKind, $0.by, $0.content) })
    claims = book
  }

  /// Entries that are judged one by one, each after those that passed before it.
  struct Attempt {
    fileprivate var book: ClaimBook
    fileprivate var passed: [ClaimEntry] = []
    fileprivate let lineage: Lineage
    fileprivate let rules: ClaimRules
    fileprivate let programme: Programme

    /// The number for the next claim.
    var next: ClaimID { book.next }

    /// Takes an entry, or says why it may not be.
    mutating func enter(_ entry: ClaimEntry) -> String? {
      if let words = ProgrammeDesk.refusal(of: entry.by, as: entry.role, in: programme) {
        return words
      }
      do throws(ClaimRefusal) {
        try book.take(entry, lineage: lineage, rules: rules)
      } catch {
        return error.words
      }
      passed.append(entry)
      return nil
    }
  }

  /// Enters what passes of an attempt, at once.
  mutating func enterWhatPasses(_ body: (inout Attempt) throws -> Void) throws {
    var attempt = Attempt(
      book: claims, lineage: lineage, rules: rules, programme: definition.programme)
    try body(&attempt)
    guard !attempt.passed.isEmpty else { return }
    try write(attempt.passed.map { (ClaimEntry.entryKind, $0.by, $0.content) })
    claims = attempt.book
  }

  /// Explains why a window has more claims than usual.
  public mutating func explain(_ window: String, by: String, _ words: String) throws {
    try check(by, as: .manager)
    guard definition.windows.window(named: window) != nil else {
      throw ProgrammeProblem.refused("there is no window '\(window)'")
    }
    let content = JSONValue.members([
      ("window", .text(window)), ("explained", .text(words)),
    ]).line
    try write([(ProgrammeEntries.windowKind, by, content)])
    explanations[window] = words
  }

  private func check(_ by: String, as role: ClaimRole) throws {
    if let words = Self.refusal(of: by, as: role, in: definition.programme) {
      throw ProgrammeProblem.refused(words)
    }
  }

  /// Why somebody may not act in a part; nil where they may.
  private static func refusal(
    of by: String, as role: ClaimRole, in programme: Programme
  ) -> String? {
    guard let allowed = programme.roles[role.rawValue], !allowed.contains(by) else { return nil }
    return "the programme does not list this name among those who may act as \(role.rawValue)"
  }

  /// Writes what was judged, unless somebody entered something since the ledger was read: then it would have to be judged
  /// again, and two claims would have one number.
  private mutating func write(_ entries: [(kind: String, by: String, content: String)]) throws {
    var ledger = try workspace.openLedger()
    let now = SystemClock.now().text
    let head = try ledger.append(judgedBy: Self.entryKinds, upTo: lastEntry) { _ in
      entries.map {
        LedgerFile.NewEntry(kind: $0.kind, at: now, by: $0.by, content: $0.content)
      }
    }
    guard let head else {
      throw ProgrammeProblem.refused(
        "somebody else entered something at the same moment, so nothing was entered: do it once more"
      )
    }
    lastEntry = head.entries
  }

  // MARK: Claims of a window

  /// The claims of a window, of one scheme where it is named, in the order of their numbers.
  public func claims(in window: String, _ scheme: String? = nil) -> [ClaimState] {
    claims.all.filter {
      $0.window == window && $0.origin.isEmpty
        && (scheme == nil || $0.current.scheme == scheme)
    }
  }

  /// Draws a sample for internal audit of what was not drawn before, by a seed, and notes it.
  public mutating func sample(
    _ window: String, _ scheme: ClaimScheme, seed: UInt64, by: String, on day: Day
  ) throws -> [ClaimID] {
    let population = claims.population(of: window, scheme.name)
    let waiting = claims.undrawn(of: window, scheme.name)
    let size = AuditSample.size(for: population.count, scheme.audit)
    let drawn = AuditSample.draw(size, from: waiting, seed: seed)
    let number = claims.samples(of: window, scheme.name).count + 1
    let name = "\(window)/\(scheme.name)/\(number)/seed-\(seed)"
    try enter(
      drawn.map {
        ClaimEntry(claim: $0, on: day, by: by, role: .auditor, event: .sampled(sample: name))
      })
    return drawn
  }

  /// Accepts every claim of a window that was not drawn, once its sample holds.
  public mutating func acceptRest(
    _ window: String, _ scheme: ClaimScheme, by: String, on day: Day
  ) throws -> Int {
    guard let sample = claims.samples(of: window, scheme.name).last else {
      throw ProgrammeProblem.refused("no sample of \(window) was drawn")
    }
    // Who failed before is looked at by itself and does not keep the others waiting.
    let rest = claims.undrawn(of: window, scheme.name).filter { !$0.hasFailed }
    try enter(
      rest.map {
        ClaimEntry(
          claim: $0.id, on: day, by: by, role: .auditor,
          event: .audited(isPassed: true, basis: .sample(sample), reason: ""))
      })
    return rest.count
  }
}
