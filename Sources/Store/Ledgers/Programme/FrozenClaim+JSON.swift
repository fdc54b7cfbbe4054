public import Vocabulary

extension FrozenClaim {
  /// The claim as one object of JSON on one line.
  public var text: String { json.line }

  var json: JSONValue {
    .members([
      ("family", .text(family.text)), ("reference", .text(reference)),
      ("people", .values(people) { $0.json }), ("scheme", .text(scheme)),
      ("version", .text(schemeVersion)), ("plan_at_attachment", .text(planAtAttachment)),
      ("plan_at_claim", .text(planAtClaim)), ("path", .text(path)),
      ("results", .texts(results)), ("pence", .number(Int(amount.count))),
      ("attached", .text(attachedOn.iso)), ("year", .text(attachmentYear.text)),
      ("criteria", .texts(criteria)),
      ("eligibility", .values(eligibilityRows) { $0.json }),
      ("elements", .values(elements) { $0.json }), ("area", .text(area)),
      ("worker", .text(worker)), ("delivery", .text(deliveryAgency)),
      ("link_deciders", .texts(linkDeciders)), ("gaps", .values(gaps) { $0.json }),
      ("run", .text(run)), ("as_of", .text(asOf.iso)),
    ])
  }
}

extension CountedPerson {
  fileprivate var json: JSONValue {
    .members([
      ("id", .text(id.text)), ("role", .text(role.rawValue)),
      ("records", .texts(records.map(\.text))),
    ])
  }
}

extension ClaimGap {
  fileprivate var json: JSONValue { .members([("code", .text(code)), ("words", .text(words))]) }
}

extension FrozenElement {
  fileprivate var json: JSONValue {
    .members([
      ("element", .text(element)), ("answer", .text(answer.rawValue)),
      ("lines", .values(lines) { $0.json }), ("rows", .values(rows) { $0.json }),
      ("missing", .texts(missing)), ("reasons", .texts(reasons)),
    ])
  }
}

extension FrozenElement.Line {
  fileprivate var json: JSONValue {
    .members([
      ("person", person.map { .text($0.text) }), ("name", .text(name)),
      ("from", .text(days.first.iso)), ("until", .text(days.last.iso)),
      ("count", .number(count)), ("of", outOf.map { .number($0) }),
      ("covered", .truth(isCovered)),
    ])
  }
}
