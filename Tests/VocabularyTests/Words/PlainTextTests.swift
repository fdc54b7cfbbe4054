import Testing
import Vocabulary

struct PlainTextTests {
  @Test(arguments: [
    ("O'Neil-Smith ", "ONEIL SMITH"), ("  a   b ", "A B"), ("Łukasz", "LUKASZ"), ("李 小龙", "李 小龙"),
    ("Wi?niewski", "WINIEWSKI"), ("Wa??sa", "WASA"), ("Zó?kowska", "ZOKOWSKA"),
    ("St?pie?", "STPIE"), ("?ukasz", "UKASZ"), ("12?14", "12 14"), ("Ann ? Lee", "ANN LEE"),
    ("?", ""),
    ("a????b", "AB"), ("a?????b", "A B"),
  ])
  func `text is compared in capitals, without accents and marks`(given: String, plain: String) {
    var bytes: [UInt8] = []
    PlainText.append(given.utf8.span, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == plain)
  }

  @Test(.timeLimit(.minutes(1)))
  func `a long row of question marks is looked along once`() {
    let given = "Ann" + String(repeating: "?", count: 1 << 20) + "Lee"
    var bytes: [UInt8] = []
    PlainText.append(given.utf8.span, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "ANN LEE")
    #expect(PersonName.parse(full: given).surname.folded == "LEE")
  }
}
