import Claims
import Pipelines
import Store
import Vocabulary

/// What a command on claims has at hand: the desk, what is asked, and where to say what came of it.
struct ClaimsWork {
  let counter: ProgrammeCounter
  let request: ClaimsRequest
  let console: Console

  init(_ counter: ProgrammeCounter, _ request: ClaimsRequest, _ console: Console) {
    self.counter = counter
    self.request = request
    self.console = console
  }

  var desk: ProgrammeDesk { counter.desk }

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
