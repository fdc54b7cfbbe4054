import FoundationEssentials
import TestSupport

/// One way to the same result, in which each call goes wrong in turn.
///
/// Most of a run's time goes into reading extracts. So the calls that come after that are not tried by reading all of
/// them again each time, but by going on, with `retry`, from one run that was killed there.
struct TortureLeg: Sendable {
  enum Kind: String, Sendable {
    /// Today's run from its beginning.
    case run
    /// What is left of it once the extracts are read and checked.
    case retry
  }

  let kind: Kind
  /// The workspace that every attempt starts from a copy of.
  let base: String
  /// How many calls there are at which the fault can happen.
  let calls: Int
  /// Which of them are tried.
  let points: [Int]

  /// The command that the attempts interrupt.
  func arguments(_ pipeline: String, _ workspace: String) -> [String] {
    switch kind {
    case .run: TortureStand.runToday(pipeline, workspace)
    case .retry: ["retry", "--workspace", workspace]
    }
  }
}
