import Intake

/// Hands batches from the task that reads an extract to the one that stores it, a few at a time.
///
/// The reader waits where the store is behind, so that memory does not grow with the file.
actor BatchChannel {
  /// How many batches may wait.
  private let capacity: Int
  private var waiting: [IntakeBatch] = []
  /// Batches that have been stored, for the reader to fill again.
  private var stored: [IntakeBatch] = []
  private var ending: Result<ExtractResult, any Error>?
  private var reader: CheckedContinuation<Void, Never>?
  private var writer: CheckedContinuation<Void, Never>?
  private var isAbandoned = false

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// Hands over a batch, and takes back one that has been stored, if there is one.
  ///
  /// It throws when nobody wants more.
  func send(_ batch: IntakeBatch) async throws(CancellationError) -> IntakeBatch? {
    while waiting.count >= capacity && !isAbandoned {
      await withCheckedContinuation { reader = $0 }
    }
    guard !isAbandoned else { throw CancellationError() }
    waiting.append(batch)
    wakeWriter()
    return stored.popLast()
  }

  /// Says that no batch follows, and how the reading went.
  func finish(_ ending: Result<ExtractResult, any Error>) {
    self.ending = ending
    wakeWriter()
  }

  /// The next batch, or nil when there is none to come; the one before, which has been stored, is given back.
  func next(after last: consuming IntakeBatch?) async -> IntakeBatch? {
    if let last { stored.append(last) }
    while waiting.isEmpty && ending == nil {
      await withCheckedContinuation { writer = $0 }
    }
    guard !waiting.isEmpty else {
      stored = []
      return nil
    }
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
    stored = []
    reader?.resume()
    reader = nil
  }

  private func wakeWriter() {
    writer?.resume()
    writer = nil
  }
}
