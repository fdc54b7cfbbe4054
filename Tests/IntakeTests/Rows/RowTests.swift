import Testing
import TestSupport
import Vocabulary

@testable import Intake

@Suite("People of a row")
struct PeopleTests {
  static func read(_ columns: String, _ person: String, _ text: String) throws -> ReadExtract {
    let contract = try ContractText.contract(
      "columns: {\(columns)}\npeople: {pupil: {\(person)}}\n")
    return ReadExtract(text, of: contract)
  }

  static let names =
    "T: {type: name}, F: {type: name}, M: {type: name}, S: {type: name}, K: {type: name}"

  @Test("names in parts and names in one field come to the same parts")
  func names() throws {
    let parts = try Self.read(
      Self.names, "title: T, forename: F, middle_names: M, surname: S, known_as: K",
      "T,F,M,S,K\nMr,John,Paul,SMITH-JONES,Jack\n")
    let whole = try Self.read(
      "N: {type: name}", "name: N", "N\n\"SMITH-JONES, Mr John Paul (Jack)\"\n")
    for read in [parts, whole] {
      #expect(read.texts(of: \PersonEntry.forenames) == ["John Paul"])
      #expect(read.texts(of: \PersonEntry.surname).map { $0.lowercased() } == ["smith-jones"])
      #expect(read.texts(of: \PersonEntry.knownAs) == ["Jack"])
      #expect(read.texts(of: \PersonEntry.title) == ["Mr"])
    }
  }

  @Test("initials are letters of names, and say so")
  func initials() throws {
    let read = try Self.read(
      "I: {type: text}, N: {type: reference}", "initials: I, ids: {local:n: N}",
      "I,N\nJS,1\nj.p.s.,2\nQ,3\n,4\n7,5\n")
    #expect(read.texts(of: \PersonEntry.forenames) == ["J", "J", "Q", "", ""])
    #expect(read.texts(of: \PersonEntry.surname) == ["S", "S", "", "", ""])
    #expect(
      read.texts(of: \PersonEntry.nameNotes)
        == ["initials-only", "initials-only", "initials-only", "", ""])
  }

  @Test("aliases of several columns stand together")
  func aliases() throws {
    let read = try Self.read(
      "S: {type: name}, F: {type: name}, A: {type: name}, B: {type: name}",
      "surname: S, forename: F, aliases: [A, B]",
      "S,F,A,B\nReed,Ann,Annie Reed,\nReed,Bob,Rob R,Bobby Reed\n")
    #expect(read.texts(of: \PersonEntry.aliases) == ["Annie Reed", "Rob R; Bobby Reed"])
  }

  @Test("national numbers have places of their own, local ones stand in a list")
  func numbers() throws {
    let read = try Self.read(
      "U: {type: reference}, N: {type: nhs-number}, I: {type: nino}, A: {type: reference}, B: {type: reference}",
      "ids: {nhs-number: N, nino: I, local:a: A, la-child-id: B}",
      "U,N,I,A,B\nx,943 476 5919,ab123456c,7,C9\ny,9434765918,,8,\nz,,,,\n")
    #expect(read.numbers(.nhsNumber) == ["9434765919", ""])
    #expect(read.numbers(.nino) == ["AB123456C", ""])
    #expect(read.texts(of: \PersonEntry.localNumbers) == ["a=7;la-child-id=C9", "a=8"])
    #expect(read.blanked == ["N nhs-checksum 1"])
    // The third row has a value, and names nobody.
    #expect(read.reasons == ["line 4: nobody-named"])
  }

  @Test("slots that a row leaves empty name nobody, and the others stay")
  func slots() throws {
    let contract = try ContractText.contract(
      """
      columns: {A: {type: name}, B: {type: name}, Role: {type: code, codes: [x, y]}}
      people:
        pupil: {name: A}
        parent: {name: B, when: {Role: x}}
      relations:
        - {kind: parent, from: parent, to: pupil}

      """)
    let read = ReadExtract(
      "A,B,Role\nAnn Reed,Mary Reed,x\nAnn Reed,,x\n,Mary Reed,x\nAnn Reed,Mary Reed,y\nAnn Reed,Mary Reed,\nAnn Reed,Ann Reed,x\n,,x\n",
      of: contract)
    #expect(
      read.people.map { "\($0.line):\($0.slot)" }
        == ["2:0", "2:1", "3:0", "4:1", "5:0", "6:0", "7:0", "7:1"])
    // Nobody is their own parent.
    #expect(read.relations.map(\.line) == [2])
    #expect(read.relations[0].from == read.people[1].key)
    #expect(read.relations[0].to == read.people[0].key)
    #expect(read.reasons == ["line 8: nobody-named"])
  }

  @Test("conditions: positives beside not, and a blank equals no value")
  func conditions() throws {
    let contract = try ContractText.contract(
      """
      columns:
        N: {type: reference}
        On: {type: date, format: yyyy-MM-dd}
        Kind: {type: code, codes: {A: one, B: two}}
        Flag: {type: flag}
        Word: {type: text}
      people: {pupil: {ids: {local:n: N}}}
      facts:
        - {kind: happened, of: pupil, on: On, attributes: {note: {is: a}}, when: {Kind: one, not: {Flag: yes}}}
        - {kind: happened, of: pupil, on: On, attributes: {note: {is: b}}, when: {not: {Kind: one}}}
        - {kind: happened, of: pupil, on: On, attributes: {note: {is: c}}, when: {Kind: [one, two], Word: present}}
        - {kind: happened, of: pupil, on: On, attributes: {note: {is: d}}, when: {Flag: no, Word: absent}}
        - {kind: happened, of: pupil, on: On, attributes: {note: {is: e}}, when: {Word: Yes Sir}}

      """)
    func facts(_ row: String) -> String {
      let read = ReadExtract("N,On,Kind,Flag,Word\n1,2012-01-02,\(row)\n", of: contract)
      // `{"note":"a"}` says that the first fact is stated.
      return read.texts(of: \FactEntry.attributes).map { String($0.dropFirst(9).prefix(1)) }
        .joined()
    }
    let cases: [(row: String, facts: String)] = [
      ("A,,", "a"), ("A,Y,", ""), ("A,N,", "ad"), ("B,,", "b"), (",,", "b"), (",N,", "bd"),
      ("B,N,x", "bc"), ("A,,x", "ac"), (",,yes sir", "be"), ("B,Y,YES  SIR", "bce"),
    ]
    for item in cases { #expect(facts(item.row) == item.facts, "\(item.row)") }
  }
}

