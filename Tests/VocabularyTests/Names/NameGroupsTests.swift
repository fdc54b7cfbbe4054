import Testing

@testable import Vocabulary

@Suite struct NameGroupsTests {
  @Test func thereAreManyGroups() {
    #expect(NicknameGroups.count >= 150)
    #expect(TransliterationGroups.count >= 150)
  }

  @Test(arguments: [
    ("BOB", "ROBERT"), ("ROB", "BOB"), ("LIZ", "ELIZABETH"), ("BETH", "LIZ"),
    ("KATE", "CATHERINE"), ("BILL", "WILLIAM"), ("MAGGIE", "MARGARET"), ("JACK", "JOHN"),
    ("HARRY", "HENRY"), ("POLLY", "MARY"),
  ])
  func nicknames(_ left: String, _ right: String) {
    #expect(NicknameGroups.groups(of: left).shares(with: NicknameGroups.groups(of: right)))
  }

  @Test(arguments: [
    ("MOHAMMED", "MD"), ("MUHAMMAD", "MOHAMED"), ("HUSSAIN", "HUSSEIN"), ("YUSUF", "YOUSEF"),
    ("AISHA", "AYESHA"), ("AHMED", "AHMAD"), ("SHEIKH", "SHAIKH"), ("CHAUDHRY", "CHOUDHURY"),
    ("ALEKSANDER", "ALEXANDER"), ("OLIWIA", "OLIVIA"), ("KATARZYNA", "CATHERINE"),
  ])
  func transliterations(_ left: String, _ right: String) {
    let groups = TransliterationGroups.groups(of: left)
    #expect(groups.shares(with: TransliterationGroups.groups(of: right)))
  }

  @Test(arguments: [("YUSUF", "JOSEPH"), ("ROBERT", "WILLIAM"), ("", ""), ("QQQ", "QQQ")])
  func apart(_ left: String, _ right: String) {
    #expect(!NicknameGroups.groups(of: left).shares(with: NicknameGroups.groups(of: right)))
    #expect(
      !TransliterationGroups.groups(of: left).shares(with: TransliterationGroups.groups(of: right))
    )
  }

  /// A search of the lines themselves gives the same groups as the table, for every word of them.
  @Test func tablesAgreeWithTheirLines() {
    for (lines, table) in [
      (nicknameLines, NicknameGroups.table), (transliterationLines, TransliterationGroups.table),
    ] {
      let groups = lines.split(separator: "\n").map {
        Set($0.split(separator: " ").map(String.init))
      }
      for word in Set(groups.joined()) {
        let expected = groups.indices.filter { groups[$0].contains(word) }
        #expect(table[PackedWord(word)].ids.map { Int($0.rawValue) } == expected, "\(word)")
        #expect(word.utf8.allSatisfy { ASCII.isUppercase($0) })
      }
    }
  }
}
