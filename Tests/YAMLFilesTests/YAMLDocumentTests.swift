import Testing

@testable import YAMLFiles

@Suite struct YAMLDocumentTests {
  @Test func aMarkBeforeTheTextIsPassedOver() throws {
    let document = try YAMLDocument.parse(
      [0xEF, 0xBB, 0xBF] + Array("a: b\n".utf8), name: "a.yaml")
    let plain = try YAMLDocument.parse("a: b\n", name: "a.yaml")
    #expect(document.root == plain.root)
  }

  struct Malformed: CustomTestStringConvertible, Sendable {
    var name: String
    var text: String
    var code: YAMLError.Code
    var line: Int
    var column: Int
    var says: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Malformed(
      name: "tab in the indentation", text: "a:\n  b: 1\n\tc: 2\n", code: .syntax, line: 3,
      column: 1, says: "a tab stands in the indentation"),
    Malformed(
      name: "second colon", text: "title: one: two\n", code: .syntax, line: 1, column: 11,
      says: "put quotes around the text"),
    Malformed(
      name: "wrong indentation", text: "a:\n    b: 1\n  c: 2\n", code: .syntax, line: 3, column: 3,
      says: "check the indentation"),
    Malformed(
      name: "open quotes", text: "a: \"one\nb: 2\n", code: .syntax, line: 3, column: 1,
      says: "closing quote is missing"),
    Malformed(
      name: "open list", text: "a: [1, 2\nb: 3\n", code: .syntax, line: 2, column: 2,
      says: "closing ']'"),
    Malformed(
      name: "forbidden first character", text: "a: @b\n", code: .syntax, line: 1, column: 4,
      says: "no value can start with this character"),
    Malformed(
      name: "key given twice", text: "a: 1\nb: 2\na: 3\n", code: .duplicateKey, line: 3, column: 1,
      says: "the first is in line 1"),
    Malformed(
      name: "key given twice in other quotes", text: "x:\n  a: 1\n  \"a\": 3\n",
      code: .duplicateKey,
      line: 3, column: 3, says: "'a' is given twice"),
    Malformed(
      name: "tag", text: "a: !!str 5\n", code: .unsupported, line: 1, column: 4, says: "tags"),
    Malformed(
      name: "merge key", text: "b: &b {x: 1}\na:\n  <<: *b\n", code: .unsupported, line: 3,
      column: 3, says: "merge keys"),
    Malformed(
      name: "list as a key", text: "? [a]\n: 1\n", code: .unsupported, line: 1, column: 3,
      says: "plain text"),
    Malformed(
      name: "unknown alias", text: "a: *b\n", code: .unknownAlias, line: 1, column: 4,
      says: "'&b'"),
    Malformed(
      name: "alias inside its own anchor", text: "a: &b [*b]\n", code: .unknownAlias, line: 1,
      column: 8, says: "'&b'"),
    Malformed(
      name: "nothing at all", text: "", code: .documentCount, line: 1, column: 1, says: "empty"),
    Malformed(
      name: "only a comment", text: "# hello\n", code: .documentCount, line: 2, column: 1,
      says: "empty"),
    Malformed(
      name: "two documents", text: "a: 1\n---\nb: 2\n", code: .documentCount, line: 2, column: 1,
      says: "second document"),
    Malformed(
      name: "control character", text: "a: 1\nb: \u{1}\n", code: .syntax, line: 2, column: 4,
      says: "control characters"),
  ])
  func everyMistakeNamesItsPlace(malformed: Malformed) {
    let error = #expect(throws: YAMLError.self) {
      try YAMLDocument.parse(malformed.text, name: "f.yaml")
    }
    #expect(error?.code == malformed.code)
    #expect(error?.mark == YAMLMark(line: malformed.line, column: malformed.column))
    #expect(error?.message.contains(malformed.says) == true, "\(error?.message ?? "")")
  }

  @Test func bytesThatAreNotUTF8NameTheirPlace() {
    let error = #expect(throws: YAMLError.self) {
      try YAMLDocument.parse(Array("a: 1\nbé: ".utf8) + [0xE9, 0x0A], name: "f.yaml")
    }
    #expect(error?.description == "f.yaml:2:5: the file is not UTF-8 text")
  }

  @Test func aTreeKeepsOrderTextStyleAndMarks() throws {
    let document = try YAMLDocument.parse(
      "country: no\nages: [07, \"12\"]\nnote: |\n  é\n", name: "f.yaml")
    #expect(document.root["country"] == YAMLNode(.scalar("no", .plain), at: mark(1, 10)))
    #expect(
      document.root["ages"]
        == YAMLNode(
          .sequence([
            YAMLNode(.scalar("07", .plain), at: mark(2, 8)),
            YAMLNode(.scalar("12", .quoted), at: mark(2, 12)),
          ]), at: mark(2, 7)))
    #expect(document.root["note"] == YAMLNode(.scalar("é\n", .quoted), at: mark(3, 7)))
    guard case .mapping(let entries) = document.root.content else {
      Issue.record("no mapping")
      return
    }
    #expect(entries.map(\.key) == ["country", "ages", "note"])
    #expect(entries.map(\.mark) == [mark(1, 1), mark(2, 1), mark(3, 1)])
  }

  @Test func anAliasStandsForItsAnchor() throws {
    let document = try YAMLDocument.parse("a: &x {n: 1}\nb: *x\n", name: "f")
    #expect(document.root["b"] == document.root["a"])
  }

  @Test func aliasesToAliasesCannotGrowWithoutEnd() {
    var text = "l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...12 {
      let aliases = Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ", ")
      text += "l\(level): &l\(level) [\(aliases)]\n"
    }
    let error = #expect(throws: YAMLError.self) { try YAMLDocument.parse(text, name: "f") }
    #expect(error?.code == .limit)
  }

  @Test(arguments: [1, 2, 3])
  func theNodeLimitIsExact(items: Int) throws {
    var limits = YAMLLimits()
    limits.nodes = 3
    let text = "[" + Array(repeating: "x", count: items).joined(separator: ",") + "]"
    if items + 1 <= limits.nodes {
      _ = try YAMLDocument.parse(text, name: "f", limits: limits)
    } else {
      #expect(throws: YAMLError.self) {
        try YAMLDocument.parse(text, name: "f", limits: limits)
      }
    }
  }

  @Test func depthAndLengthHaveLimits() throws {
    let deep = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
    let error = #expect(throws: YAMLError.self) { try YAMLDocument.parse(deep, name: "f") }
    #expect(error?.code == .limit)
    let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    _ = try YAMLDocument.parse(allowed, name: "f")
    var limits = YAMLLimits()
    limits.bytes = 4
    #expect(throws: YAMLError.self) {
      try YAMLDocument.parse("a: 12", name: "f", limits: limits)
    }
  }

  /// Whatever the bytes, the parser answers with a tree or an error with a place inside the text.
  @Test func everyShortTextIsReadOrRefused() {
    let alphabet = Array("a: -\n\t\"'[]{}&*!|#,?é".utf8)
    for first in alphabet {
      for second in alphabet {
        for third in alphabet {
          let bytes = [first, second, third, UInt8(ascii: "a")]
          do {
            _ = try YAMLDocument.parse(bytes, name: "f")
          } catch {
            #expect((1...5).contains(error.mark.line) && (1...6).contains(error.mark.column))
          }
        }
      }
    }
  }

  private func mark(_ line: Int, _ column: Int) -> YAMLMark {
    YAMLMark(line: line, column: column)
  }
}
