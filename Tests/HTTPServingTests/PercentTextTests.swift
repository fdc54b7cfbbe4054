import HTTPServing
import Testing

@Suite struct PercentTextTests {
  @Test(arguments: [
    ("a%20b", "a b"), ("%C3%A9", "é"), ("", ""), ("%", nil), ("%2", nil), ("%zz", nil),
    ("%00", nil), ("%0a", nil), ("%ff", nil), ("a+b", "a+b"), ("%2F", "/"),
  ])
  func decodes(_ written: String, _ meant: String?) {
    #expect(PercentText.decoded(Array(written.utf8)) == meant)
  }

  @Test func everyByteThatIsTextComesBack() {
    for value in 0x20...0x2FF where value != 0x7F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(Character(scalar))
      #expect(PercentText.decoded(Array(PercentText.encoded(text).utf8)) == text)
    }
  }
}
