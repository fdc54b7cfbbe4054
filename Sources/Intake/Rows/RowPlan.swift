import Vocabulary

/// All that stays the same from row to row, found out before the first: the contract's templates, how each column is read,
/// where keys begin.
///
/// It is an object and so are its larger parts, so that no row copies one.
final class RowPlan: Sendable {
  let bound: BoundContract
  let context: IntakeContext
  let cellReaders: [CellReader]
  let columns: [ColumnPlan]
  let people: [PersonPlan]
  let places: [PlacePlan]
  let facts: [FactPlan]
  let relations: [RelationPlan]
  let tests: RowTestLists
  let sourceDomain: UInt64
  let keyDomains: KeyDomains
  /// The column that says which school a row is of, whose calendar then holds.
  let schoolColumn: ColumnNumber?

  init(_ bound: BoundContract, _ context: IntakeContext) {
    let contract = bound.contract
    self.bound = bound
    self.context = context
    let readers = contract.columns.map {
      CellReader(column: $0, asOf: context.asOf, pseudoPostcodes: context.pseudoPostcodes)
    }
    cellReaders = readers
    columns = contract.columns.indices.map {
      ColumnPlan(contract.columns[$0], readers[$0], field: bound.fields[$0])
    }
    var tests = RowTestLists()
    people = contract.people.map {
      PersonPlan($0, tests.compile($0.condition, contract.columns))
    }
    places = contract.places.map {
      PlacePlan($0, contract.columns, tests.compile($0.condition, contract.columns))
    }
    facts = contract.facts.map { FactPlan($0, tests.compile($0.condition, contract.columns)) }
    relations = contract.relations.map {
      RelationPlan($0, tests.compile($0.condition, contract.columns))
    }
    self.tests = tests
    sourceDomain = StableHash.sipHash(Array(contract.name.utf8).span)
    keyDomains = KeyDomains(of: contract)
    schoolColumn = contract.columns.firstIndex { $0.type == .school }
  }
}

/// How a row names a person.
final class PersonPlan: Sendable {
  /// The columns of the name: the full name alone, or title, forename, middle names, surname, what the person is called
  /// and the former surname, each or nil.
  let nameColumns: [ColumnNumber?]
  let hasFullName: Bool
  let initials: ColumnNumber?
  let aliases: [ColumnNumber]
  let born, sex, ethnicity, since, until: ColumnNumber?
  /// The flag that says that the address must not be known.
  let protected: ColumnNumber?
  /// For each identifier its column, its kind, how many bytes of it tell whose it is, its place among the national ones, and
  /// how a local one is written.
  let identifiers:
    [(column: ColumnNumber, kind: String, telling: Int, national: Int?, prefix: [UInt8])]
  let place: Int?
  let condition: RowTest

  init(_ template: PersonTemplate, _ condition: RowTest) {
    hasFullName = template.fullName != nil
    nameColumns =
      template.fullName.map { [$0] } ?? [
        template.title, template.forename, template.middleNames, template.surname,
        template.knownAs, template.formerSurname,
      ]
    initials = template.initials
    aliases = template.aliases
    born = template.born
    sex = template.sex
    ethnicity = template.ethnicity
    since = template.since
    until = template.until
    protected = template.protected
    identifiers = template.identifiers.map {
      (
        $0.column, $0.kind.rawValue, $0.kind.tellingBytes,
        IdentifierKind.national.firstIndex(of: $0.kind),
        Array("\($0.kind.shortName)=".utf8)
      )
    }
    place = template.place
    self.condition = condition
  }
}

/// How a row names an address.
final class PlacePlan: Sendable {
  let lines: [ColumnNumber]
  /// The columns of the parts that are named, in the order of an address, the property number last.
  let parts: [ColumnNumber]
  /// Flat, building and street number, street, locality and town.
  let saon, paon, street, locality, town: ColumnNumber?
  let postcode: ColumnNumber?
  let uprn: ColumnNumber?
  /// The columns of an address's words: all but the postcode and the property number.
  let named: [ColumnNumber]
  /// All of the address's columns.
  let all: [ColumnNumber]
  /// Whether the postcode is checked, so that its form is known.
  let hasCheckedPostcode: Bool
  let condition: RowTest

  init(_ template: PlaceTemplate, _ columns: [ColumnContract], _ condition: RowTest) {
    lines = template.lines
    parts = template.parts
    all = lines + parts
    saon = template.saon
    paon = template.paon
    street = template.street
    locality = template.locality
    town = template.town
    postcode = template.postcode
    uprn = template.uprn
    named =
      template.lines
      + [template.saon, template.paon, template.street, template.locality, template.town]
      .compactMap(\.self)
    hasCheckedPostcode = template.postcode.map { columns[$0].type == .postcode } ?? false
    self.condition = condition
  }
}

/// How a row states a fact.
final class FactPlan: Sendable {
  let kind: UInt16
  let subject: FactSubject
  let time: FactTimeTemplate
  let measure: MeasureTemplate?
  let key: [ColumnNumber]
  let attributes: [Attribute]
  /// The bytes of the attributes' names and of those that are the same in each row.
  let words: [UInt8]
  let professional: ColumnNumber?
  let condition: RowTest

  /// An attribute: its name as JSON has it, and its column, or else its constant value with it.
  struct Attribute: BitwiseCopyable {
    let start: Int
    let end: Int
    let column: ColumnNumber?

    init(_ template: AttributeTemplate, words: inout [UInt8]) {
      start = words.count
      JSONText.append(template.name, to: &words)
      words.append(UInt8(ascii: ":"))
      switch template.value {
      case .column(let column): self.column = column
      case .constant(let text):
        column = nil
        JSONText.append(text, to: &words)
      }
      end = words.count
    }
  }

  init(_ template: FactTemplate, _ condition: RowTest) {
    kind = UInt16(template.kind)
    subject = template.subject
    time = template.time
    measure = template.measure
    key = template.key
    var words: [UInt8] = []
    attributes = template.attributes.map { Attribute($0, words: &words) }
    self.words = words
    professional = template.professional
    self.condition = condition
  }
}

/// How a row relates two of its people.
struct RelationPlan: BitwiseCopyable {
  let kind: UInt16
  let from, to: Int
  let since, until: ColumnNumber?
  let condition: RowTest

  init(_ template: RelationTemplate, _ condition: RowTest) {
    kind = UInt16(template.kind)
    from = template.from
    to = template.to
    since = template.since
    until = template.until
    self.condition = condition
  }
}
