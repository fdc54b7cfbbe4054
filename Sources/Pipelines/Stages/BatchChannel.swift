import Intake

/// Hands batches from the task that reads an extract to the one that stores it, a few at a time.
///
/// The reader waits where the store is behind, so that memory does not grow with the file.
actor BatchChannel {
  /// How many batches may wait.
  private let capacity: Int
  private var waiting: [IntakeBatch] = []
  private var ending: Result<ExtractResult, any Error>?
  private var reader: CheckedContinuation<Void, Never>?
  private var writer: CheckedContinuation<Void, Never>?
  private var isAbandoned = false

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Hands over a batch; false when nobody wants more.
  func send(_ batch: IntakeBatch) async -> Bool {
    while waiting.count >= capacity && !isAbandoned {
      await withCheckedContinuation { reader = $0 }
    }
    guard !isAbandoned else { return false }
    waiting.append(batch)
    wakeWriter()
    return true
  }

  /// Says that no batch follows, and how the reading went.
  func finish(_ ending: Result<ExtractResult, any Error>) {
    self.ending = ending
    wakeWriter()
  }

  /// The next batch, or nil when there is none to come.
  func next() async -> IntakeBatch? {
    while waiting.isEmpty && ending == nil {
      await withCheckedContinuation { writer = $0 }
    }
    guard !waiting.isEmpty else { return nil }
    let batch = waiting.removeFirst()
    reader?.resume()
    reader = nil
    return batch
  }

  /// How the reading went, once `next` has given nil.
  func result() throws -> ExtractResult {
    guard let ending else { preconditionFailure("the extract is still being read") }
    return try ending.get()
  }

  /// Lets the reader go: nobody will take what it has.
  func abandon() {
    isAbandoned = true
    waiting = []
    reader?.resume()
    reader = nil
  }

  private func wakeWriter() {
    writer?.resume()
    writer = nil
  }
}

/// How the reading of one extract went.
struct ExtractResult: Sendable {
  var account: ExtractAccount
  var tally: ProblemTally
  var profiles: [ColumnProfile]
  var problems: [FileProblem]
  var balances: Bool
}
