import Claims
import Pipelines
import Store
import Vocabulary

/// What a command on claims has at hand: the desk, what is asked, and where to say what came of it.
struct ClaimsWork {
  let counter: ProgrammeCounter
  let request: ClaimsRequest
  let console: Console
  /// What the live run's data says differently of claims that are locked; empty until it is asked for.
  var differences: [ClaimID: [String]] = [:]

  init(_ counter: ProgrammeCounter, _ request: ClaimsRequest, _ console: Console) {
    self.counter = counter
    self.request = request
    self.console = console
  }

  var desk: ProgrammeDesk { counter.desk }

  /// The work with what the live run says of locked claims at hand.
  func withDifferences() throws -> ClaimsWork {
    var work = self
    work.differences = try RunKeeper(desk.workspace).claimDifferences()
    return work
  }

  /// What later data says differently of a claim.
  func changed(_ state: ClaimState) -> [String] { differences[state.id] ?? state.changes }

  /// The claims that are named; nil where none is.
  func named() throws -> [ClaimState]? {
    guard !request.subjects.isEmpty else { return nil }
    return try request.subjects.map { word in
      guard let id = ClaimID(word), let state = desk.claims[id] else {
        throw ProgrammeProblem.refused("there is no such claim")
      }
      return state
    }
  }

  /// The claims of the window that is named, of one scheme where one is.
  func ofWindow() throws -> [ClaimState] {
    desk.claims(
      in: try ProgrammeCounter.needed("window", request.values), request.values["scheme"])
  }

  /// The window and the scheme that are meant.
  func chosen() throws -> (window: String, scheme: ClaimScheme) {
    let name = try ProgrammeCounter.needed("window", request.values)
    guard let window = desk.definition.windows.window(named: name) else {
      throw ProgrammeProblem.refused("there is no window '\(name)'")
    }
    let word = request.values["scheme"] ?? (window.schemes.count == 1 ? window.schemes[0] : "")
    guard let scheme = desk.definition.scheme(named: word) else {
      throw CommandFailure(
        .usage, Problem("the scheme is not named", advice: "Say --scheme with one of the window's.")
      )
    }
    return (name, scheme)
  }
}
