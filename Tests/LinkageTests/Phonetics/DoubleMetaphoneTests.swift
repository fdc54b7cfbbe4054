import Testing

@testable import Linkage

/// A number's letters, and `-` for none.
func letters(of code: UInt64) -> String {
  let bytes = (0..<8).reversed().map { UInt8(truncatingIfNeeded: code >> ($0 * 8)) }
  return code == 0 ? "-" : String(decoding: bytes.drop { $0 == 0 }, as: UTF8.self)
}

/// The lines of a table, each cut at its spaces.
func rows(of table: String) -> [[String]] {
  table.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
}

@Suite struct `Double Metaphone` {
  @Test(arguments: rows(of: metaphoneNames))
  func `gives the codes of the published algorithm`(row: [String]) {
    #expect(codes(row[0]) == [row[1], row[2]])
  }

  @Test func `has names enough for its rules`() {
    #expect(rows(of: metaphoneNames).count >= 150)
  }

  @Test func `takes longer codes where they are wanted`() {
    #expect(codes("SCHERMERHORN", length: 8) == ["XRMRRN", "SKRMRRN"])
    #expect(codes("CHOLMONDELEY", length: 8) == ["XLMNTL", "-"])
    #expect(codes("FEATHERSTONE", length: 8) == ["F0RSTN", "FTRSTN"])
    #expect(codes("FEATHERSTONE", length: 1) == ["F", "-"])
  }

  @Test func `passes what is no letter`() {
    #expect(codes("") == ["-", "-"])
    #expect(codes("123") == ["-", "-"])
    #expect(codes("O'FLYNN") == ["AFLN", "-"])
    #expect(codes("JÜRGEN") == codes("JRGEN"))
    #expect(codes("VAN DER BERG") == ["FNTR", "-"])
  }

  @Test func `never fails on letters in any order`() {
    for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
      for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
        for third in "AEHIKOSTW" {
          let code = codes("\(first)\(second)\(third)")
          #expect(code.allSatisfy { $0.utf8.count <= 4 })
        }
      }
    }
  }

  @Test(arguments: rows(of: soundexNames))
  func `Soundex gives the codes of the census`(row: [String]) {
    #expect(letters(of: Soundex.code(of: bytes(row[0]).span)) == row[1])
  }

  @Test func `Soundex of no letters is none`() {
    #expect(Soundex.code(of: bytes("123").span) == 0)
    #expect(letters(of: Soundex.code(of: bytes("O'HARA").span)) == "O600")
  }

  private func codes(_ text: String, length: Int = DoubleMetaphone.usualLength) -> [String] {
    let (primary, secondary) = DoubleMetaphone.codes(of: bytes(text).span, length: length)
    return [letters(of: primary), letters(of: secondary)]
  }
}
