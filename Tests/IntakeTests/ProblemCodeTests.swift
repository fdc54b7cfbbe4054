import Intake
import TestSupport
import Testing

struct ProblemCodeTests {
  private static let formats =
    "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/docs/formats.md"

  @Test func `the documentation lists every code as the program words it`() throws {
    let lines = try Set(readText(Self.formats).split(separator: "\n").map(String.init))
    for code in ProblemCode.allCases {
      let name = "| `\(code.rawValue)` | \(code.level.rawValue) |"
      let line = "\(name) \(code.meaning) | \(code.remedy) |"
      #expect(lines.contains(line), "docs/formats.md lacks this line:\n\(line)")
    }
  }

  @Test func `codes differ, and each says what is wrong and what to do`() {
    #expect(Set(ProblemCode.allCases.map(\.rawValue)).count == ProblemCode.allCases.count)
    for code in ProblemCode.allCases {
      #expect(code.meaning.hasSuffix(".") && code.remedy.hasSuffix("."), "\(code)")
    }
  }
}
