import Pipelines
import Store
import Synchronization
import Testing

@testable import KindredCommand

@Suite struct ConsoleTests {
  @Test func `on a terminal progress redraws itself and makes way for messages`() {
    let recording = Recording()
    let console = recording.console(isTerminal: true)
    console.progress(Progress(task: "reading", unit: "rows", done: 10, total: 40))
    console.say("census is late")
    #expect(
      recording.messages
        == "\r\u{1B}[Kreading: 10 of 40 rows (25%)" + "\r\u{1B}[K" + "census is late\n")
  }

  @Test func `short work leaves no trace in a log`() {
    let recording = Recording()
    let console = recording.console()
    for done in 0...40 {
      console.progress(Progress(task: "reading", unit: "rows", done: done, total: 40))
    }
    console.endProgress()
    #expect(recording.messages == "")
  }

  @Test func `quiet means no progress`() {
    let recording = Recording()
    let settings = ConsoleSettings(verbosity: .quiet)
    let console = recording.console(isTerminal: true, settings: settings)
    console.progress(Progress(task: "reading", unit: "rows", done: 10, total: 40))
    #expect(recording.messages == "")
  }

  @Test func `away from a terminal there is a line each minute`() {
    var meter = ProgressMeter(isLive: false, width: 80)
    var lines: [String] = []
    for second in 0...185 {
      let progress = Progress(task: "reading", unit: "rows", done: second * 1000, total: 200_000)
      if case .line(let line) = meter.show(progress, at: .seconds(second)) { lines.append(line) }
    }
    #expect(
      lines == [
        "reading: 60,000 of 200,000 rows (30%), about 2 min left",
        "reading: 120,000 of 200,000 rows (60%), about 1 min left",
        "reading: 180,000 of 200,000 rows (90%), about 20 s left",
      ])
  }

  @Test func `a live line is never wider than the terminal`() {
    var meter = ProgressMeter(isLive: true, width: 40)
    let progress = Progress(
      task: "a task with a very long name indeed", unit: "rows", done: 1, total: 2)
    guard case .redraw(let line) = meter.show(progress, at: .zero) else {
      Issue.record("nothing was shown")
      return
    }
    #expect(line.count == 39)
  }

  @Test func `all but done is not done`() {
    var meter = ProgressMeter(isLive: true, width: 80)
    let progress = Progress(task: "t", unit: "rows", done: 999, total: 1000)
    #expect(meter.show(progress, at: .zero) == .redraw("t: 999 of 1,000 rows (99%)"))
  }

  @Test(arguments: [
    (0, "5 s"), (5, "5 s"), (6, "10 s"), (54, "55 s"), (55, "1 min"), (150, "3 min"),
    (3569, "59 min"), (3570, "1 h"), (4000, "1 h 10 min"), (7200, "2 h"),
  ])
  func `durations as people say them`(seconds: Int, expected: String) {
    #expect(ProgressMeter.rounded(.seconds(seconds)) == expected)
  }

  @Test(
    arguments: [
      (true, [:], Styling.coloured), (false, [:], .plain), (true, ["NO_COLOR": "1"], .plain),
      (true, ["NO_COLOR": ""], .coloured), (true, ["TERM": "dumb"], .plain),
    ] as [(Bool, [String: String], Styling)])
  func `colour`(isTerminal: Bool, environment: [String: String], expected: Styling) {
    #expect(Styling.choose(isTerminal: isTerminal, environment: environment) == expected)
  }

  @Test func `words from outside cannot steer the terminal`() {
    #expect(Printable.line("a\u{1B}[2J\nb\u{202E}c") == "a\\u{1b}[2J\\u{a}b\\u{202e}c")
    #expect(Printable.line("Ünïcode ✓ stays") == "Ünïcode ✓ stays")
  }

  @Test func `JSON strings are escaped`() {
    #expect(JSONValue.text("a\"b\\c\n\t\u{1}é").line == "\"a\\\"b\\\\c\\n\\t\\u0001é\"")
  }
}
