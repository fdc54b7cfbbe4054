import FoundationEssentials
import TestSupport

/// One run of today in which one call goes wrong, and the recovery from it.
struct Attempt {
  let stand: TortureStand
  let leg: TortureLeg
  let fault: Fault
  let call: Int

  /// What must not have happened, in words; empty when all is well.
  func findings() throws -> [String] {
    let workspace = "\(stand.folder)/\(leg.kind.rawValue)-\(fault.rawValue)-\(call)"
    try FileManager.default.copyItem(atPath: leg.base, toPath: workspace)
    defer { try? FileManager.default.removeItem(atPath: workspace) }
    let answer = try run(
      TorturePlan.tool, leg.arguments(stand.pipeline, workspace),
      environment: stand.faults.environment(fault, at: call), timeout: 300)
    let live = try PublishedSet(in: workspace).whole
    return judge(answer, live, in: workspace) + (try recover(in: workspace))
  }

  /// Either set is live and whole, and the exit code says which.
  private func judge(
    _ answer: ToolAnswer, _ live: PublishedSet, in workspace: String
  ) -> [String] {
    guard live == stand.old || live == stand.new else {
      let nearest = live.target == stand.new.target ? stand.new : stand.old
      return ["what is live is neither set: \(live.differences(from: nearest))"]
    }
    let isNew = live == stand.new
    switch answer.ending {
    case .signal(9) where fault.isDeath: return []
    case .exit(0): return isNew ? [] : ["exit 0, but the old set is live"]
    case .exit(73) where !fault.isDeath, .exit(74) where !fault.isDeath:
      if isNew { return ["exit \(answer.status ?? 0), but the new set is live"] }
      return answer.errors.contains(" at /")
        ? [] : ["the message names no path: \(answer.errors)"]
    default: return ["ended with \(answer.ending): \(answer.errors)"]
    }
  }

  /// Afterwards `retry`, or a new run where the first had not got far enough, makes the same bytes.
  private func recover(in workspace: String) throws -> [String] {
    let retried = try run(TorturePlan.tool, ["retry", "--workspace", workspace], timeout: 300)
    guard retried.ending == .exit(0) else {
      return ["retry ended with \(retried.ending): \(retried.errors)"]
    }
    if try PublishedSet(in: workspace) != stand.new {
      let again = try run(
        TorturePlan.tool, TortureStand.runToday(stand.pipeline, workspace), timeout: 300)
      guard again.ending == .exit(0) else {
        return ["the run after it ended with \(again.ending): \(again.errors)"]
      }
    }
    let differences = try PublishedSet(in: workspace).differences(from: stand.new)
    return differences.isEmpty ? [] : ["afterwards these differ: \(differences)"]
  }
}
