import Testing
import Vocabulary
import YAMLFiles

@testable import Claims

@Suite("Reading schemes")
struct SchemeReadingTests {
  @Test("what ships reads without a mistake", arguments: ["tf1-2012", "tf2-2015", "sf-2022"])
  func shipped(name: String) throws {
    let scheme = try Shipped.scheme(name)
    #expect(scheme.name == name)
    let windows = try Shipped.windows()
    #expect(windows.windows.contains { $0.schemes.contains(name) })
    for result in scheme.results {
      for element in result.gates + result.elements {
        #expect(scheme.element(named: element) != nil)
      }
    }
    for element in scheme.elements {
      #expect(scheme.results.contains { ($0.gates + $0.elements).contains(element.name) })
    }
  }

  @Test("plans and layouts ship too")
  func others() throws {
    var mistakes: [YAMLMistake] = []
    let plan = OutcomesPlan.read(
      try Shipped.document("pipelines/claims/outcomes-plan.yaml"), collecting: &mistakes)
    let layout = ClaimLayout.read(
      try Shipped.document("pipelines/claims/layouts/claim-file.yaml"), collecting: &mistakes)
    #expect(mistakes == [])
    #expect(plan?.version(of: "tf2-2015", on: day("2016-08-31"))?.name == "2015-1")
    #expect(plan?.version(of: "tf2-2015", on: day("2016-09-01"))?.name == "2016-1")
    #expect(plan?.version(of: "tf2-2015", on: day("2015-03-31")) == nil)
    #expect(layout?.columns.count == 24)
  }

  @Test(
    "each problem is shown by a criterion of every pack",
    arguments: ["tf1-2012", "tf2-2015", "sf-2022"])
  func criteria(name: String) throws {
    let scheme = try Shipped.scheme(name)
    for pack in scheme.packs {
      let criteria = try Shipped.document("pipelines/criteria/\(pack).yaml").root["criteria"]
      for problem in scheme.problems {
        for criterion in problem.criteria {
          #expect(criteria?[criterion] != nil, "\(pack) has no '\(criterion)'")
        }
      }
    }
  }

  @Test("Supporting Families has its ten problems, each with an element that answers it")
  func ten() throws {
    let scheme = try Shipped.scheme("sf-2022")
    #expect(scheme.problems.count == 10)
    for problem in scheme.problems {
      #expect(scheme.elements.contains { $0.problems.contains(problem.name) })
    }
  }

  @Test(
    "mistakes are told with what was meant",
    arguments: [
      ("kinds: [dwp.work-programme]", "kinds: [dwp.work-program]", "dwp.work-programme"),
      ("down_by: 1 of 3", "down_by: 33%", "write it as in 5 of 6"),
      ("fundable: 5 of 6", "fundable: 7 of 6", "write it as in 5 of 6"),
      ("below: 15%", "below: 15", "write it as in 15% or 2.5%"),
      ("    employment: {2012/13: £800,", "    employmnt: {2012/13: £800,", "employment"),
      ("attachment: {2012/13:", "attachment: {2012/14:", "'2012/14' is no year"),
      ("\"£3,200\"", "\"3200 pounds\"", "£3,200"),
      ("jsa: {weeks: 26, within: 30}", "jsa: {weeks: 26, within: 20}", "do not fit"),
      ("    adds_to: crime-education", "    adds_to: crime", "crime-education"),
      ("elements: [volunteered]", "elements: [volunteer]", "volunteered"),
      ("whose: family", "whose: everyone", "under-18"),
      ("criteria_needed: 2", "criteria_neded: 2", "criteria_needed"),
    ])
  func mistakes(right: String, wrong: String, told: String) throws {
    let text = try Shipped.text("pipelines/claims/tf1-2012.yaml")
    let changed = text.replacing(right, with: wrong, maxReplacements: 1)
    try #require(changed != text)
    var mistakes: [YAMLMistake] = []
    let scheme = ClaimScheme.read(
      try YAMLDocument.parse(changed, name: "tf1-2012.yaml"), vocabulary: Shipped.vocabulary,
      collecting: &mistakes)
    #expect(scheme == nil)
    let all = mistakes.map(\.description).joined(separator: "\n")
    #expect(all.contains(told), "\(all)")
    #expect(all.contains("tf1-2012.yaml:"))
  }

  @Test("windows close after they open")
  func windows() throws {
    var mistakes: [YAMLMistake] = []
    let text = "windows:\n  a: {opens: 2013-07-15, closes: 2013-07-14, schemes: [tf1-2012]}\n"
    let read = ClaimWindows.read(
      try YAMLDocument.parse(text, name: "w.yaml"), collecting: &mistakes)
    #expect(read == nil)
    #expect(mistakes.first?.description.contains("closes before it opens") == true)
  }
}
