import Claims
import Store
public import Vocabulary
import YAMLFiles

/// What the ledger tells of families' lives and of claims, in the order in which it was entered.
public struct ProgrammeEntries: Hashable, Sendable {
  /// What happened to families.
  public private(set) var cohort: [CohortEntry] = []
  /// What was done to claims.
  public private(set) var claims: [ClaimEntry] = []
  /// Why windows have more claims than usual, by window.
  public private(set) var explanations: [String: String] = [:]

  /// The kind of ledger entry that explains a window's volume.
  static let windowKind = "claim-window"
  /// The kinds of entry that are read here.
  static let kinds = [CohortEntry.entryKind, ClaimEntry.entryKind, windowKind]

  /// Nothing was entered.
  public init() {}

  /// Reads the entries of a ledger; those of other kinds are passed over.
  init(_ entries: [LedgerFile.Entry]) throws(ProgrammeProblem) {
    for entry in entries { try read(entry) }
  }

  private mutating func read(_ entry: LedgerFile.Entry) throws(ProgrammeProblem) {
    var mistakes: [YAMLMistake] = []
    let file = "\(entry.number)"
    switch entry.kind {
    case CohortEntry.entryKind:
      let read = CohortEntryReader.entry(
        entry.content, by: entry.by, file: file, mistakes: &mistakes)
      if let read { cohort.append(read) }
    case ClaimEntry.entryKind:
      let read = ClaimEntryReader.entry(
        entry.content, by: entry.by, file: file, mistakes: &mistakes)
      if let read { claims.append(read) }
    case Self.windowKind: readExplanation(entry.content, file, &mistakes)
    default: break
    }
    if let first = mistakes.first {
      throw .unreadable(entry: entry.number, first.what)
    }
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

  /// The entries that are true of a day and the days before it, so that an older day's run tells of that day.
  func upTo(_ day: Day) -> ProgrammeEntries {
    var earlier = self
    earlier.cohort = cohort.filter { $0.on <= day }
    earlier.claims = claims.upTo(day)
    return earlier
  }
}
