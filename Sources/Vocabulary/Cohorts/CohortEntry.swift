/// Something that happened between a family and the programme, as somebody entered it in the ledger.
public struct CohortEntry: Hashable, Sendable {
  /// The family, by its id at the time.
  public var family: FamilyID
  /// The day of which it is true, which may be before the day of entry.
  public var on: Day
  /// The day on which it was entered.
  public var entered: Day
  /// Who says so.
  public var by: String
  /// What happened.
  public var event: CohortEvent

  /// States an entry.
  public init(
    family: FamilyID, on: Day, entered: Day? = nil, by: String, event: CohortEvent
  ) {
    self.family = family
    self.on = on
    self.entered = entered ?? on
    self.by = by
    self.event = event
  }
}

/// What can happen between a family and the programme.
public enum CohortEvent: Hashable, Sendable {
  /// A run or a professional put it forward, in an area.
  case identified(area: String)
  /// A named person confirmed that it belongs in.
  case confirmed
  /// It was attached to the programme.
  case attached(Attachment)
  /// Who leads the work from this day on.
  case lead(agency: String, professional: String)
  /// A plan for the whole family was agreed.
  case planned
  /// The needs of the whole family were assessed.
  case assessed
  /// What the family agreed to.
  case consented(service: Consent?, evaluation: Consent?)
  /// The legal ground on which its data is used, by the reference of the notice or agreement.
  case lawfulBasis(reference: String)
  /// Somebody worked with it.
  case worked
  /// It was put forward for an intensive service.
  case nominated(service: String)
  /// The intensive service took it, or turned it down.
  case answered(service: String, isTaken: Bool)
  /// A professional recorded progress on an element of a scheme, with the reference of what shows it.
  case progressed(element: String, reference: String)
  /// A problem came up that the attachment did not know.
  case problem(String)
  /// The work came to its result.
  case achieved(result: String)
  /// The work ended, for a reason from the list.
  case closed(reason: String)
  /// The family did not want it.
  case declined
  /// The family moved to another authority.
  case movedOut(to: String)
}

/// What the programme asks for at attachment.
public struct Attachment: Hashable, Sendable {
  /// The money's year, which sets the rates.
  public var year: FinancialYear
  /// The area whose group looks after it.
  public var area: String
  /// The agency that leads.
  public var leadAgency: String
  /// The professional who leads, by a staff reference.
  public var leadProfessional: String
  /// Who provides the work where it is passed on; empty where the council does it.
  public var deliveryAgency: String
  /// Whether the family meets the pack, frozen.
  public var snapshot: EligibilitySnapshot

  /// States an attachment.
  public init(
    year: FinancialYear, area: String, leadAgency: String, leadProfessional: String,
    deliveryAgency: String = "", snapshot: EligibilitySnapshot
  ) {
    self.year = year
    self.area = area
    self.leadAgency = leadAgency
    self.leadProfessional = leadProfessional
    self.deliveryAgency = deliveryAgency
    self.snapshot = snapshot
  }
}

/// What a family said when it was asked.
public enum Consent: String, Hashable, Sendable, CaseIterable {
  /// It agreed.
  case given
  /// It did not.
  case refused
  /// It agreed once and no longer does.
  case withdrawn
}
