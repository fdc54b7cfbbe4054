import Pipelines
import Reports
import SQLiteAccess
import Store
import Vocabulary

/// What the people of a preview are called on its page.
struct PreviewNames {
  private var names: [PersonID: String] = [:]
  private var protected: Set<PersonID> = []
  private var existing: Set<PersonID> = []
  private let seesProtected: Bool

  init(_ preview: DecisionPreview, _ visit: Visit) throws {
    seesProtected = visit.may(.seeProtected)
    let people = preview.people + preview.others.people
    let members = (preview.families ?? []).flatMap { change in
      [change.before, change.after].compactMap(\.self).flatMap { $0.people }
    }
    let ids = Set(members + preview.people.map(\.id))
    let then = Dictionary(people.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let found = try visit.generation.read { (file) throws(DatabaseError) in
      var found: [(id: PersonID, known: FamilyAccount.Person?, record: ReviewRecord?)] = []
      for id in ids.sorted() {
        let isThere = try !file.records(of: id).isEmpty
        let key = then[id]?.after.first
        found.append(
          (
            id, isThere ? try file.knownPerson(id) : nil,
            isThere
              ? nil
              : try key.map { (key) throws(DatabaseError) in try file.reviewRecord(key) } ?? nil
          ))
      }
      return found
    }
    for (id, known, record) in found {
      if let known {
        existing.insert(id)
        names[id] = known.name
        if known.isProtected { protected.insert(id) }
      } else if let record {
        names[id] = record.name
        if record.isProtected { protected.insert(id) }
      }
    }
  }

  /// Somebody whose records the reader may open.
  func person(_ id: PersonID) -> Markup {
    link(id, names[id].flatMap { $0.isEmpty ? nil : $0 } ?? "Somebody")
  }

  /// Somebody of a family, where it is hidden who is protected.
  func member(_ id: PersonID) -> Markup {
    protected.contains(id) && !seesProtected ? "Protected person" : person(id)
  }

  private func link(_ id: PersonID, _ name: String) -> Markup {
    existing.contains(id) ? "<a href=\"\(Links.person(id))\">\(name)</a>" : "\(name)"
  }
}
