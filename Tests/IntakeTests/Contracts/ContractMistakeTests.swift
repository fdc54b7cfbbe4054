import FoundationEssentials
import Testing
import Vocabulary
import YAMLFiles

@testable import Intake

@Suite("Mistakes in contracts")
struct ContractMistakeTests {
  /// One change to a sound contract, and everything that is then said of it.
  struct MistakeCase: Sendable, CustomTestStringConvertible {
    var name: String
    var wrong: String
    var right: String
    var said: [String]
    var testDescription: String { name }

    init(_ name: String, _ right: String, _ wrong: String, _ said: String...) {
      self.name = name
      self.right = right
      self.wrong = wrong
      self.said = said
    }
  }

  static let sound = """
    source: sample
    title: A sample
    agency: education
    owner: The data team
    legal:
      basis: public task
      gateway: the Act
      purposes: [identification]
      retain: 6 years
    file:
      name: sample_{yyyy-MM-dd}.csv
      every: month
      warn_after: 45 days
      contents: snapshot
      rows: {least: 1, most: 9}
    dialect: {encoding: auto, delimiter: comma, quotes: tolerant}
    header: {within: 15}
    footer:
      - total: "Total: {count}"
    rejected: {warn_over: 1%, error_over: 10%}
    columns:
      Surname: {type: name}
      DOB: {type: date, format: dd/MM/yyyy, birth: true}
      UPN: {type: upn, required: true}
      NHS: {type: nhs-number, pad: 10}
      Kind: {type: code, codes: {A: one, B: two}}
      Count: {type: integer, range: [1, 90]}
      Marks: {type: marks}
      On: {type: date, format: dd/MM/yyyy, past: false}
      Term: {type: term}
      Street: {type: text, aliases: [Road]}
    places:
      home: {lines: [Street]}
    people:
      pupil: {surname: Surname, born: DOB, ids: {upn: UPN}, at: home}
      parent: {name: Surname}
    facts:
      - kind: happened
        of: pupil
        on: On
        key: [UPN]
        attributes: {kind: Kind, school: {is: here}}
        when: {Kind: one, not: {Count: present}}
      - kind: counted
        of: pupil
        term: Term
        part: Marks.unauthorised
        whole: Marks.possible
    relations:
      - {kind: parent, from: parent, to: pupil}

    """

