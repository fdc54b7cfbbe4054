public import Claims
public import Cohorts
import Disk
import Vocabulary
import YAMLFiles

/// What a council agreed to, and what it claims by: the files that `programme:` and `claims:` name.
public struct ProgrammeDefinition: Sendable {
  /// Targets, areas, partners, services and roles.
  public var programme: Programme
  /// The schemes, in the order of their names.
  public var schemes: [ClaimScheme]
  /// When claims are taken.
  public var windows: ClaimWindows
  /// The versions of the local outcomes plan.
  public var plan: OutcomesPlan
  /// The columns of the claim file; nil where there is no layout.
  public var layout: ClaimLayout?

  /// The scheme with the name.
  public func scheme(named name: String) -> ClaimScheme? { schemes.first { $0.name == name } }
}

extension PipelineLoader {
  /// The files beside the schemes, which are no schemes.
  private static let windowsFile = "windows.yaml"
  private static let planFile = "outcomes-plan.yaml"
  private static let layoutFile = "layouts/claim-file.yaml"

  /// Reads the programme and everything that claims go by; nil where the pipeline names neither.
  mutating func readProgramme(
    _ settings: PipelineSettings, _ vocabulary: FactVocabulary, packs: [String]
  ) throws -> ProgrammeDefinition? {
    guard settings.programme != nil || settings.claims != nil else { return nil }
    var definition = ProgrammeDefinition(
      programme: .open, schemes: [], windows: ClaimWindows(windows: []), plan: .none)
    if let name = settings.programme {
      let programme = try read(name) { document, mistakes in
        Programme.read(document, vocabulary: vocabulary, collecting: &mistakes)
      }
      if let programme { definition.programme = programme }
      checkPacks(programme?.identifiedBy ?? [], packs, in: name)
    }
    if let folder = settings.claims { try readClaims(folder, vocabulary, into: &definition) }
    return definition
  }

  private mutating func checkPacks(_ named: [String], _ packs: [String], in name: String) {
    for pack in named where !packs.contains(pack) {
      let nearest = NearestWord.suggestion(for: pack, among: packs)
      note(
        "'identified_by' names the pack '\(pack)', which the pipeline does not ask", in: name,
        line: 1, advice: nearest.map { "did you mean '\($0)'?" })
    }
  }

  private mutating func readClaims(
    _ claims: String, _ vocabulary: FactVocabulary, into definition: inout ProgrammeDefinition
  ) throws {
    let path = folder.joining(claims)
    guard try Files.target(of: path) == .folder else {
      note("there is no such folder", in: claims, line: 1)
      return
    }
    let others = [Self.windowsFile, Self.planFile]
    for name in try Files.list(path) where name.hasSuffix(".yaml") && !others.contains(name) {
      let scheme = try read("\(claims)/\(name)") { document, mistakes in
        ClaimScheme.read(document, vocabulary: vocabulary, collecting: &mistakes)
      }
      guard let scheme else { continue }
      if name != "\(scheme.name).yaml" {
        note(
          "the scheme is called '\(scheme.name)'", in: "\(claims)/\(name)", line: 1,
          advice: "name the file \(scheme.name).yaml")
      }
      definition.schemes.append(scheme)
    }
    if let windows = try read("\(claims)/\(Self.windowsFile)", ClaimWindows.read) {
      definition.windows = windows
      checkSchemes(of: windows, definition.schemes.map(\.name), in: claims)
    }
    if try Files.kind(of: path.joining(Self.planFile)) != nil,
      let plan = try read("\(claims)/\(Self.planFile)", OutcomesPlan.read)
    {
      definition.plan = plan
    }
    if try Files.kind(of: path.joining(Self.layoutFile)) != nil {
      definition.layout = try read("\(claims)/\(Self.layoutFile)", ClaimLayout.read)
    }
  }

  private mutating func checkSchemes(
    of windows: ClaimWindows, _ schemes: [String], in claims: String
  ) {
    for window in windows.windows {
      for scheme in window.schemes where !schemes.contains(scheme) {
        let nearest = NearestWord.suggestion(for: scheme, among: schemes)
        note(
          "the window \(window.id) is for the scheme '\(scheme)', which has no file",
          in: "\(claims)/\(Self.windowsFile)", line: 1,
          advice: nearest.map { "did you mean '\($0)'?" })
      }
    }
  }
}
