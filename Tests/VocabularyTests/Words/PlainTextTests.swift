import Testing
import Vocabulary

struct PlainTextTests {
  @Test(arguments: [
    ("O'Neil-Smith ", "ONEIL SMITH"), ("  a   b ", "A B"), ("Łukasz", "LUKASZ"), ("李 小龙", "李 小龙"),
    ("Wi?niewski", "WINIEWSKI"), ("Wa??sa", "WASA"), ("Zó?kowska", "ZOKOWSKA"),
    ("St?pie?", "STPIE"), ("?ukasz", "UKASZ"), ("12?14", "12 14"), ("Ann ? Lee", "ANN LEE"),
    ("?", ""),
  ])
  func `text is compared in capitals, without accents and marks`(given: String, plain: String) {
    var bytes: [UInt8] = []
    PlainText.append(given.utf8.span, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == plain)
  }
}