  static let cases: [MistakeCase] = [
    MistakeCase(
      "the file is named for another source", "source: sample", "source: simple",
      "1:9: 'source' is 'simple', but the file is named for 'sample'; give both the same name"),
    MistakeCase(
      "a key is missing", "title: A sample\n", "", "1:1: the document lacks the key 'title'"),
    MistakeCase(
      "a key is mistyped", "owner: The", "onwer: The",
      "1:1: the document lacks the key 'owner'", "4:1: unknown key 'onwer'; did you mean 'owner'?"),
    MistakeCase(
      "an agency is unknown", "agency: education", "agency: educaton",
      "3:9: 'educaton' is no value of 'agency'; did you mean 'education'?"),
    MistakeCase(
      "a length of time is none", "retain: 6 years", "retain: six years",
      "9:11: 'six years' is no length of time; write it as '45 days'"),
    MistakeCase(
      "a file name has no date", "sample_{yyyy-MM-dd}.csv", "sample.csv",
      "11:9: the file name has no delivery date; write it as 'name_{yyyy-MM-dd}.csv'"),
    MistakeCase(
      "a file name has two dates", "sample_{yyyy-MM-dd}.csv", "\"{yyyy}{yyyy-MM}\"",
      "11:9: the file name has more than one date"),
    MistakeCase(
      "a file name has an open brace", "sample_{yyyy-MM-dd}.csv", "sample_{yyyy",
      "11:9: the file name has a '{' without its '}'"),
    MistakeCase(
      "a file name has a strange date", "sample_{yyyy-MM-dd}.csv", "sample_{when}.csv",
      "11:9: '{when}' is no date pattern; use one such as yyyy-MM-dd"),
    MistakeCase(
      "a file name has a folder", "name: sample_", "name: in/sample_",
      "11:9: the file name has a folder in it; name the folder in pipeline.yaml"),
    MistakeCase(
      "a rhythm is unknown", "every: month", "every: moth",
      "12:10: 'moth' is no value of 'every'; did you mean 'month'?"),
    MistakeCase(
      "a file may hold fewer rows than it has to", "{least: 1, most: 9}", "{least: 10, most: 9}",
      "15:17: 'least' is more than 'most'"),
    MistakeCase(
      "a series tells from no day", "contents: snapshot", "contents: snapshot\n  tells_from: 2013",
      "15:15: '2013' is no day; write it as 2013-07-22"),
    MistakeCase(
      "an encoding is unknown", "encoding: auto", "encoding: utf8",
      "16:21: 'utf8' is no value of 'encoding'; did you mean 'utf-8'?"),
    MistakeCase(
      "a delimiter is unknown", "delimiter: comma", "delimiter: coma",
      "16:38: 'coma' is no value of 'delimiter'; did you mean 'comma'?"),
    MistakeCase(
      "a header is nowhere", "header: {within: 15}", "header: first",
      "17:9: 'first' is no place for a header; write none or {within: 15}"),
    MistakeCase(
      "a header is too far down", "within: 15", "within: 500",
      "17:18: 'within' has to be from 1 to 200, not '500'"),
    MistakeCase(
      "a total has no count", "Total: {count}", "Total: {n}",
      "19:12: the total has no '{count}' in it"),
    MistakeCase(
      "a footer rule says nothing", "- total: \"Total: {count}\"", "- {}",
      "19:5: a footer rule says either 'total' or 'ignore'"),
    MistakeCase(
      "a limit is none", "warn_over: 1%", "warn_over: some",
      "20:23: 'some' is no limit; write a count, 20, a share, 1%, or both, 1% and 20"),
    MistakeCase(
      "a type is mistyped", "Surname: {type: name}", "Surname: {type: nam}",
      "22:19: 'nam' is no value of 'type'; did you mean 'name'?"),
    MistakeCase(
      "a date pattern is none", "format: dd/MM/yyyy, birth", "format: dd/mon/yyyy, birth",
      "23:29: 'dd/mon/yyyy' is no date pattern; use one such as dd/MM/yyyy or MMM yyyy"),
    MistakeCase(
      "a required column may be left blank", "required: true}",
      "required: true, on_invalid: blank}",
      "24:48: a required column can't be left blank when it is wrong; use reject, or drop 'required'"
    ),
    MistakeCase(
      "zeros are put back where nothing proves them", "pad: 10", "pad: 9",
      "25:32: lost zeros are only put back where a check digit proves it; use 'pad: 10' with 'type: nhs-number', or drop it"
    ),
    MistakeCase(
      "zeros are put back in another column", "Street: {type: text,",
      "Street: {type: text, pad: 10,",
      "31:29: lost zeros are only put back where a check digit proves it; use 'pad: 10' with "
        + "'type: nhs-number', or drop it"),
    MistakeCase(
      "a text is past", "Street: {type: text,", "Street: {type: text, past: true,",
      "31:30: only dates can be past"),
    MistakeCase(
      "a text has a range", "Street: {type: text,", "Street: {type: text, range: [1, 2],",
      "31:31: only numbers have a range"),
    MistakeCase(
      "two codes are one", "{A: one, B: two}", "{A-1: one, a1: two}",
      "26:29: the codes 'A-1' and 'a1' are one to the reader"),
    MistakeCase(
      "a range is upside down", "range: [1, 90]", "range: [90, 1]",
      "27:33: a range is the least and the greatest value; write [1, 90]"),
    MistakeCase(
      "two columns have one heading", "aliases: [Road]", "aliases: [sur name]",
      "31:11: the heading 'sur name' is also 'Surname' to the reader"),
    MistakeCase(
      "a heading is nothing", "aliases: [Road]", "aliases: [\"%\"]",
      "31:11: the heading '%' has neither a letter nor a digit"),
    MistakeCase(
      "a place has no such column", "home: {lines: [Street]}", "home: {lines: [Stret]}",
      "33:18: 'Stret' is no value of item 1 of 'lines'; did you mean 'Street'?"),
    MistakeCase(
      "nothing says who a person is", "parent: {name: Surname}", "parent: {born: DOB}",
      "36:11: 'parent' has neither a name nor a number to know the person by; give 'name', 'surname' or 'ids'"
    ),
    MistakeCase(
      "a birth is no date", "born: DOB,", "born: UPN,",
      "35:35: the column 'UPN' holds no dates; give it 'type: date'"),
    MistakeCase(
      "a number is of no kind", "ids: {upn: UPN}", "ids: {upm: UPN}",
      "35:51: 'upm' is no kind of number that people have; did you mean 'upn'?"),
    MistakeCase(
      "a number is no person's", "ids: {upn: UPN}", "ids: {school: UPN}",
      "35:54: 'school' is no kind of number that people have; use local:school for an agency's own"),
    MistakeCase(
      "a fact's kind is unknown", "kind: happened", "kind: hapened",
      "38:11: 'hapened' is no value of 'kind'; did you mean 'happened'?"),
    MistakeCase(
      "an event has no day", "    on: On\n", "    start: On\n",
      "38:11: 'happened' is an event and needs 'on'"),
    MistakeCase(
      "a fact has two times", "    on: On\n", "    on: On\n    term: Term\n",
      "38:11: a fact has one time: 'on', 'start' (and 'end'), or 'term'"),
    MistakeCase(
      "a term is no term", "term: Term", "term: On",
      "46:11: the column 'On' holds no terms"),
    MistakeCase(
      "a kind has no such attribute", "attributes: {kind: Kind", "attributes: {kinds: Kind",
      "42:25: this kind of fact has no attribute 'kinds'; did you mean 'kind'?"),
    MistakeCase(
      "a condition names no column", "when: {Kind: one", "when: {Knd: one",
      "43:17: there is no column 'Knd'; did you mean 'Kind'?"),
    MistakeCase(
      "a condition names no code", "when: {Kind: one", "when: {Kind: on",
      "43:18: 'on' is no value of 'Kind'; did you mean 'one'?"),
    MistakeCase(
      "what decides a fact is left blank", "codes: {A: one, B: two}}",
      "codes: {A: one, B: two}, on_invalid: blank}",
      "43:11: 'Kind' decides whether there is this fact, but a value that is not good is left blank; "
        + "drop 'on_invalid: blank' from the column: blank would count as no"),
    MistakeCase(
      "a matter has no key", "    key: [UPN]\n", "    matter: outcome\n",
      "41:13: a matter is known by its 'key' when it comes again, and there is none; "
        + "name the key columns, the same for each fact of the matter"),
    MistakeCase(
      "marks are not counted so", "Marks.unauthorised", "Marks.unauthorized",
      "47:11: 'unauthorized' is not counted in marks; use one of possible, present, authorised, unauthorised, late, unexplained"
    ),
    MistakeCase(
      "half a measure", "    whole: Marks.possible\n", "",
      "47:11: 'part' and 'whole' go together"),
    MistakeCase(
      "a relation names nobody", "from: parent,", "from: parents,",
      "50:26: 'parents' is no value of 'from'; did you mean 'parent'?"),
    MistakeCase(
      "a relation is unknown", "{kind: parent,", "{kind: parnt,",
      "50:12: 'parnt' is no value of 'kind'; did you mean 'parent'?"),
  ]

