import Testing
import TestSupport
import Vocabulary

@testable import Intake

/// What agencies' extracts are known for, one quirk each, and what becomes of it.
struct Quirk: Sendable, CustomTestStringConvertible {
  var name: String
  var columns: String
  var body: [UInt8]
  /// Local numbers, names, birth dates and so on of the people, one text a person.
  var people: [String]
  var reasons: [String]
  var blanked: [String]
  var skips: String
  var testDescription: String { name }

  init(
    _ name: String, _ columns: String, _ body: [UInt8], people: [String], reasons: [String] = [],
    blanked: [String] = [], skips: String = "header 1"
  ) {
    self.name = name
    self.columns = columns
    self.body = body
    self.people = people
    self.reasons = reasons
    self.blanked = blanked
    self.skips = skips
  }

  init(
    _ name: String, _ columns: String, _ body: String, people: [String], reasons: [String] = [],
    blanked: [String] = [], skips: String = "header 1"
  ) {
    self.init(
      name, columns, Array(body.utf8), people: people, reasons: reasons, blanked: blanked,
      skips: skips)
  }
}

@Suite("The quirk catalogue")
struct QuirkCatalogueTests {
  static let value = "N: {type: reference}, V: {type: text}"
  static let name = "N: {type: name}"
  static let birth =
    "N: {type: reference}, B: {type: date, format: [dd/MM/yyyy, d/M/yy, ddMMMyyyy, yyyyMMdd, yyyy-MM-dd], birth: true}"

  static let encoding: [Quirk] = [
    Quirk(
      "curly quote of Windows-1252", name, Array("N\nAnn O".utf8) + [0x92] + Array("Neil\n".utf8),
      people: ["Ann O'Neil"]),
    Quirk(
      "UTF-8 with its mark", name, [0xEF, 0xBB, 0xBF] + Array("N\nZoë Reed\n".utf8),
      people: ["Zoë Reed"]),
    Quirk(
      "UTF-16 from a report writer", name,
      UTF16Tests.encode("N\r\nZoë Reed\r\n", littleEndian: true, mark: true), people: ["Zoë Reed"]),
    Quirk(
      "no-break space of Latin-1", name,
      Array("N\nAnn".utf8) + [0xA0] + Array("Reed".utf8) + [0xA0, 0x0A],
      people: ["Ann Reed"]),
    Quirk(
      "lines of two encodings", name,
      Array("N\nZoë Reed\nZo".utf8) + [0xEB] + Array(" Quill\n".utf8),
      people: ["Zoë Reed", "Zoë Quill"]),
    Quirk(
      "a NUL byte", value, "N,V\na\u{0},x\nb,y\n", people: ["n=b"],
      reasons: ["line 2: forbidden-value"]),
  ]

  static let framing: [Quirk] = [
    Quirk(
      "title, run line and banner", value,
      "Exclusions\nRun by A Clerk on 1 July\nOFFICIAL-SENSITIVE\n\nN,V\na,x\n",
      people: ["n=a"], skips: "preamble 4, header 1"),
    Quirk("blank rows", value, "N,V\n\na,x\n,\n", people: ["n=a"], skips: "header 1, blank 2"),
    Quirk(
      "footer and page number", value, "N,V\na,x\nPage 1 of 2\nTotal records: 1\n", people: ["n=a"],
      skips: "header 1, footer 2"),
    Quirk(
      "header on every page", value, "N,V\na,x\nN,V\nb,y\n", people: ["n=a", "n=b"],
      skips: "header 1, repeated-header 1"),
    Quirk("trailing commas", value, "N,V,,\na,x,,\n", people: ["n=a"]),
    Quirk("semicolons", value, "N;V\na;x,y\n", people: ["n=a"]),
    Quirk("tabs", value, "N\tV\na\tx\n", people: ["n=a"]),
    Quirk("pipes", value, "N|V\na|x\n", people: ["n=a"]),
    Quirk(
      "doubled quotation marks", name, "N\n\"Ann \"\"Annie\"\" Reed\"\n",
      people: ["Ann Reed (Annie)"]),
    Quirk("line ends in notes", value, "N,V\na,\"one\r\ntwo\"\r\nb,x\r\n", people: ["n=a", "n=b"]),
    Quirk(
      "quotation marks that are not doubled", value, "N,V\na,x \"y\" z\nb,x\n",
      people: ["n=a", "n=b"]),
    Quirk("CR alone", value, "N,V\ra,x\rb,y\r", people: ["n=a", "n=b"]),
  ]

