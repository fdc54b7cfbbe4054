import Reports
import TestSupport
import Testing

@testable import ReviewSite

@Suite struct PictureTests {
  @Test(arguments: [
    ("Ana", "Anna", 75, "Ana", "An<mark>n</mark>a"),
    ("Vance", "VANCE", 100, "Vance", "VANCE"),
    ("", "", 100, "", ""),
    ("", "a", 0, "", "<mark>a</mark>"),
    ("2001-05-14", "2001-14-05", 70, nil, nil),
    ("<b>", "<i>", 66, "&lt;<mark>b</mark>&gt;", "&lt;<mark>i</mark>&gt;"),
  ])
  func marksWhatDiffers(
    _ one: String, _ other: String, _ likeness: Int, _ left: String?, _ right: String?
  ) {
    let difference = TextDifference(one, other)
    #expect(difference.likeness == likeness)
    if let left { #expect(difference.marked.left.html == left) }
    if let right { #expect(difference.marked.right.html == right) }
  }

  /// What is common is the same on both sides, and no common run is longer: compared with trying every choice.
  @Test func findsTheLongestCommonPart() {
    let words = ["", "a", "b", "ab", "ba", "aba", "abb", "bab", "aabb", "baba", "abcab"]
    withEvery("one", words) { one in
      withEvery("other", words) { other in
        let difference = TextDifference(one, other)
        let left = String(difference.left.filter(\.isCommon).map(\.character))
        let right = String(difference.right.filter(\.isCommon).map(\.character))
        checkEqual(left, right)
        checkEqual(left.count, Self.longestCommon(Array(one), Array(other)))
      }
    }
  }

  private static func longestCommon(_ one: [Character], _ other: [Character]) -> Int {
    (0..<(1 << one.count)).map { choice in
      let part = one.indices.filter { choice >> $0 & 1 == 1 }.map { one[$0] }
      var rest = other[...]
      for character in part {
        guard let place = rest.firstIndex(of: character) else { return 0 }
        rest = rest[(place + 1)...]
      }
      return part.count
    }.max() ?? 0
  }
}
