public import Claims
public import Cohorts
import Disk
import Store
public import Vocabulary
import YAMLFiles

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
  public var lineage = Lineage()
  /// Why windows have more claims than usual, by window.
  public private(set) var explanations: [String: String] = [:]

  /// The kind of ledger entry that explains a window's volume.
  private static let windowKind = "claim-window"

  /// The kinds of ledger entry that tell of the programme.
  public static let entryKinds = [CohortEntry.entryKind, ClaimEntry.entryKind, windowKind]

  /// Reads the ledger of a workspace.
  public init(_ workspace: Workspace, _ definition: ProgrammeDefinition) throws {
    self.workspace = workspace
    self.definition = definition
    try Files.createFolder(workspace.folder)
    var ledger = try workspace.openLedger()
    var lives: [CohortEntry] = []
    var claimed: [ClaimEntry] = []
    for entry in try ledger.entries(ofKinds: Self.entryKinds) {
      var mistakes: [YAMLMistake] = []
      let file = "\(entry.number)"
      switch entry.kind {
      case CohortEntry.entryKind:
        let read = CohortEntryReader.entry(
          entry.content, by: entry.by, file: file, mistakes: &mistakes)
        if let read { lives.append(read) }
      case ClaimEntry.entryKind:
        let read = ClaimEntryReader.entry(
          entry.content, by: entry.by, file: file, mistakes: &mistakes)
        if let read { claimed.append(read) }
      case Self.windowKind: readExplanation(entry.content, file, &mistakes)
      default: break
      }
      if let first = mistakes.first {
        throw ProgrammeProblem.unreadable(entry: entry.number, first.what)
      }
    }
    cohort.replay(lives)
    claims.replay(claimed)
  }

  private mutating func readExplanation(
    _ content: String, _ file: String, _ mistakes: inout [YAMLMistake]
  ) {
    do throws(YAMLError) {
      let document = try YAMLDocument.parse(content, name: file)
      let read = document.read(collecting: &mistakes) { members -> (String, String)? in
        let window = members.required("window") { $0.string() }
        let words = members.required("explained") { $0.string() }
        guard let window, let words else { return nil }
        return (window, words)
      }
      if let (window, words) = read { explanations[window] = words }
    } catch {
      mistakes.append(error.asMistake)
    }
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
    for entry in entries {
      do throws(CohortRefusal) {
        try book.take(entry, in: definition.programme)
      } catch {
        throw ProgrammeProblem.refused(error.words)
      }
    }
    try write(entries.map { (CohortEntry.entryKind, $0.by, $0.content) })
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

  /// Explains why a window has more claims than usual.
  public mutating func explain(_ window: String, by: String, _ words: String) throws {
    try check(by, as: .manager)
    guard definition.windows.window(named: window) != nil else {
      throw ProgrammeProblem.refused("there is no window '\(window)'")
    }
    let content = JSONValue.members([
      ("window", .text(window)), ("explained", .text(words)),
    ]).line
    try write([(Self.windowKind, by, content)])
    explanations[window] = words
  }

  private func check(_ by: String, as role: ClaimRole) throws {
    guard let allowed = definition.programme.roles[role.rawValue], !allowed.contains(by) else {
      return
    }
    throw ProgrammeProblem.refused(
      "the programme does not list this name among those who may act as \(role.rawValue)")
  }

  private func write(_ entries: [(kind: String, by: String, content: String)]) throws {
    var ledger = try workspace.openLedger()
    let now = SystemClock.now().text
    try ledger.append(
      entries.map {
        LedgerFile.NewEntry(kind: $0.kind, at: now, by: $0.by, content: $0.content)
      })
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
    let waiting = population.filter { $0.status == .complete && $0.samples.isEmpty }
    let size = AuditSample.size(for: population.count, scheme.audit)
    let drawn = AuditSample.draw(size, from: waiting, seed: seed)
    let number = Set(population.flatMap(\.samples)).count + 1
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
    let population = claims.population(of: window, scheme.name)
    guard let sample = population.flatMap(\.samples).max() else {
      throw ProgrammeProblem.refused("no sample of \(window) was drawn")
    }
    let rest = population.filter { $0.status == .complete && $0.samples.isEmpty }
    try enter(
      rest.map {
        ClaimEntry(
          claim: $0.id, on: day, by: by, role: .auditor,
          event: .audited(isPassed: true, basis: .sample(sample), reason: ""))
      })
    return rest.count
  }
}