@Suite("Facts of a row")
struct FactTests {
  static func read(_ columns: String, _ fact: String, _ text: String, rows: [TermCalendar.Row] = [])
    throws -> ReadExtract
  {
    let contract = try ContractText.contract(
      "columns: {N: {type: reference}, \(columns)}\npeople: {pupil: {ids: {local:n: N}}}\nfacts: [{of: pupil, \(fact)}]\n"
    )
    return ReadExtract(text, of: contract, context: ReadExtract.context(rows: rows))
  }

  @Test("an event has a day, as exactly as it is stated; without one there is no fact")
  func events() throws {
    let read = try Self.read(
      "On: {type: date, format: [yyyy-MM-dd, MMM yyyy]}", "kind: happened, on: On",
      "N,On\n1,2012-03-04\n2,MAY 2007\n3,\n")
    #expect(read.texts(of: \FactEntry.starts) == ["2012-03-04", "2007-05"])
    #expect(read.account.accepted == 3)
  }

  @Test("the day of an event is past, unless the contract says that it may be to come")
  func future() throws {
    func reasons(_ column: String, _ facts: String) throws -> [String] {
      let contract = try ContractText.contract(
        """
        columns: {Case: {type: reference}, On: {type: date, format: yyyy-MM-dd\(column)}}
        people: {pupil: {ids: {local:case: Case}}}
        facts: [\(facts)]

        """)
      return ReadExtract("Case,On\n1,2013-07-22\n2,2031-07-22\n", of: contract).reasons
    }
    let event = "{kind: happened, of: pupil, on: On}"
    #expect(try reasons("", event) == ["line 3: On date-in-future"])
    #expect(try reasons(", past: false", event) == [])
    // An end may be known before it comes, and a start be agreed.
    #expect(try reasons("", "\(event), {kind: lasted, of: pupil, start: On, end: On}") == [])
    #expect(try reasons("", "{kind: lasted, of: pupil, start: On}") == [])
    #expect(
      try reasons(", past: true", "{kind: lasted, of: pupil, start: On}")
        == ["line 3: On date-in-future"])
  }

  @Test("episodes are open or closed, and never end before they start")
  func episodes() throws {
    let read = try Self.read(
      "A: {type: date, format: [yyyy-MM-dd, yyyy]}, B: {type: date, format: [yyyy-MM-dd, yyyy]}",
      "kind: lasted, start: A, end: B",
      "N,A,B\n1,2012-01-01,\n2,2012-01-01,2012-01-01\n3,2012-01-02,2012-01-01\n4,,2012-01-01\n5,2012-06-01,2012\n6,2012,2011\n7,2012-01-01,9999-12-31\n"
    )
    #expect(read.facts.map(\.line) == [2, 3, 6, 8])
    #expect(read.texts(of: \FactEntry.ends) == ["", "2012-01-01", "2012", ""])
    #expect(read.reasons == ["line 4: B end-before-start", "line 7: B end-before-start"])
  }

  @Test("measures count columns, or marks, over a span or a term")
  func measures() throws {
    let marks = try Self.read(
      "A: {type: date, format: yyyy-MM-dd}, B: {type: date, format: yyyy-MM-dd}, M: {type: marks}",
      "kind: counted, start: A, end: B, part: M.unauthorised, whole: M.possible",
      "N,A,B,M\n1,2012-01-02,2012-01-06,/\\NO##UI\n2,2012-01-02,,\n3,2012-01-02,2012-01-06,/?\n")
    #expect(marks.facts.map { [$0.part, $0.whole] } == [[3, 6]])
    #expect(marks.facts.map(\.isMeasure) == [true])
    #expect(marks.reasons == ["line 4: M unknown-code"])

    let authority = try LocalAuthorityCode("851")
    let autumn = try #require(AcademicTerm("Autumn 2012/13"))
    let days = try #require(
      DayInterval(first: ReadExtract.day("2012-09-03"), last: ReadExtract.day("2012-12-21")))
    let row = TermCalendar.Row(authority: authority, school: nil, term: autumn, days: days)
    let term = try Self.read(
      "T: {type: term}, P: {type: sessions}, W: {type: sessions}",
      "kind: counted, term: T, part: P, whole: W",
      "N,T,P,W\n1,Autumn 2012/13,3,120\n2,Spring 2012/13,3,120\n3,Autumn 2012/13,,120\n4,nonsense,1,2\n5,,1,2\n",
      rows: [row])
    #expect(term.facts.map { [$0.part, $0.whole] } == [[3, 120]])
    #expect(term.texts(of: \FactEntry.starts) == ["2012-09-03"])
    #expect(term.texts(of: \FactEntry.ends) == ["2012-12-21"])
    #expect(term.reasons == ["line 3: T unknown-term", "line 5: T unknown-term"])
  }

  @Test("attributes are a JSON object with what has to be escaped escaped")
  func attributes() throws {
    let read = try Self.read(
      "On: {type: date, format: yyyy-MM-dd}, W: {type: text}, K: {type: code, codes: {A: one}}",
      "kind: happened, on: On, attributes: {note: W, kind: K, school: {is: 'a \"b\"'}}",
      "N,On,W,K\n1,2012-01-01,\"say \"\"x\"\" \\ é\",A\n2,2012-01-01,,\n")
    #expect(
      read.texts(of: \FactEntry.attributes) == [
        #"{"note":"say \"x\" \\ é","kind":"one","school":"a \"b\""}"#, #"{"school":"a \"b\""}"#,
      ])
  }

  @Test("JSON strings escape every control character")
  func json() {
    for byte in UInt8(0)...0x7F {
      var text: [UInt8] = []
      JSONText.append(String(UnicodeScalar(byte)), to: &text)
      let inner = String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
      let hex = String(byte, radix: 16)
      let expected =
        byte < 0x20
        ? "\\u00" + (hex.count == 1 ? "0" : "") + hex
        : (byte == 0x22 || byte == 0x5C ? "\\" : "") + String(UnicodeScalar(byte))
      check(inner == expected, "byte \(byte)")
    }
  }

  @Test("a professional is known by a hash, whatever the letter case")
  func professionals() throws {
    let read = try Self.read(
      "On: {type: date, format: yyyy-MM-dd}, Worker: {type: text}",
      "kind: happened, on: On, professional: Worker",
      "N,On,Worker\n1,2012-01-01,J Hill\n2,2012-01-01,J HILL\n3,2012-01-01,K Hill\n4,2012-01-01,\n")
    let keys = read.facts.map(\.professional)
    #expect(keys[0] == keys[1] && keys[0] != keys[2] && keys[3] == 0 && keys[0] != 0)
  }
}

