import Testing

@testable import KindredCommand

@Suite struct TextTableTests {
  @Test func `columns are as wide as they need to be`() {
    var table = TextTable([("NAME", .left), ("ROWS", .right), ("WHY", .left)])
    #expect(table.lines(.plain) == [])
    table.add(["police", .init(1_204_322), "late"])
    table.add([.init(nil as String?), .init(nil as Int?), ""])
    table.add(["a\u{1B}[2J", .init(7), ""])
    #expect(
      table.lines(.plain, indent: "> ") == [
        "> NAME             ROWS  WHY",
        "> police      1,204,322  late",
        "> ",
        "> a\\u{1b}[2J          7",
      ])
  }

  @Test func `headings stand out on a terminal`() {
    var table = TextTable([("A", .left)])
    table.add(["x"])
    #expect(table.lines(.coloured)[0] == "\u{1B}[1mA\u{1B}[0m")
  }
}
