import TestSupport
import Testing
import Vocabulary
import YAMLFiles

@testable import Linkage

/// docs/linkage.md promises to be all that a user needs, so every word of the settings has to be in it.
@Suite struct DocumentationTests {
  private static let root =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")

  private func text() throws -> String { try readText("\(Self.root)/docs/linkage.md") }

  @Test func `every column type is explained`() throws {
    let text = try text()
    for name in ColumnType.names { #expect(text.contains("| `\(name)` |"), "\(name)") }
    for kind in IdentifierKind.allNamed { #expect(text.contains("`\(kind.rawValue)`")) }
  }

  @Test func `every function is explained`() throws {
    let text = try text()
    for function in FeatureFunction.allCases {
      #expect(text.contains("`\(function.rawValue)("), "\(function.rawValue)")
    }
  }

  @Test func `every test is explained, with the bound it needs`() throws {
    let text = try text()
    for test in TestKind.allCases {
      let row = text.split(separator: "\n").first { $0.hasPrefix("| `\(test.rawValue)(") }
      let line = try #require(row, "\(test.rawValue)")
      let written = try #require(line.split(separator: "`").dropFirst().first)
      guard case .test(let call) = try ExpressionParser.condition(String(written)) else {
        Issue.record("\(written) is no test")
        continue
      }
      #expect(call.bound?.relation == test.relation)
      #expect(call.inputs.count == test.inputs)
    }
  }

  @Test func `every template is explained, with its levels`() throws {
    let lines = try text().split(separator: "\n")
    for template in ComparisonTemplate.all {
      let inputs = ["x", "y"].prefix(template.inputs).joined(separator: ", ")
      let row = lines.first { $0.hasPrefix("| `\(template.name)(\(inputs))`") }
      let line = try #require(row, "\(template.name)")
      for level in template.levels {
        #expect(line.contains("`\(level.label)`"), "\(template.name): \(level.label)")
      }
    }
  }

  @Test func `defaults are what the program uses`() throws {
    let text = try text()
    let (training, budget) = (TrainingSettings(), PairBudget())
    for (key, value) in [
      ("random_pairs", training.randomPairs), ("pairs_per_block", training.pairsPerBlock),
      ("pairs_per_record", budget.perRecord), ("pairs_at_least", budget.atLeast),
      ("largest_block", budget.largestBlock),
    ] {
      #expect(text.contains("| `\(key)` | \(FigureText.count(value)) |"), "\(key) \(value)")
    }
    #expect(text.contains("| `certain_recall` | \(training.certainRecall) |"))
    #expect(text.contains("| `join` | \(ClusterSettings().joinProbability) |"))
    for mode in LinkageMode.allCases { #expect(text.contains("`\(mode.rawValue)`")) }
  }

  @Test(arguments: ["linkage: people", "linkage: registers", "linkage: scholars"])
  func `settings that are shown can be read`(_ first: String) throws {
    let text =
      first == "linkage: people"
      ? try shown(from: first)
      : try readText("\(Self.root)/examples/linkage/\(first.dropFirst(9)).yaml")
    let settings = try MadeRecords.settings(text)
    #expect("linkage: \(settings.name)" == first)
  }

  /// The lines of an indented block, without their indentation.
  private func shown(from first: String) throws -> String {
    let lines = try text().split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0 == "    \(first)" })
    return lines[start...].prefix { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }
      .joined(separator: "\n")
  }
}
