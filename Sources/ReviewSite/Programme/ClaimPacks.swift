import Claims
import HTTPServing
import Pipelines
import Reports
import Vocabulary

/// A claim's evidence as files: to be read, to be checked against its digest, to be counted.
///
/// Rows of every sensitivity but the benefits system's stand in it, so it is for those who may see them.
enum ClaimPacks {
  /// The forms of the evidence, each with how its file's name ends and what it is called.
  private static let forms = [
    (form: "page", ending: ".html", title: "Evidence to read"),
    (form: "rows", ending: "-rows.csv", title: "Its rows as a table"),
    (form: "data", ending: ".json", title: "Evidence to check"),
  ]

  static func links(_ page: ClaimPage) -> Markup {
    guard page.visit.may(.seeSensitive) else { return .nothing }
    let links = forms.map { form -> Markup in
      "<a class=\"quiet-button\" href=\"\(Links.pack(page.claim.id, form.form))\">\(form.title)</a>"
    }
    return "<h2>Files to fetch</h2>\n<p class=\"actions\">\(links)</p>"
  }

  static func fetch(_ visit: Visit) throws -> HTTPResponse {
    guard visit.may(.seeClaims) else { throw Refusal.notPermitted }
    let page = try ClaimPage(visit)
    guard let form = forms.first(where: { $0.form == visit.values["form"] }),
      let desk = try visit.site.programme.desk(visit.generation),
      let pipeline = visit.generation.loaded
    else { throw Refusal.notFound("There is no such file.") }
    try page.note()
    let pack = try desk.evidence(RunKeeper(desk.workspace), pipeline).pack(
      of: page.claim,
      configuration: try desk.configuration(of: page.claim.locked ?? page.claim.current))
    let name = page.claim.id.text + form.ending
    guard let file = pack.files(in: "packs").first(where: { $0.path.hasSuffix("/" + name) }) else {
      throw Refusal.notFound("There is no such file.")
    }
    return .download(name, file.bytes)
  }
}