@Suite("Keys")
struct KeyTests {
  static func contract(_ name: String = "sample", key: String = "") throws -> SourceContract {
    try ContractText.contract(
      """
      columns:
        Case: {type: reference}
        Surname: {type: name}
        Forename: {type: name}
        DOB: {type: date, format: [dd/MM/yyyy, yyyy-MM-dd], birth: true}
        On: {type: date, format: yyyy-MM-dd}
        Note: {type: text}
        Street: {type: text}
      places: {home: {lines: [Street]}}
      people: {pupil: {surname: Surname, forename: Forename, born: DOB, at: home}}
      facts: [{kind: happened, of: pupil, on: On, attributes: {note: Note}\(key)}]

      """, head: ContractText.head.replacing("source: sample", with: "source: \(name)"), named: name
    )
  }

  static let heading = "Case,Surname,Forename,DOB,On,Note,Street\n"
  static let rows = [
    "1,Reed,Ann,01/02/2003,2012-01-01,x,12 Elm Road\n", "2,Reed,Bob,02/02/2003,2012-01-02,y,\n",
    "3,Quill,Zoe,,2012-01-03,z,3 Oak Lane\n",
  ]

  @Test(
    "records and facts keep their keys in another order of rows and of columns, and spelled otherwise"
  )
  func stable() throws {
    let contract = try Self.contract()
    let first = ReadExtract(Self.heading + Self.rows.joined(), of: contract)
    let others = [
      Self.heading + Self.rows.reversed().joined(),
      "Street,Note,On,DOB,Forename,Surname,Case\n12 Elm Road,x,2012-01-01,2003-02-01, Ann ,Reed,1\n"
        + ",y,2012-01-02,02/02/2003,Bob,Reed,2\n3 Oak Lane,z,2012-01-03,NULL,Zoe,Quill,9\n",
    ]
    for text in others {
      let other = ReadExtract(text, of: contract)
      #expect(Set(other.people.map(\.key)) == Set(first.people.map(\.key)))
      #expect(Set(other.facts.map(\.key)) == Set(first.facts.map(\.key)))
      #expect(Set(other.places.map(\.key)) == Set(first.places.map(\.key)))
    }
    #expect(Set(first.people.map(\.key)).count == 3)
  }

