import HTTPServing
import Store

/// What programs may ask, in OpenAPI 3.1, made from the routes themselves.
enum OpenAPI {
  static func show(_ visit: Visit) -> HTTPResponse {
    .json(description(version: visit.generation.facts.program))
  }

  static func description(version: String) -> JSONValue {
    .members([
      ("openapi", .text("3.1.0")),
      (
        "info",
        .members([("title", .text("Kindred, the review application")), ("version", .text(version))])
      ),
      ("paths", .members(paths)),
      (
        "components",
        .members([
          (
            "securitySchemes",
            .members([
              (
                "session",
                .members([
                  ("type", .text("apiKey")), ("in", .text("cookie")),
                  ("name", .text("kindred-session")),
                ])
              )
            ])
          )
        ])
      ),
      ("security", .list([.members([("session", .list([]))])])),
    ])
  }

  private static var paths: [(String, JSONValue?)] {
    RouteTable.all.filter { $0.form == .json }.map { route in
      (route.template, .members([(route.method.rawValue.lowercased(), operation(route))]))
    }
  }

  private static func operation(_ route: Route) -> JSONValue {
    let inPath = route.valueNames.map { parameter($0, in: "path") }
    let inQuery = route.fields.map { parameter($0, in: "query") }
    let rights: String =
      if case .right(let right) = route.access { right.rawValue } else { "signed-in" }
    return .members([
      ("summary", .text(route.summary)), ("x-right", .text(rights)),
      ("parameters", .list(inPath + inQuery)),
      (
        "responses",
        .members([
          ("200", response("What was asked for")), ("401", response("Nobody is signed in")),
          ("403", response("The account has not the right")), ("404", response("There is none")),
        ])
      ),
    ])
  }

  private static func response(_ words: String) -> JSONValue {
    .members([("description", .text(words))])
  }

  private static func parameter(_ name: String, in place: String) -> JSONValue {
    .members([
      ("name", .text(name)), ("in", .text(place)), ("required", .truth(place == "path")),
      ("schema", .members([("type", .text("string"))])),
    ])
  }
}
