import TestSupport
import Testing

/// A run is killed, starved of disk and told of broken disks at each of its calls in turn; readers
/// never see anything but one whole set, and nothing is lost.
@Suite(.serialized)
struct TortureTests {
  @Test(arguments: Fault.allCases)
  func `a run that goes wrong anywhere leaves one whole set live`(fault: Fault) async throws {
    try await withTemporaryFolder { folder in
      let stand = try TortureStand(for: fault, in: folder)
      for leg in stand.legs {
        await withTaskGroup { group in
          for worker in 0..<TorturePlan.workers {
            group.addTask {
              for index in stride(from: worker, to: leg.points.count, by: TorturePlan.workers) {
                attempt(Attempt(stand: stand, leg: leg, fault: fault, call: leg.points[index]))
              }
            }
          }
        }
        print(
          "torture: \(fault.rawValue), \(leg.kind.rawValue): \(leg.points.count) points of "
            + "\(leg.calls) tried")
      }
    }
  }
}

private func attempt(_ attempt: Attempt) {
  do {
    for finding in try attempt.findings() {
      Issue.record(
        "\(attempt.leg.kind.rawValue), \(attempt.fault.rawValue) at call \(attempt.call): \(finding)"
      )
    }
  } catch {
    Issue.record(
      "\(attempt.leg.kind.rawValue), \(attempt.fault.rawValue) at call \(attempt.call): \(error)")
  }
}