  @Test("two sources never share a key of a person or a fact, and share those of addresses")
  func sources() throws {
    let text = Self.heading + Self.rows.joined()
    let one = ReadExtract(text, of: try Self.contract("one"))
    let two = ReadExtract(text, of: try Self.contract("two"))
    #expect(Set(one.people.map(\.key)).isDisjoint(with: two.people.map(\.key)))
    #expect(Set(one.facts.map(\.key)).isDisjoint(with: two.facts.map(\.key)))
    #expect(one.places.map(\.key) == two.places.map(\.key))
  }

  @Test("a change of any detail changes the person's key")
  func details() throws {
    let contract = try Self.contract()
    let base = "1,Reed,Ann,01/02/2003,2012-01-01,x,12 Elm Road\n"
    let changes = [
      ("Reed", "Read"), ("Ann", "Anne"), ("01/02/2003", "02/02/2003"), ("12 Elm", "13 Elm"),
      ("Reed,Ann", "ReedA,nn"),
    ]
    let key = ReadExtract(Self.heading + base, of: contract).people.map(\.key)
    for (from, to) in changes {
      let changed = ReadExtract(Self.heading + base.replacing(from, with: to), of: contract)
      #expect(changed.people.map(\.key) != key, "\(to)")
    }
  }

  @Test("facts with the same key columns are one fact; rows that leave them empty are not")
  func factKeys() throws {
    let contract = try Self.contract(key: ", key: [Case]")
    func keys(_ rows: String) -> [UInt64] {
      ReadExtract(Self.heading + rows, of: contract).facts.map(\.key)
    }
    let same = keys("1,Reed,Ann,,2012-01-01,x,\n1,Reed,Anne,,2012-01-02,y,\n")
    #expect(same.count == 2 && same[0] == same[1])
    #expect(keys("1,Q,Z,,2012-05-01,,\n") == [same[0]])
    let blank = keys(",Reed,Ann,,2012-01-01,x,\n,Reed,Bob,,2012-01-01,x,\n")
    #expect(blank.count == 2 && blank[0] != blank[1])
  }

