public import Cohorts
public import Criteria
public import Families
public import Intake
public import Vocabulary
import YAMLFiles

/// A council's pipeline: what `pipeline.yaml` says, with the files that it names.
public struct PipelineDefinition: Sendable {
  /// The council's name.
  public var council: String
  /// The education department's number of the council.
  public var localAuthority: String
  /// The statistics office's code of the council.
  public var areaCode: String
  /// What the run is for; a contract that does not allow it is refused.
  public var purpose: String
  /// Postcodes that stand for «not known» here.
  public var placeholderPostcodes: [String]
  /// The kinds of fact.
  public var vocabulary: FactVocabulary
  /// The school terms.
  public var calendar: TermCalendar
  /// Whom nothing may be kept about.
  public var suppressed: SuppressionList
  /// Which addresses are withheld.
  public var protected: ProtectedAddresses
  /// The contracts, by name.
  public var contracts: [SourceContract]
  /// How records become people; without it a run stops at records.
  public var people: PeopleDefinition?
  /// How people become families; without it, or without linkage, a run forms none.
  public var families: FamilySettings?
  /// The areas by which families are counted, where the pipeline names them.
  public var areas: AreasDefinition?
  /// What the council agreed to, and what it claims by, where the pipeline names it.
  public var programme: ProgrammeDefinition?
  /// What becomes of decisions when details have changed.
  public var review: ReviewPolicy
  /// How families' journeys are followed; without it they are not.
  public var journeys: JourneysDefinition?
  /// The packs of criteria that families are asked, the one that decides first.
  public var criteria: [CriteriaPack] = []
  /// What is asked of the cohort as a whole, where the pipeline names it.
  public var profile: ProfileDefinition?
}

/// What `pipeline.yaml` itself says, with its paths as written.
struct PipelineSettings {
  var council: String
  var localAuthority: String
  var areaCode: String
  var purpose: String
  var extracts: String
  var calendar: String
  var vocabulary: String
  var suppressed: String?
  var addresses: String?
  /// The file of the secret by which the people's list is keyed.
  var secret: String?
  var linkage: String?
  var families: String?
  var areas: Areas?
  var criteria: [String] = []
  /// The packs of journeys.
  var journeys: Journeys?
  var programme: String?
  /// The folder of schemes, windows and layouts.
  var claims: String?
  /// The statistics of the cohort.
  var profile: String?
  var placeholderPostcodes: [String]
  var rejected: Tolerance
  var review: ReviewPolicy
}

extension PipelineSettings {
  /// Reads `pipeline.yaml`, collecting every mistake.
  static func read(
    _ document: YAMLDocument, collecting mistakes: inout [YAMLMistake]
  ) -> PipelineSettings? {
    document.read(collecting: &mistakes) { mapping in
      let council = mapping.required("council") { $0.string() }
      let localAuthority = mapping.required("la_code") { $0.string() }
      let areaCode = mapping.required("gss_code") { $0.string() }
      let purpose = mapping.required("purpose") { $0.string() }
      let extracts = mapping.required("extracts") { $0.string() }
      let calendar = mapping.required("calendar") { $0.string() }
      let vocabulary = mapping.required("vocabulary") { $0.string() }
      let protect = mapping.optional("protect") { $0.mapping(protection) }
      let linkage = mapping.optional("linkage") { $0.string() }
      let families = mapping.optional("families") { $0.string() }
      let criteria = mapping.optional("criteria") { list in list.list { $0.string() } }
      let journeys = mapping.optional("journeys") { $0.mapping { Journeys.read(&$0) } }
      let areas = mapping.optional("areas") { $0.mapping { Areas.read(&$0) } }
      let programme = mapping.optional("programme") { $0.string() }
      let claims = mapping.optional("claims") { $0.string() }
      let profile = mapping.optional("profile") { $0.string() }
      let placeholders = mapping.optional("placeholders") { $0.mapping(postcodes) }
      let rejected = mapping.optional("defaults") { $0.mapping(defaults) }
      let review = mapping.optional("review") { $0.mapping(ReviewPolicy.read) }
      guard let council, let localAuthority, let areaCode, let purpose, let extracts, let calendar,
        let vocabulary
      else { return nil }
      return PipelineSettings(
        council: council, localAuthority: localAuthority, areaCode: areaCode, purpose: purpose,
        extracts: extracts, calendar: calendar, vocabulary: vocabulary,
        suppressed: protect?.suppressed, addresses: protect?.addresses, secret: protect?.secret,
        linkage: linkage, families: families, areas: areas, criteria: criteria ?? [],
        journeys: journeys,
        programme: programme, claims: claims, profile: profile,
        placeholderPostcodes: placeholders ?? [], rejected: rejected ?? .usual,
        review: review ?? ReviewPolicy())
    }
  }

  private static func protection(
    _ mapping: inout MappingReader
  ) -> (suppressed: String?, addresses: String?, secret: String?)? {
    (
      mapping.optional("suppressed") { $0.string() },
      mapping.optional("addresses") { $0.string() }, mapping.optional("secret") { $0.string() }
    )
  }

  private static func postcodes(_ mapping: inout MappingReader) -> [String]? {
    mapping.optional("postcodes") { list in list.list { $0.string() } }
  }

  private static func defaults(_ mapping: inout MappingReader) -> Tolerance? {
    mapping.optional("rejected") { $0.mapping { Tolerance.read(&$0, besides: .usual) } }
  }
}
