import Pipelines
import Synchronization
import Vocabulary

/// The queue as it stands: what the run asks, without what somebody has decided since.
struct Queue: Sendable {
  /// What still waits, the most urgent first.
  let waiting: [QueueItem]
  /// The pairs about which nobody could tell, which a second reviewer settles.
  let referred: [QueueItem]

  init(_ generation: Generation, _ fold: DecisionFold) {
    var decided: [RecordPair: DecisionKind] = [:]
    for noted in fold.holding {
      if let pair = noted.decision.subject.pair { decided[pair] = noted.decision.subject.kind }
    }
    guard !decided.isEmpty else {
      (waiting, referred) = (generation.queue, [])
      return
    }
    waiting = generation.queue.filter { decided[$0.pair] == nil }
    referred = generation.queue.filter { decided[$0.pair] == .cannotTell }
  }

  /// The queue narrowed to some kind and agency.
  func items(_ filter: QueueFilter) -> [QueueItem] {
    let all = filter.isReferred ? referred : waiting
    guard filter.kind != nil || filter.agency != nil || filter.onlyAcross else { return all }
    return all.filter { item in
      (filter.kind == nil || item.kind == filter.kind)
        && (filter.agency == nil || item.agencies.contains(filter.agency ?? ""))
        && (!filter.onlyAcross || item.crossesAgencies)
    }
  }
}

/// What of the queue is asked for.
struct QueueFilter: Hashable, Sendable {
  var kind: QueueItem.Kind?
  var agency: String?
  var onlyAcross = false
  var isReferred = false

  /// The filter as fields of a query.
  var fields: [(String, String)] {
    var fields: [(String, String)] = []
    if let kind { fields.append(("kind", kind.rawValue)) }
    if let agency { fields.append(("agency", agency)) }
    if onlyAcross { fields.append(("across", "yes")) }
    if isReferred { fields.append(("referred", "yes")) }
    return fields
  }
}

/// The queue worked out once for each decision, and not for each page.
final class QueueKeeping: Sendable {
  private struct Kept {
    var run: RunName
    var decisions: Int
    var queue: Queue
  }

  private let kept = Mutex<Kept?>(nil)

  /// The queue of a run after these decisions.
  func queue(_ generation: Generation, _ fold: DecisionFold) -> Queue {
    let known = kept.withLock { $0 }
    if let known, known.run == generation.run, known.decisions == fold.all.count {
      return known.queue
    }
    let queue = Queue(generation, fold)
    kept.withLock {
      $0 = Kept(run: generation.run, decisions: fold.all.count, queue: queue)
    }
    return queue
  }
}
