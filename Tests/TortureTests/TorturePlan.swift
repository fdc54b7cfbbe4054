import FoundationEssentials
import TestSupport

/// How much is tried, and on which program.
///
/// `make torture` asks for all, by `KINDRED_TORTURE`, on the optimised program, by
/// `KINDRED_TORTURE_TOOL`.
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

  /// Which of the calls of a run are tried for a fault.
  static func points(of calls: Int, _ fault: Fault) -> [Int] {
    let step = extent == .slice ? max(1, calls / 6) : fault.step
    // The last calls are those of publishing: they are always among the points.
    return Array(stride(from: 1, to: calls - 6, by: step)) + Array(max(1, calls - 6)...calls)
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
