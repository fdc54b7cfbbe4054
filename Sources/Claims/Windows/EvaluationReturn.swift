public import Vocabulary

/// The national evaluation's return: a row for each person of each family, worked with or waiting.
///
/// The fields are those that an authority published. With pseudonyms, whatever names a person is left out and ids become
/// references; families that withdrew from the evaluation are not in it at all.
public enum EvaluationReturn {
  /// A person as the return asks for one; what is not known is empty.
  public struct Person: Hashable, Sendable {
    /// Who.
    public var id: PersonID
    /// Forenames.
    public var forenames = ""
    /// Surname.
    public var surname = ""
    /// Birth date as known.
    public var born = ""
    /// Sex as recorded.
    public var sex = ""
    /// Postcode.
    public var postcode = ""
    /// The part in the family.
    public var relation = ""
    /// Unique pupil number.
    public var upn = ""
    /// The school's number.
    public var school = ""
    /// National Insurance number.
    public var nino = ""
    /// Police national computer number.
    public var pnc = ""
    /// NHS number.
    public var nhs = ""

    /// Names a person by id; the rest is filled in.
    public init(id: PersonID) {
      self.id = id
    }
  }

  /// The headings, in order.
  public static let headings = [
    "family_unit", "person", "forenames", "surname", "date_of_birth", "gender", "postcode",
    "relation_in_family", "date_screened", "criteria_met", "group", "support_started",
    "support_ended", "intensity", "upn", "school_urn", "national_insurance_number", "pnc_number",
    "nhs_number",
  ]

  /// What the columns hold, in the order of the headings.
  public static let titles = [
    "How the family is called outside of the team", "How the person is called outside of the team",
    "Forenames", "Surname", "Date of birth; under pseudonyms the year alone", "Gender as recorded",
    "Postcode; under pseudonyms its first part alone; empty where the address is protected",
    "The part in the family", "When the family was screened for eligibility",
    "The criteria met at attachment, with blanks between", "intervention or comparison",
    "When support started", "When support ended", "standard or intensive", "Unique pupil number",
    "The number of the school last attended", "National Insurance number",
    "Police national computer number", "NHS number",
  ]

  /// The rows of a family, or none where it does not take part.
  ///
  /// - Parameters:
  ///   - life: The family's life in the programme.
  ///   - reference: How the family is called.
  ///   - people: Its people, with the references they are called by.
  ///   - isPseudonymous: Whether everything that names somebody is left out.
  /// - Returns: A row for each person, with a cell for each heading.
  public static func rows(
    of life: FamilyLife, reference: String, people: [(person: Person, reference: String)],
    isPseudonymous: Bool
  ) -> [[String]] {
    guard life.evaluationConsent != .withdrawn, life.evaluationConsent != .refused,
      let group = group(of: life)
    else { return [] }
    let criteria = (life.attachment?.snapshot.met ?? []).joined(separator: " ")
    let isIntensive = life.nominations.contains { $0.isTaken == true }
    return people.map { person, name in
      func named(_ value: String) -> String { isPseudonymous ? "" : value }
      return [
        reference, name, named(person.forenames), named(person.surname),
        isPseudonymous ? String(person.born.prefix(4)) : person.born, person.sex,
        isPseudonymous ? district(person.postcode) : person.postcode, person.relation,
        life.identified?.iso ?? "", criteria, group, life.attachedOn?.iso ?? "",
        life.attachedOn == nil ? "" : life.ended?.iso ?? "",
        life.attachedOn == nil ? "" : isIntensive ? "intensive" : "standard", named(person.upn),
        person.school, named(person.nino), named(person.pnc), named(person.nhs),
      ]
    }
  }

  /// Families worked with are the intervention's; those confirmed that wait for a place are the comparison.
  public static func group(of life: FamilyLife) -> String? {
    if life.attachment != nil { return "intervention" }
    return life.status == .confirmed ? "comparison" : nil
  }

  /// The part of a postcode before the blank.
  private static func district(_ postcode: String) -> String {
    postcode.split(separator: " ").first.map(String.init) ?? ""
  }
}