  @Test("the sound contract has no mistake")
  func soundContract() throws {
    let read = try ContractText.read(Self.sound)
    #expect(read.mistakes.map(\.description) == [])
    #expect(read.contract?.slots == ["pupil", "parent"])
  }

  @Test("each mistake is told with its place and what was probably meant", arguments: cases)
  func mistakes(case item: MistakeCase) throws {
    try #require(Self.sound.contains(item.right))
    let text = Self.sound.replacing(item.right, with: item.wrong, maxReplacements: 1)
    let said = try ContractText.read(text).mistakes.map(\.description)
    #expect(said == item.said.map { "sources/sample.yaml:\($0)" })
  }

  @Test("all mistakes are told at once, in the order of the file")
  func allAtOnce() throws {
    var text = Self.sound
    let chosen = [
      "an agency is unknown", "a rhythm is unknown", "a limit is none", "a text is past",
      "a place has no such column", "a condition names no code", "a relation names nobody",
    ]
    let cases = Self.cases.filter { chosen.contains($0.name) }
    for item in cases { text = text.replacing(item.right, with: item.wrong, maxReplacements: 1) }
    let mistakes = try ContractText.read(text).mistakes
    #expect(
      mistakes.map(\.description) == cases.flatMap(\.said).map { "sources/sample.yaml:\($0)" })
    #expect(mistakes.map(\.mark) == mistakes.map(\.mark).sorted())
  }

  @Test("a contract that names nobody and states nothing is a mistake")
  func nothingSaid() throws {
    let read = try ContractText.read(ContractText.head + ContractText.columns)
    #expect(read.mistakes.map(\.what) == ["'sample' names no people and states no facts"])
  }

  // MARK: Shipped contracts

  static let pipelines =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/") + "/pipelines"

  static let shipped: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: pipelines + "/solentshire/sources"))
    ?? [])
    .filter { $0.hasSuffix(".yaml") }.sorted()

  static func document(_ path: String) throws -> YAMLDocument {
    let text = try String(contentsOfFile: "\(pipelines)/\(path)", encoding: .utf8)
    return try YAMLDocument.parse(Array(text.utf8), name: path)
  }

  @Test("there are contracts to read")
  func someShipped() {
    #expect(Self.shipped.count > 30)
  }

  @Test("every contract that comes with the program is without a mistake", arguments: shipped)
  func shippedContracts(file: String) throws {
    var mistakes: [YAMLMistake] = []
    let read = FactVocabulary.read(
      try Self.document("vocabulary.yaml"), collecting: &mistakes)
    let vocabulary = try #require(read)
    let contract = SourceContract.read(
      try Self.document("solentshire/sources/\(file)"), named: String(file.dropLast(5)),
      vocabulary: vocabulary, collecting: &mistakes)
    #expect(mistakes.map(\.description) == [])
    #expect(contract?.columns.isEmpty == false)
  }
}
