import Store
import Vocabulary

/// The pack for machines: the same as its page, under the same references.
extension EvidencePack {
  var rowTable: ReportTable {
    ReportTable(
      name: "rows", title: "Rows behind the claim",
      columns: [
        .text("part"), .text("kind"), .text("source"), .text("file"), .text("sha256"),
        .number("line"), .text("person"), .text("from"), .text("until"), .text("held"),
      ],
      rows: shownRows.rows.map { part, row in
        [
          .text(part), .text(row.kind), .text(row.source), .text(file(of: row)),
          .text(row.source == "practitioner" ? "" : row.file),
          row.line > 0 ? .number(row.line) : .none,
          .text(row.person.map { reference($0) } ?? ""), day(row.from), day(row.until),
          day(row.held),
        ]
      })
  }

  private func day(_ day: Day?) -> ReportTable.Value {
    day.map { $0 == .latest ? .none : .day($0) } ?? .none
  }

  var json: JSONValue {
    .members([
      ("council", .text(council)), ("la_code", .text(authority)), ("claim", .text(claim)),
      ("version", .number(version)), ("status", .text(status)), ("window", .text(window)),
      ("submitted", submitted.map { .text($0.iso) }), ("family", .text(frozen.reference)),
      ("scheme", .text(frozen.scheme)), ("scheme_version", .text(frozen.schemeVersion)),
      ("plan_at_attachment", .text(frozen.planAtAttachment)),
      ("plan_at_claim", .text(frozen.planAtClaim)), ("path", .text(frozen.path)),
      ("results", .texts(frozen.results)), ("pence", .number(Int(frozen.amount.count))),
      ("attachment_year", .text(frozen.attachmentYear.text)), ("area", .text(frozen.area)),
      ("eligibility", eligibility), ("working", working),
      ("people", .list(frozen.people.map(person))),
      ("elements", .list(frozen.elements.map(element))),
      (
        "missing",
        .list(
          frozen.gaps.map { gap in
            .members([("code", .text(gap.code)), ("words", .text(gap.words))])
          })
      ), ("overlaps", .texts(overlaps)), ("decisions", .list(decisions.map(decision))),
      ("steps", .list(steps.map(step))), ("changed_since", .texts(changes)),
      ("run", .text(frozen.run)), ("as_of", .text(frozen.asOf.iso)),
      (
        "configuration",
        .list(
          configuration.map { file in
            .members([("file", .text(file.name)), ("sha256", .text(file.sha256))])
          })
      ), ("evidence_digest", .text(evidence.digest)),
      ("evidence", .list(evidence.lines.map(\.json))), ("program", .text(program)),
      ("rows_not_shown", .number(shownRows.hidden)),
    ])
  }

  private var eligibility: JSONValue {
    guard let snapshot else { return .null }
    return .members([
      ("on", .text(snapshot.on.iso)), ("pack", .text(snapshot.pack)),
      ("pack_version", .text(snapshot.packVersion)), ("run", .text(snapshot.run)),
      ("eligible", .truth(snapshot.isEligible)),
      ("local_concern", .text(snapshot.discretion.words)),
      (
        "criteria",
        .list(
          snapshot.findings.map { finding in
            .members([
              ("criterion", .text(finding.criterion)), ("answer", .text(finding.answer.rawValue)),
              ("rows", .number(finding.evidence.count)),
            ])
          })
      ),
    ])
  }

  private var working: JSONValue {
    .members([
      ("attached", .text(frozen.attachedOn.iso)),
      ("assessed", life?.assessed.map { .text($0.iso) }),
      ("planned", life?.planned.map { .text($0.iso) }),
      ("lead_agency", life.map { .text($0.leadAgency) }),
      ("lead_professional", life.map { .text($0.leadProfessional) }),
      ("consent_to_service", life?.serviceConsent.map { .text($0.rawValue) }),
      ("lawful_basis", life.map { .text($0.lawfulBasis) }),
      ("days_worked", life.map { .number($0.workedOn.count) }),
      ("delivery_agency", .text(frozen.deliveryAgency)),
    ])
  }

  private func person(_ person: CountedPerson) -> JSONValue {
    .members([
      ("person", .text(reference(person.id))), ("role", .text(person.role.rawValue)),
      ("records", .number(person.records.count)),
    ])
  }

  private func element(_ element: FrozenElement) -> JSONValue {
    .members([
      ("element", .text(element.element)),
      ("asked", names.measures[element.element].map { .text($0) }),
      ("answer", .text(element.answer.rawValue)),
      (
        "counts",
        .list(
          element.lines.map { line in
            .members([
              ("of", .text(reference(line.person))), ("name", .text(line.name)),
              ("from", .text(line.days.first.iso)), ("until", .text(line.days.last.iso)),
              ("count", .number(line.count)), ("out_of", line.outOf.map { .number($0) }),
              ("covered", .truth(line.isCovered)),
            ])
          })
      ), ("rows", .number(element.rows.count)), ("missing", .texts(element.missing)),
      ("reasons", .texts(element.reasons)),
    ])
  }

  private func decision(_ decision: LinkDecision) -> JSONValue {
    .members([
      ("entry", .number(decision.entry)), ("what", .text(decision.what)),
      ("reason", .text(decision.reason)), ("by", .text(decision.by)), ("at", .text(decision.at)),
    ])
  }

  private func step(_ step: Step) -> JSONValue {
    .members([
      ("on", .text(step.on.iso)), ("by", .text(step.by)), ("role", .text(step.role)),
      ("what", .text(step.words)),
    ])
  }
}

extension EligibilitySnapshot.Discretion {
  /// What the local part of a pack came to, in words.
  var words: String {
    switch self {
    case .notAsked: "none is asked for"
    case .found(let name): name
    case .decided(let by): "decided by \(by)"
    case .missing: "asked for and not recorded"
    }
  }
}
