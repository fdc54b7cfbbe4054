import Claims
import HTTPServing
import Pipelines
import Reports
import Vocabulary

/// The files of a window that can be fetched: the claim file, the register, the audit's form, the reconciliation.
enum WindowFiles {
  /// Which file.
  enum Kind: String, CaseIterable {
    case register, summary
    case auditForm = "audit-form"
    case reconciliation

    var title: String {
      switch self {
      case .register: "Register"
      case .summary: "Covering summary"
      case .auditForm: "Audit form"
      case .reconciliation: "Reconciliation"
      }
    }

    /// How the name of the file ends.
    fileprivate var ending: String { self == .summary ? "_summary.html" : "_\(rawValue).xlsx" }

    fileprivate func files(of picture: WindowPicture) -> [ReportFile] {
      switch self {
      case .register, .summary: picture.register(in: "register")
      case .auditForm: picture.auditForm(in: "audit")
      case .reconciliation: picture.reconciliation(in: "reconciliation")
      }
    }
  }

  /// Links to what whoever asks may fetch.
  static func links(_ page: WindowPage) -> Markup {
    let (window, scheme) = (page.window.id, page.scheme.name)
    let kinds = Kind.allCases.map { kind -> Markup in
      "<a class=\"quiet-button\" href=\"\(Links.windowFile(window, scheme, kind.rawValue))\">\(kind.title)</a>"
    }
    let claims: Markup =
      page.visit.may(.manageProgramme)
      ? "<a class=\"quiet-button\" href=\"\(Links.windowFile(window, scheme))\">Claim file</a>"
      : .nothing
    return "<h2>Files to fetch</h2>\n<p class=\"actions\">\(claims)\(kinds)</p>"
  }

  /// The file for the department, with a line for each claim that was submitted.
  static func claimFile(_ visit: Visit) throws -> HTTPResponse {
    let page = try WindowPage(visit)
    try page.note()
    let sheet = page.desk.sheet(of: page.window.id, page.scheme)
    if let broken = sheet.broken.first {
      throw Refusal.invalid("No file is written, since \(broken.text).")
    }
    do {
      let file = try ClaimFile(
        page.desk, window: page.window.id, scheme: page.scheme.name,
        authority: visit.generation.pipeline?.localAuthority ?? "")
      return .download(file.name, file.csv)
    } catch let problem as ProgrammeProblem {
      throw Refusal.invalid("\(Words.sentence(problem.words)).")
    }
  }

  /// One of the other files.
  static func fetch(_ visit: Visit) throws -> HTTPResponse {
    let page = try WindowPage(visit)
    let (workspace, day) = (page.desk.workspace, visit.generation.run.asOf)
    guard let kind = visit.values["file"].flatMap(Kind.init(rawValue:)),
      let pipeline = visit.generation.pipeline,
      let picture = page.desk.picture(
        of: page.window.id, page.scheme, families: try RunKeeper(workspace).reconciledFamilies(),
        pipeline, on: day),
      let file = kind.files(of: picture).first(where: { $0.path.hasSuffix(kind.ending) })
    else { throw Refusal.notFound("There is no such file.") }
    try page.note()
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    return .download(name, try file.bytes(in: workspace.folder, created: day))
  }
}

extension HTTPResponse {
  /// A file that browsers keep and do not open.
  static func download(_ name: String, _ bytes: [UInt8]) -> HTTPResponse {
    let types = [
      "csv": "text/csv; charset=utf-8", "html": "text/html; charset=utf-8",
      "json": "application/json",
      "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ]
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    var response = HTTPResponse(200, type: types[ending] ?? "application/octet-stream", bytes)
    response.headers.set("content-disposition", "attachment; filename=\"\(name)\"")
    return response
  }
}
