import Testing

@testable import Store

/// The name by which somebody is shown who was looked for.
struct FoundPersonTests {
  private static func name(of records: [(String?, String?)]) -> String? {
    var found = FoundPerson(keys: [])
    for (forename, surname) in records { found.take(forename: forename, surname: surname) }
    return found.name
  }

  @Test
  func `a whole name is shown, wherever among the records it stands`() {
    let partial: [(String?, String?)] = [
      ("C", "Smith"), (nil, "Smith"), ("Chris", nil), (nil, nil),
    ]
    for place in 0...partial.count {
      var records = partial
      records.insert(("Christine", "Smith"), at: place)
      records.append(("Kirsty", "Smith"))
      #expect(Self.name(of: records) == "Christine Smith")
    }
  }

  @Test
  func `where no name is whole, the first of any is shown`() {
    #expect(Self.name(of: [(nil, nil), ("C", "Smith"), (nil, "Jones")]) == "C Smith")
    #expect(Self.name(of: [(nil, "Jones"), ("C", "Smith")]) == "Jones")
    #expect(Self.name(of: [(nil, nil)]) == nil)
  }
}
