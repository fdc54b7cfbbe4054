public import Vocabulary
public import YAMLFiles

/// Which columns a claim file has and in which order: data, since each round may ask for others.
public struct ClaimLayout: Hashable, Sendable {
  /// The layout's name.
  public var name: String
  /// Its version.
  public var version: String
  /// The columns.
  public var columns: [Column]

  /// One column.
  public struct Column: Hashable, Sendable {
    /// The heading.
    public var heading: String
    /// What stands in it.
    public var field: Field
    /// What it means, for who reads the file's description.
    public var title: String
  }

  /// What a column may hold.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case claim, window, version, authority, family, scheme
    case schemeVersion = "scheme-version"
    case planAtAttachment = "plan-at-attachment"
    case planAtClaim = "plan-at-claim"
    case attachedOn = "attached-on"
    case attachmentYear = "attachment-year"
    case criteria, results, amount
    case amountInPence = "amount-in-pence"
    case area
    case deliveryAgency = "delivery-agency"
    case people, children
    case terms
    case before, now
    case sourcesComplete = "sources-complete"
    case evidenceDigest = "evidence-digest"
    case auditBasis = "audit-basis"
    case auditor, auditedOn = "audited-on"
    case signatures

    /// The type that a description of the file gives the column.
    public var datatype: String {
      switch self {
      case .attachedOn, .auditedOn: "date"
      case .version, .amountInPence, .people, .children: "integer"
      case .amount: "decimal"
      default: "string"
      }
    }
  }

  /// Reads the file; nothing where any mistake was added.
  public static func read(
    _ document: YAMLDocument, collecting mistakes: inout [YAMLMistake]
  ) -> ClaimLayout? {
    let before = mistakes.count
    let layout: ClaimLayout? = document.read(collecting: &mistakes) { mapping in
      let name = mapping.required("layout") { $0.string() }
      let version = mapping.required("version") { $0.string() }
      let columns: [Column]? = mapping.required("columns") { value in
        value.entries { heading, _, value in
          value.mapping { mapping in
            let field = mapping.required("holds") { $0.word(as: Field.self) }
            let title = mapping.optional("title") { $0.string() }
            return field.map { Column(heading: heading, field: $0, title: title ?? heading) }
          }
        }
      }
      guard let name, let version, let columns else { return nil }
      return ClaimLayout(name: name, version: version, columns: columns)
    }
    guard let layout, mistakes.count == before else { return nil }
    return layout
  }

  /// The cells of a claim in the order of the columns.
  ///
  /// - Parameters:
  ///   - state: The claim, of which the version in hand is told.
  ///   - authority: The council's code.
  ///   - digest: The digest of the frozen claim.
  ///   - auditedOn: When it was audited.
  /// - Returns: A cell for each column.
  public func cells(
    of state: ClaimState, authority: String, digest: String, auditedOn: Day?
  ) -> [String] {
    columns.map { cell($0.field, state, authority, digest, auditedOn) }
  }

  private func cell(
    _ field: Field, _ state: ClaimState, _ authority: String, _ digest: String, _ auditedOn: Day?
  ) -> String {
    let claim = state.current
    return switch field {
    case .claim: state.id.text
    case .window: state.window
    case .version: "\(state.submitted.count + (state.status == .signedOff ? 1 : 0))"
    case .authority: authority
    case .family: claim.reference
    case .scheme: claim.scheme
    case .schemeVersion: claim.schemeVersion
    case .planAtAttachment: claim.planAtAttachment
    case .planAtClaim: claim.planAtClaim
    case .attachedOn: claim.attachedOn.iso
    case .attachmentYear: claim.attachmentYear.text
    case .criteria: claim.criteria.joined(separator: " ")
    case .results: claim.results.joined(separator: " ")
    case .amount: Self.pounds(claim.amount)
    case .amountInPence: "\(claim.amount.count)"
    case .area: claim.area
    case .deliveryAgency: claim.deliveryAgency
    case .people: "\(claim.people.count)"
    case .children: "\(claim.people.count { $0.role == .dependentChild })"
    case .terms: Self.terms(claim)
    case .before: Self.counts("before", claim)
    case .now: Self.counts("now", claim)
    case .sourcesComplete:
      claim.elements.flatMap(\.lines).allSatisfy(\.isCovered) ? "yes" : "no"
    case .evidenceDigest: digest
    case .auditBasis: state.basis == nil ? "" : state.basis == .itself ? "itself" : "sample"
    case .auditor: state.auditor ?? ""
    case .auditedOn: auditedOn?.iso ?? ""
    case .signatures: state.signatures.map { $0.role.rawValue }.joined(separator: " ")
    }
  }

  private static func pounds(_ amount: Pence) -> String {
    let pence = amount.count.magnitude
    let rest = pence % 100
    return "\(amount.count < 0 ? "-" : "")\(pence / 100).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func terms(_ claim: FrozenClaim) -> String {
    var names: [String] = []
    for line in claim.elements.flatMap(\.lines)
    where line.outOf != nil && line.name.contains("/") && !names.contains(line.name) {
      names.append(line.name)
    }
    return names.joined(separator: "; ")
  }

  private static func counts(_ name: String, _ claim: FrozenClaim) -> String {
    claim.elements.compactMap { element in
      element.lines.first { $0.name == name }.map { "\(element.element) \($0.count)" }
    }.joined(separator: "; ")
  }
}
