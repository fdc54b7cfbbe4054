import HTTPServing
import Pipelines
import Store
import Vocabulary

/// What a decision would change, for programs.
enum PreviewJSON {
  private typealias Members = [(String, JSONValue?)]

  static func response(_ answer: PreviewBook.Answer?, _ visit: Visit) -> HTTPResponse {
    switch answer {
    case .working: .json(status: 202, .members([("state", .text("working"))]))
    case .done(let preview): .json(done(preview, visit))
    case .tooMuch: .json(.members([("state", .text("too-much"))]))
    case .failed, nil: .json(.members([("state", .text("not-known"))]))
    }
  }

  private static func done(_ preview: DecisionPreview, _ visit: Visit) -> JSONValue {
    .members([
      ("state", .text("done")),
      (
        "people",
        .list(
          preview.people.map { person in
            .members([
              ("person", .text(person.id.text)), ("before", .texts(person.before.map(\.text))),
              ("after", .texts(person.after.map(\.text))),
            ])
          })
      ),
      (
        "families",
        preview.families.map { families in
          .list(
            families.map { change in
              .members([("before", change.before.map(family)), ("after", change.after.map(family))])
            })
        }
      ),
      (
        "others",
        .members([
          ("decisions", .number(preview.others.decisions)),
          ("families", .number(preview.others.families.count)),
        ])
      ),
      (
        "claims",
        visit.may(.seeClaims)
          ? .list(
            preview.claims.map { change in
              .members([
                ("claim", .text(change.claim.text)), ("now", .texts(change.now)),
                ("then", .texts(change.then)),
              ])
            }) : nil
      ),
    ])
  }

  private static func family(_ family: DecisionPreview.Family) -> JSONValue {
    .members([
      ("family", .text(family.id.text)), ("members", .number(family.people.count)),
      (
        "packs",
        .list(
          family.packs.map { pack in
            .members([
              ("pack", .text(pack.name)), ("eligible", pack.eligible.map { .text($0.rawValue) }),
              ("findings", .texts(pack.findings.map(\.state.rawValue))),
            ])
          })
      ),
    ])
  }
}
