import Glibc
import TestSupport
import Testing

@testable import Criteria

/// The pages of the packs, made from the packs.
struct DocumentTests {
  static let folder = ShippedPacks.folder.split(separator: "/").dropLast().reduce("") {
    "\($0)/\($1)"
  }

  @Test(arguments: ShippedPacks.names)
  func `has an up-to-date page`(name: String) throws {
    let vocabulary = try ShippedPacks.vocabulary()
    let page = try ShippedPacks.pack(name, vocabulary).page(vocabulary)
    let path = "\(Self.folder)/docs/criteria/\(name).md"
    if unsafe getenv("RECORD_CRITERIA").map({ unsafe String(cString: $0) }) == "1" {
      try write(Array(page.utf8), to: path)
      Issue.record("recorded \(name).md; run again without RECORD_CRITERIA to compare")
      return
    }
    let kept = try readText(path)
    #expect(
      kept == page,
      "RECORD_CRITERIA=1 writes it anew:\n\(lineDifference(from: kept, to: page))")
  }

  /// Every key that a rule may begin with stands in the manual.
  @Test func `the manual names every rule`() throws {
    let manual = try readText("\(Self.folder)/docs/criteria.md")
    for word in PackScope.openings { #expect(manual.contains("`\(word)"), "\(word)") }
    for reason in ["met", "not met", "cannot tell", "not applicable"] {
      #expect(manual.contains("**\(reason)**"))
    }
  }
}