  static let spreadsheets: [Quirk] = [
    Quirk(
      "NHS number in scientific form", "N: {type: reference}, H: {type: nhs-number}",
      "N,H\na,9.43477E+09\n",
      people: ["n=a"], blanked: ["H spreadsheet-damage 1"]),
    Quirk(
      "agency's number in scientific form",
      "N: {type: reference}, R: {type: reference, on_invalid: reject}", "N,R\na,1.23457E+12\n",
      people: [], reasons: ["line 2: R spreadsheet-damage"]),
    Quirk(
      "a column too narrow", "N: {type: reference}, C: {type: integer}", "N,C\na,######\nb,#N/A\n",
      people: [],
      reasons: ["line 2: C spreadsheet-damage", "line 3: C spreadsheet-damage"]),
    Quirk(
      "dates as serials",
      "N: {type: reference}, B: {type: date, format: [dd/MM/yyyy, excel-serial], birth: true}",
      "N,B\na,37653\nb,01/02/2003\n", people: ["n=a 2003-02-01", "n=b 2003-02-01"]),
    Quirk(
      "whole numbers with a decimal", "N: {type: reference}, C: {type: integer}",
      "N,C\na,12.0\nb,12.5\n", people: ["n=a"],
      reasons: ["line 3: C type-error"]),
  ]

  static let dates: [Quirk] = [
    Quirk(
      "five spellings of one day", birth,
      "N,B\na,01/02/2003\nb,1/2/03\nc,01FEB2003\nd,20030201\ne,2003-02-01 00:00:00\n",
      people: [
        "n=a 2003-02-01", "n=b 2003-02-01", "n=c 2003-02-01", "n=d 2003-02-01", "n=e 2003-02-01",
      ]),
    Quirk(
      "a birth year of two digits is past", birth, "N,B\na,1/2/14\nb,1/2/13\n",
      people: ["n=a 1914-02-01", "n=b 2013-02-01"]),
    Quirk(
      "American dates in a mixed column",
      "N: {type: reference}, B: {type: date, format: [dd/MM/yyyy, MM/dd/yyyy], birth: true, on_invalid: reject}",
      "N,B\na,13/02/2003\nb,02/13/2003\nc,01/02/2003\n",
      people: ["n=a 2003-02-13", "n=b 2003-02-13"],
      reasons: ["line 4: B ambiguous-date"]),
    Quirk(
      "a month alone stays a month",
      "N: {type: reference}, B: {type: date, format: MMM yyyy, birth: true}", "N,B\na,MAY 2007\n",
      people: ["n=a 2007-05"]),
    Quirk(
      "days that systems fill in", birth,
      "N,B\na,01/01/1900\nb,01/01/1901\nc,01/01/1970\nd,30/12/1899\ne,31/12/9999\n",
      people: ["n=a", "n=b", "n=c", "n=d", "n=e"], blanked: ["B default-date 5"]),
    Quirk(
      "a first of January may be true", birth, "N,B\na,01/01/2001\n", people: ["n=a 2001-01-01"]),
    Quirk(
      "born after today", birth, "N,B\na,01/01/2014\n", people: ["n=a"],
      blanked: ["B date-in-future 1"]),
  ]

  static let names: [Quirk] = [
    Quirk(
      "surname first, with what they are called", name, "N\n\"SMITH, John (Jack)\"\n",
      people: ["John Smith (Jack)"]),
    Quirk("double surnames", name, "N\nAnn SMITH-JONES\n", people: ["Ann Smith-Jones"]),
    Quirk("titles", name, "N\nMrs Ann Reed\n", people: ["Ann Reed"]),
    Quirk("adopted", name, "N\nAnn Reed (ADOPTED)\n", people: ["Ann Reed"]),
    Quirk(
      "marks that systems put before names", name, "N\nMIG_ERROR_Ann Reed\nDUPLICATE_Bob Reed\n",
      people: ["Ann Reed", "Bob Reed"]),
    Quirk("other scripts' letters", name, "N\nŁucja Wiśniewska\n", people: ["Łucja Wiśniewska"]),
    Quirk("three Somali names", name, "N\nAmina Yusuf Ali\n", people: ["Amina Yusuf Ali"]),
  ]

