public import Disk
import Store
public import Vocabulary

/// The folder in which runs are kept, with the ledger that outlives them.
///
///     workspace/
///       ledger.db                 what people decided, and what was published
///       ledger.head               how far it had come, to miss what is cut off its end
///       reference.key             the secret of public references
///       lock                      held while a run is built
///       runs/2013-07-22/<run>/    one run, whole or under way
///       current -> runs/...       the live one, switched by one rename
public struct Workspace: Sendable {
  /// The folder.
  public let folder: Path

  /// Names a workspace; nothing is read or made.
  public init(_ folder: Path) {
    self.folder = folder
  }

  var runs: Path { folder.joining("runs") }
  var current: Path { folder.joining("current") }
  var lock: Path { folder.joining(Self.lockName) }
  static let lockName = "lock"
  var ledger: Path { folder.joining("ledger.db") }
  /// The file of the ledger.
  public var ledgerFile: Path { ledger }
  var ledgerHead: Path { folder.joining("ledger.head") }
  var referenceKey: Path { folder.joining("reference.key") }
  var metrics: Path { folder.joining("kindred.prom") }

  /// The folder of a run.
  public func folder(of run: RunName) -> Path {
    runs.joining(run.asOf.iso).joining(run.id)
  }

  /// Where the live run is built again, to take its own place when it is whole.
  func rebuilt(_ run: RunName) -> Path { rebuilds.joining(run.id) }
  var rebuilds: Path { folder.joining("rebuild") }

  /// Where a run is built again to be compared; it has a lock of its own.
  var verifications: Path { folder.joining("verify") }
  /// Where the steps between two runs are built; it has a lock of its own.
  var differences: Path { folder.joining("diff") }

  /// What lies in a folder only while it is being built, or since a command was stopped.
  static func underWay(in folder: Path) throws(DiskError) -> [Path] {
    guard try Files.kind(of: folder) == .folder else { return [] }
    return try Files.list(folder).filter { $0 != lockName }.map { folder.joining($0) }
  }

  /// How many runs are being built to be compared or to change places, or were when a command was stopped.
  public func countUnderWay() throws(DiskError) -> Int {
    var count = 0
    for folder in [rebuilds, verifications, differences] {
      count += try Self.underWay(in: folder).count
    }
    return count
  }

  /// Opens the ledger, which only its owner may read.
  public func openLedger() throws -> Ledger { try Ledger(self) }

  /// The run that is live, if any is.
  public func liveRun() throws(DiskError) -> RunName? {
    guard let target = try Files.linkTarget(current) else { return nil }
    return RunName(link: target)
  }

  /// Makes a run the live one.
  func makeLive(_ run: RunName) throws(DiskError) {
    try Files.replaceLink(current, to: run.link)
  }

  /// Every run that is there, newest day first.
  public func allRuns() throws(DiskError) -> [RunName] {
    guard try Files.target(of: runs) == .folder else { return [] }
    var names: [RunName] = []
    for day in try Files.list(runs).reversed() {
      guard let asOf = Day(iso: day) else { continue }
      for id in try Files.list(runs.joining(day)) where RunName.isID(id) {
        names.append(RunName(asOf: asOf, id: id))
      }
    }
    return names
  }
}

/// A run's name: the day for which it is made, and a digest of everything that goes into it.
///
/// The same inputs, configuration and program on the same day have the same name, so that building the same thing
/// twice is seen to be that.
public struct RunName: Hashable, Sendable, CustomStringConvertible {
  /// The day for which the run is made.
  public let asOf: Day
  /// The first twelve digits of the digest.
  public let id: String

  init(asOf: Day, id: String) {
    self.asOf = asOf
    self.id = id
  }

  /// What `current` points to: `runs/2013-07-22/3f9a…`.
  var link: String { "runs/\(asOf.iso)/\(id)" }

  init?(link: String) {
    let parts = link.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, parts[0] == "runs", let asOf = Day(iso: parts[1]),
      Self.isID(parts[2])
    else { return nil }
    self.init(asOf: asOf, id: parts[2])
  }

  static func isID(_ text: String) -> Bool {
    text.utf8.count == 12
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The day and the digest.
  public var description: String { "\(asOf.iso)/\(id)" }
}
