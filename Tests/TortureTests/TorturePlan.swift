import FoundationEssentials
import TestSupport

/// How much is tried, and on which program.
///
/// `make torture` asks for all, by `KINDRED_TORTURE`, on the optimised program, by
/// `KINDRED_TORTURE_TOOL`; `KINDRED_TORTURE_SHARE` takes a part of the calls, `3/16` each sixteenth from the third on.
enum TorturePlan {
  /// How much is tried.
  enum Extent: String {
    /// Some calls of a run over a few sources: what there is time for in every run of the tests.
    case slice
    /// Every call of a run over a few sources.
    case few
    /// Every call of a run over the whole sample council.
    case all
  }

  static let extent = variable("KINDRED_TORTURE").flatMap(Extent.init) ?? .slice
  static let tool = variable("KINDRED_TORTURE_TOOL") ?? builtTool("kindred")
  static let workers = 2
  /// Which part of the points is tried, since all of them over the whole council take hours.
  static let share = variable("KINDRED_TORTURE_SHARE").map(TortureShare.init) ?? .whole

  /// The checkpoint from which most attempts on what comes after it go on.
  static let lastShared = "stages/checks.json"
  /// Of how many later calls one is tried in a run from its beginning too.
  private static let laterStep = 9

  /// Which of the calls of a run are tried for a fault.
  static func points(of log: CallLog, _ fault: Fault) -> [Int] {
    share.part(of: allPoints(of: log, fault))
  }

  /// Which of the calls that are left after a kill are tried for a fault.
  static func points(ofRest calls: Int, _ fault: Fault) -> [Int] {
    share.part(of: Array(stride(from: 1, through: calls, by: fault.step)))
  }

  private static func allPoints(of log: CallLog, _ fault: Fault) -> [Int] {
    // The last calls are those of publishing: they are always among the points.
    let last = Array(max(1, log.calls - 6)...log.calls)
    if extent == .slice {
      return Array(stride(from: 1, to: log.calls - 6, by: max(1, log.calls / 6))) + last
    }
    let shared = min((log.callsUntil(lastShared) ?? log.calls) + 4, log.calls - 6)
    return Array(stride(from: 1, to: shared, by: fault.step))
      + Array(stride(from: shared, to: log.calls - 6, by: laterStep * fault.step)) + last
  }

  private static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name]
  }
}

/// What goes wrong, in the words of `Faults/faults.c`.
enum Fault: String, CaseIterable, Sendable {
  case kill
  case torn
  case full
  case broken

  /// Whether the program is gone at once, with no chance to say anything.
  var isDeath: Bool { self == .kill || self == .torn }

  /// The calls at which it can happen, in the words of `Faults/faults.c`.
  ///
  /// A kill at an open for reading leaves the disk as a kill at the next change does.
  var calls: String {
    switch self {
    case .kill: "change"
    case .torn: "write"
    case .full: "fill"
    case .broken: "every"
    }
  }

  /// Of how many calls one is tried where every call is.
  var step: Int { self == .broken ? 7 : 1 }
}
