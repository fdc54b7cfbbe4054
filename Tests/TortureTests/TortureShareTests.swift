import Testing

struct TortureShareTests {
  @Test
  func `all parts together are all points, each once`() {
    for count in 0...9 {
      let points = Array(1...10).prefix(count).map { $0 * 7 }
      for parts in 1...5 {
        let together = (1...parts).flatMap {
          TortureShare(number: $0, parts: parts).part(of: points)
        }
        #expect(together.sorted() == points)
      }
    }
  }

  @Test
  func `a part is read as it is written`() {
    #expect(TortureShare("3/16") == TortureShare(number: 3, parts: 16))
    #expect(TortureShare("1/1") == .whole)
  }

  @Test(arguments: ["3", "3/", "0/2", "3/2", "a/b"])
  func `what is no part of a whole stops the torture`(text: String) async {
    await #expect(processExitsWith: .failure) { [text] in
      _ = TortureShare(text)
    }
  }
}
