import Pipelines
import Store

/// The families to start the day with: concern is seen that was not seen in the run before.
struct Wobbles: Sendable {
  /// The run that it is compared with.
  let since: RunName
  /// The families, the newest concern first; those that refused the service are not among them.
  let listed: [WobbleRow]
  /// How many refused it.
  let refused: Int

  /// Compares with the run before; nil where there is none, since every family would be new then.
  init?(_ keeper: RunKeeper, _ run: inout OpenedRun) throws {
    guard try run.file.hasJourneys(), let before = try keeper.published(before: run.run) else {
      return nil
    }
    let found = try keeper.wobbles(of: &run, since: before.id)
    guard let since = found.since else { return nil }
    self.since = since
    listed = found.families.filter { !$0.isRefused }
    refused = found.families.count - listed.count
  }
}
