import Testing

@testable import Linkage

@Suite struct `the British sound` {
  @Test(arguments: soundRules.map { [$0.pattern.description, $0.example.description] })
  func `each rule makes its example one`(rule: [String]) throws {
    let names = rule[1].split(separator: " ").map(String.init)
    try #require(names.count == 2)
    #expect(names[0] != names[1])
    #expect(code(names[0]) == code(names[1]))
    #expect(code(names[0]) != "-")
  }

  /// Names of one sound on each line.
  static let alike = """
    LEIGH LEE LEA
    WRIGHT RIGHT WRITE
    KNIGHT NIGHT NITE
    SMITH SMYTH SMYTHE
    MCDONALD MACDONALD MCDONNALD
    MOHAMMED MUHAMMAD MOHAMED MOHAMMAD
    HUSSAIN HUSSEIN HOSSAIN HUSAIN
    BEGUM BEGAM
    KHAN KAHN
    SIOBHAN SHIVAUN SHEVAUN
    NIAMH NEVE NEEVE
    PRZYBYLSKI PRZYBILSKI PRZYBYLSKA
    NGUYEN NGUYAN
    FEATHERSTONE FEATHERSTON FETHERSTON
    FITZGERALD FITSGERALD
    OBRIEN O'BRIEN
    STEWART STUART
    LEWIS LOUIS
    THOMPSON THOMSON TOMSON
    CHRISTOPHER KRISTOFER
    DAVIES DAVIS
    ASHLEIGH ASHLEY ASHLEE
    HUGHES HEWES
    REES RHYS REECE
    """

  @Test(arguments: rows(of: alike))
  func `is one for spellings of one name`(names: [String]) {
    #expect(Set(names.map(code)).count == 1)
  }

  /// Names on one line that must not have one sound.
  static let apart = """
    LEE LOW
    TILBURY TILBURGH TILBOROUGH
    SMITH SCHMIDT
    MAHMOOD MOHAMMED
    ANNE HANNAH
    KERR KAUR
    MITCHELL MICHELLE
    PATEL PATTERSON
    SINGH SONG
    ELLA EMMA
    JACK ZACK
    ROY RAY
    BANKS PANKS
    """

  @Test(arguments: rows(of: apart))
  func `differs between names that are heard apart`(names: [String]) {
    #expect(Set(names.map(code)).count == names.count)
  }

  /// Codes written down, so that none changes unseen.
  static let codes = """
    SMITH SME0
    LEIGH LE
    MACINTYRE MAKNTR
    FEATHERSTONEHAUGH FE0RSTNH
    WOLVERHAMPTON WALVRMTN
    PRZYBYLSKI PXEBLSK
    OWEN AN
    EDINBURGH EDNBRG
    123 -
    É -
    """

  @Test(arguments: rows(of: codes))
  func `has these letters`(row: [String]) {
    #expect(code(row[0]) == row[1])
  }

  @Test func `passes over what is no letter`() {
    #expect(code("") == "-")
    #expect(code("SMITH-JONES") == code("SMITHJONES"))
    #expect(code("MC DONALD") == code("MCDONALD"))
  }

  @Test func `reads letters in any order`() {
    for first in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
      for second in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" {
        // A silent beginning is never all there is, since O sounds.
        #expect(code("\(first)\(second)O") != "-")
      }
    }
  }

  private func code(_ text: String) -> String {
    letters(of: BritishSound.code(of: bytes(text).span))
  }
}
