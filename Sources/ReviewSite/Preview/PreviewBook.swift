import Pipelines
import Synchronization
import Vocabulary

/// What decisions would change: worked out beside the requests, one after the other, and kept.
///
/// To form families again takes as long as it takes a run, so no page waits for it.
final class PreviewBook: Sendable {
  /// What is asked: a decision about a run, after so many others.
  struct Question: Hashable, Sendable {
    var run: RunName
    var subject: DecisionSubject
    var decisions: Int
    /// How much was entered of claims by then.
    var entries: Int
  }

  /// What is known of the answer.
  enum Answer: Sendable {
    /// It is being worked out.
    case working
    case done(DecisionPreview)
    /// So many records hang together that only a run works it out.
    case tooMuch
    /// It could not be worked out.
    case failed
  }

  fileprivate struct Work: Sendable {
    var question: Question
    var run: @Sendable () throws -> DecisionPreview
  }

  fileprivate struct State {
    var answers: [Question: Answer] = [:]
    var waiting: [Work] = []
    var isWorking = false
  }

  private let state = Mutex(State())
  /// How many answers are kept.
  private static let mostKept = 400

  /// The answer to a question; if nobody has asked it before, it is worked out from now on.
  func answer(
    _ question: Question, _ run: @escaping @Sendable () throws -> DecisionPreview
  ) -> Answer {
    let (answer, begins) = state.withLock { state -> (Answer, Bool) in
      if let known = state.answers[question] { return (known, false) }
      if state.answers.count >= Self.mostKept { state.forgetWhatIsDone() }
      state.answers[question] = .working
      state.waiting.append(Work(question: question, run: run))
      defer { state.isWorking = true }
      return (.working, !state.isWorking)
    }
    if begins { Task.detached(priority: .utility) { [self] in workOff() } }
    return answer
  }

  private func workOff() {
    while let work = state.withLock({ $0.next() }) {
      let answer: Answer
      do {
        answer = .done(try work.run())
      } catch PreviewProblem.tooManyRecords {
        answer = .tooMuch
      } catch {
        answer = .failed
      }
      state.withLock { $0.answers[work.question] = answer }
    }
  }
}

extension PreviewBook.State {
  fileprivate mutating func next() -> PreviewBook.Work? {
    guard !waiting.isEmpty else {
      isWorking = false
      return nil
    }
    return waiting.removeFirst()
  }

  fileprivate mutating func forgetWhatIsDone() {
    answers = answers.filter { _, answer in
      if case .working = answer { true } else { false }
    }
  }
}