  @Test("without a number brothers and sisters are told apart by name and birth date")
  func siblings() throws {
    let contract = try Self.contract(key: ", key: [Case, Surname, On]")
    func keys(_ rows: String...) -> [UInt64] {
      ReadExtract(Self.heading + rows.joined(separator: "\n") + "\n", of: contract).facts.map(\.key)
    }
    let siblings = keys(
      ",Reed,Ann,01/02/2003,2012-01-01,x,", ",Reed,Bob,01/02/2003,2012-01-01,x,",
      ",Reed,Ann,02/02/2004,2012-01-01,x,", ",Reed,ANN,2003-02-01,2012-01-01,y,9 Oak Lane")
    #expect(Set(siblings).count == 3 && siblings[0] == siblings[3])
    // With a number the name may be mended.
    let numbered = keys(
      "7,Reed,Ann,01/02/2003,2012-01-01,x,", "7,Reed,Anne,02/02/2003,2012-01-01,x,")
    #expect(numbered.count == 2 && numbered[0] == numbered[1])
  }

  @Test(
    "facts that answer one matter share a key, so that the newest answer takes the place of others")
  func matters() throws {
    let contract = try ContractText.contract(
      """
      columns:
        Case: {type: reference}
        On: {type: date, format: yyyy-MM-dd}
        Outcome: {type: code, codes: [upheld, dropped]}
      people:
        one: {ids: {local:case: Case}}
        two: {ids: {local:other: Case}}
      facts:
        - {kind: happened, of: one, on: On, key: [Case, On], matter: outcome, when: {Outcome: upheld}}
        - {kind: lasted, of: one, start: On, key: [Case, On], matter: outcome, when: {Outcome: dropped}}
        - {kind: lasted, of: one, start: On, key: [Case, On]}
        - {kind: lasted, of: two, start: On, key: [Case, On], matter: outcome}
        - {kind: lasted, of: one, start: On, key: [Case, On], matter: another}

      """)
    func keys(_ outcome: String) -> [UInt64] {
      ReadExtract("Case,On,Outcome\n1,2012-01-01,\(outcome)\n", of: contract).facts.map(\.key)
    }
    let upheld = keys("upheld")
    #expect(keys("dropped") == upheld)
    // Others of the same row, about somebody else or another matter, stay beside them.
    #expect(upheld.count == 4 && Set(upheld).count == 4)
  }

