import Sealing
public import Vocabulary

/// A frozen claim as the lines that its evidence digest is made of, so that whoever is given them can make the digest again.
///
/// Each line is an object of JSON, hashed behind a salt that only the council can make. A line that may not be shown is handed
/// on as its digest alone: it counts in the whole, and nobody learns what it says by trying what it might say.
public struct ClaimEvidence: Hashable, Sendable {
  /// One line.
  public struct Line: Hashable, Sendable {
    /// What stands before the text when it is hashed.
    public let salt: String
    /// What it says.
    public let text: String
    /// Whether it may be shown.
    public let isShown: Bool

    /// The digest of the salt followed by the text.
    public var digest: String { SHA256.digest(of: salt + text).hex }
  }

  /// The lines in the order in which their digests are hashed.
  public let lines: [Line]

  /// The digest of everything that the claim holds.
  public var digest: String { Self.digest(of: lines.map(\.digest)) }

  /// Takes a claim apart.
  ///
  /// - Parameters:
  ///   - claim: The claim.
  ///   - person: What people are called outside of the team; their ids stand in no line.
  ///   - salt: What stands before a text when it is hashed.
  ///   - isHidden: Whether rows of a kind of fact may not be shown.
  public init(
    _ claim: FrozenClaim, naming person: (PersonID) -> String, salting salt: (String) -> String,
    hiding isHidden: (String) -> Bool = { _ in false }
  ) {
    var lines: [Line] = []
    func add(_ members: [(String, JSONValue?)], isShown: Bool = true) {
      let text = JSONValue.members(members).line
      // The place belongs to the salt, so that two lines that say the same do not look the same.
      lines.append(Line(salt: salt("\(lines.count) \(text)"), text: text, isShown: isShown))
    }
    func add(_ rows: [EvidenceRow], of part: String) {
      for row in rows { add(row.members(of: part, person), isShown: !isHidden(row.kind)) }
    }
    add(claim.head)
    for counted in claim.people {
      let name = person(counted.id)
      add([("person", .text(name)), ("role", .text(counted.role.rawValue))])
      // A record's key follows from what the record says.
      add(
        [("records_of", .text(name)), ("keys", .texts(counted.records.map(\.text)))],
        isShown: false)
    }
    add(claim.eligibilityRows, of: "eligibility")
    for element in claim.elements {
      add(element.head)
      for line in element.lines { add(line.members(of: element.element, person)) }
      add(element.rows, of: element.element)
    }
    for gap in claim.gaps { add([("missing", .text(gap.code)), ("words", .text(gap.words))]) }
    self.lines = lines
  }

  /// The digest of lines' digests, each with a line end after it.
  static func digest(of digests: [String]) -> String {
    SHA256.digest(of: digests.map { $0 + "\n" }.joined()).hex
  }
}

extension ClaimEvidence.Line {
  /// The line as it is handed on: the salt and the text, or the digest alone.
  public var json: JSONValue {
    guard isShown else { return .members([("sha256", .text(digest))]) }
    return .members([("salt", .text(salt)), ("text", .text(text))])
  }
}

// MARK: What the lines say

extension FrozenClaim {
  fileprivate var head: [(String, JSONValue?)] {
    [
      ("family", .text(reference)), ("scheme", .text(scheme)),
      ("scheme_version", .text(schemeVersion)), ("plan_at_attachment", .text(planAtAttachment)),
      ("plan_at_claim", .text(planAtClaim)), ("path", .text(path)),
      ("results", .texts(results)), ("pence", .number(Int(amount.count))),
      ("attached", .text(attachedOn.iso)), ("attachment_year", .text(attachmentYear.text)),
      ("criteria", .texts(criteria)), ("area", .text(area)), ("worker", .text(worker)),
      ("delivery_agency", .text(deliveryAgency)), ("link_deciders", .texts(linkDeciders)),
      ("run", .text(run)), ("as_of", .text(asOf.iso)),
    ]
  }
}

extension FrozenElement {
  fileprivate var head: [(String, JSONValue?)] {
    [
      ("element", .text(element)), ("answer", .text(answer.rawValue)),
      ("missing", .texts(missing)), ("reasons", .texts(reasons)),
    ]
  }
}

extension FrozenElement.Line {
  fileprivate func members(
    of element: String, _ name: (PersonID) -> String
  ) -> [(String, JSONValue?)] {
    [
      ("count_of", .text(element)), ("person", person.map { .text(name($0)) }),
      ("name", .text(self.name)), ("from", .text(days.first.iso)),
      ("until", .text(days.last.iso)), ("count", .number(count)),
      ("out_of", outOf.map { .number($0) }), ("covered", .truth(isCovered)),
    ]
  }
}

extension EvidenceRow {
  fileprivate func members(
    of part: String, _ name: (PersonID) -> String
  ) -> [(String, JSONValue?)] {
    [
      ("row_of", .text(part)), ("kind", .text(kind)), ("source", .text(source)),
      ("file", .text(file)), ("line", .number(line)),
      ("person", person.map { .text(name($0)) }), ("from", from.map { .text($0.iso) }),
      ("until", until.map { .text($0.iso) }), ("held", held.map { .text($0.iso) }),
    ]
  }
}
