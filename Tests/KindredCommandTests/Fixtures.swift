import Vocabulary

import Synchronization

@testable import KindredCommand

/// A console that keeps what it is told.
final class Recording: Sendable {
  private struct Text {
    var output = ""
    var messages = ""
  }

  private let text = Mutex(Text())

  var output: String { text.withLock { $0.output } }
  var messages: String { text.withLock { $0.messages } }

  func console(
    isTerminal: Bool = false, settings: ConsoleSettings = ConsoleSettings(),
    outcome: WriteOutcome = .written, elapsed: @escaping @Sendable () -> Duration = { .zero }
  ) -> Console {
    let output = Sink(isTerminal: isTerminal, styling: .plain, width: 80) { new in
      self.text.withLock { $0.output += new }
      return outcome
    }
    let messages = Sink(isTerminal: isTerminal, styling: .plain, width: 80) { new in
      self.text.withLock { $0.messages += new }
      return .written
    }
    let clock = ConsoleClock(elapsed: elapsed, timestamp: { "2013-07-23T02:30:00.000Z" })
    return Console(output: output, messages: messages, settings: settings, clock: clock)
  }
}

extension Surroundings {
  /// A night in July 2013, with these variables.
  static func july(_ environment: [String: String] = [:]) -> Surroundings {
    Surroundings(environment: environment, yesterday: day("2013-07-22"))
  }
}

/// The day of this text, which the test knows to be one.
func day(_ text: String) -> Day {
  guard let day = Day(iso: text) else { preconditionFailure("not a day: \(text)") }
  return day
}

extension Backends {
  /// Every command, each answering with its request as the output.
  static let echoing = Backends(
    demo: echo, run: echo, retry: echo, rollback: echo, plan: echo, check: echo, verify: echo,
    runs: echo, rejects: echo, sources: echo, family: echo, criteria: echo, journey: echo,
    wobbles: echo, link: echo, why: echo, how: echo, train: echo, evaluate: echo, cohort: echo,
    claims: echo, protect: echo, diff: echo, review: echo, ledger: echo, serve: echo,
    account: echo, synth: echo, doctor: echo)

  private static func echo(_ request: some CommandRequest, _ console: Console) -> ExitCode {
    console.print("\(request)")
    return .done
  }

  /// The specifications of all commands, as the whole program lists them.
  static let everySpecification =
    echoing.commands.map(\.specification)
    + [HelpRequest.specification, CompletionsRequest.specification]
}

extension KindredProgram {
  /// Runs the words with these backends, and gives all there is to see of it.
  static func trial(
    _ words: [String], _ backends: Backends = .echoing, in surroundings: Surroundings = .july()
  ) async -> (code: ExitCode, output: String, messages: String) {
    let recording = Recording()
    let program = KindredProgram(
      backends, surroundings: surroundings, console: recording.console())
    let code = await program.run(words)
    return (code, recording.output, recording.messages)
  }
}

/// A generator that gives the same numbers for the same seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
