import Claims
import Store
import Vocabulary

/// The lists of claims that the team opens each morning.
struct ClaimLists {
  private let night: ClaimsNight
  private let definition: PipelineDefinition
  private let asOf: Day
  /// There are references wherever there are claims.
  private let references: PublicReferences?

  init(
    _ night: ClaimsNight, _ definition: PipelineDefinition, _ references: PublicReferences?,
    asOf: Day
  ) {
    self.night = night
    self.references = references
    self.definition = definition
    self.asOf = asOf
  }

  /// Writes every list into the run's folder.
  func write(to work: inout StageWork) throws {
    try work.write(claims, to: "claims/claims.csv")
    try work.write(differences, to: "claims/evidence-changed.csv")
    try work.write(prospects, to: "claims/prospects.csv")
    try work.write(missing, to: "claims/missing.csv")
    try work.write(changes, to: "claims/changes.csv")
  }

  // MARK: Claims

  private var claims: DescribedList {
    var list = DescribedList(
      "Claims, and where they stand",
      [
        .init("claim", "The claim's number"), .init("status", "Where it stands"),
        .init("window", "The window of the version in hand"),
        .init("family_ref", "The family's id when it was prepared, for the team alone"),
        .init("reference", "How the family is called outside of the team"),
        .init("scheme", "The scheme"), .init("results", "The results, with blanks between"),
        .init("attached", "When the family was attached", .date),
        .init("year", "The year whose rates are paid"), .init("area", "The family's area"),
        .init("amount", "What is claimed, in pounds", .decimal),
        .init("paid", "What was paid, less what was given back", .decimal),
        .init("versions", "How many versions were submitted", .integer),
        .init("missing", "How many things are missing", .integer),
        .init("changed", "Whether today's data says something else of a locked claim", .boolean),
        .init("origin", "Where it was made, when elsewhere"),
        .init("digest", "The digest of the version in hand"),
      ])
    for state in night.book.all {
      let claim = state.current
      list.add([
        .text(state.id.text), .text(state.status.rawValue), .text(state.window),
        .text(claim.family.text), .text(claim.reference), .text(claim.scheme),
        .text(claim.results.joined(separator: " ")), .day(claim.attachedOn),
        .text(claim.attachmentYear.text), .text(claim.area), .money(claim.amount),
        .money(state.paid), .number(state.submitted.count), .number(claim.gaps.count),
        .truth(night.differences[state.id] != nil), .text(state.origin),
        .text(references?.digest(of: claim)),
      ])
    }
    return list
  }

  private var differences: DescribedList {
    var list = DescribedList(
      "Locked claims of which today's data says something else; nothing was changed",
      [
        .init("claim", "The claim's number"), .init("status", "Where it stands"),
        .init("words", "What differs"),
        .init("at_risk", "What may have to be given back, in pounds", .decimal),
      ])
    for (claim, words) in night.differences.sorted(by: { $0.key < $1.key }) {
      let state = night.book[claim]
      for words in words {
        list.add([
          .text(claim.text), .text(state?.status.rawValue), .text(words),
          .money(state?.locked?.amount),
        ])
      }
    }
    return list
  }

  // MARK: What could be claimed

  private var prospects: DescribedList {
    var list = DescribedList(
      "Families that are attached and not claimed, and what could be claimed in the coming window",
      [
        .init("family_ref", "The family's id, for the team alone"),
        .init("scheme", "The scheme"), .init("window", "The window that is open or comes next"),
        .init("draft", "The claim that is prepared already"),
        .init("results", "The results that are reached or nearest, with blanks between"),
        .init("amount", "What they would pay, in pounds", .decimal),
        .init("year", "The year whose rates are paid"), .init("area", "The family's area"),
        .init("lead_agency", "The agency that leads"),
        .init("ready", "Whether nothing is missing", .boolean),
        .init("answerable", "Whether all that is missing can be brought by somebody", .boolean),
        .init("missing", "How many things are missing", .integer),
      ])
    for (family, life, prospect) in night.prospects {
      let claim = prospect.claim
      list.add([
        .text(family.text), .text(claim.scheme), .text(prospect.window),
        .text(night.draft(of: family, claim.scheme)?.id.text),
        .text(claim.results.joined(separator: " ")), .money(claim.amount),
        .text(claim.attachmentYear.text), .text(life.area), .text(life.leadAgency),
        .truth(prospect.isReady), .truth(prospect.isAnswerable), .number(prospect.needs.count),
      ])
    }
    return list
  }

  private var missing: DescribedList {
    var list = DescribedList(
      "What keeps families from being claimed, and who can help",
      [
        .init("family_ref", "The family's id, for the team alone"),
        .init("scheme", "The scheme"), .init("code", "A short name of what is missing"),
        .init("words", "What is missing"),
        .init("chase", "Who can help; empty where nobody can, since the result is not there"),
      ])
    for (family, life, prospect) in night.prospects {
      for need in prospect.needs {
        list.add([
          .text(family.text), .text(prospect.claim.scheme), .text(need.code), .text(need.words),
          .text(helper(for: need, life)),
        ])
      }
    }
    return list
  }

  /// Who can help, by name: the agency whose kind of fact is missing, the one that leads, or the team.
  private func helper(for need: ClaimProspect.Need, _ life: FamilyLife) -> String {
    let vocabulary = definition.vocabulary
    switch need.helper {
    case .nobody: return ""
    case .team: return "programme team"
    case .analysts: return "analysts, in the review queue"
    case .lead: return life.leadAgency.isEmpty ? "programme team" : life.leadAgency
    case .source:
      if let kind = vocabulary.kinds.filter({ need.words.hasPrefix($0.name) })
        .max(by: { $0.name.utf8.count < $1.name.utf8.count })
      {
        return kind.agency
      }
      let isSchools = ["attendance", "absence", "exclusion", "terms"].contains {
        need.words.contains($0)
      }
      return isSchools ? "education" : "programme team"
    }
  }

  // MARK: Changes

  /// What happened to claims since the last window closed, and what is at risk by today's data.
  private var changes: DescribedList {
    var list = DescribedList(
      "What happened to claims since the last window closed, and the money at risk",
      [
        .init("claim", "The claim's number"), .init("what", "What happened"),
        .init("at_risk", "What may have to be given back, in pounds", .decimal),
      ])
    var told: [String: [ClaimID: [String]]] = [:]
    for scheme in definition.programme?.schemes ?? [] {
      let since = definition.programme?.windows.closed(for: scheme.name, before: asOf)?.days.last
      for change in night.book.changes(after: since ?? .earliest) {
        told[scheme.name, default: [:]][change.claim] = change.words
      }
    }
    for state in night.book.all {
      for words in told[state.current.scheme]?[state.id] ?? [] {
        list.add([.text(state.id.text), .text(words), .money(.zero)])
      }
      if let differences = night.differences[state.id] {
        list.add([
          .text(state.id.text),
          .text("today's data differs: " + differences.joined(separator: "; ")),
          .money(state.locked?.amount),
        ])
      }
      for (claim, overlap) in night.conflicts where claim == state.id {
        list.add([.text(claim.text), .text(overlap.words), .money(state.locked?.amount)])
      }
    }
    return list
  }
}
