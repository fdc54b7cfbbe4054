import Disk
import Linkage
import Pipelines
import Vocabulary

/// A council of two sources and a handful of invented people, published in a folder of its own in no time.
struct SmallCouncil {
  let root: Path
  let workspace: Workspace

  init(in folder: String, rows: String = SmallCouncil.rows) throws {
    root = Path(folder)
    workspace = Workspace(root.joining("workspace"))
    try Files.createFolder(root.joining("council/sources"))
    try Files.createFolder(root.joining("council/extracts"))
    try write(Self.pipeline, to: "council/pipeline.yaml")
    try write(Self.vocabulary, to: "vocabulary.yaml")
    try write(Self.calendar, to: "calendar.csv")
    try write(Self.settings, to: "people.yaml")
    try write(Self.model.json, to: "people.model.json")
    try write(
      Self.contract("pupils", "Pupils", "education", "education.exclusion.fixed"),
      to: "council/sources/pupils.yaml")
    try write(
      Self.contract("tenants", "Tenants", "housing", "housing.report"),
      to: "council/sources/tenants.yaml")
    try deliver(rows)
  }

  func write(_ text: String, to path: String) throws {
    try Files.writeAtomically(Array(text.utf8), to: root.joining(path))
  }

  /// Puts the rows into both sources' extracts.
  func deliver(_ rows: String) throws {
    try write(Self.header + rows, to: "council/extracts/pupils_2013-07-01.csv")
    try write(Self.header + Self.tenants, to: "council/extracts/tenants_2013-07-02.csv")
  }

  /// Runs and publishes.
  @discardableResult
  func publish(_ asOf: String = "2013-07-22") async throws -> RunName {
    guard let day = Day(iso: asOf) else { preconditionFailure("no day") }
    let pipeline = try LoadedPipeline.load(root.joining("council"))
    let keeper = RunKeeper(workspace)
    let plan = try await keeper.plan(pipeline, asOf: day, RunOptions())
    let outcome = try await keeper.run(plan, of: pipeline, RunOptions())
    let isPublished = try workspace.liveRun() == outcome.run
    precondition(isPublished, "the run has to be published")
    return outcome.run
  }

  // MARK: Texts

  static let header = "UPN,Surname,Forename,DOB,Address,Postcode\n"

  /// Ana twice, once with a slip; the Okafors, twins; the Stones, who share all but the forename; and people who may be
  /// those whom the tenants' list has elsewhere under a similar name.
  static let rows = """
    M820200012015,Vance,Ana,14/05/2001,1 Sea Road,PO5 1AB
    ,Vance,Anna,14/05/2001,1 Sea Road,PO5 1AB
    ,Okafor,Chidi,03/02/2004,2 Mill Lane,PO5 2CD
    ,Okafor,Chike,03/02/2004,2 Mill Lane,PO5 2CD
    ,Marlow,Lee,09/09/2002,3 High Street,PO5 3EF
    ,Sorrel,Bea,01/12/2000,4 Low Street,PO5 4GH
    ,Stone,Ian,05/05/2003,5 Hill Road,PO5 5JK
    ,Stone,Zoe,05/05/2003,5 Hill Road,PO5 5JK
    ,Harper,Jon,06/06/2001,6 Park Road,PO5 6LM
    ,Quill,Tess,07/07/2001,7 Park Road,PO5 7NP
    ,Frost,Eve,08/08/2001,8 Park Road,PO5 8QR

    """

  static let tenants = """
    ,Vance,Ana,14/05/2001,1 Sea Road,PO5 1AB
    ,Marlow,Leigh,09/09/2002,9 Far Road,PO5 9ZZ
    ,Harper,John,06/06/2001,16 Far Road,PO5 9ZZ
    ,Quill,Tessa,07/07/2001,17 Far Road,PO5 9ZZ
    ,Frost,Evie,08/08/2001,18 Far Road,PO5 9ZZ
    ,Okafor,Chidi,03/02/2004,2 Mill Lane,PO5 2CD

    """

  static let pipeline = """
    council: Smallshire
    la_code: "820"
    gss_code: E10000099
    purpose: identification
    extracts: extracts
    calendar: ../calendar.csv
    vocabulary: ../vocabulary.yaml
    linkage: ../people.yaml
    defaults:
      rejected: {warn_over: 30%, error_over: 60%}

    """

  private static let vocabulary = """
    agencies:
      education: {title: Schools, universal: true}
      housing: {title: Housing}
    kinds:
      education.exclusion.fixed:
        {title: Excluded, agency: education, shape: event, level: 2, sensitivity: ordinary}
      housing.report:
        {title: Report, agency: housing, shape: event, level: 1, sensitivity: ordinary}
    relations:
      joint-tenant: {title: Joint tenant with, inverse: joint-tenant}

    """

  private static let calendar = """
    la,school,academic_year,term,start,end
    820,*,2012/13,summer,2013-04-15,2013-07-24

    """

  static func contract(
    _ name: String, _ title: String, _ agency: String, _ kind: String
  ) -> String {
    """
    source: \(name)
    title: \(title)
    agency: \(agency)
    owner: Services
    legal:
      basis: public task
      gateway: Education Act 1996
      purposes: [identification]
      retain: 6 years
    file:
      name: \(name)_{yyyy-MM-dd}.csv
      every: month
      contents: snapshot
    columns:
      UPN: {type: upn}
      Surname: {type: name, required: true}
      Forename: {type: name}
      DOB: {type: date, format: dd/MM/yyyy, birth: true}
      Address: {type: text}
      Postcode: {type: postcode}
    places:
      home: {lines: [Address], postcode: Postcode}
    people:
      person: {surname: Surname, forename: Forename, born: DOB, ids: {upn: UPN}, at: home}
    facts:
      - kind: \(kind)
        of: person
        on: DOB
        key: [Surname, Forename, DOB]

    """
  }

  private static let settings = """
    linkage: small
    mode: deduplicate
    columns:
      forename: name
      surname: name
      born: date
      upn: { type: identifier, kind: upn }
      address: { type: code, header: address_key }
    comparisons:
      - { name: forename, levels: [exact(forename), jaro_winkler(forename) >= 0.8] }
      - { name: surname, levels: [exact(surname)] }
      - { name: birth date, levels: [exact(born), years_apart(born) <= 50] }
      - { name: address, levels: [exact(address)] }
    blocking: [surname, born, address]
    clusters:
      join: 0.9
      never_two: [upn]

    """

  private static let model = LinkageModel(
    name: "small", version: 3, prior: 0.01,
    comparisons: [
      comparison(
        "forename", [("exact(forename)", 0.8, 0.01), ("jaro_winkler(forename) >= 0.8", 0.1, 0.2)]),
      comparison("surname", [("exact(surname)", 0.95, 0.01)]),
      comparison(
        "birth date", [("exact(born)", 0.9, 0.05), ("years_apart(born) <= 50", 0.05, 0.5)]),
      comparison("address", [("exact(address)", 0.8, 0.1)]),
    ])

  private static func comparison(
    _ name: String, _ levels: [(label: String, m: Double, u: Double)]
  ) -> ComparisonModel {
    let rest = levels.reduce((m: 1.0, u: 1.0)) { ($0.m - $1.m, $0.u - $1.u) }
    return ComparisonModel(
      name: name,
      levels: levels.map { LevelModel(label: $0.label, m: $0.m, u: $0.u) }
        + [LevelModel(label: "anything else", m: rest.m, u: rest.u)])
  }
}