  @Test("a fact or a kind added before others changes none of their keys")
  func additions() throws {
    let head = """
      columns:
        Number: {type: reference}
        Born: {type: date, format: dd/MM/yyyy}
        Other: {type: reference}
        On: {type: date, format: dd/MM/yyyy}
      people:
        one: {ids: {local:number: Number}}
        two: {ids: {local:number: Other}}

      """
    let facts = [
      "{kind: happened, of: one, on: On}", "{kind: happened, of: one, on: On, key: [Number]}",
      "{kind: happened, of: two, on: On, key: [Number]}", "{kind: lasted, of: one, start: On}",
    ]
    let relations = ["{kind: parent, from: one, to: two}", "{kind: partner, from: one, to: two}"]
    func keys(
      _ facts: [String], _ relations: [String], _ vocabulary: FactVocabulary
    ) throws -> (facts: [UInt64], relations: [UInt64]) {
      let contract = try ContractText.contract(
        head + "facts:\n" + facts.map { "  - \($0)\n" }.joined() + "relations:\n"
          + relations.map { "  - \($0)\n" }.joined(), vocabulary: vocabulary)
      let read = ReadExtract("Number,Born,Other,On\na,01/02/1990,b,03/04/2012\n", of: contract)
      return (read.facts.map(\.key), read.relations.map(\.key))
    }
    let own = ContractText.vocabulary
    let more = FactVocabulary(
      agencies: own.agencies, kinds: own.kinds.reversed(), relations: own.relations.reversed())
    let before = try keys(facts, relations, own)
    #expect(Set(before.facts).count == 4 && Set(before.relations).count == 2)
    #expect(try keys(facts, relations, more) == before)
    let added = try keys(
      ["{kind: happened, of: two, on: Born}", "{kind: lasted, of: two, start: Born}"] + facts,
      relations.reversed(), own)
    #expect(Array(added.facts.dropFirst(2)) == before.facts)
    #expect(Array(added.relations.reversed()) == before.relations)
    #expect(Set(added.facts).count == 6)
  }

  @Test("parts of a key are kept apart, and a key is never 0")
  func hasher() {
    var hasher = StableHasher()
    var keys: Set<UInt64> = []
    for parts in [["ab", "c"], ["a", "bc"], ["abc", ""], ["", "abc"], ["abc"]] {
      hasher.begin(1)
      for part in parts { hasher.add(Array(part.utf8).span) }
      keys.insert(hasher.key())
    }
    hasher.begin(2)
    hasher.add(Array("abc".utf8).span)
    keys.insert(hasher.key())
    #expect(keys.count == 6 && !keys.contains(0))
  }
}

@Suite("Addresses of a row")
struct PlaceTests {
  @Test("lines and parts of one address come to one place; a postcode alone is one too")
  func spellings() throws {
    let lines = try ContractText.contract(
      "columns: {S: {type: name}, A: {type: text}, B: {type: text}, P: {type: postcode}, U: {type: uprn}}\nplaces: {home: {lines: [A, B], postcode: P, uprn: U}}\npeople: {pupil: {name: S, at: home}}\n"
    )
    let parts = try ContractText.contract(
      "columns: {S: {type: name}, Flat: {type: text}, No: {type: text}, Street: {type: text}, Town: {type: text}, P: {type: postcode}}\nplaces: {home: {saon: Flat, paon: No, street: Street, town: Town, postcode: P}}\npeople: {pupil: {name: S, at: home}}\n"
    )
    let one = ReadExtract(
      "S,A,B,P,U\nAnn Reed,\"Flat 2, 12 Elm Rd\",Southampton,SO14 1AA,\nAnn Reed,,,SO14 1AA,\nAnn Reed,,,,100012345\nAnn Reed,,,,\nAnn Reed,,,bad,\n",
      of: lines)
    let two = ReadExtract(
      "S,Flat,No,Street,Town,P\nAnn Reed,Flat 2,12,Elm Road,Southampton,so141aa\n", of: parts)
    #expect(one.texts(of: \PlaceEntry.matchKey)[0] == two.texts(of: \PlaceEntry.matchKey)[0])
    #expect(one.texts(of: \PlaceEntry.postcode) == ["SO14 1AA", "SO14 1AA", ""])
    #expect(one.places.map(\.uprn) == [0, 0, 100_012_345])
    #expect(one.people.map { $0.place != 0 } == [true, true, true, false, false])
    #expect(Set(one.places.map(\.key)).count == 3)
  }
}