  static let identifiers: [Quirk] = [
    Quirk(
      "fillers in place of numbers", "N: {type: reference}, H: {type: nhs-number}",
      "N,H\na,0000000000\nb,NULL\n",
      people: ["n=a", "n=b"], blanked: ["H placeholder-identifier 1"]),
    Quirk(
      "a wrong check digit", "N: {type: reference}, H: {type: nhs-number}", "N,H\na,9434765918\n",
      people: ["n=a"],
      blanked: ["H nhs-checksum 1"]),
    Quirk(
      "siblings on one number", "N: {type: reference, unique: true}, V: {type: text}",
      "N,V\na,x\na,y\n", people: ["n=a", "n=a"],
      blanked: ["N unique-violation 1"]),
  ]

  static let places: [Quirk] = [
    Quirk(
      "no fixed abode", "N: {type: reference}, P: {type: postcode}",
      "N,P\na,NF1 1NF\nb,ZZ99 3VZ\nc,ZZ99 3WZ\n",
      people: ["n=a", "n=b", "n=c"], blanked: ["P placeholder-postcode 3"]),
    Quirk(
      "a postcode that could be repaired is not", "N: {type: reference}, P: {type: postcode}",
      "N,P\na,S014 1AA\n",
      people: ["n=a"], blanked: ["P postcode-shape 1"]),
  ]

  static let semantics: [Quirk] = [
    Quirk(
      "capped counts", "N: {type: reference}, C: {type: integer}", "N,C\na,5+\n", people: [],
      reasons: ["line 2: C type-error"]),
    Quirk(
      "suppressed counts", "N: {type: reference}, C: {type: integer, null_if: [\"*\", c]}",
      "N,C\na,*\nb,C\n", people: ["n=a", "n=b"]),
    Quirk(
      "a code of the school's own", "N: {type: reference}, K: {type: code, codes: [x, y]}",
      "N,K\na,X\nb,q\n", people: ["n=a"],
      reasons: ["line 3: K unknown-code"]),
    Quirk("the same row twice", value, "N,V\na,x\na,x\n", people: ["n=a", "n=a"]),
  ]

  static let all =
    encoding + framing + spreadsheets + dates + names + identifiers + places + semantics

  @Test("each quirk comes to what it should", arguments: all)
  func quirk(_ quirk: Quirk) throws {
    let isName = quirk.columns == Self.name
    let birth = quirk.columns.contains("birth:") ? ", born: B" : ""
    let person = isName ? "name: N" : "ids: {local:n: N}\(birth)"
    let contract = try ContractText.contract(
      """
      footer: [{total: "Total records: {count}"}, {ignore: "Page {n} of {n}"}]
      columns: {\(quirk.columns)}
      people: {pupil: {\(person)}}

      """)
    let read = ReadExtract(quirk.body, of: contract)
    #expect(people(of: read, byName: isName) == quirk.people)
    #expect(read.reasons == quirk.reasons)
    #expect(read.blanked == quirk.blanked)
    #expect(read.skips == quirk.skips)
    expectAccounted(read, of: quirk.body)
    for size in [1, 2, 5] {
      #expect(ReadExtract(quirk.body, of: contract, chunk: size).summary == read.summary)
    }
  }

  private func people(of read: ReadExtract, byName: Bool) -> [String] {
    read.batches.flatMap { batch in
      batch.records.people.map { person in
        let known = batch.records.string(person.knownAs)
        let parts =
          byName
          ? [person.forenames, person.surname].map(batch.records.string)
            + [known.isEmpty ? "" : "(\(known))"]
          : [person.localNumbers, person.born].map(batch.records.string)
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
      }
    }
  }

  static let placeholders = [
    "Unknown", "UNK", "N/K", "Not known", "Baby", "Baby Boy", "Male Infant", "Unborn", "Twin 1",
    "Test", "ZZZ", "Occupier", "No Name",
  ]

  @Test("placeholder names are marked, or name nobody at all", arguments: placeholders)
  func placeholderNames(name: String) throws {
    let contract = try ContractText.contract(
      "columns: {N: {type: name}, R: {type: reference}}\npeople: {pupil: {name: N, ids: {local:r: R}}}\n"
    )
    let read = ReadExtract("N,R\n\(name),1\n", of: contract)
    #expect(read.account.accepted == 1)
    let notes = read.texts(of: \PersonEntry.nameNotes).joined()
    let isNobody = read.texts(of: \PersonEntry.surname) == [""]
    #expect(
      isNobody || notes.contains("placeholder") || notes.contains("unborn"), "\(name): \(notes)")
  }
}
