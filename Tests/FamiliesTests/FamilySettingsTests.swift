import TestSupport
import Testing
import YAMLFiles

@testable import Families

@Suite("Settings of families")
struct FamilySettingsTests {
  private static let kinds = ["parent-of", "partner-of", "jointly-liable"]

  private static let text = """
    name: test
    version: 2
    tie: 50
    weak: 60
    relations:
      parent-of: {says: parent, weight: 100}
      jointly-liable: {says: household, weight: 80}
    kept_up: [education.enrolment]
    home:
      together: 30
      another: 30
      same_arrival: 10
      child_with_adult: 25
      only_two: 25
      surname: 25
      least_days: 30
      arrival_days: 60
    ages: {grown_up: 18, parent_least: 13, parent_most: 58, generation: 22}
    limits: {largest: 16, crowd: 20, unrelated_adults: 3}
    """

  private func read(_ text: String) throws -> (FamilySettings?, [String]) {
    var mistakes: [YAMLMistake] = []
    let document = try YAMLDocument.parse(Array(text.utf8), name: "families.yaml")
    let settings = FamilySettings.read(document, kinds: Self.kinds, collecting: &mistakes)
    return (
      settings,
      mistakes.map { "\($0.mark.line):\($0.mark.column) \($0.what) \($0.suggestion ?? "")" }
    )
  }

  @Test("sound settings are read")
  func sound() throws {
    let (settings, mistakes) = try read(Self.text)
    #expect(mistakes == [])
    #expect(settings?.version == 2)
    #expect(settings?.relations.map(\.name) == ["parent-of", "jointly-liable"])
    #expect(settings?.home.surname == 25)
    #expect(settings?.limits.crowd == 20)
  }

  @Test("an unknown relation, word or key is told with its place and the nearest that is known")
  func mistakes() throws {
    let wrong = Self.text.replacing("parent-of:", with: "parrent-of:")
      .replacing("says: household", with: "says: houshold").replacing("only_two", with: "only_tow")
    let (_, mistakes) = try read(wrong)
    #expect(mistakes.contains { $0.hasPrefix("6:") && $0.contains("did you mean 'parent-of'?") })
    #expect(mistakes.contains { $0.hasPrefix("7:") && $0.contains("household") })
    #expect(mistakes.contains { $0.contains("only_tow") })
    #expect(mistakes.contains { $0.contains("lacks the key 'only_two'") })
  }
}
