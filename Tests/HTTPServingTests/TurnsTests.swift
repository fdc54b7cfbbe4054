import Dispatch
import Synchronization
import Testing

@testable import HTTPServing

@Suite struct TurnsTests {
  @Test func soManyAtOnceAndNotOneMore() {
    let turns = Turns(3)
    let running = Atomic<Int>(0)
    let most = Mutex(0)
    let done = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: 200) { _ in
      turns.take {
        let now = running.add(1, ordering: .sequentiallyConsistent).newValue
        most.withLock { $0 = max($0, now) }
        running.subtract(1, ordering: .sequentiallyConsistent)
        done.add(1, ordering: .sequentiallyConsistent)
      }
    }
    #expect(done.load(ordering: .sequentiallyConsistent) == 200)
    #expect((1...3).contains(most.withLock { $0 }))
    #expect(turns.waiting == 0)
  }

  @Test func whoeverCameFirstComesFirst() {
    let turns = Turns(1)
    let order = Mutex<[Int]>([])
    let group = DispatchGroup()
    let mayEnd = DispatchSemaphore(value: 0)
    let holds = DispatchSemaphore(value: 0)
    DispatchThread.start(group) {
      turns.take {
        holds.signal()
        mayEnd.wait()
      }
    }
    holds.wait()
    for number in 0..<12 {
      DispatchThread.start(group) { turns.take { order.withLock { $0.append(number) } } }
      while turns.waiting <= number {}
    }
    mayEnd.signal()
    group.wait()
    #expect(order.withLock { $0 } == Array(0..<12))
  }
}

/// Threads of their own, since a pool may have fewer than a test makes wait.
private enum DispatchThread {
  static func start(_ group: DispatchGroup, _ body: @escaping @Sendable () -> Void) {
    let queue = DispatchQueue(label: "turn")
    queue.async(group: group, execute: body)
  }
}
